import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef, useState } from 'react';
import type { Answer, Attempt, AttemptId, CourseLanguage } from '#shared/features/training/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useCourseLanguage } from '../course-language.ts';
import { ChoiceAnswer } from './choice-answer.tsx';
import { DefectAnswer } from './defect-answer.tsx';
import { MatchAnswer } from './match-answer.tsx';

type Question = Attempt['questions'][number];

interface QuestionCardProps {
  readonly attemptId: AttemptId;
  readonly position: number;
  readonly question: Question;
  /** Given: after the answer there is a way to the next question. */
  readonly onNext?: () => void;
}

/** A question that is answered once; then it says whether that was right, what is, and why. */
export function QuestionCard({ attemptId, position, question, onNext }: QuestionCardProps) {
  const translate = useTranslate();
  const current = useCourseLanguage();
  const textId = useId();
  const answer = useCommand('training.answer');
  const [begun, setBegun] = useState<{ readonly language: CourseLanguage; readonly places: Answer }>(() => ({ language: current, places: question.kind === 'match' ? question.zh.options.map(() => -1) : [] }));
  const nextRef = useRef<HTMLButtonElement>(null);
  const { answered, kind } = question;
  // What was answered stays in its language: the pieces of a clause differ between the two.
  const language = answered?.language ?? current;
  const face = question[language];
  // A clause is parted otherwise in the other language: its pieces are marked anew there, and stay marked here.
  const chosen = kind === 'defect' && begun.language !== current ? [] : begun.places;
  const isComplete = kind === 'match' ? chosen.every((place) => place >= 0) : chosen.length > 0;
  const given = answered?.answer ?? chosen;
  const answerProps = { face, given, correct: answered?.correct ?? null, onChange: (places: Answer) => setBegun({ language: current, places }), labelledBy: textId };
  const isAnswered = answered !== null;

  useEffect(() => {
    if (isAnswered) nextRef.current?.focus();
  }, [isAnswered]);

  return (
    <SectionCard title={translate('training.quiz.question', { number: position + 1 })} subtitle={translate(`training.quiz.kind.${kind}`)}>
      <Stack spacing={2} lang={language}>
        <Typography id={textId} sx={{ fontSize: '1.0625rem', whiteSpace: 'pre-line' }}>
          {face.text}
        </Typography>
        {kind === 'match' ? <MatchAnswer {...answerProps} /> : kind === 'defect' ? <DefectAnswer {...answerProps} /> : <ChoiceAnswer {...answerProps} isSingle={kind === 'single'} />}
        <ErrorMessage error={answer.error} />
        {answered === null ? (
          <Button variant="contained" disabled={!isComplete} loading={answer.isRunning} onClick={() => void answer.run({ attemptId, position, language, answer: chosen })} sx={{ alignSelf: 'flex-start' }}>
            {translate('training.quiz.submit')}
          </Button>
        ) : (
          <>
            <Alert role={onNext === undefined ? 'note' : 'status'} severity={answered.isRight ? 'success' : 'error'}>
              <strong>{translate(answered.isRight ? 'training.quiz.right' : 'training.quiz.wrong')}</strong> {answered.explanation}
            </Alert>
            {onNext !== undefined && (
              <Button ref={nextRef} variant="contained" onClick={onNext} sx={{ alignSelf: 'flex-start' }}>
                {translate('training.quiz.next')}
              </Button>
            )}
          </>
        )}
      </Stack>
    </SectionCard>
  );
}

import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { scorePercent } from '#shared/features/training/quiz.ts';
import type { Attempt, AttemptId } from '#shared/features/training/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { QuestionCard } from './components/question-card.tsx';
import { useCourseLanguage } from './course-language.ts';

/** A quiz, one question after the other; once it is finished, all of it with what was right and why. */
export function QuizPage() {
  const translate = useTranslate();
  const language = useCourseLanguage();
  const { courseId = '', attemptId = '' } = useParams();
  const attempt = useOperation('training.attempt', { attemptId: attemptId as AttemptId });
  return (
    <Page
      title={translate('training.quiz.title')}
      {...(attempt.data === undefined ? {} : { subtitle: attempt.data.courseTitle[language] })}
      back={{ to: `/training/${courseId}`, label: translate('training.backToCourse') }}
      maxWidth={860}
    >
      {attempt.data === undefined && (attempt.error === null ? <LoadingState /> : <ErrorMessage error={attempt.error} onRetry={attempt.refetch} />)}
      {attempt.data !== undefined && (attempt.data.finishedAt === null ? <Asking attempt={attempt.data} /> : <Finished attempt={attempt.data} />)}
    </Page>
  );
}

function Asking({ attempt }: { readonly attempt: Attempt }) {
  const translate = useTranslate();
  const [shown, setShown] = useState(() => Math.max(0, attempt.questions.findIndex(({ answered }) => answered === null)));
  const question = attempt.questions[shown];
  if (question === undefined) return null;
  const count = attempt.questions.length;
  return (
    <>
      <Stack spacing={0.75}>
        <Typography variant="body2" color="textSecondary">
          {translate('training.quiz.place', { number: shown + 1, count })}
        </Typography>
        <LinearProgress role="meter" variant="determinate" value={(attempt.questions.filter(({ answered }) => answered !== null).length * 100) / count} aria-label={translate('training.quiz.progress')} sx={{ borderRadius: 1 }} />
      </Stack>
      <QuestionCard key={shown} attemptId={attempt.id} position={shown} question={question} onNext={() => setShown(shown + 1)} />
    </>
  );
}

function Finished({ attempt }: { readonly attempt: Attempt }) {
  const translate = useTranslate();
  const format = useFormat();
  const percent = scorePercent(attempt.rightCount, attempt.questions.length);
  const facts = { right: attempt.rightCount, count: attempt.questions.length, percent: format.percent(percent / 100), pass: format.percent(attempt.passPercent / 100) };
  return (
    <>
      <Alert
        role="status"
        severity={attempt.isPassed === true ? 'success' : 'warning'}
        action={
          <Button component={Link} to={`/training/${attempt.courseId}`} color="inherit" size="small">
            {translate('training.backToCourse')}
          </Button>
        }
      >
        {translate(attempt.isPassed === true ? 'training.quiz.passedText' : 'training.quiz.failedText', facts)}
      </Alert>
      {attempt.questions.map((question, position) => (
        <QuestionCard key={position} attemptId={attempt.id} position={position} question={question} />
      ))}
    </>
  );
}

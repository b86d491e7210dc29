import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import ArrowForwardIcon from '@mui/icons-material/ArrowForward';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { ShownCourse } from '#shared/features/training/ipc.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Page } from '../../ui/page.tsx';
import { SectionCard } from '../../ui/section-card.tsx';
import { RatingForm } from './components/rating-form.tsx';
import { useCourseLanguage } from './course-language.ts';

/** One lesson to be read; the arrow keys lead to the one before and, as the button does, past this one. */
export function LessonPage() {
  const translate = useTranslate();
  const { courseId = '', lessonKey = '' } = useParams();
  const course = useOperation('training.course', { courseId });
  const index = course.data?.lessons.findIndex(({ key }) => key === lessonKey) ?? -1;
  if (course.data === undefined || index < 0) {
    return (
      <Page title={translate('training.lessons')} back={{ to: `/training/${courseId}`, label: translate('training.backToCourse') }} maxWidth={860}>
        {course.error !== null ? <ErrorMessage error={course.error} onRetry={course.refetch} /> : course.data === undefined ? <LoadingState /> : <ErrorMessage error={{ code: 'NOT_FOUND' }} />}
      </Page>
    );
  }
  return <Reader key={lessonKey} course={course.data} index={index} />;
}

function Reader({ course, index }: { readonly course: ShownCourse; readonly index: number }) {
  const translate = useTranslate();
  const language = useCourseLanguage();
  const navigate = useNavigate();
  const markRead = useCommand('training.markRead');
  const lesson = course.lessons[index];
  const [previous, next] = [course.lessons[index - 1]?.key, course.lessons[index + 1]?.key];
  const place = (key: string | undefined) => (key === undefined ? `/training/${course.id}` : `/training/${course.id}/lessons/${key}`);
  const goBack = () => void navigate(place(previous));
  const goOn = async () => {
    const reply = await markRead.run({ courseId: course.id, lessonKey: lesson?.key ?? '' });
    if (reply.ok) await navigate(place(next));
  };

  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, [role="radiogroup"], [role="dialog"]') !== null;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.key === 'ArrowLeft') goBack();
      else if (event.key === 'ArrowRight') void goOn();
    };
    window.addEventListener('keydown', turn);
    return () => window.removeEventListener('keydown', turn);
  });

  if (lesson === undefined) return null;
  return (
    <Page
      title={lesson.title[language]}
      subtitle={translate('training.lessonOf', { number: index + 1, count: course.lessons.length, course: course.title[language] })}
      back={{ to: `/training/${course.id}`, label: translate('training.backToCourse') }}
      maxWidth={860}
    >
      <LinearProgress role="meter" variant="determinate" value={((index + 1) * 100) / course.lessons.length} aria-label={translate('training.progressOf', { title: course.title[language] })} sx={{ borderRadius: 1 }} />
      <Paper component="article" variant="outlined" sx={{ px: { xs: 2.5, md: 5 }, py: 3 }}>
        <Markdown text={lesson.body[language]} language={language} />
      </Paper>
      <ErrorMessage error={markRead.error} />
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <Button startIcon={<ArrowBackIcon />} color="inherit" onClick={goBack}>
          {translate(previous === undefined ? 'training.backToCourse' : 'training.previous')}
        </Button>
        <Typography variant="caption" color="textSecondary">
          {translate('training.keys')}
        </Typography>
        <Button variant="contained" endIcon={<ArrowForwardIcon />} loading={markRead.isRunning} onClick={() => void goOn()}>
          {translate(next === undefined ? 'training.finishReading' : 'training.next')}
        </Button>
      </Stack>
      <SectionCard title={translate('training.feedback.lesson')}>
        <RatingForm course={course} lessonKey={lesson.key} />
      </SectionCard>
    </Page>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { Link } from 'react-router';
import type { CourseCard } from '#shared/features/training/ipc.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useCourseLanguage } from '../course-language.ts';
import { StandingChip } from './standing-chip.tsx';

/** The courses: what is due first, then those meant for the person, then the others. */
export function CourseList() {
  const translate = useTranslate();
  const courses = useOperation('training.courses', undefined);
  if (courses.data === undefined) return courses.error === null ? <LoadingState shape="list" /> : <ErrorMessage error={courses.error} onRetry={courses.refetch} />;
  if (courses.data.length === 0) return <EmptyState title={translate('training.empty.title')} body={translate('training.empty.body')} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(340px, 1fr))' }}>
      {courses.data.toSorted((one, other) => urgency(other) - urgency(one)).map((course) => (
        <Card key={course.id} course={course} />
      ))}
    </Box>
  );
}

function urgency({ standing, isForMe }: CourseCard): number {
  return (standing.isOverdue ? 8 : 0) + (standing.state !== 'completed' && standing.dueOn !== null ? 4 : 0) + (standing.state === 'under_way' ? 2 : 0) + (isForMe ? 1 : 0);
}

function Card({ course }: { readonly course: CourseCard }) {
  const translate = useTranslate();
  const language = useCourseLanguage();
  const titleId = useId();
  const { standing, lessonCount, readCount, taskCount, doneCount, bestPercent } = course;
  const steps = lessonCount + taskCount + 1;
  const done = standing.state === 'completed' ? steps : readCount + doneCount;
  const verb = standing.state === 'new' ? 'begin' : standing.state === 'under_way' ? 'goOn' : 'open';
  return (
    <Paper component="section" variant="outlined" aria-labelledby={titleId} sx={{ p: 2.5, display: 'flex', flexDirection: 'column', gap: 1.25 }}>
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <Typography id={titleId} variant="h2">
          {course.title[language]}
        </Typography>
        <StandingChip standing={standing} />
      </Stack>
      <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
        {course.summary[language]}
      </Typography>
      <LinearProgress role="meter" variant="determinate" value={(done * 100) / steps} aria-label={translate('training.progressOf', { title: course.title[language] })} sx={{ borderRadius: 1, height: 6 }} />
      <Typography variant="caption" color="textSecondary">
        {[
          translate('training.lessonsRead', { read: readCount, count: lessonCount }),
          translate('training.minutes', { count: course.minutes[language] }),
          ...(taskCount === 0 ? [] : [translate('training.tasksDone', { done: doneCount, count: taskCount })]),
          ...(bestPercent === null ? [] : [translate('training.best', { percent: bestPercent })]),
        ].join(' · ')}
      </Typography>
      <Button component={Link} to={`/training/${course.id}`} variant={standing.state === 'completed' ? 'outlined' : 'contained'} sx={{ alignSelf: 'flex-start' }} aria-label={translate(`training.${verb}One`, { title: course.title[language] })}>
        {translate(`training.${verb}`)}
      </Button>
    </Paper>
  );
}

import Button from '@mui/material/Button';
import Rating from '@mui/material/Rating';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ShownCourse } from '#shared/features/training/ipc.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useCourseLanguage } from '../course-language.ts';

interface FeedbackSummaryProps {
  readonly course: ShownCourse;
  readonly onImprove: () => void;
}

/** What people say of a course and its lessons, for those who manage training. */
export function FeedbackSummary({ course, onImprove }: FeedbackSummaryProps) {
  const translate = useTranslate();
  const feedback = useOperation('training.feedback', { courseId: course.id });
  const isSilent = feedback.data !== undefined && feedback.data.comments.length === 0 && feedback.data.ratings.every(({ count }) => count === 0);
  return (
    <SectionCard
      title={translate('training.feedback.summary')}
      actions={
        <Button size="small" onClick={onImprove}>
          {translate('training.feedback.improve')}
        </Button>
      }
    >
      {feedback.data === undefined && (feedback.error === null ? <LoadingState /> : <ErrorMessage error={feedback.error} onRetry={feedback.refetch} />)}
      {isSilent && <Typography color="textSecondary">{translate('training.feedback.none')}</Typography>}
      {feedback.data !== undefined && !isSilent && <Summary course={course} feedback={feedback.data} />}
    </SectionCard>
  );
}

function Summary({ course, feedback }: { readonly course: ShownCourse; readonly feedback: OutputOf<'training.feedback'> }) {
  const translate = useTranslate();
  const format = useFormat();
  const language = useCourseLanguage();
  const nameOf = (lessonKey: string | null) => (lessonKey === null ? translate('training.feedback.wholeCourse') : (course.lessons.find(({ key }) => key === lessonKey)?.title[language] ?? translate('training.feedback.goneLesson')));
  return (
    <Stack spacing={2}>
      <Table size="small" aria-label={translate('training.feedback.summary')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('training.feedback.of')}</TableCell>
            <TableCell>{translate('training.feedback.average')}</TableCell>
            <TableCell align="right">{translate('training.feedback.count')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {feedback.ratings.map(({ lessonKey, count, average }) => (
            <TableRow key={lessonKey ?? ''}>
              <TableCell>{nameOf(lessonKey)}</TableCell>
              <TableCell>{average === null ? '—' : translate('training.feedback.outOf', { average: format.number(average) })}</TableCell>
              <TableCell align="right">{format.number(count)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {feedback.comments.map(({ lessonKey, rating, comment, userName, givenAt }) => (
        <Stack key={`${userName}-${lessonKey ?? ''}`} spacing={0.25}>
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <Rating readOnly size="small" value={rating} getLabelText={(stars) => translate('training.feedback.stars', { count: stars })} />
            <Typography variant="caption" color="textSecondary">
              {translate('training.feedback.by', { name: userName, time: format.dateTime(givenAt), about: nameOf(lessonKey) })}
            </Typography>
          </Stack>
          <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
            {comment}
          </Typography>
        </Stack>
      ))}
    </Stack>
  );
}

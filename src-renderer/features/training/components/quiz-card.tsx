import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useNavigate } from 'react-router';
import type { ShownCourse } from '#shared/features/training/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';

/** The quiz's rules, the attempts so far, and the way into the next one. */
export function QuizCard({ course }: { readonly course: ShownCourse }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const start = useCommand('training.startQuiz', { leaves: true });
  const isOpen = course.attempts.some(({ finishedAt }) => finishedAt === null);
  const run = async () => {
    const reply = await start.run({ courseId: course.id });
    if (reply.ok) await navigate(`/training/${course.id}/quiz/${reply.value.id}`);
  };
  return (
    <SectionCard title={translate('training.quiz.title')}>
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        <Typography variant="body2">{translate('training.quiz.rules', { count: course.drawCount, percent: course.passPercent, hours: course.retakeHours })}</Typography>
        {course.isSandbox && (
          <Alert severity="info" role="note" sx={{ width: '100%' }}>
            {translate('training.quiz.inSandbox')}
          </Alert>
        )}
        {course.waitHours > 0 && <Alert severity="warning" sx={{ width: '100%' }}>{translate('training.quiz.wait', { hours: course.waitHours })}</Alert>}
        <ErrorMessage error={start.error} />
        <Button variant="contained" disabled={course.waitHours > 0} loading={start.isRunning} onClick={() => void run()}>
          {translate(isOpen ? 'training.quiz.goOn' : course.attempts.length > 0 ? 'training.quiz.again' : 'training.quiz.start')}
        </Button>
        {course.attempts.length > 0 && <Attempts course={course} />}
      </Stack>
    </SectionCard>
  );
}

function Attempts({ course }: { readonly course: ShownCourse }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Table size="small" aria-label={translate('training.quiz.attempts')}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('training.quiz.taken')}</TableCell>
          <TableCell>{translate('training.quiz.score')}</TableCell>
          <TableCell>{translate('training.quiz.result')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {course.attempts.map(({ id, startedAt, percent, isPassed }) => (
          <TableRow key={id}>
            <TableCell>
              <Link component={RouterLink} to={`/training/${course.id}/quiz/${id}`} underline="hover">
                {format.dateTime(startedAt)}
              </Link>
            </TableCell>
            <TableCell>{percent === null ? '—' : format.percent(percent / 100)}</TableCell>
            <TableCell>
              <StatusChip label={translate(isPassed === null ? 'training.quiz.open' : isPassed ? 'training.quiz.passed' : 'training.quiz.failed')} tone={isPassed === null ? 'info' : isPassed ? 'success' : 'danger'} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';

/** The courses that this person has to complete by a day; nothing when there are none. */
export function DueCoursesCard() {
  const translate = useTranslate();
  const courses = useOperation('training.courses', undefined);
  const due = (courses.data ?? []).filter(({ standing }) => standing.dueOn !== null && standing.state !== 'completed');
  if (due.length === 0) return null;
  const isLate = due.some(({ standing }) => standing.isOverdue);
  return (
    <Alert
      severity={isLate ? 'warning' : 'info'}
      action={
        <Button component={Link} to="/training" color="inherit" size="small">
          {translate('training.due.open')}
        </Button>
      }
    >
      {translate(isLate ? 'training.due.late' : 'training.due.waiting', { count: due.length })}
    </Alert>
  );
}

import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';

/** The courses that this person has to complete by a day; nothing when there are none. */
export function DueCoursesCard() {
  const translate = useTranslate();
  const due = useOperation('training.due', undefined).data;
  if (due === undefined || due.count === 0) return null;
  const isLate = due.lateCount > 0;
  return (
    <Alert
      severity={isLate ? 'warning' : 'info'}
      action={
        <Button component={Link} to="/training" color="inherit" size="small">
          {translate('training.due.open')}
        </Button>
      }
    >
      {translate(isLate ? 'training.due.late' : 'training.due.waiting', { count: due.count })}
    </Alert>
  );
}

import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';

/** On the first page: what fell due and nobody acknowledged, and what is past and open. */
export function DueCard() {
  const translate = useTranslate();
  const mayRead = usePermission('contracts.read');
  const counts = useOperation('reminders.count', undefined, { enabled: mayRead });
  const { waiting, overdue } = counts.data ?? { waiting: 0, overdue: 0 };
  if (waiting + overdue === 0) return null;
  const isLate = waiting === 0;
  return (
    <Alert
      severity={overdue > 0 ? 'warning' : 'info'}
      action={
        <Button component={Link} to={isLate ? '/reminders?view=overdue' : '/reminders'} color="inherit" size="small">
          {translate('reminders.card.open')}
        </Button>
      }
    >
      {[waiting > 0 ? translate('reminders.card.waiting', { count: waiting }) : '', overdue > 0 ? translate('reminders.card.overdue', { count: overdue }) : ''].filter((text) => text !== '').join(translate('reminders.card.and'))}
    </Alert>
  );
}

import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';

/** How many contracts wait for this person's decision; nothing when none does. */
export function WaitingCard() {
  const translate = useTranslate();
  const mayDecide = usePermission('approvals.decide');
  const inbox = useOperation('approvals.inbox', { show: 'open' }, { enabled: mayDecide });
  const total = inbox.data?.total ?? 0;
  if (total === 0) return null;
  return (
    <Alert
      severity="info"
      action={
        <Button component={Link} to="/approvals" color="inherit" size="small">
          {translate('approvals.waiting.open')}
        </Button>
      }
    >
      {translate('approvals.waiting.text', { count: total })}
    </Alert>
  );
}

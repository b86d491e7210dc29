import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { LeadingAlert } from '../../../ui/leading-alert.tsx';

/** How many contracts wait for this person's decision; nothing when none does. */
export function WaitingCard() {
  const translate = useTranslate();
  const mayDecide = usePermission('approvals.decide');
  const inbox = useOperation('approvals.inbox', { show: 'open' }, { enabled: mayDecide });
  const total = inbox.data?.total ?? 0;
  if (total === 0) return null;
  return (
    <LeadingAlert severity="info" to="/approvals" label={translate('approvals.waiting.open')}>
      {translate('approvals.waiting.text', { count: total })}
    </LeadingAlert>
  );
}

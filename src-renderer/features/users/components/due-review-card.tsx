import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { LeadingAlert } from '../../../ui/leading-alert.tsx';

/** To administrators: that a review of who may open the vault is due. */
export function DueAccessReviewCard() {
  return usePermission('vault.configure') ? <Due /> : null;
}

function Due() {
  const translate = useTranslate();
  const format = useFormat();
  const { data } = useOperation('users.accessReview', undefined);
  if (data?.isDue !== true) return null;
  return (
    <LeadingAlert severity="warning" to="/access" label={translate('access.review.open')}>
      {data.current === null ? translate('access.review.due', { day: format.date(data.dueAt) }) : translate('access.review.dueRunning')}
    </LeadingAlert>
  );
}

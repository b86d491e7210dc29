import { isReviewDue } from '#shared/features/templates/lifecycle.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission, useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { LeadingAlert } from '../../../ui/leading-alert.tsx';
import { usePresentDay } from '../../../ui/present-day.ts';

/** Templates that this person owns and whose review is due, and versions that wait to be published; nothing when none does. */
export function DueReviewsCard() {
  const translate = useTranslate();
  const status = useVaultStatus();
  const mayWrite = usePermission('templates.write');
  const mayPublish = usePermission('templates.publish');
  const today = usePresentDay();
  const catalogue = useOperation('templates.catalogue', undefined, { enabled: mayWrite || mayPublish });
  const id = status?.state === 'unlocked' ? status.user.id : null;
  const templates = catalogue.data ?? [];
  const due = templates.filter((template) => isReviewDue(template, today) && (template.ownerId === null ? template.isMaintained : template.ownerId === id)).length;
  const waiting = mayPublish ? templates.flatMap(({ versions }) => versions).filter(({ summary, authorId, submittedById }) => summary.status === 'in_review' && authorId !== id && submittedById !== id).length : 0;
  if (due + waiting === 0) return null;
  return (
    <LeadingAlert severity="info" to="/templates/manage" label={translate('templates.due.open')}>
      {[...(due > 0 ? [translate('templates.due.reviews', { count: due })] : []), ...(waiting > 0 ? [translate('templates.due.waiting', { count: waiting })] : [])].join(translate('templates.due.and'))}
    </LeadingAlert>
  );
}

import { mostCounted } from '#shared/features/reminders/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { LeadingAlert } from '../../../ui/leading-alert.tsx';

/** On the first page: what fell due and nobody acknowledged, and what is past and open. */
export function DueCard() {
  const translate = useTranslate();
  const mayRead = usePermission('contracts.read');
  const format = useFormat();
  const counts = useOperation('reminders.count', undefined, { enabled: mayRead }).data;
  if (counts === undefined || counts.waiting + counts.overdue === 0) return null;
  const isLate = counts.waiting === 0;
  return (
    <LeadingAlert severity={counts.overdue > 0 ? 'warning' : 'info'} to={isLate ? '/reminders?view=overdue' : '/reminders'} label={translate('reminders.card.open')}>
      {(['waiting', 'overdue'] as const)
        .filter((kind) => counts[kind] > 0)
        .map((kind) => translate(`reminders.card.${kind}`, { count: counts[kind], shown: format.countUpTo(counts[kind], mostCounted) }))
        .join(translate('reminders.card.and'))}
    </LeadingAlert>
  );
}

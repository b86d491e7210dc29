import type { ObligationStatus } from '#shared/features/fulfilment/model.ts';
import { standingOf, type Dated, type Standing } from '#shared/features/fulfilment/rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip, type StatusTone } from '../../../ui/status-chip.tsx';

const toneByStatus: Readonly<Record<ObligationStatus, StatusTone>> = {
  planned: 'neutral',
  in_progress: 'info',
  submitted: 'info',
  met: 'success',
  partially_met: 'warning',
  not_met: 'danger',
  blocked: 'warning',
  disputed: 'danger',
  waived: 'neutral',
  cancelled: 'neutral',
};
const toneByStanding: Readonly<Partial<Record<Standing, StatusTone>>> = { overdue: 'danger', dueSoon: 'warning', late: 'warning' };

/** The stored state of an obligation. */
export function ObligationChip({ status }: { readonly status: ObligationStatus }) {
  const translate = useTranslate();
  return <StatusChip label={translate(`fulfilment.status.${status}`)} tone={toneByStatus[status]} />;
}

/** What time makes of it, where that is worth a word: overdue, due soon, met late. */
export function StandingChip({ obligation, today }: { readonly obligation: Dated; readonly today: Day }) {
  const translate = useTranslate();
  const standing = standingOf(obligation, today);
  const tone = toneByStanding[standing];
  return tone === undefined ? null : <StatusChip label={translate(`fulfilment.standing.${standing}`)} tone={tone} />;
}

import type { RenewalType } from '#shared/features/contracts/record.ts';
import type { DerivedStatus, MissingFact } from '#shared/features/terms/model.ts';
import { statusKey } from '../status-key.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip, type StatusTone } from '../../../ui/status-chip.tsx';

const toneByStatus = {
  in_preparation: 'neutral',
  cancelled: 'neutral',
  completed: 'success',
  terminated: 'neutral',
  terminating: 'warning',
  superseded: 'neutral',
  unknown: 'warning',
  executed_not_effective: 'info',
  notice_missed_will_renew: 'danger',
  notice_window_open: 'warning',
  auto_renewing: 'info',
  expiring: 'warning',
  expired_unsettled: 'danger',
  expired: 'neutral',
  continuing_after_expiry: 'warning',
  evergreen: 'success',
  active: 'success',
} as const satisfies Record<DerivedStatus, StatusTone>;

interface StatusChipOfProps {
  readonly status: DerivedStatus;
  readonly renewalType: RenewalType;
  /** For `unknown`: what the record lacks. */
  readonly missing?: MissingFact | null;
}

/** What time makes of a contract, in a word or two. */
export function StatusChipOf({ status, renewalType, missing = null }: StatusChipOfProps) {
  const translate = useTranslate();
  const label =
    status === 'unknown' && missing !== null
      ? translate('contracts.term.unknownFor', { fact: translate(`contracts.term.missingName.${missing}`) })
      : translate(statusKey(status, renewalType));
  return <StatusChip tone={toneByStatus[status]} label={label} />;
}

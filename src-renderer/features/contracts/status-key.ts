import type { RenewalType } from '#shared/features/contracts/record.ts';
import type { DerivedStatus } from '#shared/features/terms/model.ts';

/** What a status is called: where the contract has an option, the window is for exercising it, not for saying no. */
export function statusKey(status: DerivedStatus, renewalType: RenewalType) {
  return status === 'notice_window_open' && renewalType === 'option' ? 'contracts.status.option_window_open' : (`contracts.status.${status}` as const);
}

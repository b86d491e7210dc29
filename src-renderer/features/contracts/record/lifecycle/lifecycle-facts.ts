import type { LifecycleFacts } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';

/** What the guards of the lifecycle ask, as far as the interface holds it; main asks the same of the vault. */
export function lifecycleFactsOf({ summary, record }: Contract): LifecycleFacts {
  return {
    stage: summary.stage,
    hasText: summary.versionNumber > 0,
    signedOn: record.signedOn,
    // Nothing names a successor yet.
    isSuperseded: false,
    openObligations: 0,
    openPayments: 0,
    isArchived: summary.archivedAt !== null,
  };
}

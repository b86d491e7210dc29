import type { LifecycleFacts } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { lastDayOf } from '#shared/features/terms/rules.ts';
import type { ContractTerm } from '../term/use-term-plan.ts';

/** What the guards of the lifecycle ask, as far as the interface holds it; main asks the same of the vault. */
export function lifecycleFactsOf({ summary, record, duties }: Contract, { calendar, plan }: ContractTerm): LifecycleFacts {
  return {
    stage: summary.stage,
    hasText: summary.versionNumber > 0,
    record,
    lastDay: lastDayOf(plan, calendar),
    // Nothing names a successor yet.
    isSuperseded: false,
    openObligations: duties.openObligations,
    openPayments: duties.openPayments,
    isArchived: summary.archivedAt !== null,
  };
}

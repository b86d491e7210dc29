import { endableTerm, type Ending } from '#shared/features/contracts/ending.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { ContractTerm } from './use-term-plan.ts';

/** The letter that a contract asks for now: as it was terminated; not to be renewed while that can still be said; else to be terminated. */
export function endingOf({ summary, stageEvents }: Contract, { plan }: ContractTerm): Ending {
  const deadline = plan.deadline;
  if (summary.stage === 'terminated') {
    const told = stageEvents.find(({ to }) => to === 'terminated');
    return { kind: 'termination', reason: told?.reason ?? '', basis: told?.basis ?? '', endsOn: told?.effectiveOn ?? null, deadline, termIndex: null };
  }
  const term = endableTerm(summary.stage, plan);
  if (term !== null) return { kind: 'non_renewal', reason: '', basis: '', endsOn: term.endsOn, deadline, termIndex: term.index };
  return { kind: 'termination', reason: '', basis: '', endsOn: plan.earliestExit, deadline, termIndex: null };
}

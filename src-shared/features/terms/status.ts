import { addDays, type Day } from '../../kernel/day.ts';
import type { RenewalType } from '../contracts/record.ts';
import { defaultTermPolicy, derivedStatuses, type DerivedStatus, type MissingFact, type TermFacts, type TermPlan, type TermPolicy } from './model.ts';

export interface StatusOnDay {
  readonly status: DerivedStatus;
  /** For `unknown`: the field that is needed to tell. */
  readonly missing: MissingFact | null;
}

/** What a contract is on a day, in the order of domain.md: the first that holds counts. */
export function statusOn(facts: TermFacts, plan: TermPlan, today: Day, policy: TermPolicy = defaultTermPolicy): StatusOnDay {
  const status = (name: DerivedStatus): StatusOnDay => ({ status: name, missing: null });
  switch (facts.stage) {
    case 'cancelled':
      return status('cancelled');
    case 'terminated':
      return status(facts.terminationOn !== null && facts.terminationOn > today ? 'terminating' : 'terminated');
    case 'superseded':
      return status('superseded');
    case 'completed':
      return status('completed');
    case 'signed':
      return signedStatus(plan, today, policy);
    default:
      return status('in_preparation');
  }
}

/** What a status is called: where the contract has an option, the window is for exercising it, not for saying no. */
export const statusNames = [...derivedStatuses, 'option_window_open'] as const;
export type StatusName = (typeof statusNames)[number];
export function statusName(status: DerivedStatus, renewalType: RenewalType): StatusName {
  return status === 'notice_window_open' && renewalType === 'option' ? 'option_window_open' : status;
}

function signedStatus({ inForce: facts, ...plan }: TermPlan, today: Day, policy: TermPolicy): StatusOnDay {
  const status = (name: DerivedStatus): StatusOnDay => ({ status: name, missing: null });
  if (facts.awaitsCondition) return status('executed_not_effective');
  // The period of notice alone does not keep the end of a term from being known.
  const missing = plan.missing.find((fact) => fact !== 'optOutPeriod' && fact !== 'optOutAnew');
  if (missing !== undefined) return { status: 'unknown', missing };
  if (plan.base !== null && plan.base > today) return status('executed_not_effective');
  if (facts.renewalType === 'evergreen') return status('evergreen');
  const end = plan.term?.end ?? null;
  const isOver = end !== null && end < today;
  if (!isOver && facts.renewalType === 'auto') {
    if (plan.window === 'missed') return status('notice_missed_will_renew');
    if (plan.window === 'open') return status('notice_window_open');
    if (plan.next !== null && end !== null && end <= addDays(today, policy.expiringLeadDays)) return status('auto_renewing');
  }
  if (!isOver && plan.window === 'open') return status('notice_window_open');
  if (!isOver && plan.next === null && end !== null && end <= addDays(today, policy.expiringLeadDays)) return status('expiring');
  if (isOver && facts.continuingAfterExpiry) return status('continuing_after_expiry');
  if (isOver) return status(facts.isSettled ? 'expired' : 'expired_unsettled');
  return status('active');
}

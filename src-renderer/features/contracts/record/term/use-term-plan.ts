import { useMemo } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { termFactsOfContract } from '#shared/features/contracts/term-facts.ts';
import type { WorkingCalendar } from '#shared/features/calendar/model.ts';
import type { TermFacts, TermPlan } from '#shared/features/terms/model.ts';
import { termPlan } from '#shared/features/terms/rules.ts';
import { statusOn, type StatusOnDay } from '#shared/features/terms/status.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useWorkingCalendar } from '../../../../ipc/use-working-calendar.ts';
import { usePresentDay } from '../../../../ui/present-day.ts';

export interface ContractTerm {
  readonly today: Day;
  /** Those by which the running term ends. */
  readonly facts: TermFacts;
  readonly calendar: WorkingCalendar;
  readonly plan: TermPlan;
  readonly status: StatusOnDay;
}

/** What the rules say of a contract today, by the same functions as in main. */
export function useTermPlan(contract: Contract): ContractTerm {
  const today = usePresentDay();
  const calendar = useWorkingCalendar();
  return useMemo(() => {
    const told = termPlan(termFactsOfContract(contract), calendar, today);
    const facts = told.inForce;
    // What isn't signed can't be ended by notice.
    const plan = facts.stage === 'signed' ? told : { ...told, earliestExit: null };
    return { today, facts, calendar, plan, status: statusOn(facts, plan, today) };
  }, [contract, calendar, today]);
}

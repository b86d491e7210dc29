import type { Day } from '../../kernel/day.ts';
import type { TermPlan } from './model.ts';

export type TimelineKind = 'termStart' | 'today' | 'windowOpens' | 'safeSend' | 'deadline' | 'termEnd' | 'nextStart' | 'nextEnd' | 'earliestExit';

export interface TimelinePoint {
  readonly kind: TimelineKind;
  readonly day: Day;
}

const order: readonly TimelineKind[] = ['termStart', 'windowOpens', 'safeSend', 'deadline', 'today', 'termEnd', 'nextStart', 'nextEnd', 'earliestExit'];

/** What there is to see on a contract's time line, in order of the days. */
export function timelineOf(plan: TermPlan, today: Day): readonly TimelinePoint[] {
  const days: Readonly<Record<TimelineKind, Day | null>> = {
    termStart: plan.term?.start ?? plan.base,
    windowOpens: plan.windowOpens,
    safeSend: plan.safeSend,
    deadline: plan.deadline,
    today,
    termEnd: plan.term?.end ?? null,
    nextStart: plan.next?.start ?? null,
    nextEnd: plan.next?.end ?? null,
    earliestExit: plan.earliestExit,
  };
  return order
    .flatMap((kind) => (days[kind] === null ? [] : [{ kind, day: days[kind] }]))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : order.indexOf(a.kind) - order.indexOf(b.kind)));
}

/**
 * The last day for which the plan's end, deadline and day of sending stay as they are: the end of the running term, for
 * then the next one may begin. Without an end they never change.
 */
export function validThrough(plan: TermPlan): Day {
  return plan.next === null || plan.term === null ? ('9999-12-31' as Day) : plan.term.end;
}

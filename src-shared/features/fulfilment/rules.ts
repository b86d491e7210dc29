import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import type { WorkingCalendar } from '../calendar/model.ts';
import { dueDay, type DueFacts, type DueRule, type ObligationId } from './due-rules.ts';
import type { Obligation, ObligationStatus } from './model.ts';

const movesByStatus: Readonly<Record<ObligationStatus, readonly ObligationStatus[]>> = {
  planned: ['in_progress', 'submitted', 'met', 'partially_met', 'not_met', 'blocked', 'disputed', 'waived', 'cancelled'],
  in_progress: ['submitted', 'met', 'partially_met', 'not_met', 'blocked', 'disputed', 'waived', 'cancelled'],
  submitted: ['met', 'partially_met', 'not_met', 'in_progress', 'disputed', 'waived'],
  met: ['in_progress'],
  partially_met: ['met', 'in_progress', 'not_met', 'disputed', 'waived'],
  not_met: ['met', 'in_progress', 'disputed', 'waived'],
  blocked: ['in_progress', 'disputed', 'waived', 'cancelled'],
  disputed: ['in_progress', 'met', 'partially_met', 'not_met', 'waived', 'cancelled'],
  waived: ['planned'],
  cancelled: ['planned'],
};

/** Whether nothing more is owed: what the guard of completion asks for (domain.md). */
export function isFinal(status: ObligationStatus): boolean {
  return status === 'met' || status === 'waived' || status === 'cancelled';
}

/** The states that an obligation can go to, as far as its machine knows them. */
export function movesFrom(status: ObligationStatus): readonly ObligationStatus[] {
  return movesByStatus[status];
}

/** Whether a step must be explained: whatever is not simply getting on with it, and taking a final state back. */
export function needsReason(from: ObligationStatus, to: ObligationStatus): boolean {
  return isFinal(from) || ['partially_met', 'not_met', 'blocked', 'disputed', 'waived', 'cancelled'].includes(to);
}

export const obligationRefusals = ['NO_SUCH_MOVE', 'REASON_MISSING', 'EVIDENCE_MISSING', 'DEPENDENCY_OPEN', 'DAY_IN_FUTURE'] as const;
export type ObligationRefusal = (typeof obligationRefusals)[number];

export interface MoveFacts {
  readonly status: ObligationStatus;
  readonly evidenceRequired: boolean;
  readonly evidenceCount: number;
  /** Obligations that this one waits for and that are not final. */
  readonly openDependencies: number;
}

/** Whether an obligation may go to a state on a day, with the reason that the person gives. */
export function checkObligationMove(facts: MoveFacts, to: ObligationStatus, { on, reason, today }: { readonly on: Day; readonly reason: string; readonly today: Day }): Result<null, ObligationRefusal> {
  if (!movesByStatus[facts.status].includes(to)) return fail('NO_SUCH_MOVE');
  if (on > today) return fail('DAY_IN_FUTURE');
  if (needsReason(facts.status, to) && reason.trim() === '') return fail('REASON_MISSING');
  if (to === 'met' && facts.evidenceRequired && facts.evidenceCount === 0) return fail('EVIDENCE_MISSING');
  if (to === 'met' && facts.openDependencies > 0) return fail('DEPENDENCY_OPEN', { count: facts.openDependencies });
  return succeed(null);
}

/** The day of acceptance once so much is accepted, entered on a day: the one that is noted stays while the quantity does. */
export function acceptedOnAfter(before: { readonly accepted: number; readonly acceptedOn: Day | null }, accepted: number, today: Day): Day | null {
  if (accepted === before.accepted) return before.acceptedOn;
  return accepted > 0 ? today : null;
}

/** Days before the due day from which an obligation counts as due soon: the first of domain.md's reminders. */
export const dueSoonDays = 14;

/** What time makes of an obligation; never stored. `late`: met, but after its day. */
export const standings = ['overdue', 'dueSoon', 'upcoming', 'undated', 'late', 'done'] as const;
export type Standing = (typeof standings)[number];

export type Dated = Pick<Obligation, 'status' | 'dueOn' | 'graceDays' | 'metOn'>;

/** Overdue only after the days of grace; late by the day itself (domain.md). */
export function standingOf({ status, dueOn, graceDays, metOn }: Dated, today: Day): Standing {
  if (isFinal(status)) return status === 'met' && dueOn !== null && metOn !== null && metOn > dueOn ? 'late' : 'done';
  if (dueOn === null) return 'undated';
  if (today > addDays(dueOn, graceDays)) return 'overdue';
  return addDays(today, dueSoonDays) >= dueOn ? 'dueSoon' : 'upcoming';
}

/** Whether making `id` wait for `next` would go round in a circle, over the given edges. */
export function wouldCircle(id: ObligationId, next: readonly ObligationId[], dependenciesOf: (id: ObligationId) => readonly ObligationId[]): boolean {
  const seen = new Set<ObligationId>();
  const waiting = [...next];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === id) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...dependenciesOf(at));
  }
  return false;
}

/** What an obligation waits for: what was said, and what its day is counted from. */
export function edgesOf({ dependsOn, due }: { readonly dependsOn: readonly ObligationId[]; readonly due: DueRule }): readonly ObligationId[] {
  const anchor = due.kind === 'offset' ? due.obligationId : null;
  return anchor === null || dependsOn.includes(anchor) ? dependsOn : [...dependsOn, anchor];
}

export interface Progress {
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
  /** 0 to 1: what is done, a part counting as half. What was waived or cancelled is not counted at all. */
  readonly share: number;
  /** 0 to 1: what should be done by today. */
  readonly planned: number;
}

/** How far a contract's obligations are. Without any: nothing of nothing, share 0. */
export function progressOf(obligations: readonly Dated[], today: Day): Progress {
  const counted = obligations.filter(({ status }) => status !== 'waived' && status !== 'cancelled');
  const done = counted.filter(({ status }) => status === 'met').length;
  const part = counted.filter(({ status }) => status === 'partially_met').length;
  const planned = counted.filter(({ dueOn, status }) => (dueOn === null ? status === 'met' : dueOn <= today)).length;
  const of = (count: number) => (counted.length === 0 ? 0 : count / counted.length);
  return {
    total: counted.length,
    done,
    overdue: counted.filter((one) => standingOf(one, today) === 'overdue').length,
    share: of(done + part / 2),
    planned: of(planned),
  };
}

export interface Forecast {
  /** When it will be met if nothing is later than today and what it waits for comes as forecast; null where no day is known. */
  readonly on: Day | null;
  /** Days that this lies after the due day; 0 when in time. */
  readonly delay: number;
}

export type Forecastable = Dated & Pick<Obligation, 'id' | 'due' | 'dependsOn'>;

/**
 * The forecast of each obligation: one that is met keeps its day; one that was waived or cancelled never comes, and nothing
 * waits for it; one that is open comes no sooner than today, its due day, and what it waits for. A day counted from an obligation that is not met yet moves with that one's forecast.
 */
export function forecast(obligations: readonly Forecastable[], facts: Omit<DueFacts, 'metOn'>, calendar: WorkingCalendar, today: Day): ReadonlyMap<ObligationId, Forecast> {
  const byId = new Map(obligations.map((one) => [one.id, one]));
  const known = new Map<ObligationId, Forecast>();
  const running = new Set<ObligationId>();
  const at = (id: ObligationId): Forecast => {
    const one = byId.get(id);
    const found = known.get(id);
    if (found !== undefined) return found;
    // A circle can't be entered; if a file holds one, it must not hang the page.
    if (one === undefined || running.has(id)) return { on: null, delay: 0 };
    running.add(id);
    const result = forecastOne(one, at, facts, calendar, today);
    running.delete(id);
    known.set(id, result);
    return result;
  };
  for (const { id } of obligations) at(id);
  return known;
}

function forecastOne(one: Forecastable, at: (id: ObligationId) => Forecast, facts: Omit<DueFacts, 'metOn'>, calendar: WorkingCalendar, today: Day): Forecast {
  const delayFrom = (on: Day | null) => (on === null || one.dueOn === null ? 0 : Math.max(0, daysBetween(one.dueOn, on)));
  if (one.status === 'met') return { on: one.metOn, delay: delayFrom(one.metOn) };
  if (isFinal(one.status)) return { on: null, delay: 0 };
  const expected = one.dueOn ?? dueDay(one.due, { ...facts, metOn: (id) => at(id).on }, calendar).on;
  const waits = one.dependsOn.flatMap((id) => at(id).on ?? []);
  if (expected === null && waits.length === 0) return { on: null, delay: 0 };
  const on = [expected, today, ...waits].reduce<Day>((latest, day) => (day !== null && day > latest ? day : latest), today);
  return { on, delay: delayFrom(on) };
}

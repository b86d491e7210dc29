import { workingDayUpTo } from '../calendar/rules.ts';
import type { WorkingCalendar } from '../calendar/model.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Money } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';
import { defaultTermPolicy, type Term, type TermFacts, type TermNotice, type TermPlan, type TermPolicy } from './model.ts';
import { deadlineOf, earliestExit, isOverBefore, mayRenew, missingFacts, renewalPrice, termAt, termBase, termEnd, windowOf, type Known } from './one-term.ts';

/** A chain of terms longer than this is a mistake in the record, not a contract. */
const mostTerms = 1200;

/** Everything that the rules 1 to 9 say of a contract on a day. */
export function termPlan(
  facts: TermFacts,
  calendar: WorkingCalendar,
  today: Day,
  policy: TermPolicy = defaultTermPolicy,
): TermPlan {
  const plan = reckonedPlan(facts, calendar, today, policy);
  if (plan.agreedFrom.length === 0) return plan;
  return { ...plan, agreedFrom: thoseThatMatter(plan.agreedFrom, today, (day) => reckonedPlan({ ...facts, phases: facts.phases.filter(({ from }) => from === null || from <= day) }, calendar, today, policy)) };
}

/** Of the days of later amendments those that make a difference: with what is agreed up to them the plan says something else than with what is agreed before. */
function thoseThatMatter(days: readonly Day[], today: Day, planUpTo: (day: Day) => TermPlan): readonly Day[] {
  const told = [today, ...days].map((day) => saidBy(planUpTo(day)));
  return days.filter((_, at) => told[at] !== told[at + 1]);
}

/** What a plan tells a person of the running term and of the next, for comparing. */
function saidBy({ base, term, deadline, safeSend, windowOpens, window, notice, next, committedUntil, committedAmount, earliestExit, inForce, missing, unknownYears }: TermPlan): string {
  return JSON.stringify([base, term, deadline, safeSend, windowOpens, window, notice, next, committedUntil, committedAmount, earliestExit, inForce.renewalType, missing, unknownYears]);
}

/** The plan, with the days of all later amendments that take effect early enough to count in it. */
function reckonedPlan(facts: TermFacts, calendar: WorkingCalendar, today: Day, policy: TermPolicy): TermPlan {
  const unknownYears: number[] = [];
  const known = (result: Result<Day, 'YEAR_UNKNOWN'>): Day | null => {
    if (result.ok) return result.value;
    const year = Number(result.error.params?.['year'] ?? 0);
    if (!unknownYears.includes(year)) unknownYears.push(year);
    return null;
  };
  const running = runningOn(facts, calendar, today);
  const { index, term } = running;
  const inForce = running.force.facts;
  const renews = inForce.renewalType === 'auto' && mayRenew(inForce, index);
  const canRenew = renews || (inForce.renewalType === 'option' && mayRenew(inForce, index));
  const deadline = term === null || !canRenew ? null : lastArrival(running.force, term, index, calendar, known);
  const safeSend = deadline === null ? null : known(workingDayUpTo(calendar, addDays(deadline, -policy.deliveryDays[inForce.noticeMethod])));
  // Where the working days are not known yet the calendar's days do for opening the window, which has weeks to spare.
  const send = safeSend ?? (deadline === null ? null : addDays(deadline, -policy.deliveryDays[inForce.noticeMethod]));
  const windowOpens = send === null ? null : addDays(send, -policy.noticeLeadDays);
  const notice = canRenew ? noticeOf(running.force, index, calendar) : null;
  const window = windowOf(today, { canRenew, notice, windowOpens, deadline });
  const following = canRenew && renews === (notice === null) ? followingTerm(facts, running, calendar) : null;
  const next = following?.term ?? null;
  const isCommitted = window === 'missed' && inForce.renewalType === 'auto';
  const counted = following?.force.from ?? running.force.from;
  const lastDay = next?.end ?? term?.end ?? null;
  // A notice that is given today is given under today's terms.
  const exit = earliestExit(forceOn(forcesOf(facts, calendar), today).facts, term, today, calendar, known);
  return {
    base: termBase(inForce),
    index,
    term,
    deadline,
    safeSend,
    windowOpens,
    window,
    notice,
    next,
    committedUntil: isCommitted ? (next?.end ?? null) : (term?.end ?? null),
    committedAmount: following === null || next === null ? null : priceOf(running.force, following.index),
    earliestExit: exit !== null && isOverBefore(exit, term, next, inForce) ? null : exit,
    inForce,
    agreedFrom: daysOf(facts).filter((from) => from > today && counted !== null && from <= counted),
    revivedOn: lastDay === null || next !== null ? null : (daysOf(facts).find((from) => from > today && from > addDays(lastDay, 1)) ?? null),
    missing: missingFacts(inForce),
    unknownYears: unknownYears.sort((a, b) => a - b),
  };
}

/** What term n costs or brings. A sum that was agreed for a renewed term, or for terms that are counted anew, is that of the term itself. */
function priceOf(force: Force, n: number): Money | null {
  let since = force;
  while (since.before !== null && isSamePrice(since.before.facts, since.facts)) since = since.before;
  const firstEnd = termEnd(since.before?.facts ?? since.facts, 0);
  const isOfRenewal = since.from !== null && firstEnd !== null && since.from > firstEnd;
  return n === 0 || isOfRenewal ? force.facts.termPrice : renewalPrice(force.facts);
}

function isSamePrice({ termPrice: one }: TermFacts, { termPrice: other }: TermFacts): boolean {
  return one?.minor === other?.minor && one?.currency === other?.currency;
}

/** The last day that a contract has if nobody agrees on more; null when it has none, or nobody can tell. */
export function lastDayOf({ inForce: facts, term, next }: Pick<TermPlan, 'inForce' | 'term' | 'next'>, calendar: WorkingCalendar): Day | null {
  if (facts.renewalType === 'evergreen' || facts.continuingAfterExpiry) return null;
  if (next === null || term === null) return term?.end ?? null;
  const isAmendedLater = daysOf(facts).some((from) => from > addDays(term.end, 1));
  if (isAmendedLater) return lastDayOf(termPlan(facts, calendar, next.start), calendar);
  if (facts.renewalType === 'option') return next.end;
  return facts.maxRenewals === null ? null : termEnd(facts, facts.maxRenewals);
}

/** The terms that hold in a phase, and those that held before it. */
interface Force {
  readonly facts: TermFacts;
  readonly from: Day | null;
  readonly before: Force | null;
  /** The fixed day for notices that is written down, whether or not it still serves. */
  readonly writtenOptOut: Day | null;
}

interface Running {
  readonly force: Force;
  readonly index: number;
  readonly term: Term | null;
}

/** The terms of a contract in each phase, the earliest first. */
function forcesOf(facts: TermFacts, calendar: WorkingCalendar): readonly [Force, ...Force[]] {
  const forces: Force[] = [];
  for (const { from, wording } of facts.phases) {
    const before = forces.at(-1) ?? null;
    const own = { ...facts, ...wording };
    forces.push({ facts: before === null || from === null ? own : followingOn(own, from, before, calendar), from, before, writtenOptOut: own.optOutOn });
  }
  const [first, ...later] = forces;
  return first === undefined ? [{ facts, from: null, before: null, writtenOptOut: facts.optOutOn }] : [first, ...later];
}

/**
 * Terms that come into force after others. While a renewed term runs they don't undo how it came there, unless they say
 * anew when the contract ends. A fixed day for notices that was agreed for an end since put off serves no more.
 */
function followingOn(own: TermFacts, from: Day, before: Force, calendar: WorkingCalendar): TermFacts {
  const former = before.facts;
  const eve = addDays(from, -1);
  const { index, term } = runningIn(before, calendar, eve);
  const isSpent = own.optOutOn !== null && own.optOutOn === before.writtenOptOut && (former.isOptOutSpent === true || isPutOff(own, termEnd(former, index)));
  const next = isSpent ? { ...own, optOutOn: null, isOptOutSpent: true } : own;
  if (own.effectiveOn !== former.effectiveOn || own.expiresOn !== former.expiresOn || own.initialTermMonths !== former.initialTermMonths) return { ...next, countedAnewFrom: from };
  const following = former.countedAnewFrom === undefined ? next : { ...next, countedAnewFrom: former.countedAnewFrom };
  return index === 0 || term === null || term.end < eve ? following : { ...following, renewed: { index, under: former } };
}

/** Whether terms have a later end than the one before, to which their fixed day for notices belonged. */
function isPutOff(own: TermFacts, formerEnd: Day | null): boolean {
  const end = termEnd(own, 0);
  return own.optOutOn !== null && formerEnd !== null && end !== null && end > formerEnd && own.optOutOn <= formerEnd;
}

function forceOn(forces: readonly [Force, ...Force[]], day: Day): Force {
  return forces.findLast(({ from }) => from === null || from <= day) ?? forces[0];
}

/** The days on which amendments take effect. */
function daysOf({ phases }: TermFacts): readonly Day[] {
  return phases.flatMap(({ from }) => (from === null ? [] : [from]));
}

/**
 * The term that runs on a day, by the terms that will hold when it ends: what is agreed already counts if it takes effect
 * while the term runs or on the day after it, as an extension does. What takes effect later finds the contract ended or renewed.
 */
function runningOn(facts: TermFacts, calendar: WorkingCalendar, day: Day): Running {
  const forces = forcesOf(facts, calendar);
  let running = runningIn(forceOn(forces, day), calendar, day);
  for (const force of forces.filter(({ from }) => from !== null && from > day)) {
    const end = running.term?.end ?? termEnd(running.force.facts, running.index);
    if (force.from !== null && end !== null && force.from > addDays(end, 1)) break;
    running = runningIn(force, calendar, day);
  }
  return running;
}

function runningIn(force: Force, calendar: WorkingCalendar, day: Day): Running {
  const index = runningTerm(force, calendar, day);
  const term = termAt(force.facts, index);
  // Until they take effect, terms can end nothing.
  const eve = force.from === null || force.from <= day ? null : addDays(force.from, -1);
  return { force, index, term: term !== null && eve !== null && term.end < eve ? { ...term, end: eve } : term };
}

/** The term after the running one if it is not stopped, by the terms that will hold when it ends. */
function followingTerm(facts: TermFacts, { force, index, term }: Running, calendar: WorkingCalendar): Running {
  const usual = { force, index: index + 1, term: termAt(force.facts, index + 1) };
  if (facts.phases.length === 0 || term === null) return usual;
  const start = addDays(term.end, 1);
  const then = runningOn(facts, calendar, start);
  return then.term === null ? usual : { ...then, term: { start, end: then.term.end } };
}

/**
 * The running term: the smallest n whose end is not before today, within the limit of renewals, only while the contract
 * renews by itself and nobody opted out, or somebody exercised the option to renew (rules 4 and 8).
 */
function runningTerm(force: Force, calendar: WorkingCalendar, today: Day): number {
  const { facts } = force;
  for (let n = facts.renewed?.index ?? 0; n < mostTerms; n += 1) {
    const end = termEnd(facts, n);
    if (end === null || end >= today) return n;
    const canRenew = (facts.renewalType === 'auto' || facts.renewalType === 'option') && mayRenew(facts, n);
    if (!canRenew || (facts.renewalType === 'auto') === (noticeOf(force, n, calendar) !== null)) return n;
  }
  return mostTerms;
}

/** The notice that arrives in time to decide what follows term n, one that was received before one that is on its way. */
function noticeOf(force: Force, n: number, calendar: WorkingCalendar): TermNotice | null {
  const { facts } = force;
  const kind = facts.renewalType === 'option' ? 'exercise' : 'non_renewal';
  const given = facts.notices.filter((notice) => notice.kind === kind && concernsTerm(facts, notice, n));
  const term = given.length === 0 ? null : termAt(facts, n);
  if (term === null) return null;
  const deadline = lastArrival(force, term, n, calendar, (day) => (day.ok ? day.value : null));
  const inTime = given.filter(({ arrivesOn }) => deadline === null || arrivesOn <= deadline);
  return inTime.find(({ isReceived }) => isReceived) ?? inTime[0] ?? null;
}

/**
 * Whether a notice is about term n. An amendment that says anew when the contract ends counts the terms from 0 again, and a
 * notice about a term before it says nothing of those: there it is the last day that tells which term is meant.
 */
export function concernsTerm(facts: TermFacts, { term, termEndsOn, arrivesOn }: Pick<TermNotice, 'term' | 'termEndsOn' | 'arrivesOn'>, n: number): boolean {
  if (facts.countedAnewFrom === undefined) return term === n;
  return termEndsOn === null ? term === n && arrivesOn >= facts.countedAnewFrom : termEndsOn === termEnd(facts, n);
}

/**
 * The last day on which a notice about term n may arrive. Where an amendment takes effect after the day that it sets, it
 * can't have made a notice late that arrived in time before: until its eve the terms before it rule.
 */
function lastArrival(force: Force, term: Term, n: number, calendar: WorkingCalendar, known: Known): Day | null {
  const own = deadlineOf(force.facts, term, n, calendar, known);
  const { from, before } = force;
  if (own === null || from === null || before === null || own >= from || from <= term.start || from > term.end) return own;
  const eve = addDays(from, -1);
  const earlier = runningIn(before, calendar, eve);
  const { facts } = earlier.force;
  if (earlier.term === null || earlier.term.end < eve || facts.renewalType !== force.facts.renewalType || !mayRenew(facts, earlier.index)) return own;
  const deadline = lastArrival(before, earlier.term, earlier.index, calendar, known);
  if (deadline === null || deadline <= own) return own;
  return deadline < eve ? deadline : eve;
}

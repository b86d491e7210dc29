import { addWorkingDays } from '../calendar/rules.ts';
import type { WorkingCalendar } from '../calendar/model.ts';
import type { NoticePeriod } from '../contracts/record.ts';
import { addDays, addMonths, dayOf, dayParts, daysBetween, daysInMonth, type Day } from '../../kernel/day.ts';
import type { Money } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';
import type { MissingFact, Term, TermFacts, TermNotice, WindowState } from './model.ts';

/**
 * Where the counting starts: the day of effect, else of the last signature (domain.md, rule 1). A term of so many months
 * does not begin before the condition for taking effect is met; an end that is written down stays where it is.
 */
export function termBase({ effectiveOn, signedOn, awaitsCondition, expiresOn }: Pick<TermFacts, 'effectiveOn' | 'signedOn' | 'awaitsCondition' | 'expiresOn'>): Day | null {
  if (effectiveOn !== null) return effectiveOn;
  return awaitsCondition && expiresOn === null ? null : signedOn;
}

/**
 * The inclusive last day of term n, from 0, always counted from the anchor (rules 2 and 3); null for an open-ended contract,
 * and when a fact for it is missing. With an end date: addMonths(end + 1 day, n x renewal) - 1 day; else addMonths(base, initial + n x renewal) - 1 day.
 * Another length of the renewals, agreed while the contract is renewed, leaves the terms up to the running one as they were:
 * the end of that one is the anchor then.
 */
export function termEnd(facts: TermFacts, n: number): Day | null {
  const { expiresOn, initialTermMonths, renewalTermMonths, renewed: former } = facts;
  if (facts.renewalType === 'evergreen') return null;
  if (former !== undefined) {
    if (n <= former.index || renewalTermMonths === former.under.renewalTermMonths) return termEnd(former.under, n);
    const end = termEnd(former.under, former.index);
    return end === null || renewalTermMonths === null ? null : addDays(addMonths(addDays(end, 1), (n - former.index) * renewalTermMonths), -1);
  }
  if (n === 0 && expiresOn !== null) return expiresOn;
  if (n > 0 && renewalTermMonths === null) return null;
  const renewed = n * (renewalTermMonths ?? 0);
  if (expiresOn !== null) return addDays(addMonths(addDays(expiresOn, 1), renewed), -1);
  const base = termBase(facts);
  if (base === null || initialTermMonths === null) return null;
  return addDays(addMonths(base, initialTermMonths + renewed), -1);
}

/** The first day of term n: the base, or the day after the term before. */
export function termStart(facts: TermFacts, n: number): Day | null {
  if (n === 0) return termBase(facts);
  const before = termEnd(facts, n - 1);
  return before === null ? null : addDays(before, 1);
}

/** Whether terms let another term follow term n. */
export function mayRenew({ maxRenewals, renewalTermMonths }: TermFacts, n: number): boolean {
  return renewalTermMonths !== null && (maxRenewals === null || n < maxRenewals);
}

/**
 * What a renewed term costs or brings: the price of the first term by their lengths in months (domain.md, rule 7). Where an end
 * is written down that makes no whole months, the nearest count; where no length is known, the terms are taken as equally long.
 */
export function renewalPrice(facts: TermFacts): Money | null {
  const { termPrice, renewalTermMonths } = facts;
  const first = firstTermMonths(facts);
  if (termPrice === null || renewalTermMonths === null || first === null) return termPrice;
  return { ...termPrice, minor: Math.round((termPrice.minor * renewalTermMonths) / first) };
}

function firstTermMonths(facts: TermFacts): number | null {
  const term = termAt(facts, 0);
  if (facts.expiresOn === null || term === null) return facts.initialTermMonths;
  const months = Math.round((daysBetween(term.start, term.end) + 1) / daysAMonth);
  return months < 1 ? null : months;
}

/** Of four years with their leap day. */
const daysAMonth = 1461 / 48;

/** Term n; null when one of its ends can't be told. */
export function termAt(facts: TermFacts, n: number): Term | null {
  const [start, end] = [termStart(facts, n), termEnd(facts, n)];
  return start === null || end === null ? null : { start, end };
}

/** A day that was found; one of a year whose working days nobody announced is null, and noted. */
export type Known = (result: Result<Day, 'YEAR_UNKNOWN'>) => Day | null;

/** Rule 5. A fixed day serves the first term; from the second on only a period can be counted. */
export function deadlineOf(facts: TermFacts, { end }: Term, index: number, calendar: WorkingCalendar, known: Known): Day | null {
  if (facts.optOutOn !== null && index === 0) return facts.optOutOn;
  if (facts.optOutPeriod === null) return null;
  return countBack(end, facts.optOutPeriod, calendar, known);
}

function countBack(end: Day, { amount, unit }: NoticePeriod, calendar: WorkingCalendar, known: Known): Day | null {
  if (unit === 'month') return addDays(addMonths(addDays(end, 1), -amount), -1);
  return unit === 'day' ? addDays(end, -amount) : known(addWorkingDays(calendar, end, -amount));
}

interface Window {
  readonly canRenew: boolean;
  readonly notice: TermNotice | null;
  readonly windowOpens: Day | null;
  readonly deadline: Day | null;
}

/** Rule 7: upcoming before the lead, open up to the deadline, missed after it. */
export function windowOf(today: Day, { canRenew, notice, windowOpens, deadline }: Window): WindowState {
  if (!canRenew) return 'none';
  if (notice !== null) return 'given';
  if (deadline === null) return 'none';
  if (today > deadline) return 'missed';
  return windowOpens !== null && today < windowOpens ? 'upcoming' : 'open';
}

/** Rule 9: today plus the notice, then to the end of the month, quarter or term. */
export function earliestExit(facts: TermFacts, term: Term | null, today: Day, calendar: WorkingCalendar, known: Known): Day | null {
  if (facts.exitNotice === null) return null;
  const { amount, unit } = facts.exitNotice;
  const after = unit === 'month' ? addMonths(today, amount) : unit === 'day' ? addDays(today, amount) : known(addWorkingDays(calendar, today, amount));
  if (after === null) return null;
  switch (facts.exitAnchor) {
    case 'none':
      return after;
    case 'month':
      return endOfMonth(after);
    case 'quarter': {
      const { month } = dayParts(after);
      return endOfMonth(addMonths(dayOf(dayParts(after).year, month, 1), (3 - (month % 3)) % 3));
    }
    case 'term':
      return term !== null && term.end >= after ? term.end : null;
  }
}

/** Whether a contract ends by itself before a day, so that no notice for that day ends it. */
export function isOverBefore(day: Day, term: Term | null, next: Term | null, { continuingAfterExpiry }: TermFacts): boolean {
  return next === null && term !== null && term.end < day && !continuingAfterExpiry;
}

function endOfMonth(day: Day): Day {
  const { year, month } = dayParts(day);
  return dayOf(year, month, daysInMonth(year, month));
}

/** What is lacking for telling all days. */
export function missingFacts(facts: TermFacts): readonly MissingFact[] {
  const missing: MissingFact[] = [];
  const isEndless = facts.renewalType === 'evergreen';
  if (facts.awaitsCondition) missing.push('conditionMet');
  else if (termBase(facts) === null) missing.push('effectiveOn');
  if (!isEndless && facts.expiresOn === null && facts.initialTermMonths === null) missing.push('initialTermMonths');
  if ((facts.renewalType === 'auto' || facts.renewalType === 'option') && facts.renewalTermMonths === null) missing.push('renewalTermMonths');
  if (facts.optOutOn === null && facts.optOutPeriod === null) {
    if (facts.isOptOutSpent === true && (facts.renewalType === 'auto' || facts.renewalType === 'option')) missing.push('optOutAnew');
    else if (facts.renewalType === 'auto') missing.push('optOutPeriod');
  }
  return missing;
}

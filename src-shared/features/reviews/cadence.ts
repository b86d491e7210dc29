import type { RecordKind } from '../contracts/record.ts';
import type { ContractType } from '../templates/model.ts';
import { addDays, addMonths, dayParts, type Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Cadence, ReviewPolicy, ValueBand } from './policy.ts';

/** What the policy looks at in a contract. `termMonths` null: the contract names no length. */
export interface CadenceFacts {
  readonly contractType: ContractType;
  readonly recordKind: RecordKind;
  readonly termMonths: number | null;
  readonly risk: 'high' | 'medium' | 'low' | null;
  /** Null: not known, or not to be seen by this person. */
  readonly amount: { readonly minor: number; readonly currency: Currency } | null;
}

const monthsOf: Readonly<Record<Cadence, number>> = { monthly: 1, quarterly: 3, yearly: 12 };

/** The more frequent of several cadences (domain.md, rule 11); null when none is given. */
export function mostFrequent(cadences: readonly (Cadence | null)[]): Cadence | null {
  return cadences.reduce<Cadence | null>((best, next) => (next !== null && (best === null || monthsOf[next] < monthsOf[best]) ? next : best), null);
}

/**
 * How often a contract is reviewed: by its type where the policy names that, else by its length (short, framework or
 * long, ordinary); then risk and value may only make it more frequent. Null: never by the calendar.
 */
export function cadenceOf(policy: ReviewPolicy, bands: readonly ValueBand[], facts: CadenceFacts): Cadence | null {
  return mostFrequent([baseOf(policy, facts), facts.risk === null ? null : policy.byRisk[facts.risk], ...bands.filter((band) => isIn(band, facts)).map(({ cadence }) => cadence)]);
}

function baseOf(policy: ReviewPolicy, { contractType, recordKind, termMonths }: CadenceFacts): Cadence | null {
  const own = policy.byType.find((line) => line.contractType === contractType);
  if (own !== undefined) return own.cadence;
  if (termMonths !== null && termMonths <= policy.shortTermMonths) return policy.shortTerm;
  const isLong = recordKind === 'master' || contractType === 'framework' || (termMonths !== null && termMonths >= policy.longTermMonths);
  return isLong ? policy.longTerm : policy.ordinary;
}

function isIn({ fromMinor, currency }: ValueBand, { amount }: CadenceFacts): boolean {
  return amount !== null && amount.currency === currency && amount.minor >= fromMinor;
}

/** The k-th review, from 1: always counted from the anchor, so that neither a short month nor an early review shifts it. */
export function occurrenceOn(anchor: Day, cadence: Cadence, index: number): Day {
  return addMonths(anchor, index * monthsOf[cadence]);
}

/** The first occurrence that lies after a day. */
export function nextOccurrence(anchor: Day, cadence: Cadence, after: Day): { readonly index: number; readonly on: Day } {
  const [from, to] = [dayParts(anchor), dayParts(after)];
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  let index = Math.max(1, Math.floor(months / monthsOf[cadence]));
  while (occurrenceOn(anchor, cadence, index) <= after) index += 1;
  return { index, on: occurrenceOn(anchor, cadence, index) };
}

/** The occurrences from one day to another, both included, beginning with a review that is planned. */
export function occurrencesWithin(anchor: Day, cadence: Cadence, first: Day, from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let on = first; on <= to; on = nextOccurrence(anchor, cadence, on).on) if (on >= from) days.push(on);
  return days;
}

/** A review of the calendar that was held or skipped. */
export interface ClosedReview {
  readonly dueOn: Day;
  readonly closedOn: Day;
  /** The rhythm that it was due by; null: not known. */
  readonly cadence: Cadence | null;
}

/**
 * The periodic review after one that was closed: it follows the occurrence that was due, and the day on which it was
 * done. So one done early leaves the rhythm alone, and one done late is not followed by those that it was late past. Where
 * reviews became more frequent since, one done early stands for none of theirs but its own day. `closedDays`: the days of all
 * that were closed, of which none is asked for twice.
 */
export function followingReview(anchor: Day, cadence: Cadence, closed: ClosedReview, closedDays: readonly Day[] = []): Day {
  const isMoreFrequent = closed.cadence !== null && monthsOf[cadence] < monthsOf[closed.cadence];
  const after = closed.dueOn > closed.closedOn && !isMoreFrequent ? closed.dueOn : closed.closedOn;
  let { on } = nextOccurrence(anchor, cadence, after);
  while (on === closed.dueOn || closedDays.includes(on)) on = nextOccurrence(anchor, cadence, on).on;
  return on;
}

export interface ExtraFacts {
  /** Last day on which a notice of non-renewal can be sent and arrive. */
  readonly safeSendOn: Day | null;
  /** With the day of their signature; where that isn't known, of their effect. */
  readonly amendments: readonly { readonly id: string; readonly signedOn: Day }[];
  /** Null: not known. */
  readonly overdueObligations: number | null;
}

export interface ExtraReview {
  readonly reason: 'safe_send' | 'amendment' | 'overdue';
  /** The same event never asks for two reviews. */
  readonly key: string;
  readonly dueOn: Day;
}

const amendmentDays = 14;
const overdueDays = 7;
const newsDays = 60;

/** The reviews that events ask for beside the calendar's (domain.md, rule 11), due at once where the day has passed. */
export function extraReviews({ extra }: ReviewPolicy, facts: ExtraFacts, today: Day): readonly ExtraReview[] {
  const found: ExtraReview[] = [];
  const add = (reason: ExtraReview['reason'], key: string, dueOn: Day) => void found.push({ reason, key: `${reason}:${key}`, dueOn: dueOn < today ? today : dueOn });
  if (extra.safeSendLeadDays !== null && facts.safeSendOn !== null && facts.safeSendOn >= today) add('safe_send', facts.safeSendOn, addDays(facts.safeSendOn, -extra.safeSendLeadDays));
  // One that was signed long before it was entered is no news.
  if (extra.onAmendment) for (const { id, signedOn } of facts.amendments) if (signedOn >= addDays(today, -newsDays)) add('amendment', id, addDays(signedOn, amendmentDays));
  if (extra.overdueObligations !== null && (facts.overdueObligations ?? 0) >= extra.overdueObligations) add('overdue', today.slice(0, 7), addDays(today, overdueDays));
  return found;
}

/** Whether the policy asks for reviews for a reason at all. */
export function asksFor({ extra }: ReviewPolicy, reason: ExtraReview['reason']): boolean {
  if (reason === 'amendment') return extra.onAmendment;
  return (reason === 'safe_send' ? extra.safeSendLeadDays : extra.overdueObligations) !== null;
}

/**
 * The day to which a planned review moves because its event, or the policy, asks for another; null: it stays. One that has
 * come due waits on, also where the day that is asked for has passed; what is overdue is counted anew each day and moves nothing.
 */
export function movedDay({ reason, dueOn }: ExtraReview, plannedOn: Day, today: Day): Day | null {
  return reason === 'overdue' || dueOn === plannedOn || (dueOn === today && plannedOn < today) ? null : dueOn;
}

import * as library from 'rrule';
import { z } from 'zod';
import { addDays, addMonths, dayParts, daySchema, weekdayOf, type Day } from '../../kernel/day.ts';

// Node reads the library's CommonJS build, whose classes lie in its default export; bundlers the other, which names them.
const { RRule } = 'RRule' in library ? library : Reflect.get<typeof library, 'default'>(library, 'default');

/** A rule of RFC 5545 and its first day. Rules in hours and finer are none of a contract's. */
export const recurrenceSchema = z
  .object({ kind: z.literal('recurring'), rule: z.string().max(200).refine(isRule), from: daySchema, until: daySchema.nullable() })
  .readonly()
  .refine(({ from, until }) => until === null || until >= from);
export type Recurrence = z.infer<typeof recurrenceSchema>;

/** No series is laid out further than this at a time, however often it comes. */
export const mostOccurrences = 60;

/**
 * The days of a series after `after` (or from its first, where null) up to `to`, at most `limit`: a series without end
 * is never laid out whole.
 */
export function occurrences({ rule, from, until }: Recurrence, { after, to, limit = mostOccurrences }: { readonly after: Day | null; readonly to: Day; readonly limit?: number }): readonly Day[] {
  const last = until !== null && until < to ? until : to;
  const begin = after === null ? from : addDays(after, 1);
  if (begin > last || limit < 1) return [];
  const days: Day[] = [];
  new RRule({ ...RRule.parseString(rule), dtstart: instantOf(from) }).between(instantOf(begin), instantOf(last), true, (date) => {
    days.push(date.toISOString().slice(0, 10) as Day);
    return days.length < limit;
  });
  return days.slice(0, limit);
}

export const frequencies = ['weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly'] as const;
export type Frequency = (typeof frequencies)[number];

/**
 * The rule for a usual rhythm from a first day. The 29th to 31st of a month become its last day where it is shorter, as
 * a contract means it; RFC 5545 by itself would leave such months out.
 */
export function ruleOf(frequency: Frequency, from: Day): string {
  const { day, month } = dayParts(from);
  if (frequency === 'weekly') return `FREQ=WEEKLY;BYDAY=${weekdays[weekdayOf(from)] ?? 'MO'}`;
  const inMonth = day < 29 ? `BYMONTHDAY=${day}` : `BYMONTHDAY=${[28, 29, 30, 31].filter((each) => each <= day).join(',')};BYSETPOS=-1`;
  if (frequency === 'yearly') return `FREQ=YEARLY;BYMONTH=${month};${inMonth}`;
  return `FREQ=MONTHLY;INTERVAL=${{ monthly: 1, quarterly: 3, halfYearly: 6 }[frequency]};${inMonth}`;
}

/** Which usual rhythm a rule is; null for one written by hand. */
export function frequencyOf({ rule, from }: Pick<Recurrence, 'rule' | 'from'>): Frequency | null {
  return frequencies.find((frequency) => ruleOf(frequency, from) === rule) ?? null;
}

/** The usual rhythm that a rule comes by, whatever its day; null for another. */
export function frequencyOfRule(rule: string): Frequency | null {
  const [, unit, interval = '1'] = /^FREQ=(WEEKLY|MONTHLY|YEARLY)(?:.*;INTERVAL=(\d+))?/.exec(rule) ?? [];
  const known: Readonly<Record<string, Frequency>> = { WEEKLY1: 'weekly', MONTHLY1: 'monthly', MONTHLY3: 'quarterly', MONTHLY6: 'halfYearly', MONTHLY12: 'yearly', YEARLY1: 'yearly' };
  return known[`${unit ?? ''}${interval}`] ?? null;
}

/** How far ahead series are laid out: a year and a month, so that a year's plan is seen. */
export function horizonOf(today: Day): Day {
  return addMonths(today, 13);
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Whether a text is a rule of RFC 5545 in days or longer. */
export function isRule(rule: string): boolean {
  if (!/^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+-]+)*$/.test(rule)) return false;
  // What comes by the hour belongs to a clock; a start of its own would contradict the first day.
  if (/BYHOUR|BYMINUTE|BYSECOND|DTSTART|TZID|BYEASTER/.test(rule)) return false;
  try {
    const { interval } = RRule.parseString(rule);
    return interval === undefined || interval >= 1;
  } catch {
    return false;
  }
}

function instantOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

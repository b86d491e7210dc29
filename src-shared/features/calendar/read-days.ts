import { addDays, dayOf, daysBetween, isDay, type Day } from '../../kernel/day.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import { isPlain } from '../../kernel/plain-text.ts';
import type { CalendarDay } from './model.ts';

export type DaysProblem = 'DAYS_UNREADABLE' | 'DAY_IN_BOTH' | 'INVISIBLE_CHARACTERS';

/**
 * Reads days as a person types them from an announcement, a line each: `2027-02-06`, `2/6`, `2月6日`, a span with 至, ~ or
 * `..` between its ends, and a name behind it. Errors, each with the number of the line (from 1): DAYS_UNREADABLE for a
 * date that doesn't exist or lies in another year, and for a span that runs backwards or over more than a month;
 * DAY_IN_BOTH for a day that the other list names; INVISIBLE_CHARACTERS for a name with what nobody sees.
 */
export function readDays(text: string, year: number, isWorkday: boolean, others: readonly CalendarDay[] = []): Result<readonly CalendarDay[], DaysProblem> {
  const taken = new Set(others.map(({ day }) => day));
  const days = new Map<Day, CalendarDay>();
  for (const [index, typed] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    if (typed.trim() === '') continue;
    if (!isPlain(typed)) return fail('INVISIBLE_CHARACTERS', { line });
    const span = readLine(typed.normalize('NFKC').trim(), year);
    if (span === null) return fail('DAYS_UNREADABLE', { line });
    for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
      if (taken.has(day)) return fail('DAY_IN_BOTH', { line, day });
      days.set(day, { day, isWorkday, nameZh: span.name, nameEn: span.name });
    }
  }
  return succeed([...days.values()].sort((one, other) => one.day.localeCompare(other.day)));
}

/** The days as text that `readDays` reads: spans of days with the same name in one line. */
export function writeDays(days: readonly CalendarDay[], name: (day: CalendarDay) => string): string {
  return spansOf(days, name).map(({ from, to, name: said }) => `${from === to ? from : `${from}..${to}`} ${said}`.trim()).join('\n');
}

export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
  readonly name: string;
}

/** Days in a row that have the same name, as one. */
export function spansOf(days: readonly CalendarDay[], name: (day: CalendarDay) => string): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last !== undefined && last.name === name(day) && addDays(last.to, 1) === day.day) spans[spans.length - 1] = { ...last, to: day.day };
    else spans.push({ from: day.day, to: day.day, name: name(day) });
  }
  return spans;
}

const longestSpan = 31;
const dayPattern = String.raw`(?:(\d{4})\s?[-/.年]\s?)?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?`;
const linePattern = new RegExp(String.raw`^${dayPattern}(?:\s?(?:\.\.|~|—|–|至|到|to)\s?${dayPattern})?(?:\s+(.{1,60}))?$`, 'u');

function readLine(line: string, year: number): { readonly from: Day; readonly to: Day; readonly name: string } | null {
  const match = linePattern.exec(line);
  if (match === null) return null;
  const from = dayIn(year, match[1], match[2], match[3]);
  const to = match[5] === undefined ? from : dayIn(year, match[4], match[5], match[6]);
  if (from === null || to === null || to < from || daysBetween(from, to) >= longestSpan) return null;
  return { from, to, name: (match[7] ?? '').trim() };
}

function dayIn(year: number, typedYear: string | undefined, month: string | undefined, day: string | undefined): Day | null {
  if (typedYear !== undefined && Number(typedYear) !== year) return null;
  const text = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isDay(text) ? dayOf(year, Number(month), Number(day)) : null;
}

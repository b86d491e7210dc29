import { addDays, dayParts, weekdayOf, type Day } from '../../kernel/day.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import type { CalendarDay, CalendarYear, WorkingCalendar } from './model.ts';

/** A calendar of years; where a year is given twice, the later list replaces the earlier. */
export function calendarOf(...lists: readonly (readonly CalendarYear[])[]): WorkingCalendar {
  const years = lists.flat().map(({ year, days }) => [year, new Map(days.map((each) => [each.day, each]))] as const);
  return new Map(years);
}

export const yearRefusals = ['DAY_OF_OTHER_YEAR', 'DAY_IN_BOTH', 'NO_DAY_OFF'] as const;
export type YearRefusal = (typeof yearRefusals)[number];

/**
 * Whether a year can be what was announced. Errors: DAY_OF_OTHER_YEAR; DAY_IN_BOTH for a day that is off and worked;
 * NO_DAY_OFF for a year without a holiday, which no announcement is and which would count every weekday as worked.
 */
export function checkYear({ year, days }: CalendarYear): Result<null, YearRefusal> {
  const stray = days.find(({ day }) => !day.startsWith(`${year}-`));
  if (stray !== undefined) return fail('DAY_OF_OTHER_YEAR', { day: stray.day });
  const isWorkdayByDay = new Map(days.map(({ day, isWorkday }) => [day, isWorkday]));
  const torn = days.find(({ day, isWorkday }) => isWorkdayByDay.get(day) !== isWorkday);
  if (torn !== undefined) return fail('DAY_IN_BOTH', { day: torn.day });
  return days.some(({ isWorkday }) => !isWorkday) ? succeed(null) : fail('NO_DAY_OFF', { year });
}

export interface YearDifference {
  /** Named in the present list and not, or otherwise, in the new one. */
  readonly lost: readonly CalendarDay[];
  /** Named in the new list and not, or otherwise, in the present one. */
  readonly gained: readonly CalendarDay[];
}

/** What becomes otherwise when a year takes the place of another. The names of days count for nothing. */
export function yearDifference(present: CalendarYear, next: CalendarYear): YearDifference {
  const missingIn = (others: readonly CalendarDay[]) => {
    const isWorkdayByDay = new Map(others.map(({ day, isWorkday }) => [day, isWorkday]));
    return ({ day, isWorkday }: CalendarDay) => isWorkdayByDay.get(day) !== isWorkday;
  };
  const inOrder = (days: readonly CalendarDay[]) => days.toSorted((one, other) => one.day.localeCompare(other.day));
  return { lost: inOrder(present.days.filter(missingIn(next.days))), gained: inOrder(next.days.filter(missingIn(present.days))) };
}

/** Whether a day is worked. Error: YEAR_UNKNOWN with the year, when nothing was announced for it. */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): Result<boolean, 'YEAR_UNKNOWN'> {
  const { year } = dayParts(day);
  const days = calendar.get(year);
  if (days === undefined) return fail('YEAR_UNKNOWN', { year });
  const weekday = weekdayOf(day);
  return succeed(days.get(day)?.isWorkday ?? (weekday !== 0 && weekday !== 6));
}

/**
 * The working day that lies `count` working days after a day (before it for a negative count); the day itself is not
 * counted. Error: YEAR_UNKNOWN as soon as the way leads through a year that is not known.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, count: number): Result<Day, 'YEAR_UNKNOWN'> {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    const worked = isWorkingDay(calendar, at);
    if (!worked.ok) return worked;
    if (worked.value) left -= 1;
  }
  return succeed(at);
}

/** The day itself when it is worked, else the last working day before it. */
export function workingDayUpTo(calendar: WorkingCalendar, day: Day): Result<Day, 'YEAR_UNKNOWN'> {
  const worked = isWorkingDay(calendar, day);
  if (!worked.ok) return worked;
  return worked.value ? succeed(day) : addWorkingDays(calendar, day, -1);
}

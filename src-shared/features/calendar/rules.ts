import { addDays, dayParts, weekdayOf, type Day } from '../../kernel/day.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import type { CalendarYear, WorkingCalendar } from './model.ts';

/** A calendar of years; where a year is given twice, the later list replaces the earlier. */
export function calendarOf(...lists: readonly (readonly CalendarYear[])[]): WorkingCalendar {
  const years = lists.flat().map(({ year, days }) => [year, new Map(days.map((each) => [each.day, each]))] as const);
  return new Map(years);
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

import { z } from 'zod';

/** A calendar date without time zone, as `YYYY-MM-DD`. Contract dates are days, never instants. */
export type Day = string & { readonly day: true };

/** True when the text is a date that exists in the Gregorian calendar (31 February does not). */
export function isDay(text: string): text is Day {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const daySchema = z.string().refine(isDay) as unknown as z.ZodType<Day, Day>;

/** Days in a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day in the laptop's own time zone at an instant (epoch ms), given the zone's offset in minutes east of UTC. */
export function dayAt(epochMs: number, offsetMinutes: number): Day {
  const at = new Date(epochMs + offsetMinutes * 60_000);
  return dayOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

/** Year, month (from 1) and day of the month. */
export function dayParts(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: digits(day, 0, 4), month: digits(day, 5, 7), day: digits(day, 8, 10) };
}

/** The number that some digits of a text stand for; -1 where one of them is none. Called for every date of a list, so without a pattern. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The day a number of days later; earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  const { year, month, day: from } = dayParts(day);
  const moved = from + days;
  // Every month has so many days: the common case needs no calendar.
  if (moved >= 1 && moved <= 28) return `${day.slice(0, 8)}${moved < 10 ? '0' : ''}${moved}` as Day;
  if (Math.abs(days) <= fewDays) return countedOn(year, month, moved);
  const at = new Date(Date.parse(day) + days * millisecondsADay);
  return dayOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

// A period of notice; so far, month by month is sooner than through an instant.
const fewDays = 100;

/** A day counted on from a month, into those after or before it: 0 is the last of the month before. */
function countedOn(year: number, month: number, day: number): Day {
  if (day < 1) {
    const [ofYear, before] = month === 1 ? [year - 1, 12] : [year, month - 1];
    return countedOn(ofYear, before, daysInMonth(ofYear, before) + day);
  }
  const length = daysInMonth(year, month);
  if (day <= length) return dayOf(year, month, day);
  return month === 12 ? countedOn(year + 1, 1, day - length) : countedOn(year, month + 1, day - length);
}

/**
 * The same day of the month a number of months later, or the month's last day where it is shorter. Count from the
 * anchor each time: from 31 January, two months are 31 March, but one month and then another are 28 March.
 */
export function addMonths(day: Day, months: number): Day {
  const parts = dayParts(day);
  const index = parts.year * 12 + (parts.month - 1) + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayOf(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** The first day of a day's month. */
export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day;
}

/** The last day of a day's month. */
export function lastOfMonth(day: Day): Day {
  const { year, month } = dayParts(day);
  return dayOf(year, month, daysInMonth(year, month));
}

/** The whole days from one day to another; negative when the other lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsADay);
}

/** 0 Sunday … 6 Saturday, by Sakamoto's method (Gregorian): January and February count with the year before. */
export function weekdayOf(day: Day): number {
  const parts = dayParts(day);
  const year = parts.month < 3 ? parts.year - 1 : parts.year;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return (((year + leapDays + (monthShifts[parts.month - 1] ?? 0) + parts.day) % 7) + 7) % 7;
}

const monthShifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** A day of the calendar by its numbers, the month from 1; it must exist. */
export function dayOf(year: number, month: number, day: number): Day {
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as Day;
}

const millisecondsADay = 86_400_000;

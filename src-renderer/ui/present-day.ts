import { dayAt, type Day } from '#shared/kernel/day.ts';

/** Today on the laptop's calendar. Not to be asked while rendering: a page keeps the day on which it was opened. */
export function presentDay(): Day {
  return dayAt(Date.now(), -new Date().getTimezoneOffset());
}

import { dayAt, type Day } from '#shared/kernel/day.ts';

/** Today on the laptop's own calendar. */
export function dayOfToday(): Day {
  const now = new Date();
  return dayAt(now.getTime(), -now.getTimezoneOffset());
}

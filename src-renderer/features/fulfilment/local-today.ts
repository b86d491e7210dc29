import type { Day } from '#shared/kernel/day.ts';

/** Today on the laptop's own calendar. */
export function localToday(): Day {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}` as Day;
}

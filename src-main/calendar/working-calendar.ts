import type { CalendarYear, WorkingCalendar } from '#shared/features/calendar/model.ts';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import { calendarOf } from '#shared/features/calendar/rules.ts';
import type { Readable } from '../db/connection.ts';
import { sql } from '../db/sql.ts';

const announced = calendarOf(prcYears);

/** The working years that a vault knows: those that were announced, and its own in their place. */
export function workingCalendar(db: Readable): WorkingCalendar {
  const own = ownYears(db);
  return own.length === 0 ? announced : calendarOf(prcYears, own);
}

/** The years that the vault's people entered themselves. */
export function ownYears(db: Readable): readonly CalendarYear[] {
  return db
    .all<{ year: number; days: string }>(sql`SELECT year, days FROM calendar_years ORDER BY year`)
    .map(({ year, days }) => ({ year, days: JSON.parse(days) as CalendarYear['days'] }));
}

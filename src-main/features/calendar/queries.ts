import type { CalendarYear } from '#shared/features/calendar/model.ts';
import type { Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export function saveYear(db: Writable, { year, days }: CalendarYear, at: number): void {
  db.run(sql`
    INSERT INTO calendar_years (year, days, changed_at) VALUES (${year}, ${JSON.stringify(days)}, ${at})
    ON CONFLICT (year) DO UPDATE SET days = excluded.days, changed_at = excluded.changed_at`);
}

/** Whether there was one. */
export function removeYear(db: Writable, year: number): boolean {
  return db.run(sql`DELETE FROM calendar_years WHERE year = ${year}`) > 0;
}

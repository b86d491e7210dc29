import { checkYear, type YearRefusal } from '#shared/features/calendar/rules.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import { ownYears } from '../../calendar/working-calendar.ts';
import type { Writable } from '../../db/connection.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { Clock } from '../../ports.ts';
import { removeYear, saveYear } from './queries.ts';

export interface CalendarParts {
  readonly clock: Clock;
  /** The dates kept for lists that were reckoned with working days are no longer sure. */
  readonly forgetDates: (db: Writable) => void;
}

/** The working years of the vault's own. */
export function createCalendar({ clock, forgetDates }: CalendarParts): HandlersOf<'calendar'> {
  return {
    ownYears: (_, { db }) => succeed(ownYears(db)),
    saveYear: (year, { write }) =>
      write<null, YearRefusal>((db, note) => {
        const allowed = checkYear(year);
        if (!allowed.ok) return allowed;
        saveYear(db, year, clock.now());
        forgetDates(db);
        note('calendarYear', String(year.year), { days: year.days.length });
        return succeed(null);
      }),
    removeYear: ({ year }, { write }) =>
      write<null, 'NOT_FOUND'>((db, note) => {
        if (!removeYear(db, year)) return fail('NOT_FOUND');
        forgetDates(db);
        note('calendarYear', String(year), { removed: true });
        return succeed(null);
      }),
  };
}

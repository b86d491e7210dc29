import { addDays, addMonths, dayParts, dayOf, type Day } from '#shared/kernel/day.ts';
import { succeed } from '#shared/kernel/result.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable } from '../../db/connection.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { dayOn, type Clock } from '../../ports.ts';
import { cycleTimes, dueReviews, ending, findLayout, noticeDue, openFindings, openImprovements, overdueObligations, overdueReviews, saveLayout, signedMoney, stageCounts } from './queries.ts';

export interface HomeParts {
  readonly clock: Clock;
  /** Days before its date from which a review counts as due. */
  readonly reviewLeadDays: (db: Readable) => number;
}

const shownMonths = 12;
const dawn = '0001-01-01' as Day;

/** What the first page says in numbers. */
export function createHome({ clock, reviewLeadDays }: HomeParts): HandlersOf<'home'> {
  return {
    dashboard: (_, { db, session }) => {
      const today = dayOn(clock);
      const [own, leadUntil] = [session.user.id, addDays(today, reviewLeadDays(db))];
      return succeed({
        stages: stageCounts(db),
        expiring: { within30: ending(db, today, addDays(today, 30)), within60: ending(db, today, addDays(today, 60)), within90: ending(db, today, addDays(today, 90)) },
        noticeDue: noticeDue(db, today),
        ended: ending(db, dawn, addDays(today, -1)),
        reviews: { overdue: overdueReviews(db, today), due: dueReviews(db, leadUntil, null), mineDue: dueReviews(db, leadUntil, own) },
        findings: { open: openFindings(db, null, null), overdue: openFindings(db, today, null), mine: openFindings(db, null, own) },
        obligationsOverdue: overdueObligations(db, today),
        improvements: openImprovements(db),
      });
    },
    money: (_, { db, session }) => succeed(session.holds('finance') ? signedMoney(db, firstShownDay(dayOn(clock))) : withheld),
    cycleTimes: (_, { db }) => {
      const offset = clock.offsetMinutes(clock.now());
      return succeed(cycleTimes(db, Date.parse(firstShownDay(dayOn(clock))) - offset * 60_000, offset));
    },
    layout: (_, { db, session }) => succeed(findLayout(db, session.user.id) ?? { order: [], hidden: [] }),
    saveLayout: (layout, call) =>
      call.write<null, never>((db, note) => {
        saveLayout(db, call.session.user.id, layout, clock.now());
        note('home', call.session.user.id, { hidden: layout.hidden.length });
        return succeed(null);
      }),
  };
}

/** The first day of the month eleven months ago: twelve months with the running one. */
function firstShownDay(today: Day): Day {
  const { year, month } = dayParts(today);
  return addMonths(dayOf(year, month, 1), 1 - shownMonths);
}

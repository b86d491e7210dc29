import { addDays } from '#shared/kernel/day.ts';
import { workingCalendar } from '../../calendar/working-calendar.ts';
import { dayOn, type Clock } from '../../ports.ts';
import { localMoment } from '../../scheduler/local-moment.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import { createPace } from '../../scheduler/slices.ts';
import type { Session } from '../../vault/session.ts';
import { earliestOutdated, listOutdated } from './record-queries.ts';
import { reckonDates, type RecordChanged } from './term-facts.ts';

export interface KeptDatesParts {
  readonly clock: Clock;
  readonly recordChanged: RecordChanged;
  readonly onChanged: (features: readonly string[]) => void;
}

/** What a list waits for at most. */
const atOnce = 1_000;

/**
 * Keeps the dates that lists, figures and reports go by right when a term turns: on the day itself while the vault is open,
 * else as soon as it is opened. It only follows from what was recorded, so it leaves no audit event.
 */
export function createKeptDates({ clock, recordChanged, onChanged }: KeptDatesParts) {
  /** Brings up to `limit` contracts up to date; gives how many. While the keys are changed they stay as they stand. */
  function bringUp(session: Session, limit = atOnce): number {
    if (session.isBusy) return 0;
    const today = dayOn(clock);
    const outdated = listOutdated(session.whole, today, limit);
    if (outdated.length === 0) return 0;
    session.derive((db) => {
      const calendar = workingCalendar(db);
      for (const id of outdated) reckonDates(recordChanged, db, id, today, calendar);
    });
    return outdated.length;
  }

  const job: Job = {
    name: 'contractDates',
    nextAt: (session) => {
      if (session === null || session.isBusy) return null;
      const day = earliestOutdated(session.whole);
      if (day === null) return null;
      return day === '' ? 0 : localMoment(clock, addDays(day, 1), 0);
    },
    run: async (session) => {
      if (session === null) return;
      const pace = createPace({ first: 32, least: 4, most: 200 });
      let isChanged = false;
      while (pace.take(() => bringUp(session, pace.size)) > 0) {
        isChanged = true;
        await pace.rest();
      }
      if (isChanged) onChanged(['contracts', 'fulfilment']);
    },
  };

  return { bringUp, job };
}

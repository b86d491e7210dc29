import { addNameKeys, haveNameKeys } from '../../db/name-keys.ts';
import { isDiskFull, isReadOnly } from '../../files/file-errors.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import { createBulkPace } from '../../scheduler/slices.ts';
import type { Session } from '../../vault/session.ts';

/** What a list waits for at most. */
const atOnce = 1_000;

/**
 * Gives the names of a vault that was made with an earlier Deedbox what lists are sorted by, after it was opened: in slices,
 * for there may be a hundred thousand. It only follows from what was recorded, so it leaves no audit event.
 */
export function createKeptNames(onChanged: (features: readonly string[]) => void) {
  // Who writes a name writes its key: none is lacking again, and no list need ask.
  const done = new WeakSet<Session>();

  function isComplete(session: Session): boolean {
    if (!done.has(session) && haveNameKeys(session.whole)) done.add(session);
    return done.has(session);
  }

  /** Does up to `limit` rows; gives how many. While the keys are changed, and where nothing can be written, they stay as they stand. */
  function bringUp(session: Session, limit = atOnce): number {
    if (session.isBusy || isComplete(session)) return 0;
    let added = 0;
    try {
      session.derive((db) => (added = addNameKeys(db, limit)));
    } catch (error) {
      if (!isReadOnly(error) && !isDiskFull(error)) throw error;
      return 0;
    }
    return added;
  }

  const job: Job = {
    name: 'nameKeys',
    nextAt: (session) => (session === null || session.isBusy || isComplete(session) ? null : 0),
    run: async (session) => {
      if (session === null) return;
      const pace = createBulkPace({ beside: { first: 200, least: 50, most: 2_000 }, alone: { first: 1_000, least: 200, most: 10_000 } });
      while (pace.take(() => bringUp(session, pace.size)) > 0) await pace.rest();
      if (isComplete(session)) onChanged(['contracts', 'parties', 'fulfilment']);
    },
  };

  return { bringUp, job };
}

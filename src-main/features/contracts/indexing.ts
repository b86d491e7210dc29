import { VaultLocked, type Session } from '../../vault/session.ts';
import { indexRecords, indexTexts, isAnythingPending, type TextOf } from './search-index.ts';

/** A step is short enough for the window not to notice it, and the pause after it, at least as long, lets everything else go first. */
const step = { records: 40, texts: 4, pauseMs: 12 } as const;
const atOnce = { records: 120, texts: 12 } as const;

export type Indexing = ReturnType<typeof createIndexing>;

/** Keeps the indexes of search in step with the contracts: in the background, and as far as a search can wait for it. */
export function createIndexing(currentSession: () => Session | null, textOf: TextOf) {
  let timer: NodeJS.Timeout | undefined;

  /** Something changed: the indexes follow soon. */
  function wake(afterMs: number = step.pauseMs): void {
    timer ??= setTimeout(work, afterMs).unref();
  }

  function work(): void {
    timer = undefined;
    const session = currentSession();
    const started = performance.now();
    try {
      // On a slow disk a step is mostly its commit: the window gets as much time as the index does.
      if (session !== null && bringUp(session, step) > 0) wake(Math.max(step.pauseMs, performance.now() - started));
    } catch (error) {
      // While the keys are changed nothing is written: the next change, or the end of this one, wakes the work again.
      if (!(error instanceof VaultLocked)) throw error;
    }
  }

  /** Brings up what a search may wait for: all of it after a person's own changes, a part of it after an import. */
  function catchUp(session: Session): void {
    if (bringUp(session, atOnce) > 0) wake();
  }

  function bringUp(session: Session, limits: { readonly records: number; readonly texts: number }): number {
    let done = 0;
    if (!isAnythingPending(session.whole, session.holds('clauses'))) return done;
    session.derive((db) => {
      done = indexRecords(db, limits.records);
      if (session.holds('clauses')) done += indexTexts(db, limits.texts, textOf);
    });
    return done;
  }

  return { wake: () => wake(), catchUp };
}

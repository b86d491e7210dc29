import { createBackgroundSteps } from '../../scheduler/background-steps.ts';
import type { Session } from '../../vault/session.ts';
import { indexRecords, indexTexts, isAnythingPending, type TextOf } from './search-index.ts';

/** A step is short enough for the window not to notice it. */
const step = { records: 40, texts: 4, pauseMs: 12 } as const;
const atOnce = { records: 120, texts: 12 } as const;

export type Indexing = ReturnType<typeof createIndexing>;

/** Keeps the indexes of search in step with the contracts: in the background, and as far as a search can wait for it. */
export function createIndexing(session: () => Session | null, textOf: TextOf) {
  const { wake } = createBackgroundSteps({ session, pauseMs: step.pauseMs, step: (open) => bringUp(open, step) > 0 });

  /** Brings up what a search may wait for: all of it after a person's own changes, a part of it after an import. */
  function catchUp(open: Session): void {
    // While the keys are changed a search finds what was indexed before.
    if (!open.isBusy && bringUp(open, atOnce) > 0) wake();
  }

  function bringUp(open: Session, limits: { readonly records: number; readonly texts: number }): number {
    let done = 0;
    if (!isAnythingPending(open.whole, open.holds('clauses'))) return done;
    open.derive((db) => {
      done = indexRecords(db, limits.records);
      if (open.holds('clauses')) done += indexTexts(db, limits.texts, textOf);
    });
    return done;
  }

  return { wake, catchUp };
}

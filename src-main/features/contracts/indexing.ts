import { createBackgroundSteps } from '../../scheduler/background-steps.ts';
import type { Session } from '../../vault/session.ts';
import { indexRecords, indexTexts, isAnythingPending, mergeIndexes, type TextOf } from './search-index.ts';
import { lastRow } from './search-queries.ts';

/** A step is short enough for the window not to notice it. */
const step = { contracts: 40, letters: 10_000, pauseMs: 12 } as const;
const atOnce = { contracts: 120, letters: 30_000 } as const;
/**
 * After so many, as an import brings them, and a part of all, the indexes are brought together, some pages a step: all is
 * written anew then.
 */
const manyIndexed = 1_000;
const largePart = 0.2;
const pagesAStep = 60;

export type Indexing = ReturnType<typeof createIndexing>;

/** After so many that came into the index what was found before is stale; fewer, each search brings in by itself. */
const manyToTell = atOnce.contracts;
const tellPauseMs = 3_000;

/**
 * Keeps the indexes of search in step with the contracts: in the background, and as far as a search can wait for it.
 * `onIndexed` is told when many came in, now and then while more do.
 */
export function createIndexing(session: () => Session | null, textOf: TextOf, onIndexed: () => void) {
  const { wake } = createBackgroundSteps({ session, pauseMs: step.pauseMs, step: bringOn });
  let sinceMerged = 0;
  let sinceTold = 0;
  let toldAt = 0;

  function bringOn(open: Session): boolean {
    const done = bringUp(open, step);
    sinceTold += done;
    if (sinceTold >= manyToTell && (done === 0 || performance.now() - toldAt > tellPauseMs)) {
      sinceTold = 0;
      toldAt = performance.now();
      onIndexed();
    }
    return done > 0 || bringTogether(open);
  }

  /** Whether what came lately can't be found yet. */
  function isBehind(open: Session): boolean {
    return isAnythingPending(open.whole, open.holds('clauses'));
  }

  /** Brings up what a search may wait for: all of it after a person's own changes, a part of it after an import. */
  function catchUp(open: Session): void {
    // While the keys are changed a search finds what was indexed before.
    if (!open.isBusy && bringUp(open, atOnce) > 0) wake();
  }

  function bringUp(open: Session, limits: { readonly contracts: number; readonly letters: number }): number {
    let done = 0;
    if (!isBehind(open)) return done;
    open.derive((db) => {
      done = indexRecords(db, limits.contracts);
      if (open.holds('clauses')) done += indexTexts(db, limits.contracts, limits.letters, textOf);
    });
    sinceMerged += done;
    return done;
  }

  function bringTogether(open: Session): boolean {
    if (sinceMerged < manyIndexed || sinceMerged < lastRow(open.whole) * largePart) return false;
    let isMore = false;
    open.derive((db) => (isMore = mergeIndexes(db, open.holds('clauses'), pagesAStep)));
    if (!isMore) sinceMerged = 0;
    return isMore;
  }

  return { wake, catchUp, isBehind };
}

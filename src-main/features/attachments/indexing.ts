import { createBackgroundSteps } from '../../scheduler/background-steps.ts';
import type { Session } from '../../vault/session.ts';
import { hasUnnamed, indexUnnamed } from './queries.ts';

/** A step is short enough for the window not to notice it; one long text is a step of its own. */
const step = { letters: 20_000, pauseMs: 12 } as const;

/** Takes the names of files into the index that came there without: of an earlier version, out of a backup. `wake` begins. */
export function createFileIndexing(session: () => Session | null) {
  return createBackgroundSteps({
    session,
    pauseMs: step.pauseMs,
    step: (open) => {
      if (!open.holds('clauses') || !hasUnnamed(open.whole)) return false;
      open.derive((db) => indexUnnamed(db, step.letters));
      return true;
    },
  });
}

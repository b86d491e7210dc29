import { isAnybodyAsking } from '../scheduler/slices.ts';

/** How many rows the next transaction takes: as many as keep the main thread for about as long as it may be held. */
export interface SliceSize {
  /** Out of the rows that are left. */
  of(left: number): number;
  /** Learns from what the last one took: the work on its rows, and the commit that came on top, in milliseconds. */
  learn(rows: number, took: { readonly work: number; readonly commit: number }): void;
}

interface Limits {
  /** How long one transaction may hold the main thread, its commit over three files included. */
  readonly milliseconds: number;
  /** Where the disk makes every commit long, shorter slices would only make more of them: so much is work at least. */
  readonly leastWork: number;
  readonly fewestRows: number;
  readonly mostRows: number;
}

/** While somebody works on: the window's own questions come in between, and none waits long. */
const beside: Limits = { milliseconds: 22, leastWork: 15, fewestRows: 20, mostRows: 500 };
/** While nobody asks for anything: larger slices write the pages that their rows share once. */
const alone: Limits = { milliseconds: 120, leastWork: 75, fewestRows: 40, mostRows: 1_000 };

/** A size that follows this laptop's speed, and whether somebody is at work: `isBusy` says so. */
export function createSliceSize(isBusy: () => boolean = isAnybodyAsking): SliceSize {
  // Both follow what was learned, so that it is right at once when somebody comes or goes.
  const rows = { beside: 50, alone: 100 };
  const present = (): number => (isBusy() ? rows.beside : rows.alone);
  return {
    // A few rows that would be left over go along: they would cost a commit of their own.
    of: (left) => (left <= present() * 1.5 ? left : present()),
    learn: (done, { work, commit }) => {
      const next = (of: number, { milliseconds, leastWork, fewestRows, mostRows }: Limits): number => {
        const fitting = (done * Math.max(leastWork, milliseconds - commit, commit)) / Math.max(1, work);
        return Math.round(Math.min(mostRows, Math.max(fewestRows, (of + fitting) / 2)));
      };
      rows.beside = next(rows.beside, beside);
      rows.alone = next(rows.alone, alone);
    },
  };
}

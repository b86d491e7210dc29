/** How many rows the next transaction takes: as many as keep the main thread for about as long as it may be held. */
export interface SliceSize {
  /** Out of the rows that are left. */
  of(left: number): number;
  /** Learns from what the last one took: the work on its rows, and the commit that came on top, in milliseconds. */
  learn(rows: number, took: { readonly work: number; readonly commit: number }): void;
}

/**
 * How long the main thread may be held by one transaction, its commit over three files included, before the window's
 * own questions come in again. Larger slices are quicker on the whole: a commit costs the same for few rows as for many.
 */
const sliceMilliseconds = 45;
/** Where the disk makes every commit long, shorter slices would only make more of them: half of the time at least is work. */
const leastWorkMilliseconds = 25;
const fewestRows = 40;
const mostRows = 500;

export function createSliceSize(): SliceSize {
  let rows = 100;
  return {
    // A few rows that would be left over go along: they would cost a commit of their own.
    of: (left) => (left <= rows * 1.5 ? left : rows),
    learn: (done, { work, commit }) => {
      const fitting = (done * Math.max(leastWorkMilliseconds, sliceMilliseconds - commit, commit)) / Math.max(1, work);
      rows = Math.round(Math.min(mostRows, Math.max(fewestRows, (rows + fitting) / 2)));
    },
  };
}

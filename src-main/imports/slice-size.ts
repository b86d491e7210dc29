/** How many rows the next transaction takes: as many as keep the main thread for about as long as it may be held. */
export interface SliceSize {
  readonly rows: number;
  /** Learns from what the last one took: the work on its rows, and the commit that came on top. */
  learn(rows: number, took: { readonly work: number; readonly commit: number }): void;
}

/**
 * How long the main thread may be held by one transaction, its commit over three files included, before the window's
 * own questions come in again. Larger slices are quicker on the whole: a commit costs the same for few rows as for many.
 */
const sliceMilliseconds = 45;
/** Where the disk makes every commit long, shorter slices would only make more of them. */
const leastWorkMilliseconds = 25;
const fewestRows = 40;
const mostRows = 500;

export function createSliceSize(): SliceSize {
  let rows = 100;
  return {
    get rows() {
      return rows;
    },
    learn: (done, { work, commit }) => {
      const fitting = (done * Math.max(leastWorkMilliseconds, sliceMilliseconds - commit)) / Math.max(1, work);
      rows = Math.round(Math.min(mostRows, Math.max(fewestRows, (rows + fitting) / 2)));
    },
  };
}

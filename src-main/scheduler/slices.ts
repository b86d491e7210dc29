/** Lets everything else go first that waits: the window asks while long work is done in slices. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A slice that takes longer is felt in the window; one that is much shorter spends its time on beginning and ending. */
const mostMs = 40;
const leastMs = 15;

/** How much of long work is done at a time. It learns from how long the last slice took, on this laptop and with this vault. */
export interface Pace {
  /** How many subjects the next slice may have. */
  readonly size: number;
  /** Does a slice's work and measures it. */
  take<Outcome>(work: () => Outcome): Outcome;
}

/**
 * A pace that begins with so many subjects in a slice, halves them when it takes too long and doubles them when it is
 * over at once, between `least` and `most`: writing has a price of its own, which many small slices would pay over and
 * over. `now`: milliseconds that the processor worked; waiting for the disk is not made shorter by smaller slices.
 */
export function createPace({ first, least, most }: { readonly first: number; readonly least: number; readonly most: number }, now: () => number = cpuMs): Pace {
  let size = first;
  return {
    get size() {
      return size;
    },
    take: (work) => {
      const began = now();
      const outcome = work();
      const took = now() - began;
      if (took > mostMs) size = Math.max(least, Math.floor(size / 2));
      else if (took < leastMs) size = Math.min(most, size * 2);
      return outcome;
    },
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Lets everything else go first that waits: the window asks while long work is done in slices. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

// When somebody last asked for something, by the process's own clock.
let lastAskedAt = Number.NEGATIVE_INFINITY;

/** Told of each call of the window: long work gives way to a person who is at work. */
export function noteAsked(): void {
  lastAskedAt = performance.now();
}

// A page asks several things one after the other; whoever works on begins the next within this time.
const quietMs = 200;
/** So long is waited for quiet, so that the work is done some day even while somebody works without a break. */
const mostWaitedMs = 1_000;

/** A slice that takes longer is felt in the window; one that is much shorter spends its time on beginning and ending. */
const beside = { mostMs: 40, leastMs: 15 };
/** What is done in so many slices is over before anybody notices. */
const shortWork = 4;

/** Nobody waits for the window when nobody asked for anything for so long. */
const aloneAfterMs = 1_000;
/** Each slice writes the same scattered pages anew: a hundred thousand rows take less than half the time in long ones. */
const alone = { mostMs: 150, leastMs: 75 };

/** Whether somebody is at work in the window just now. */
export function isAnybodyAsking(): boolean {
  return performance.now() - lastAskedAt < aloneAfterMs;
}

/** How much of long work is done at a time. It learns from how long the last slice took, on this laptop and with this vault. */
export interface Pace {
  /** How many subjects the next slice may have. */
  readonly size: number;
  /** Does a slice's work and measures it. */
  take<Outcome>(work: () => Outcome): Outcome;
  /** Lets everything else go first; long work also waits for a moment in which nobody asks for anything. */
  rest(): Promise<void>;
}

/** How many subjects the first slice has, and the fewest and the most that one may have. */
export interface Sizes {
  readonly first: number;
  readonly least: number;
  readonly most: number;
}

/**
 * A pace that begins with so many subjects in a slice, halves them when it takes too long and doubles them when it is
 * over at once, between `least` and `most`: writing has a price of its own, which many small slices would pay over and
 * over. `now`: milliseconds that the processor worked; waiting for the disk is not made shorter by smaller slices.
 */
export function createPace({ first, least, most }: Sizes, now: () => number = cpuMs, { mostMs, leastMs } = beside): Pace {
  let size = first;
  let slices = 0;
  return {
    get size() {
      return size;
    },
    take: (work) => {
      const began = now();
      const outcome = work();
      const took = now() - began;
      slices += 1;
      if (took > mostMs) size = Math.max(least, Math.floor(size / 2));
      else if (took < leastMs) size = Math.min(most, size * 2);
      return outcome;
    },
    rest: async () => {
      await pause();
      if (slices <= shortWork) return;
      const from = performance.now();
      for (let at = from; at - lastAskedAt < quietMs && at - from < mostWaitedMs; at = performance.now()) await sleep(quietMs / 4);
    },
  };
}

/**
 * A pace for work whose slices write the same scattered pages: long slices while nobody is at the window, as after a
 * night, and the usual ones from the first thing on that somebody asks for.
 */
export function createBulkPace(sizes: { readonly beside: Sizes; readonly alone: Sizes }, now: () => number = cpuMs): Pace {
  const paces = { beside: createPace(sizes.beside, now), alone: createPace(sizes.alone, now, alone) };
  let present = paces.beside;
  return {
    get size() {
      present = isAnybodyAsking() ? paces.beside : paces.alone;
      return present.size;
    },
    take: (work) => present.take(work),
    rest: () => present.rest(),
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

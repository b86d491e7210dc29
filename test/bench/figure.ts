/** What was promised: a ratio to the peer, or a bound on our own side where only that was named. */
export type Aim =
  | { readonly of: 'ratio'; readonly atMost: number }
  | { readonly of: 'ratio'; readonly atLeast: number }
  | { readonly of: 'ours'; readonly atMost: number };

/** One figure: ours beside a peer or a physical limit, both measured in this run. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | '/s';
  readonly ours: number;
  readonly peer: number;
  /** What the peer is. */
  readonly against: string;
  readonly aim: Aim;
  readonly ratio: number;
  readonly met: boolean;
  /** Every single measurement, in the order that they were taken: a pair shares its moment. */
  readonly runs: Runs;
  /** What a reader needs to know to judge the figure. */
  readonly note: string;
}

export interface Runs {
  readonly ours: readonly number[];
  readonly peer: readonly number[];
}

export interface FigureParts extends Pick<Figure, 'name' | 'unit' | 'against' | 'aim' | 'runs' | 'note'> {
  /** The sides, where they are something other than the medians of the runs. */
  readonly sides?: { readonly ours: number; readonly peer: number };
}

/** Makes a figure of what was measured: the medians, their ratio, and whether it is what was promised. */
export function figure({ sides, ...parts }: FigureParts): Figure {
  const { ours, peer } = sides ?? { ours: median(parts.runs.ours), peer: median(parts.runs.peer) };
  const ratio = ours / peer;
  const { aim } = parts;
  const judged = aim.of === 'ratio' ? ratio : ours;
  return { ...parts, ours, peer, ratio, met: 'atMost' in aim ? judged <= aim.atMost : judged >= aim.atLeast };
}

/** The median, so that one disturbed run does not decide. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that a share of the runs, in percent, does not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Measures two sides in turn, so that what disturbs the machine disturbs both. */
export async function inTurn(
  repetitions: number,
  sides: { readonly ours: () => Promise<number>; readonly peer: () => Promise<number> },
): Promise<Runs> {
  const ours: number[] = [];
  const peer: number[] = [];
  for (let run = 0; run < repetitions; run += 1) {
    // Who goes first takes turns too: the second finds warmer caches.
    const first = run % 2 === 0;
    if (first) peer.push(await sides.peer());
    ours.push(await sides.ours());
    if (!first) peer.push(await sides.peer());
  }
  return { ours, peer };
}

/**
 * A chart of individual values with its natural limits (XmR): the mean, and 2.66 average moving ranges to both sides.
 * 2.66 is 3 / d2 with d2 = 1.128 for ranges of two values (Wheeler, Understanding Variation, 1993; NIST/SEMATECH
 * e-Handbook, 6.3.2.2). What stays between the limits is the usual variation of the work.
 */
export interface ControlLimits {
  readonly mean: number;
  /** Average of the differences from one value to the next. */
  readonly movingRange: number;
  readonly lower: number;
  readonly upper: number;
}

const scale = 2.66;
/** Fewer values say too little about how much is usual. */
export const fewestValues = 5;

/** The limits of values in order of time; null for fewer than five. */
export function controlLimits(values: readonly number[]): ControlLimits | null {
  if (values.length < fewestValues) return null;
  const mean = averageOf(values);
  const movingRange = averageOf(values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value))));
  return { mean, movingRange, lower: mean - scale * movingRange, upper: mean + scale * movingRange };
}

export type Signal = 'outside' | 'near_limit' | 'run';

const runLength = 8;

/**
 * What in values says that more than the usual variation is at work, against given limits (Wheeler’s three rules): a
 * value outside them; three of four in a row nearer to one limit than to the mean; eight in a row on one side.
 */
export function signalsOf(values: readonly number[], limits: ControlLimits, side: 'above' | 'below'): readonly Signal[] {
  const sign = side === 'above' ? 1 : -1;
  const reach = side === 'above' ? limits.upper - limits.mean : limits.mean - limits.lower;
  const distances = values.map((value) => (value - limits.mean) * sign);
  const found: Signal[] = [];
  if (distances.some((distance) => distance > reach)) found.push('outside');
  if (windowsOf(distances, 4).some((window) => window.filter((distance) => distance > reach / 2).length >= 3)) found.push('near_limit');
  if (windowsOf(distances, runLength).some((window) => window.every((distance) => distance > 0))) found.push('run');
  return found;
}

function windowsOf(values: readonly number[], length: number): readonly (readonly number[])[] {
  return values.length < length ? [] : values.slice(0, values.length - length + 1).map((_, index) => values.slice(index, index + length));
}

function averageOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

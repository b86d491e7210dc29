import type { TimelineKind, TimelinePoint } from '#shared/features/terms/timeline.ts';
import { daysBetween, type Day } from '#shared/kernel/day.ts';

/** What falls on one day of the axis, and where its words stand; places are percents of the axis' length. */
export interface AxisMark {
  readonly day: Day;
  readonly kinds: readonly TimelineKind[];
  readonly at: number;
  readonly side: 'above' | 'below';
  /** Left edge of the words. */
  readonly labelAt: number;
}

export interface AxisLayout {
  readonly marks: readonly AxisMark[];
  readonly placeOf: (day: Day) => number;
}

/** Width of a mark's words in percent of the axis. */
export const labelWidth = 15;
const gap = 0.8;

/**
 * Sets days along an axis in proportion to time. Words stand above and below in turn, and are pushed aside where they
 * would lie over each other: up to a dozen always fit. Null for fewer than two days, which make no line.
 */
export function layoutAxis(points: readonly TimelinePoint[]): AxisLayout | null {
  const days = [...new Set(points.map(({ day }) => day))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const length = daysBetween(first, last);
  const placeOf = (day: Day) => Math.min(100, Math.max(0, (daysBetween(first, day) / length) * 100));
  const marks = days.map((day, index) => ({
    day,
    kinds: points.filter((point) => point.day === day).map(({ kind }) => kind),
    at: placeOf(day),
    side: index % 2 === 0 ? ('above' as const) : ('below' as const),
  }));
  const placed = (['above', 'below'] as const).flatMap((side) => spread(marks.filter((mark) => mark.side === side)));
  return { marks: placed.sort((one, other) => one.at - other.at), placeOf };
}

/** Pushes labels to the right until none overlaps, then back from the right edge. */
function spread<Mark extends { readonly at: number }>(marks: readonly Mark[]): readonly (Mark & { readonly labelAt: number })[] {
  const lefts = marks.map(({ at }) => Math.min(100 - labelWidth, Math.max(0, at - labelWidth / 2)));
  for (let index = 1; index < lefts.length; index += 1) {
    lefts[index] = Math.max(lefts[index] ?? 0, (lefts[index - 1] ?? 0) + labelWidth + gap);
  }
  for (let index = lefts.length - 1, edge = 100 - labelWidth; index >= 0; index -= 1) {
    lefts[index] = Math.min(lefts[index] ?? 0, edge);
    edge = (lefts[index] ?? 0) - labelWidth - gap;
  }
  return marks.map((mark, index) => ({ ...mark, labelAt: Math.max(0, lefts[index] ?? 0) }));
}

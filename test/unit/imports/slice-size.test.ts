import { describe, expect, test } from 'vitest';
import { createSliceSize } from '../../../src-main/imports/slice-size.ts';

/** Where the size settles when a row takes so long and a commit takes so long. */
function settled(row: number, commit: number): number {
  const size = createSliceSize();
  for (let turn = 0; turn < 50; turn += 1) {
    const rows = size.of(10_000);
    size.learn(rows, { work: rows * row, commit });
  }
  return size.of(10_000);
}

describe('a slice', () => {
  test('with its commit keeps the main thread for 45 milliseconds', () => {
    expect(settled(0.1, 15) * 0.1 + 15).toBeCloseTo(45, 0);
  });

  test('works as long as a slow disk commits, or most of the time would go into commits', () => {
    expect(settled(0.2, 60)).toBe(300);
    expect(settled(0.2, 40)).toBe(200);
  });

  test('never has fewer than 40 or more than 500 rows, but takes along a few that would be left over', () => {
    expect([settled(5, 10), settled(0.001, 1)]).toEqual([40, 500]);
    const size = createSliceSize();
    expect([size.of(149), size.of(151), size.of(7)]).toEqual([149, 100, 7]);
  });
});

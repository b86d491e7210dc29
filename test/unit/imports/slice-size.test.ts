import { describe, expect, test } from 'vitest';
import { createSliceSize } from '../../../src-main/imports/slice-size.ts';

/** Where the size settles when a row takes so long and a commit takes so long. */
function settled(row: number, commit: number, isBusy: boolean): number {
  const size = createSliceSize(() => isBusy);
  for (let turn = 0; turn < 50; turn += 1) {
    const rows = size.of(10_000);
    size.learn(rows, { work: rows * row, commit });
  }
  return size.of(10_000);
}

describe('a slice while somebody is at work', () => {
  test('with its commit keeps the main thread for 22 milliseconds', () => {
    expect(settled(0.1, 5, true) * 0.1 + 5).toBeCloseTo(22, 0);
  });

  test('works as long as a slow disk commits, or most of the time would go into commits', () => {
    expect(settled(0.2, 60, true)).toBe(300);
    expect(settled(0.2, 40, true)).toBe(200);
  });

  test('never has fewer than 20 or more than 500 rows, but takes along a few that would be left over', () => {
    expect([settled(5, 10, true), settled(0.001, 1, true)]).toEqual([20, 500]);
    const size = createSliceSize(() => true);
    expect([size.of(74), size.of(76), size.of(7)]).toEqual([74, 50, 7]);
  });
});

describe('a slice while nobody asks for anything', () => {
  test('is several times as long, and is short again at once when somebody does', () => {
    const state = { isBusy: false };
    const size = createSliceSize(() => state.isBusy);
    for (let turn = 0; turn < 50; turn += 1) size.learn(size.of(10_000), { work: size.of(10_000) * 0.1, commit: 5 });
    expect(size.of(10_000)).toBe(1000);
    state.isBusy = true;
    expect(size.of(10_000)).toBe(170);
  });

  test('never has fewer than 40 or more than 1,000 rows', () => {
    expect([settled(5, 10, false), settled(0.001, 1, false)]).toEqual([40, 1000]);
  });
});

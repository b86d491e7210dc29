import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeSizes, readBudget, sizesByPart } from '../../../scripts/package/sizes.mjs';

const megabyte = 1024 * 1024;

test('a part at its limit passes, and one byte more fails', () => {
  expect(judgeSizes({ fonts: 2 * megabyte, total: 3 * megabyte + 1 }, { fonts: 2, total: 3 }).map(({ part, isOver }) => [part, isOver])).toEqual([
    ['fonts', false],
    ['total', true],
  ]);
});

test('a part without a limit, and a limit without a part, are errors', () => {
  expect(() => judgeSizes({ fonts: 1, films: 1 }, { fonts: 1 })).toThrow(/films/);
  expect(() => judgeSizes({ fonts: 1 }, { fonts: 1, films: 1 })).toThrow(/films/);
});

test('whatever grows, no part goes from too large to small enough', () => {
  fc.assert(fc.property(fc.nat(), fc.nat(), fc.nat(4000), (bytes, more, limit) => {
    const isOver = (size: number) => judgeSizes({ total: size }, { total: limit })[0]?.isOver ?? false;
    expect(isOver(bytes) && !isOver(bytes + more)).toBe(false);
  }));
});

test('every file of the archive belongs to one part', () => {
  const files = [
    { path: 'out/main/main.js', bytes: 1 },
    { path: 'out/fonts/regular.ttf', bytes: 10 },
    { path: 'node_modules/better-sqlite3/package.json', bytes: 100 },
    { path: 'package.json', bytes: 1000 },
  ];
  expect(sizesByPart(files)).toEqual({ application: 1001, fonts: 10, libraries: 100 });
});

test('the whole has a limit of its own: above that of any part, and not above that of all parts together', () => {
  const { total, ...parts } = readBudget();
  const sum = Object.values(parts).reduce((one, other) => one + other, 0);
  expect(sum).toBeGreaterThanOrEqual(total);
  expect(Math.max(...Object.values(parts))).toBeLessThan(total);
});

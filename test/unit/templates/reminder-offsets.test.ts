import { expect, test } from 'vitest';
import { readOffsets } from '#shared/features/templates/reminder-offsets.ts';

test.each([
  ['', []],
  ['90, 30，7、0', [90, 30, 7, 0]],
  ['7 30 7', [30, 7]],
  ['－3', [-3]],
  ['+1', [1]],
])('%j is read as days', (text, days) => {
  expect(readOffsets(text)).toEqual(days);
});

test.each(['-31', '366', '1.5', '三', '1,2,3,4,5,6,7,8,9,10,11,12,13', '9999'])('%j is no list of days', (text) => {
  expect(readOffsets(text)).toBeNull();
});

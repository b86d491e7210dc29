import { expect, test } from 'vitest';
import { typedNumber } from '#shared/kernel/typed-number.ts';

test.each([
  ['12', 12],
  [' 12.5 ', 12.5],
  ['-3', -3],
  ['.5', 0.5],
  ['１２．５', 12.5],
  ['－３', -3],
  ['９９。５', 99.5],
  ['1,234', 1234],
  ['１，２３４，５６７', 1_234_567],
])('%s is a number', (text, value) => {
  expect(typedNumber(text)).toBe(value);
});

test.each(['', ' ', '。', 'ten', '1,23', '1.2.3', '0x10', '1e3', '10%', 'Infinity', '1234567890123456'])('%s is none', (text) => {
  expect(typedNumber(text)).toBeNull();
});

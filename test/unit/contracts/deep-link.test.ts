import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDeepLink } from '#shared/features/contracts/deep-link.ts';

test.each([
  ['deedbox://contract/HT-2026-0001', 'HT-2026-0001'],
  ['deedbox://contract/HT-2026-0001/', 'HT-2026-0001'],
  ['DEEDBOX://contract/a', 'a'],
  ['deedbox://contract/%E9%87%87%E8%B4%AD-7', '采购-7'],
  ['deedbox://contract/A%2FB', 'A/B'],
])('%j leads to contract %j', (link, number) => expect(readDeepLink(link)).toBe(number));

test.each([
  'deedbox://contract/',
  'deedbox://contract/%',
  'deedbox://contract/a/b',
  'deedbox://contract/a?b=c',
  'deedbox://settings/x',
  'https://contract/HT-1',
  'file:///etc/passwd',
  'deedbox://contract/a%00b',
  'deedbox://contract/%E2%80%AEx',
  `deedbox://contract/${'9'.repeat(101)}`,
  '--inspect',
])('%j leads nowhere', (link) => expect(readDeepLink(link)).toBeNull());

test('every number without control characters survives being a link', () => {
  const numbers = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '' && text.length <= 100 && !/\p{C}/u.test(text));
  fc.assert(
    fc.property(numbers, (number) => {
      expect(readDeepLink(`deedbox://contract/${encodeURIComponent(number)}`)).toBe(number.trim());
    }),
  );
});

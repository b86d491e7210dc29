import { expect, test } from 'vitest';
import { readEntries } from '../../../src-renderer/features/amendments/term-entries.ts';

test('a number typed in full width is read', () => {
  const { terms, unreadable } = readEntries([
    { field: 'maxRenewals', text: '３', unit: 'day' },
    { field: 'exitNotice', text: '３０', unit: 'day' },
  ]);
  expect(unreadable).toEqual([]);
  expect(terms).toMatchObject({ maxRenewals: 3, exitNotice: { amount: 30, unit: 'day' } });
});

test('what is no number is named, not taken for none', () => {
  expect(readEntries([{ field: 'maxRenewals', text: 'three', unit: 'day' }, { field: 'exitNotice', text: 'x', unit: 'day' }]).unreadable).toEqual(['maxRenewals', 'exitNotice']);
});

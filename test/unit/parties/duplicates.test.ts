import { expect, test } from 'vitest';
import { findDuplicates, type KnownAs } from '#shared/features/parties/duplicates.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { effortOf } from '../../harness/effort.ts';

const party = (id: string, nameZh: string, given: Partial<KnownAs> = {}): KnownAs => ({ id: id as PartyId, nameZh, nameEn: '', uscc: '', ...given });
const none = () => false;
const groups = (parties: readonly KnownAs[], isDistinct: (one: PartyId, other: PartyId) => boolean = none) => findDuplicates(parties, isDistinct).map(({ reason, ids }) => [reason, ids.join('')]);

test('a name nearly equal joins a group that an equal name began, and the strongest reason names it', () => {
  expect(groups([party('a', '青石海洋工程装备有限公司'), party('b', '青石海洋工程装备有限公司'), party('c', '青石海洋工程装备公司')])).toEqual([['same', 'abc']]);
});

test('an equal code counts whatever its writing, and a code that is none counts for nothing', () => {
  expect(groups([party('a', '甲', { uscc: '91440300708461136T' }), party('b', '乙', { uscc: ' 9144 0300708461136t' })])).toEqual([['uscc', 'ab']]);
  expect(groups([party('a', '甲', { uscc: '1234' }), party('b', '乙', { uscc: '1234' })])).toEqual([]);
});

test('short names must be equal, and numbered branches are different parties', () => {
  expect(groups([party('a', '华为'), party('b', '华美')])).toEqual([]);
  expect(groups([party('a', '青石海洋工程第一分公司'), party('b', '青石海洋工程第二分公司')])).toEqual([]);
});

test('parties without a name in one language are not alike for that', () => {
  expect(groups([party('a', '甲方公司', { nameEn: '' }), party('b', '乙方公司', { nameEn: '' })])).toEqual([]);
});

test('a pair that is declared apart makes no group, whichever way it is asked', () => {
  const apart = (one: PartyId, other: PartyId) => `${one}${other}` === 'ab' || `${one}${other}` === 'ba';
  expect(groups([party('a', '示例'), party('b', '示例')], apart)).toEqual([]);
  expect(groups([party('b', '示例'), party('a', '示例')], apart)).toEqual([]);
});

test('ten thousand parties, of which half begin alike, take no longer than a moment', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => party(`p${index}`, index % 2 === 0 ? `中国银行股份有限公司${String.fromCodePoint(0x4e00 + index, 0x5e00 + index * 2)}支行` : `公司${String.fromCodePoint(0x4e00 + index, 0x6e00 + index)}`));
  const { seconds } = await effortOf(() => findDuplicates(many, none));
  console.info(`findDuplicates, 10,000 parties: ${seconds.toFixed(2)} s`);
  expect(seconds).toBeLessThan(2.5);
});

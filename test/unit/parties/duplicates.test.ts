import { expect, test } from 'vitest';
import { duplicateReasons, findDuplicates, type KnownAs } from '#shared/features/parties/duplicates.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { usccProblem } from '#shared/features/parties/rules.ts';
import { createNameComparison } from '#shared/features/parties/similar.ts';
import { effortOf } from '../../harness/effort.ts';
import { randomFrom, type Random } from '../../harness/fuzz/random.ts';

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

test('of three hundred books drawn with slips, codes and pairs told apart, the groups are those of every pair compared', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const { parties, isDistinct } = drawnBook(randomFrom(seed));
    expect(groups(parties, isDistinct), `book ${seed}`).toEqual(byEveryPair(parties, isDistinct));
  }
});

const roots = ['青石海洋工程装备', '中国银行股份有限公司深圳前海', '云帆重工', '上海某某贸易', 'Langang Offshore Shipping', '北京第三建筑安装工程'];
const ends = ['有限公司', '公司', '股份有限公司', '支行', '第一分公司', '第二分公司', ' Co., Ltd.', '', '12', '一支行'];
const codes = ['91330200MA7DEMXA1L', '91440300MA7DEMXA1L', '91440300708461136T', '1234', '', '', '', ''];

function drawnBook({ below, chance, pick }: Random) {
  const slip = (name: string): string => {
    const at = below(name.length);
    return name.slice(0, at) + pick(['', '岸', '港', 'x', '3']) + name.slice(at + below(2));
  };
  const nameOf = (): string => {
    const name = pick(roots) + pick(ends);
    if (chance(0.5)) return name;
    return chance(0.7) ? slip(name) : slip(slip(name));
  };
  const parties = Array.from({ length: 2 + below(40) }, (_, index) => party(`p${String(index).padStart(2, '0')}`, chance(0.9) ? nameOf() : '', { nameEn: chance(0.3) ? nameOf() : '', uscc: pick(codes) }));
  const pairOf = (one: PartyId, other: PartyId): string => [one, other].toSorted().join(' ');
  const apart = new Set(Array.from({ length: below(8) }, () => pairOf(pick(parties).id, pick(parties).id)));
  return { parties, isDistinct: (one: PartyId, other: PartyId) => apart.has(pairOf(one, other)) };
}

/** The groups by comparing everybody with everybody, and going from one to the next until nobody is added. */
function byEveryPair(parties: readonly KnownAs[], isDistinct: (one: PartyId, other: PartyId) => boolean) {
  const organisationOf = ({ uscc }: KnownAs): string | null => (usccProblem(uscc) === null ? uscc.slice(8, 17) : null);
  const reasonOf = (one: KnownAs, other: KnownAs): string | null => {
    if (one.id === other.id || isDistinct(one.id, other.id)) return null;
    return organisationOf(one) !== null && organisationOf(one) === organisationOf(other) ? 'uscc' : createNameComparison(one)(other);
  };
  const left = new Set(parties);
  const found: [string, string][] = [];
  for (const first of parties) {
    if (!left.delete(first)) continue;
    const group = [first];
    const reasons: string[] = [];
    for (const one of group) {
      for (const other of parties) {
        const reason = reasonOf(one, other);
        if (reason === null) continue;
        reasons.push(reason);
        if (left.delete(other)) group.push(other);
      }
    }
    if (group.length > 1) found.push([duplicateReasons.find((reason) => reasons.includes(reason)) ?? '', group.map(({ id }) => id).toSorted().join('')]);
  }
  return duplicateReasons.flatMap((reason) => found.filter(([of]) => of === reason));
}

test('one slip is found among thousands that begin and end alike, wherever the two stand', () => {
  const character = (at: number): string => String.fromCodePoint(0x4e00 + at);
  const branch = (index: number): string => `中国银行${character(index)}${character(index * 2)}${character(index * 3)}${character(20_000 - index)}市支行`;
  const many = Array.from({ length: 3_000 }, (_, index) => party(`p${index}`, branch(index)));
  const slipped = party('slip', branch(7).replace(character(21), '岸'));
  expect(groups([...many, slipped])).toEqual([['near', 'p7slip']]);
});

test('a book tells how far it is, from nothing to nearly all', () => {
  const told: number[] = [];
  findDuplicates(Array.from({ length: 10_000 }, (_, index) => party(`p${index}`, `上海某某贸易有限公司${index}`)), none, (fraction) => told.push(fraction));
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBeGreaterThan(0.5);
  expect(told.at(-1)).toBeLessThan(1);
  expect(told).toEqual(told.toSorted((one, other) => one - other));
});

test('ten thousand parties, of which half begin alike, take a fraction of a second, and numbered ones less', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => party(`p${index}`, index % 2 === 0 ? `中国银行股份有限公司${String.fromCodePoint(0x4e00 + index, 0x5e00 + index * 2)}支行` : `公司${String.fromCodePoint(0x4e00 + index, 0x6e00 + index)}`));
  const numbered = Array.from({ length: 10_000 }, (_, index) => party(`p${index}`, `上海某某贸易有限公司${index}`));
  const seconds = [(await effortOf(() => findDuplicates(many, none))).seconds, (await effortOf(() => findDuplicates(numbered, none))).seconds];
  console.info(`findDuplicates, 10,000 parties: ${seconds.map((each) => `${each.toFixed(2)} s`).join(', numbered ')}`);
  expect(seconds[0]).toBeLessThan(1);
  expect(seconds[1]).toBeLessThan(0.4);
});

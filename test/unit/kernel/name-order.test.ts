import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byName } from '#shared/kernel/name-order.ts';
import order from '../../../src-main/db/characters-in-order.json' with { type: 'json' };
import { nameKey, ownNameKey } from '../../../src-main/db/name-order.ts';

const collator = new Intl.Collator('zh', { numeric: true, sensitivity: 'base' });
const compareKeys = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** One sign that says a number, such as ② or Ⅷ: to the collator it isn't one, to a person it is. */
const isNumberSign = (character: string) => /\p{N}/u.test(character) && !/[0-9〇]/.test(character);
const signs = [...order.beforeHan, ...order.behindHan, ...order.behindHangul].flatMap((group) => [...group]).filter((one) => !isNumberSign(one));
const han = [...order.han.join('')].filter((one) => !isNumberSign(one));
const everyday = [...'中国有限公司合同采购租赁服务框架协议甲乙丙部门市场法务张王李赵陈重庆长沙厦门上海银行一二三〇龘𬭚々'];
// Numbers of one width only: the collator goes wrong where a number has digits of both.
const character = fc.oneof(
  fc.constantFrom(...everyday),
  fc.constantFrom(...han),
  fc.constantFrom(...signs),
  fc.constantFrom(...Object.keys(order.pairs)),
  fc.constantFrom(...Object.keys(order.words)),
  fc.constantFrom(...'abcXYZéßœ（）()－-— 　·・.,、，：ＡｂｱガΩйЯ가힣㈱℃…'),
  fc.nat(1_200).map(String),
);
const name = fc.array(character, { maxLength: 6 }).map((characters) => characters.join(''));

describe('what a name is sorted by', () => {
  test('puts drawn names in the order that the collator has for Chinese', () => {
    const near = fc.tuple(name, character, character, name).map(([head, one, other, tail]): [string, string] => [`${head}${one}${tail}`, `${head}${other}`]);
    fc.assert(
      fc.property(fc.oneof(fc.tuple(name, name), near), ([one, other]) => {
        expect(compareKeys(nameKey(one), nameKey(other))).toBe(Math.sign(collator.compare(one, other)));
      }),
      { numRuns: 20_000 },
    );
  });

  test('has every character that it covers in the place that the collator gives it', () => {
    const all = [...signs, ...han, ...Object.keys(order.pairs)].toSorted(collator.compare);
    const misplaced = all.filter((one, at) => at > 0 && compareKeys(nameKey(all[at - 1] ?? ''), nameKey(one)) !== Math.sign(collator.compare(all[at - 1] ?? '', one)));
    expect([all.length > 30_000, misplaced]).toEqual([true, []]);
  });

  test('tells pinyin, numbers as they count, and neither case, width nor accents', () => {
    const sorted = ['（甲）', '2', '10', '安徽', '北京', '合同2', '合同２号', '合同10', '李雷', '上海', '浙江', 'Acme', 'Zeta', '가', 'あ'];
    expect(sorted.toReversed().toSorted((one, other) => compareKeys(nameKey(one), nameKey(other)))).toEqual(sorted);
    for (const [one, other] of [['ACME（中国）', 'acme(中国)'], ['Société', 'SOCIETE'], ['合同007', '合同７'], ['ｶﾞ', 'か']] as const) expect(nameKey(one)).toBe(nameKey(other));
  });

  test('reads a character in a few words as it is read there', () => {
    const cities = ['北京', '成都', '重庆', '大连', '沈阳', '郑州', '重型机械'];
    expect(cities.toReversed().toSorted((one, other) => compareKeys(nameKey(one), nameKey(other)))).toEqual(cities);
    expect(cities.toReversed().toSorted(byName)).toEqual(cities);
  });

  test('departs from the collator where a sign says a number, which counts as one, and where it knows no place', () => {
    const before = (one: string, other: string) => [compareKeys(nameKey(one), nameKey(other)), Math.sign(collator.compare(one, other))];
    expect(before('附件②', '附件10')).toEqual([-1, 1]);
    expect(before('m²', 'm2')).toEqual([0, 1]);
    // A rare character stands behind the Han that are known, a picture behind everything.
    expect(before('𠮷野', '作')).toEqual([1, 1]);
    expect(before('𠮷野', 'Acme')).toEqual([-1, -1]);
    expect(before('📄', 'Zeta')).toEqual([1, -1]);
    expect([nameKey('\u200b合\u0007同'), nameKey('')]).toEqual([nameKey('合同'), '']);
  });

  test('of a name that many rows have is its alone', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(ownNameKey(one) === ownNameKey(other)).toBe(one === other);
        const order = compareKeys(nameKey(one), nameKey(other));
        if (order !== 0) expect(compareKeys(ownNameKey(one), ownNameKey(other))).toBe(order);
      }),
    );
  });

  test('is the same in every vault: an order that changes needs a migration that empties what is kept', () => {
    const hash = createHash('sha256');
    for (const one of [...signs, ...han, ...Object.keys(order.pairs), ...Object.keys(order.words), '合同10', '合同007', '①', '𠮷', '📄', '각']) hash.update(`${nameKey(one)}\n`);
    expect(hash.digest('hex').slice(0, 16)).toBe('227da1bbd8f9b800');
  });
});

test('names that are read whole stand by pinyin, and numbers in them as they count', () => {
  expect(['张三', 'Zoe', '李四', 'adam', '部门10', '部门9', '阿里'].toSorted(byName)).toEqual(['阿里', '部门9', '部门10', '李四', '张三', 'adam', 'Zoe']);
});

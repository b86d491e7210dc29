import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import { keptOrMade } from '#shared/features/checker/segmentation/kept.ts';
import type { NumberedBlock } from '#shared/features/reading/model.ts';

// A row of things in which one changed: what was made of the others is taken over, wherever they stand now.

const rows: fc.Arbitrary<string[]> = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 12 });
const making = (made: string[] = []) => ({
  isSame: (one: string, other: string) => one === other,
  keyOf: (thing: string) => thing,
  make: (thing: string) => {
    made.push(thing);
    return { thing };
  },
});

describe('what is made of a row', () => {
  test('is made of the row as it is now, whatever was before', () => {
    fc.assert(
      fc.property(rows, rows, (before, now) => {
        const { of, made } = keptOrMade(now, keptOrMade(before, undefined, making()), making());
        expect(of).toBe(now);
        expect(made.map(({ thing }) => thing)).toEqual(now);
      }),
    );
  });

  test('is made anew for those only that the row before did not have', () => {
    fc.assert(
      fc.property(rows, rows, (before, now) => {
        const anew: string[] = [];
        keptOrMade(now, keptOrMade(before, undefined, making()), making(anew));
        expect(anew.filter((thing) => before.includes(thing) && !isAtAnEnd(before, now, thing))).toEqual([]);
      }),
    );
  });

  test('is taken over at both ends, and between them where it moved', () => {
    const anew: string[] = [];
    const before = keptOrMade<string, { readonly thing: string }>(['甲', '乙', '丙', '丁'], undefined, making());
    const now = keptOrMade(['甲', '丙', '戊', '乙', '丁'], before, making(anew));
    expect(anew).toEqual(['戊']);
    for (const { thing } of now.made.filter((one) => one.thing !== '戊')) expect(now.made.find((one) => one.thing === thing)).toBe(before.made.find((one) => one.thing === thing));
  });

  test('of nothing, or after nothing, is made as well', () => {
    const nothing = keptOrMade([], undefined, making());
    expect(keptOrMade(['甲'], nothing, making()).made).toEqual([{ thing: '甲' }]);
    expect(keptOrMade([], keptOrMade(['甲'], undefined, making()), making()).made).toEqual([]);
  });
});

describe('a text that is cut again', () => {
  const block = (text: string, rest: Partial<NumberedBlock> = {}): NumberedBlock => ({ kind: 'paragraph', level: 0, number: null, text, cells: null, ...rest });
  const blocks = [
    block('买卖合同', { kind: 'title' }),
    block('标的', { kind: 'heading', level: 1, number: '第一条' }),
    block('乙方交付货物。'),
    block('价款', { kind: 'heading', level: 1, number: '第二条' }),
    block('名称 | 10', { kind: 'tableRow', cells: ['名称', '10'] }),
    block('甲方付款。'),
  ];

  test('keeps the clauses whose blocks read the same, though they were read anew', () => {
    const before = clauseText(blocks);
    const now = clauseText(blocks.map((one, index) => (index === 2 ? block('乙方交付新货物。') : { ...one, cells: one.cells === null ? null : [...one.cells] })), before);
    expect(now.clauses[2]).toBe(before.clauses[2]);
    expect(now.clauses[1]?.text).toBe('第一条 标的\n乙方交付新货物。');
  });

  test.each([
    ['number', { number: '第三条' }],
    ['kind', { kind: 'paragraph' }],
    ['level', { level: 2 }],
    ['text', { text: '总价' }],
  ] as const)('does not take a block for the same whose %s changed', (_, change) => {
    const changed = blocks.map((one, index) => (index === 3 ? { ...one, ...change } : one));
    expect(clauseText(changed, clauseText(blocks)).clauses).toEqual(clauseText(changed).clauses);
  });

  test.each([[['名称', '11']], [['名称', '10', '件']], [null]])('nor a row whose cells are now %j', (cells) => {
    const changed = blocks.map((one, index) => (index === 4 ? { ...one, cells } : one));
    expect(clauseText(changed, clauseText(blocks)).clauses).toEqual(clauseText(changed).clauses);
  });
});

/** Whether a thing of the row before was taken for an end of the row, and so isn't looked up for another place. */
function isAtAnEnd(before: readonly string[], now: readonly string[], thing: string): boolean {
  const head = before.findIndex((one, index) => one !== now[index]);
  const tail = before.toReversed().findIndex((one, index) => one !== now.toReversed()[index]);
  return before.slice(0, head < 0 ? before.length : head).includes(thing) || before.slice(tail < 0 ? 0 : before.length - tail).includes(thing);
}

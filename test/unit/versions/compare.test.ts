import { describe, expect, test } from 'vitest';
import { compareTexts, compareWords, countChanges, isChange } from '#shared/features/versions/compare.ts';
import type { NumberedBlock } from '#shared/features/reading/model.ts';
import { splitNumber } from '#shared/features/documents/text-blocks.ts';
import { redlineHtml } from '#shared/features/versions/redline.ts';
import { effortOf } from '../../harness/effort.ts';

const block = (text: string): NumberedBlock => ({ kind: 'paragraph', level: 0, cells: null, ...splitNumber(text) });
const blocks = (...texts: readonly string[]) => texts.map(block);

describe('words', () => {
  test('of Chinese are compared as words, not as whole sentences', () => {
    const parts = compareWords('甲方应在交货后付款。', '甲方应在验收后付款。');
    expect(parts.filter(({ kind }) => kind === 'removed').map(({ text }) => text).join('')).toBe('交货');
    expect(parts.filter(({ kind }) => kind === 'added').map(({ text }) => text).join('')).toBe('验收');
  });

  test('rebuild both texts exactly', () => {
    const [left, right] = ['The Seller shall deliver within 30 days.', 'The Buyer shall pay 甲方 within 30  days, net.'];
    const parts = compareWords(left, right);
    expect(parts.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('').replace(/\s+/g, ' ')).toBe(left);
    expect(parts.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('')).toBe(right);
  });
});

describe('blocks', () => {
  test('of equal texts show no change, whatever the white space', () => {
    expect(compareTexts(blocks('第一条　标的', '货物 为浮标'), blocks('第一条 标的', '货物为浮标')).some(isChange)).toBe(false);
  });

  test('after an inserted clause are renumbered, not changed', () => {
    const compared = compareTexts(
      blocks('第一条 标的', '第二条 违约责任', '第三条 争议解决'),
      blocks('第一条 标的', '第二条 保密义务', '第三条 违约责任', '第四条 争议解决'),
    );
    expect(compared.map(({ kind }) => kind)).toEqual(['same', 'added', 'renumbered', 'renumbered']);
    expect(countChanges(compared)).toEqual({ changed: 0, added: 1, removed: 0 });
  });

  test('of a table are compared cell by cell, but against a paragraph by their words', () => {
    const row = (...cells: readonly string[]): NumberedBlock => ({ kind: 'tableRow', level: 0, number: null, text: cells.join(' | '), cells });
    const changesOf = (left: NumberedBlock, right: NumberedBlock) => compareTexts([left], [right]).filter(isChange);
    expect(changesOf(row('甲方', '青石公司'), block('甲方 青石公司'))).toEqual([]);
    expect(changesOf(row('甲方', '青石公司'), row('甲方', '青石公司', ''))).toEqual([]);
    expect(changesOf(row('运费', '√', ''), row('运费', '', '√'))).toHaveLength(1);
    expect(changesOf(row('甲方', '青石公司'), block('甲方 青石集团公司'))[0]?.parts).toEqual([
      { kind: 'same', text: '甲方 青石' },
      { kind: 'added', text: '集团' },
      { kind: 'same', text: '公司' },
    ]);
  });

  test('of a table show a gap between their cells, whatever became of the row', () => {
    const row = (...cells: readonly string[]): NumberedBlock => ({ kind: 'tableRow', level: 0, number: null, text: cells.join(' | '), cells });
    const textsOf = (left: readonly NumberedBlock[], right: readonly NumberedBlock[]) => compareTexts(left, right).flatMap(({ parts }) => parts.map(({ kind, text }) => [kind, text]));
    expect(textsOf([row('运费', '卖方承担')], [row('运费', '卖方承担'), row('保险费', '买方承担')])).toEqual([['same', '运费\u2003\u2003卖方承担'], ['added', '保险费\u2003\u2003买方承担']]);
    expect(textsOf([row('运费', '卖方承担')], [])).toEqual([['removed', '运费\u2003\u2003卖方承担']]);
    expect(textsOf([row('运费', '卖方承担运输费用')], [row('运费', '买方承担运输费用')])).toEqual([['same', '运费\u2003\u2003'], ['removed', '卖方'], ['added', '买方'], ['same', '承担运输费用']]);
    expect(textsOf([row('设备 运费', '卖方')], [row('设备', '运费 卖方')]).map(([kind]) => kind)).toContain('added');
  });

  test('that were edited line up with what they were, though others come and go around them', () => {
    const compared = compareTexts(
      blocks('Payment is due within 30 days of the invoice.', 'This clause is gone altogether now.', 'Governing law is that of England.'),
      blocks('Something wholly new, namely insurance!', 'Payment is due within 45 days of the invoice.', 'Governing law is that of Scotland.'),
    );
    expect(compared.map(({ kind }) => kind)).toEqual(['added', 'changed', 'removed', 'changed']);
  });

  test('that moved are marked on both sides', () => {
    const moved = '保密义务在本合同终止后三年内继续有效。';
    const compared = compareTexts(blocks(moved, '甲方交付货物。', '乙方支付价款。'), blocks('甲方交付货物。', '乙方支付价款。', moved));
    expect(compared.filter(({ isMoved }) => isMoved).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  test('of a hundred pages are compared within three seconds', async () => {
    const text = (index: number, word: string) => `${index}.1 乙方应于${word}交付第${index}批货物，并承担与该批货物有关的运输、保险和安装调试费用，直至验收合格。`;
    const left = Array.from({ length: 2000 }, (_, index) => block(text(index, '月初')));
    const right = Array.from({ length: 2000 }, (_, index) => block(text(index, index % 3 === 0 ? '月末' : '月初')));
    const { outcome, seconds } = await effortOf(() => countChanges(compareTexts(left, right)));
    expect(outcome.changed).toBe(667);
    expect(seconds).toBeLessThan(3);
  });
});

test('a redline holds no markup of the text, and says by tags what was added and removed', () => {
  const html = redlineHtml('v1 <b>', compareTexts(blocks('付款 <script>'), blocks('付款 <style>')));
  expect(html).not.toMatch(/<script|<b>/);
  expect(html).toContain('<ins ');
  expect(html).toContain('<del ');
});

import { expect, test } from 'vitest';
import { termIndex } from '#shared/features/checker/term-index.ts';

const text = [
  '“交付物”是指附件一所列的文件。“样机”是指一台设备。',
  '乙方应于10日内交付交付物。',
  '甲方应验收交付物，并对保密信息保密。',
  '本合同所称“合格标准”由双方确认。“工期”是指30日。',
  '“工期”是指60日，工期内不得停工。',
];

test('terms are listed with their definitions and uses, and with what is wrong with them', () => {
  const index = termIndex(text);
  expect(index.map(({ term, state, definitions, uses }) => [term, state, definitions.length, uses.length])).toEqual([
    ['交付物', 'fine', 1, 2],
    ['样机', 'unused', 1, 0],
    ['保密信息', 'undefined', 0, 1],
    ['合格标准', 'undefined', 0, 1],
    ['工期', 'twice', 2, 1],
  ]);
});

test('each place holds the letters of its term', () => {
  for (const { term, definitions, uses } of termIndex(text)) {
    for (const { block, start, end } of [...definitions, ...uses]) expect(text[block]?.slice(start, end)).toBe(term);
  }
});

test('English terms are told from common words by their capitals', () => {
  const index = termIndex(['"Goods" means the items in Annex 1.', 'The Seller shall deliver the Goods. Other goods are none of the Goods.', 'It shall keep the Confidential Information secret.']);
  expect(index.map(({ term, state, uses }) => [term, state, uses.length])).toEqual([
    ['Goods', 'fine', 2],
    ['Confidential Information', 'undefined', 1],
  ]);
});

test('a text without terms has none', () => {
  expect(termIndex([])).toEqual([]);
  expect(termIndex(['甲方付款。'])).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAll } from '../../../src-renderer/ui/document-editor/find/search.ts';
import { countText } from '../../../src-renderer/ui/document-editor/text-count.ts';
import { nodeOf, paragraphs } from './states.fixture.ts';

test('words are found in every block, where they stand', () => {
  const doc = nodeOf(paragraphs('甲方应付款，甲方应验收。', 'Party A pays.'));
  expect(findAll(doc, '甲方', false).map(({ from, to }) => [from, doc.textBetween(from, to)])).toEqual([[1, '甲方'], [7, '甲方']]);
  expect(findAll(doc, 'party a', false)).toHaveLength(1);
  expect(findAll(doc, 'party a', true)).toHaveLength(0);
  expect(findAll(doc, '', false)).toEqual([]);
});

test('what is looked for is words, never a pattern, and what is found reads as it was asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '.', '*', '(', '甲'), maxLength: 8 }), { maxLength: 4 }), fc.string({ unit: fc.constantFrom('a', '.', '*', '(', '甲'), minLength: 1, maxLength: 2 }), (lines, wanted) => {
      const doc = nodeOf(paragraphs(...lines));
      const found = findAll(doc, wanted, true);
      for (const { from, to } of found) expect(doc.textBetween(from, to)).toBe(wanted);
      expect(found.length).toBe(lines.reduce((sum, line) => sum + line.split(wanted).length - 1, 0));
    }),
  );
});

test('a text is counted as Word counts it: each Chinese character is a word, as is each run of letters', () => {
  const doc = nodeOf(paragraphs('甲方应在 30 日内付款。', 'Party A’s duty.'));
  expect(countText(doc, null)).toEqual({ words: 9 + 3, characters: 11 + 13, isSelection: false });
  expect(countText(doc, { from: 1, to: 3 })).toEqual({ words: 2, characters: 2, isSelection: true });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAll } from '../../../src-renderer/ui/document-editor/find/search.ts';
import { countText } from '../../../src-renderer/ui/document-editor/text-count.ts';
import type { EditorContext } from '../../../src-renderer/ui/document-editor/editor-context.ts';
import { clausesOf } from '../../../src-renderer/ui/document-editor/clauses.ts';
import { commentPlaces } from '../../../src-renderer/ui/document-editor/comments.ts';
import { shownWords } from '../../../src-renderer/ui/document-editor/shown-words.ts';
import { nodeOf, paragraphs, schema } from './states.fixture.ts';

const own = ({ text = '' }: { readonly text?: string | undefined }) => text;

test('words are found in every block, where they stand', () => {
  const doc = nodeOf(paragraphs('甲方应付款，甲方应验收。', 'Party A pays.'));
  expect(findAll(doc, '甲方', false, own).map(({ from, to }) => [from, doc.textBetween(from, to)])).toEqual([[1, '甲方'], [7, '甲方']]);
  expect(findAll(doc, 'party a', false, own)).toHaveLength(1);
  expect(findAll(doc, 'party a', true, own)).toHaveLength(0);
  expect(findAll(doc, '', false, own)).toEqual([]);
});

test('what is looked for is words, never a pattern, and what is found reads as it was asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '.', '*', '(', '甲'), maxLength: 8 }), { maxLength: 4 }), fc.string({ unit: fc.constantFrom('a', '.', '*', '(', '甲'), minLength: 1, maxLength: 2 }), (lines, wanted) => {
      const doc = nodeOf(paragraphs(...lines));
      const found = findAll(doc, wanted, true, own);
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

test('values and references are found, quoted and listed as they read, and are told from the text’s own words', () => {
  const words = { condition: () => '', repeat: () => '', format: () => '', variable: () => '', locked: '', reference: '条款', placeholder: '' };
  const variables: EditorContext['variables'] = [{ key: 'goods', labelZh: '标的物', labelEn: 'Goods', type: 'text', required: true, helpZh: null, helpEn: null, group: 'subject', defaultValue: null, constraints: {} }];
  const context: EditorContext = { language: 'zh', numbering: 'article', variables, values: { goods: '远洋浮标及浮标支架' }, withheldKeys: [], hidesParts: true, words };
  const comment = schema.mark('comment', { id: 'c1' });
  const goods = schema.node('variable', { key: 'goods', format: 'default' }, [], [comment]);
  const clause = schema.node('clauseHeading', { level: 1, id: 'clause-1' }, [schema.text('交付', [comment]), goods]);
  const doc = schema.node('doc', null, [clause, schema.node('paragraph', { numbered: false, id: null }, [schema.text('按'), schema.node('clauseReference', { clauseId: 'clause-1' }), schema.text('所列浮标')])]);
  const shown = shownWords(doc, context);
  const find = (wanted: string) => findAll(doc, wanted, false, shown).map(({ from, to, isFixed }) => [from, to, isFixed]);
  expect(find('远洋浮标')).toEqual([[3, 4, true]]);
  expect(find('浮标')).toEqual([[3, 4, true], [10, 12, false]]);
  expect(find('交付远洋')).toEqual([[1, 4, true]]);
  expect(find('第一条')).toEqual([[7, 8, true]]);
  expect(find('按第一条所列')).toEqual([[6, 10, true]]);
  expect(clausesOf(doc, context).map(({ label, text }) => [label, text])).toEqual([['第一条', '交付远洋浮标及浮标支架']]);
  expect(commentPlaces(doc, shown)).toEqual([{ id: 'c1', from: 1, to: 4, words: '交付远洋浮标及浮标支架' }]);
});

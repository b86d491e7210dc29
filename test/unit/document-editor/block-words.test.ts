import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { createBlockReader } from '../../../src-renderer/ui/document-editor/spelling/block-words.ts';
import { documentSchemaExtensions } from '../../../src-renderer/ui/document-editor/schema/extensions.ts';

const schema = getSchema(documentSchemaExtensions());
const text = (words: string, mark?: 'deletion' | 'bold') => schema.text(words, mark === undefined ? [] : [schema.mark(mark)]);
const paragraph = (...content: Parameters<typeof schema.node>[2][]) => schema.node('paragraph', null, content as never);

test('a word that bold letters begin is one word, and one with letters struck out is read without them', () => {
  const read = createBlockReader();
  const block = paragraph(text('deli', 'bold'), text('vary of pay'), text('ee', 'deletion'), text('ment'));
  expect(read(block).words.map(({ word, from, to }) => [word, block.textBetween(from - 1, to - 1)])).toEqual([
    ['delivary', 'delivary'],
    ['of', 'of'],
    ['payment', 'payeement'],
  ]);
});

test('a value parts words and is none', () => {
  const read = createBlockReader();
  const block = paragraph(text('by '), schema.node('variable', { key: 'seler' }), text(' at'));
  expect(read(block).words.map(({ word }) => word)).toEqual(['by', 'at']);
});

test('the words of a defined term are told, in small letters', () => {
  const read = createBlockReader();
  expect(read(paragraph(text('“Zorblat Units” means the goods.'))).terms).toEqual(['zorblat', 'units']);
  expect(read(paragraph(text('The goods.'))).terms).toEqual([]);
});

test('the words of companies are told, whatever their legal form', () => {
  const read = createBlockReader();
  expect(read(paragraph(text('Party A (Buyer): Sailcloud Marine Instruments Co., Ltd. shall pay Nordwerk GmbH and Tuas (Asia) Pte. Ltd.'))).terms).toEqual(['sailcloud', 'marine', 'instruments', 'co', 'ltd', 'nordwerk', 'gmbh', 'tuas', 'asia', 'pte', 'ltd']);
  expect(read(paragraph(text('The delivary is limited.'))).terms).toEqual([]);
});

test('a block is read once', () => {
  const read = createBlockReader();
  const block = paragraph(text('The goods'));
  expect(read(block)).toBe(read(block));
});

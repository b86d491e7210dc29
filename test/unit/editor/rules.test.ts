import { expect, test } from 'vitest';
import { stages } from '#shared/features/contracts/stage.ts';
import type { BlockNode, DocumentNode } from '#shared/features/documents/model.ts';
import { hasVariables, isBeingDrafted, saysTheSame } from '#shared/features/editor/rules.ts';

const words = (text: string) => ({ type: 'text', text, marks: [] }) as const;
const documentOf = (...content: readonly object[]) => ({ type: 'doc', attrs: { numbering: 'article' }, content }) as unknown as DocumentNode;
const paragraph = (...content: readonly object[]) => ({ type: 'paragraph', attrs: { align: null }, content }) as unknown as BlockNode;

test('the editor is offered until something was decided on the text', () => {
  expect(stages.filter(isBeingDrafted)).toEqual(['draft', 'in_review', 'in_negotiation']);
});

test('texts say the same however their words are cut, and not once a word differs', () => {
  const whole = documentOf(paragraph(words('甲方应当付款')));
  expect(saysTheSame(whole, documentOf(paragraph(words('甲方应当'), words('付款'))))).toBe(true);
  expect(saysTheSame(whole, documentOf(paragraph(words('甲方可以付款'))))).toBe(false);
  expect(saysTheSame(whole, documentOf(paragraph({ ...words('甲方应当付款'), marks: [{ type: 'bold' }] })))).toBe(false);
});

test('a text has blanks when a variable stands in it, however deep', () => {
  const blank = { type: 'variable', attrs: { key: 'price', format: 'default' }, marks: [] };
  expect(hasVariables(documentOf(paragraph(words('价款'))))).toBe(false);
  expect(hasVariables(documentOf(paragraph(words('价款'), blank)))).toBe(true);
  expect(hasVariables(documentOf({ type: 'conditional', attrs: { key: 'rush', fact: null, operator: 'equals', value: 'true' }, content: [paragraph(words('加急'))] }))).toBe(true);
});

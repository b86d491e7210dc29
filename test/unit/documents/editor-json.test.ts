import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentToEditor, editorToDocument, type EditorNode } from '#shared/features/documents/editor-json.ts';
import { documentSchema, type DocumentNode } from '#shared/features/documents/model.ts';
import { seedTemplates } from '#shared/features/templates/seeds/seed-templates.ts';
import { anyDocument } from './documents.arbitrary.ts';

const there = (document: DocumentNode) => editorToDocument(documentToEditor(document));

test('whatever a document holds, it comes back from the editor as it went in', () => {
  const property = fc.property(anyDocument, (document) => void expect(there(document)).toEqual(document));
  fc.assert(property, { numRuns: 400 });
});

test('what comes back is a document by its own schema', () => {
  fc.assert(fc.property(anyDocument, (document) => documentSchema.safeParse(there(document)).success));
});

test('the templates that are shipped come back as they went in', () => {
  for (const { bodyZh, bodyEn } of seedTemplates) for (const body of [bodyZh, bodyEn]) expect(there(body)).toEqual(body);
});

test('marks of suggestions and comments are no part of the document, and texts that they cut in two become one', () => {
  const paragraph = (...content: EditorNode[]): EditorNode => ({ type: 'doc', attrs: {}, content: [{ type: 'paragraph', attrs: {}, content }] });
  const suggested = { type: 'insertion', attrs: { id: 's1', author: '陈静', at: 1 } };
  const document = editorToDocument(paragraph({ type: 'text', text: '甲方' }, { type: 'text', text: '应于', marks: [suggested] }, { type: 'text', text: '付款', marks: [{ type: 'bold' }] }));
  expect(document.content).toEqual([
    { type: 'paragraph', attrs: { numbered: false, id: null }, content: [{ type: 'text', text: '甲方应于', marks: [] }, { type: 'text', text: '付款', marks: [{ type: 'bold' }] }] },
  ]);
});

test('characters that nobody sees do not get into the document', () => {
  const document = editorToDocument({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '付\u200B款\u202E' }] }] });
  expect(document.content[0]).toMatchObject({ content: [{ text: '付款' }] });
});

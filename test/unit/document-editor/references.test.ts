import type { Editor } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { daySchema } from '#shared/kernel/day.ts';
import type { EditorContext } from '../../../src-renderer/ui/document-editor/editor-context.ts';
import { ownInsertions } from '../../../src-renderer/ui/document-editor/insert/own-insertions.ts';
import { schema } from './states.fixture.ts';

const words = { condition: () => '', repeat: () => '', format: () => '', variable: () => '', locked: '', reference: '条款', placeholder: '' };
const context: EditorContext = { language: 'zh', numbering: 'article', variables: [], values: {}, withheldKeys: [], hidesParts: true, words };

test('the clause of the cursor isn’t offered as one to refer to: it holds the very words that were typed', async () => {
  const clause = (text: string) => schema.node('clauseHeading', { level: 1, id: null }, [schema.text(text)]);
  const doc = schema.node('doc', null, [clause('交付'), clause('验收 /交付')]);
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, doc.content.size - 1) });
  const references = ownInsertions(() => context, (key: string) => key, daySchema.parse('2026-11-24')).find(({ key }) => key === 'references');
  const found = (await references?.find('交付', { state } as Editor)) ?? [];
  expect(found.map(({ label }) => label)).toEqual(['第一条 交付']);
});

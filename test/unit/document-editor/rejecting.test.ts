import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentNode } from '#shared/features/documents/model.ts';
import { decide } from '../../../src-renderer/ui/document-editor/suggest/suggestions.ts';
import { setTracking, tracking } from '../../../src-renderer/ui/document-editor/suggest/tracking.ts';
import { anyDocument } from '../documents/documents.arbitrary.ts';
import { documentOf, nodeOf, stateOf } from './states.fixture.ts';

// Whoever rejects everything gets the text as it was: of any document, with lists, tables, parts and what the editor only
// shows, after any edits of two people that cut through all of these.

const kinds = ['type', 'split', 'delete', 'join', 'paste', 'takeBlock'] as const;
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    by: fc.constantFrom('陈静', '李法务'),
    from: fc.nat(200),
    length: fc.nat(20),
    words: fc.string({ unit: fc.constantFrom('甲', '乙', '付', 'a'), minLength: 1, maxLength: 4 }),
    copied: fc.tuple(fc.nat(60), fc.nat(30)),
  }),
  { minLength: 1, maxLength: 5 },
);
type Edit = typeof edits extends fc.Arbitrary<(infer One)[]> ? One : never;

let author = '陈静';

test('rejecting everything gives the document as it was, after any edits of anybody', () => {
  fc.assert(
    fc.property(anyDocument, edits, (document: DocumentNode, all) => {
      const fresh = stateOf(nodeOf(document), tracking(() => ({ author, at: 7 })));
      const start = fresh.apply(setTracking(fresh.tr, true));
      const edited = all.reduce((state, edit) => applied(state, edit, start.doc), start);
      expect(documentOf(edited.apply(decide(edited, 'reject')).doc)).toEqual(documentOf(start.doc));
    }),
    { numRuns: 1_500, examples: [[endsOfItems, pastedOverItems]] },
  );
});

const variable = { type: 'variable', attrs: { key: 'buyer', format: 'default' }, marks: [] } as const;
const text = { type: 'text', text: '甲甲甲', marks: [] } as const;
const paragraph = { type: 'paragraph', attrs: { numbered: false, id: null } } as const;

/** A list whose items end in ways of their own: here a decision once met words where it counted on a block. */
const endsOfItems: DocumentNode = {
  type: 'doc',
  attrs: { numbering: 'article' },
  content: [
    {
      type: 'orderedList',
      attrs: { start: 0 },
      content: [
        { type: 'listItem', content: [{ ...paragraph, content: [{ type: 'hardBreak' }, variable] }, { type: 'title', content: [variable, variable, text] }] },
        { type: 'listItem', content: [{ type: 'partyBlock', attrs: { role: '甲方', key: 'buyer' } }, { type: 'signatureBlock', attrs: { parties: [{ role: '甲方', key: 'buyer' }] } }, { ...paragraph, content: [text] }] },
        { type: 'listItem', content: [] },
      ],
    },
    { type: 'title', content: [] },
  ],
};
const pastedOverItems: Edit[] = [{ kind: 'paste', by: '陈静', from: 3, length: 15, words: '甲', copied: [28, 2] }];

function applied(state: EditorState, { kind, by, from, length, words, copied }: Edit, original: ProseMirrorNode): EditorState {
  author = by;
  const end = state.doc.content.size;
  if (kind === 'takeBlock') return blockTaken(state, Math.min(from, end));
  const selection = TextSelection.between(state.doc.resolve(Math.min(from, end)), state.doc.resolve(Math.min(from + length, end)));
  const chosen = state.apply(state.tr.setSelection(selection));
  if (!(chosen.selection instanceof TextSelection)) return chosen;
  switch (kind) {
    case 'type':
      return chosen.apply(chosen.tr.insertText(words));
    case 'delete':
      return selection.empty ? chosen : chosen.apply(chosen.tr.deleteSelection());
    case 'paste': {
      // What is pasted carries no suggestions: the clipboard's marks of them are not read.
      const size = original.content.size;
      const at = Math.min(copied[0], size);
      return chosen.apply(chosen.tr.replaceSelection(original.slice(at, Math.min(at + copied[1], size))));
    }
    case 'join': {
      const before = chosen.selection.$from.before();
      return chosen.doc.resolve(before).nodeBefore?.isTextblock === true ? chosen.apply(chosen.tr.join(before)) : chosen;
    }
    case 'split': {
      // As the Enter key does it: what is chosen goes first, then comes the break.
      const struck = selection.empty ? chosen : chosen.apply(chosen.tr.deleteSelection());
      return struck.selection.$from.parent.isTextblock ? struck.apply(struck.tr.split(struck.selection.from)) : struck;
    }
  }
}

function blockTaken(state: EditorState, from: number): EditorState {
  for (let at = from; at < state.doc.content.size; at += 1) {
    const node = state.doc.nodeAt(at);
    if (node === null || !NodeSelection.isSelectable(node)) continue;
    const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, at)));
    return chosen.apply(chosen.tr.deleteSelection());
  }
  return state;
}

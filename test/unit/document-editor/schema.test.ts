import { EditorState } from '@tiptap/pm/state';
import { fixTables } from '@tiptap/pm/tables';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDocument } from '../documents/documents.arbitrary.ts';
import { documentOf, nodeOf } from './states.fixture.ts';

test('ProseMirror takes every document, finds nothing to mend, and gives it back as it was', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const node = nodeOf(document);
      node.check();
      expect(fixTables(EditorState.create({ doc: node }))).toBeUndefined();
      expect(documentOf(node)).toEqual(document);
    }),
    { numRuns: 300 },
  );
});

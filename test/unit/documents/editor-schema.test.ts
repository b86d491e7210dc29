import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentToEditor, editorToDocument, type EditorNode } from '#shared/features/documents/editor-json.ts';
import { documentSchemaExtensions } from '../../../src-renderer/ui/document-editor/schema/extensions.ts';
import { anyDocument } from './documents.arbitrary.ts';

const schema = getSchema(documentSchemaExtensions());

test('ProseMirror takes every document, finds nothing to mend, and gives it back as it was', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const node = schema.nodeFromJSON(documentToEditor(document));
      node.check();
      expect(editorToDocument(node.toJSON() as EditorNode)).toEqual(document);
    }),
    { numRuns: 300 },
  );
});

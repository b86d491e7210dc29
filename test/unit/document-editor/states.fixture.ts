import { getSchema, type AnyExtension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { EditorState, type Plugin } from '@tiptap/pm/state';
import { documentToEditor, editorToDocument, type EditorNode } from '#shared/features/documents/editor-json.ts';
import type { BlockNode, DocumentNode } from '#shared/features/documents/model.ts';
import { documentSchemaExtensions } from '../../../src-renderer/ui/document-editor/schema/extensions.ts';

export const schema = getSchema(documentSchemaExtensions());

/** A text as an editor holds it. */
export function nodeOf(document: DocumentNode): ProseMirrorNode {
  return schema.nodeFromJSON(documentToEditor(document));
}

export function documentOf(node: ProseMirrorNode): DocumentNode {
  return editorToDocument(node.toJSON() as EditorNode);
}

/** An editor's state with the plugins of an extension, without a window. */
export function stateOf(doc: ProseMirrorNode, ...extensions: readonly AnyExtension[]): EditorState {
  const plugins = extensions.flatMap(({ config }) => (config as { addProseMirrorPlugins: () => readonly Plugin[] }).addProseMirrorPlugins());
  return EditorState.create({ doc, plugins: [...plugins] });
}

export function paragraphs(...texts: readonly string[]): DocumentNode {
  return { type: 'doc', attrs: { numbering: 'article' }, content: texts.map((text): BlockNode => ({ type: 'paragraph', attrs: { numbered: false, id: null }, content: text === '' ? [] : [{ type: 'text', text, marks: [] }] })) };
}

/** The words of each block. */
export function linesOf(node: ProseMirrorNode): readonly string[] {
  const lines: string[] = [];
  node.descendants((child) => {
    if (child.isTextblock) lines.push(child.textContent);
  });
  return lines;
}

import type { Editor } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { documentToEditor } from '#shared/features/documents/editor-json.ts';
import type { BlockNode, InlineNode } from '#shared/features/documents/model.ts';

/** Puts whole blocks, a clause of the library for one, behind the block of the cursor, or in its place if it is empty. */
export function insertBlocks(editor: Editor, blocks: readonly BlockNode[]): void {
  const { state } = editor;
  const { $from } = state.selection;
  const depth = blockDepth(editor);
  const isEmpty = $from.parent.isTextblock && $from.parent.content.size === 0 && $from.depth === depth;
  const [start, end] = depth === 0 ? [state.selection.from, state.selection.to] : [$from.before(depth), $from.after(depth)];
  const nodes = contentOf(blocks).map((json) => state.schema.nodeFromJSON(json));
  const content = Fragment.from(nodes);
  const tr = state.tr.replace(isEmpty ? start : end, end, new Slice(content, 0, 0));
  const at = (isEmpty ? start : end) + content.size - 1;
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size)), -1));
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
}

/** Puts whole blocks behind an outermost block of the text, wherever the cursor stands and whether it is shown or not. */
export function appendBlocks(editor: Editor, index: number, blocks: readonly BlockNode[]): void {
  const { doc, schema, tr } = editor.state;
  let at = 0;
  for (let child = 0; child <= Math.min(index, doc.childCount - 1); child += 1) at += doc.child(child).nodeSize;
  editor.view.dispatch(tr.insert(at, contentOf(blocks).map((json) => schema.nodeFromJSON(json))));
}

/** Puts words, values or references at the cursor. */
export function insertInlines(editor: Editor, inlines: readonly InlineNode[]): void {
  const [block] = contentOf([{ type: 'paragraph', attrs: { numbered: false, id: null }, content: inlines }]);
  editor.chain().focus().insertContent([...(block?.content ?? [])] as object[]).run();
}

/** The depth of the outermost block of the cursor that stands in the text itself or in a part of it. */
function blockDepth({ state }: Editor): number {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const parent = $from.node(depth - 1).type.name;
    if (parent === 'doc' || parent === 'conditional' || parent === 'repeat') return depth;
  }
  return 0;
}

function contentOf(blocks: readonly BlockNode[]) {
  return documentToEditor({ type: 'doc', attrs: { numbering: 'article' }, content: blocks }).content ?? [];
}

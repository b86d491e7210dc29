import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { NodeSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { findWrapping } from '@tiptap/pm/transform';
import type { Condition, NumberingStyle, VariableFormat } from '#shared/features/documents/model.ts';

/** A part that stands in the text only if, or as often as, a value says so. */
export type PartAttributes =
  | { readonly type: 'conditional'; readonly attrs: Condition }
  | { readonly type: 'repeat'; readonly attrs: { readonly key: string } };

export type PlacedPart = PartAttributes & {
  /** Position before the part. */
  readonly pos: number;
};

/** A variable that is chosen in the text. */
export interface ChosenVariable {
  readonly pos: number;
  readonly key: string;
  readonly format: VariableFormat;
}

/** The innermost part around the cursor, or the part that is chosen as a whole; null outside of one. */
export function partAround({ selection }: EditorState): PlacedPart | null {
  if (selection instanceof NodeSelection) {
    const chosen = partOf(selection.node, selection.from);
    if (chosen !== null) return chosen;
  }
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const part = partOf($from.node(depth), $from.before(depth));
    if (part !== null) return part;
  }
  return null;
}

export function variableChosen({ selection }: EditorState): ChosenVariable | null {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'variable') return null;
  const { key, format } = selection.node.attrs;
  return { pos: selection.from, key: String(key), format: format as VariableFormat };
}

/** Makes the blocks of the selection a part. Cells and items of lists can't be parted: false then. */
export function wrapInPart(editor: Editor, { type, attrs }: PartAttributes): boolean {
  const { state, view } = editor;
  const { $from, $to } = state.selection;
  const nodeType = state.schema.nodes[type];
  const range = $from.blockRange($to, ({ type: { name } }) => name === 'doc' || name === 'conditional' || name === 'repeat');
  const wrapping = range === null || nodeType === undefined ? null : findWrapping(range, nodeType, attrs);
  if (range === null || wrapping === null) return false;
  view.dispatch(state.tr.wrap(range, wrapping).scrollIntoView());
  view.focus();
  return true;
}

/** Gives a part another condition or list; one of the other kind in its place keeps the text within. */
export function changePart(editor: Editor, pos: number, { type, attrs }: PartAttributes): void {
  change(editor, pos, (tr, node) => tr.setNodeMarkup(pos, node.type.schema.nodes[type], attrs));
}

/** Takes a part away and leaves its text where it stands. */
export function dissolvePart(editor: Editor, pos: number): void {
  change(editor, pos, (tr, node) => tr.replaceWith(pos, pos + node.nodeSize, node.content));
}

/** Takes a part away with its text. */
export function removePart(editor: Editor, pos: number): void {
  change(editor, pos, (tr, node) => {
    // A text is never without a block.
    const isOnly = tr.doc.resolve(pos).parent.childCount === 1;
    const paragraph = node.type.schema.nodes['paragraph'];
    return isOnly && paragraph !== undefined ? tr.replaceWith(pos, pos + node.nodeSize, paragraph.create()) : tr.delete(pos, pos + node.nodeSize);
  });
}

export function changeVariable(editor: Editor, { pos, key, format }: ChosenVariable): void {
  change(editor, pos, (tr, { attrs }) => {
    tr.setNodeMarkup(pos, null, { ...attrs, key, format });
    return tr.setSelection(NodeSelection.create(tr.doc, pos));
  });
}

/** Sets how the clauses of a text are numbered. */
export function setNumbering(editor: Editor, numbering: NumberingStyle): void {
  editor.view.dispatch(editor.state.tr.setDocAttribute('numbering', numbering));
}

/** Gives a variable another key wherever the text names it. */
export function renameVariable(editor: Editor, from: string, to: string): void {
  const { tr } = editor.state;
  editor.state.doc.descendants((node, pos) => {
    if (node.attrs['key'] === from) tr.setNodeMarkup(pos, null, { ...node.attrs, key: to }, node.marks);
    const parties = node.attrs['parties'] as readonly { readonly key: string }[] | undefined;
    if (parties?.some(({ key }) => key === from) === true) tr.setNodeAttribute(pos, 'parties', parties.map((party) => (party.key === from ? { ...party, key: to } : party)));
  });
  if (tr.docChanged) editor.view.dispatch(tr);
}

function partOf(node: ProseMirrorNode, pos: number): PlacedPart | null {
  if (node.type.name === 'conditional') return { type: 'conditional', pos, attrs: node.attrs as Condition };
  return node.type.name === 'repeat' ? { type: 'repeat', pos, attrs: { key: String(node.attrs['key']) } } : null;
}

function change({ state, view }: Editor, pos: number, work: (tr: Transaction, node: ProseMirrorNode) => Transaction): void {
  const node = state.doc.nodeAt(pos);
  if (node === null) return;
  view.dispatch(work(state.tr, node));
}

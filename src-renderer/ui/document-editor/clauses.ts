import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { numberLabel, referenceLabel } from '#shared/features/documents/numbering.ts';
import type { EditorContext } from './editor-context.ts';
import { placedBlocks } from './numbering.ts';
import { blockWords, shownWords } from './shown-words.ts';

/** A clause that can be referred to. */
export interface ReferableClause {
  readonly pos: number;
  readonly level: number;
  /** 第三条, 3.1. */
  readonly label: string;
  /** How another clause names it: 第3.1款. */
  readonly reference: string;
  readonly text: string;
  readonly isHeading: boolean;
}

/** Every numbered clause of the text, in order: the outline, and what references can name. */
export function clausesOf(doc: ProseMirrorNode, context: EditorContext): readonly ReferableClause[] {
  const words = shownWords(doc, context);
  return placedBlocks(doc, context).flatMap(({ node, pos, number }) => {
    if (number === null) return [];
    const { language, numbering } = context;
    return [{ pos, level: number.length, label: numberLabel(number, numbering, language), reference: referenceLabel(number, language), text: blockWords(node, words).slice(0, 80), isHeading: node.type.name === 'clauseHeading' }];
  });
}

/** Refers to a clause at the cursor; one that was never referred to gets an id. */
export function insertReference(editor: Editor, pos: number): void {
  const { state, view } = editor;
  const target = state.doc.nodeAt(pos);
  const type = state.schema.nodes['clauseReference'];
  if (target === null || type === undefined) return;
  const known = target.attrs['id'] as string | null;
  const clauseId = known ?? freeId(state.doc);
  const tr = state.tr;
  if (known === null) tr.setNodeAttribute(pos, 'id', clauseId);
  tr.replaceSelectionWith(type.create({ clauseId }), false);
  view.dispatch(tr.scrollIntoView());
  view.focus();
}

function freeId(doc: ProseMirrorNode): string {
  const taken = new Set<unknown>();
  doc.descendants((node) => void taken.add(node.attrs['id']));
  let count = 1;
  while (taken.has(`clause-${count}`)) count += 1;
  return `clause-${count}`;
}

import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { ShownWords } from './shown-words.ts';
import { ordered } from './suggest/tracking.ts';

/** The words that a comment is about. */
export interface CommentPlace {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** The commented words of a text, in its order. */
export function commentPlaces(doc: ProseMirrorNode, words: ShownWords = () => ''): readonly CommentPlace[] {
  const found = new Map<string, CommentPlace>();
  doc.descendants((node, pos) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== 'comment') continue;
      const id = String(attrs['id']);
      const present = found.get(id) ?? { id, from: pos, to: pos, words: '' };
      found.set(id, { ...present, to: pos + node.nodeSize, words: present.words + words(node) });
    }
  });
  return [...found.values()];
}

/** Marks the selected words, or those of the block of the cursor, for a comment; null where there are none. */
export function markComment({ state, view }: Editor): string | null {
  const { selection, schema, tr } = state;
  const { $from } = selection;
  const [from, to] = selection.empty && $from.parent.isTextblock ? [$from.start(), $from.end()] : [selection.from, selection.to];
  const id = crypto.randomUUID().slice(0, 13);
  const mark = schema.marks['comment'];
  if (from >= to || mark === undefined) return null;
  view.dispatch(ordered(tr.addMark(from, to, mark.create({ id })), 'leave'));
  return id;
}

/** Takes a comment's mark off the words. */
export function unmarkComment({ state, view }: Editor, id: string): void {
  const mark = state.schema.marks['comment'];
  const tr = state.tr;
  for (const { from, to, id: present } of commentPlaces(state.doc)) {
    if (present === id && mark !== undefined) tr.removeMark(from, to, mark.create({ id }));
  }
  if (tr.docChanged) view.dispatch(ordered(tr, 'leave'));
}

import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { SuggestionFacts } from '#shared/features/documents/annotations.ts';
import { settle, suggestedPlaces, type Verdict } from './settle.ts';
import { ordered } from './tracking.ts';

/** A change that somebody proposes: words that come, words that go, or both in one. */
export interface SuggestedChange extends SuggestionFacts {
  readonly inserted: string;
  readonly deleted: string;
  readonly from: number;
  readonly to: number;
}

/** Every suggestion of a text, in its order. */
export function suggestionsOf(doc: ProseMirrorNode): readonly SuggestedChange[] {
  const found = new Map<string, SuggestedChange>();
  for (const { id, author, at, kind, pos, node } of suggestedPlaces(doc)) {
    const present = found.get(id) ?? { id, author, at, inserted: '', deleted: '', from: pos, to: pos };
    const text = node.isTextblock ? '¶' : node.isText ? (node.text ?? '') : node.textBetween(0, node.content.size, ' ') || '▢';
    const inner = node.isTextblock ? pos + 1 : pos + node.nodeSize;
    found.set(id, {
      ...present,
      inserted: kind === 'insertion' ? present.inserted + text : present.inserted,
      deleted: kind === 'deletion' ? present.deleted + text : present.deleted,
      from: Math.min(present.from, pos),
      to: Math.max(present.to, inner),
    });
  }
  return [...found.values()].toSorted((one, other) => one.from - other.from);
}

/** Accepts or rejects suggestions; all of them without ids. */
export function decide(state: EditorState, verdict: Verdict, ids?: ReadonlySet<string>): Transaction {
  const tr = ordered(state.tr, 'leave');
  settle(tr, suggestedPlaces(state.doc).filter(({ id }) => ids === undefined || ids.has(id)), verdict);
  return tr;
}

import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { SuggestionFacts } from '#shared/features/documents/annotations.ts';
import { removeBreak } from './breaks.ts';
import { ordered } from './tracking.ts';

/** A change that somebody proposes: words that come, words that go, or both in one. */
export interface SuggestedChange extends SuggestionFacts {
  readonly inserted: string;
  readonly deleted: string;
  readonly from: number;
  readonly to: number;
}

interface Place extends SuggestionFacts {
  readonly kind: 'insertion' | 'deletion';
  readonly pos: number;
  readonly node: ProseMirrorNode;
}

/** Every suggestion of a text, in its order. */
export function suggestionsOf(doc: ProseMirrorNode): readonly SuggestedChange[] {
  const found = new Map<string, SuggestedChange>();
  for (const { id, author, at, kind, pos, node } of placesOf(doc)) {
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
export function decide(state: EditorState, verdict: 'accept' | 'reject', ids?: ReadonlySet<string>): Transaction {
  const tr = ordered(state.tr, 'leave');
  const places = placesOf(state.doc).filter(({ id }) => ids === undefined || ids.has(id));
  // From the end, so that the places before keep their positions; within a block its words before its beginning.
  const gone = new Set<number>();
  for (const { kind, pos, node } of places.toReversed()) {
    if (gone.has(pos)) continue;
    const stays = (kind === 'insertion') === (verdict === 'accept');
    const present = tr.doc.nodeAt(pos);
    if (present === null) continue;
    if (node.isInline) {
      const mark = state.schema.marks[kind];
      if (!stays) {
        gone.add(pos);
        tr.delete(pos, pos + node.nodeSize);
      } else if (mark !== undefined) tr.removeMark(pos, pos + node.nodeSize, mark);
    } else if (stays) tr.setNodeAttribute(pos, 'change', null);
    else if (node.isTextblock) removeBreak(tr, pos);
    else tr.delete(pos, pos + present.nodeSize);
  }
  return tr;
}

function placesOf(doc: ProseMirrorNode): readonly Place[] {
  const places: Place[] = [];
  doc.descendants((node, pos) => {
    const change = node.attrs['change'] as (SuggestionFacts & { readonly kind: Place['kind'] }) | null | undefined;
    if (change !== null && change !== undefined) places.push({ ...change, pos, node });
    for (const mark of node.marks) {
      const kind = mark.type.name;
      if (kind === 'insertion' || kind === 'deletion') places.push({ ...(mark.attrs as SuggestionFacts), kind, pos, node });
    }
    // A block that is decided as a whole takes what is in it along.
    return change === null || change === undefined || node.isTextblock;
  });
  return places;
}

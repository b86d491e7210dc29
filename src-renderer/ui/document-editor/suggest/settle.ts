import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import type { SuggestionFacts } from '#shared/features/documents/annotations.ts';
import { removeBreak } from './breaks.ts';

export type Verdict = 'accept' | 'reject';

/** One piece of a suggestion: words, or a block that comes, goes, or parts from the one before. */
export interface SuggestedPlace extends SuggestionFacts {
  readonly kind: 'insertion' | 'deletion';
  readonly pos: number;
  readonly node: ProseMirrorNode;
}

/** Every piece of every suggestion, in the order of the text. */
export function suggestedPlaces(doc: ProseMirrorNode): readonly SuggestedPlace[] {
  const places: SuggestedPlace[] = [];
  doc.descendants((node, pos) => {
    const change = node.attrs['change'] as (SuggestionFacts & { readonly kind: SuggestedPlace['kind'] }) | null | undefined;
    if (change !== null && change !== undefined) places.push({ ...change, pos, node });
    for (const mark of node.marks) {
      const kind = mark.type.name;
      if (kind === 'insertion' || kind === 'deletion') places.push({ ...(mark.attrs as SuggestionFacts), kind, pos, node });
    }
  });
  return places;
}

/** Decides on pieces of suggestions in a text that stands as it did when they were found. */
export function settle(tr: Transform, places: readonly SuggestedPlace[], verdict: Verdict): void {
  // From the end, so that the places before keep their positions; within a block its words before its beginning.
  const gone = new Set<number>();
  for (const { kind, pos, node } of places.toReversed()) {
    if (gone.has(pos) || pos >= tr.doc.content.size) continue;
    const stays = (kind === 'insertion') === (verdict === 'accept');
    const present = tr.doc.nodeAt(pos);
    // A break that goes may take an empty block before it along, and what was counted on behind stands elsewhere.
    if (present?.type !== node.type) continue;
    if (node.isInline) {
      const mark = tr.doc.type.schema.marks[kind];
      if (!stays) {
        gone.add(pos);
        tr.delete(pos, pos + node.nodeSize);
      } else if (mark !== undefined) tr.removeMark(pos, pos + node.nodeSize, mark);
    } else if (stays) tr.setNodeAttribute(pos, 'change', null);
    else if (node.isTextblock) removeBreak(tr, pos);
    else tr.delete(pos, pos + present.nodeSize);
  }
}

/** The text without any of its suggestions: as it stood before the first was made. */
export function withoutSuggestions(doc: ProseMirrorNode): ProseMirrorNode {
  const tr = new Transform(doc);
  settle(tr, suggestedPlaces(doc), 'reject');
  return tr.doc;
}

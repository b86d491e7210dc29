import type { PlacedHit, ScannedClause } from '../model.ts';
import { factOf, firstOf, hitAt, type Match } from './find.ts';
import { insertAfter } from './wording.ts';

/**
 * One hit at the first place that asks for something, with the wording that would answer it; none where any clause has the
 * answer already. `isAnswered` and `placeIn` are facts of a clause (see `factOf`).
 */
export function firstUnless(
  notes: readonly { readonly clause: number; readonly note: ScannedClause }[],
  isAnswered: (clause: ScannedClause) => boolean,
  placeIn: (clause: ScannedClause) => Match | null,
  wording: Parameters<typeof insertAfter>[0],
): readonly PlacedHit[] {
  if (notes.some(({ note }) => factOf(note, isAnswered))) return [];
  const first = firstOf(notes, (clause) => factOf(clause, placeIn));
  return first === undefined ? [] : [{ clause: first.clause, ...hitAt(first.found, { fix: insertAfter(wording, first.found.sentence) }) }];
}

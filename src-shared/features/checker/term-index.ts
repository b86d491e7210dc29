import { definitionsIn, knownTerms, termUses, usedAsDefined } from './rules/terms.ts';
import { toPlain } from './segmentation/plain.ts';

/** Where a term stands: the block, and the letters within its text, end exclusive. */
export interface TermPlace {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

export const termStates = ['fine', 'unused', 'undefined', 'twice'] as const;

/** A term of a text with every place where it is defined and used. */
export interface IndexedTerm {
  readonly term: string;
  readonly state: (typeof termStates)[number];
  readonly definitions: readonly TermPlace[];
  readonly uses: readonly TermPlace[];
}

/**
 * The terms that a text defines, and those that it takes for defined, in the order in which they first stand. `blocks`:
 * the text block by block. A term's place in its own definition is no use of it.
 */
export function termIndex(blocks: readonly string[]): readonly IndexedTerm[] {
  const plain = blocks.map(toPlain);
  const definitions = new Map<string, TermPlace[]>();
  const taken = new Map<string, TermPlace>();
  for (const [block, text] of plain.entries()) {
    for (const { term, start, end } of definitionsIn(text)) definitions.set(term, [...(definitions.get(term) ?? []), { block, start, end }]);
    for (const { term, start, end } of [...usedAsDefined(text), ...knownTerms(text)]) if (!taken.has(term)) taken.set(term, { block, start, end });
  }
  const terms = [...definitions.keys(), ...[...taken.keys()].filter((term) => !definitions.has(term))];
  return terms
    .map((term): IndexedTerm => {
      const defined = definitions.get(term) ?? [];
      const isDefinition = (place: TermPlace) => defined.some(({ block, start }) => block === place.block && start === place.start);
      const uses = plain.flatMap((text, block) => termUses(text, term).map(({ start, end }) => ({ block, start, end }))).filter((place) => !isDefinition(place));
      const state = defined.length === 0 ? 'undefined' : defined.length > 1 ? 'twice' : uses.length === 0 ? 'unused' : 'fine';
      return { term, state, definitions: defined, uses };
    })
    .toSorted((one, other) => orderOf(one) - orderOf(other));
}

function orderOf({ definitions, uses }: IndexedTerm): number {
  const first = definitions[0] ?? uses[0];
  return first === undefined ? 0 : first.block * 1_000_000 + first.start;
}

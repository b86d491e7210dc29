import { findCycles } from './parent-cycles.ts';

/** More turns than any real ledger needs: families are a few contracts deep. */
const mostTurns = 20;

export type RowTurn = number | 'PARENT_CYCLE' | 'PARENT_TOO_DEEP';

/** The order in which a file's rows can be added, parents before children. */
export interface ParentOrder {
  /** Notes a row, from the first to the last. */
  note(number: string | null, parentNumber: string | null): void;
  /** In which walk, from 0, the row at a place (from 0) can be added; ask once all rows are noted. */
  turnOf(place: number, number: string | null, parentNumber: string | null): RowTurn;
  /** True for a number that an earlier row has already. */
  isRepeated(place: number, number: string | null): boolean;
  has(number: string): boolean;
}

interface Noted {
  readonly place: number;
  readonly parent: string | null;
  turn: number | null;
}

/**
 * Orders rows that name their parents by number. A child below its parent needs no second walk, one above it does.
 * Only numbers are kept, so memory stays with them.
 */
export function createParentOrder(): ParentOrder {
  const byNumber = new Map<string, Noted>();
  let rows = 0;
  let inCycles: ReadonlySet<string> | null = null;

  function cyclic(): ReadonlySet<string> {
    if (inCycles !== null) return inCycles;
    const parents = new Map<string, string>();
    for (const [number, { parent }] of byNumber) if (parent !== null && byNumber.has(parent)) parents.set(number, parent);
    inCycles = new Set(findCycles(parents).flat());
    return inCycles;
  }

  /** The turn of a noted number: walked up to what is known, then down again, for chains may be long. */
  function turnOfNumber(number: string): number {
    const path: Noted[] = [];
    let at = byNumber.get(number);
    while (at !== undefined && at.turn === null) {
      path.push(at);
      // A row within a cycle is refused; those that hang below it begin anew.
      const parent: string | null = at.parent;
      at = parent === null || cyclic().has(parent) ? undefined : byNumber.get(parent);
    }
    let above = at;
    for (const noted of path.reverse()) {
      noted.turn = above === undefined ? 0 : (above.turn ?? 0) + (above.place < noted.place ? 0 : 1);
      above = noted;
    }
    return above?.turn ?? 0;
  }

  return {
    note: (number, parent) => {
      if (number !== null && !byNumber.has(number)) byNumber.set(number, { place: rows, parent, turn: null });
      rows += 1;
    },
    turnOf: (place, number, parentNumber) => {
      if (number !== null && byNumber.get(number)?.place === place && cyclic().has(number)) return 'PARENT_CYCLE';
      const parent = parentNumber === null || cyclic().has(parentNumber) ? undefined : byNumber.get(parentNumber);
      if (parent === undefined || parentNumber === null) return 0;
      const turn = turnOfNumber(parentNumber) + (parent.place < place ? 0 : 1);
      return turn < mostTurns ? turn : 'PARENT_TOO_DEEP';
    },
    isRepeated: (place, number) => number !== null && (byNumber.get(number)?.place ?? place) !== place,
    has: (number) => byNumber.has(number),
  };
}

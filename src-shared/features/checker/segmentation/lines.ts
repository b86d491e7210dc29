import type { LineNumber } from './numbers.ts';

/** A line of a text, as it is cut into clauses. */
export interface Line {
  readonly text: string;
  readonly plain: string;
  readonly number: LineNumber | null;
  readonly isTitle: boolean;
  readonly isHeading: boolean;
  readonly cells: readonly string[] | null;
}

/** Lines by how they are written; null for one without words. */
export type LineMemory = Map<string, Line | null>;

/** The line that was made of the same before, or a new one. */
export function once(memory: LineMemory, written: string, make: () => Line | null): Line | null {
  const before = memory.get(written);
  if (before !== undefined) return before;
  const line = make();
  memory.set(written, line);
  return line;
}

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

import type { Variable } from '#shared/features/documents/variables.ts';
import type { Entry } from '../../entries.ts';

/** What every field of a variable is given: its words are ready, its entry is of its own type. */
export interface FieldProps<E extends Entry, V = Variable> {
  /** The variable, or as much of one as the field looks at. */
  readonly variable: V;
  readonly id: string;
  readonly label: string;
  readonly entry: E;
  readonly onChange: (entry: E) => void;
  readonly onBlur: () => void;
  readonly hasProblem: boolean;
  /** Help, or the problem in its place. */
  readonly helperText: string | undefined;
}

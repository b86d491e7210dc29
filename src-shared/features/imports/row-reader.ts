import type { Result } from '../../kernel/result.ts';
import { isEmptyCell, showCell } from './cell-text.ts';
import type { Cell, ColumnPositions, ImportField, RawRow, RowOutcome, RowProblem, RowProblemCode } from './model.ts';
import { readText } from './read-text.ts';

/** Reads one row field by field and gathers what is wrong on the way, so that a person sees all of it at once. */
export interface RowReader<Field extends ImportField> {
  cell(field: Field): Cell;
  /** The cell as `read` understands it; `null` when it is empty, not mapped, or wrong (which is then noted). */
  read<Value>(field: Field, read: (cell: Cell) => Result<Value, RowProblemCode>): Value | null;
  text(field: Field, maximum: number, lines?: boolean): string | null;
  complain(field: Field, code: RowProblemCode): void;
  /** Says what is imported all the same. */
  note(field: Field, code: RowProblemCode): void;
  complained(field: Field): boolean;
  finish<Row>(row: Row): RowOutcome<Row>;
}

/** A reader of the row's cells by field. */
export function createRowReader<Field extends ImportField>(row: RawRow, columns: ColumnPositions<Field>): RowReader<Field> {
  const problems: RowProblem[] = [];
  const notes: RowProblem[] = [];
  const cell = (field: Field): Cell => {
    const at = columns[field];
    return at === undefined ? null : (row.cells[at] ?? null);
  };
  const noteOf = (field: Field, code: RowProblemCode): RowProblem => ({ rowNumber: row.rowNumber, field, code, shown: showCell(cell(field)) });
  const read = <Value>(field: Field, readCell: (cell: Cell) => Result<Value, RowProblemCode>): Value | null => {
    const found = cell(field);
    if (isEmptyCell(found)) return null;
    const result = readCell(found);
    if (result.ok) return result.value;
    problems.push(noteOf(field, result.error.code));
    return null;
  };
  return {
    cell,
    read,
    text: (field, maximum, lines = false) => {
      const found = read(field, (one) => readText(one, maximum, lines));
      if (found === null) return null;
      if (found.tidied) notes.push(noteOf(field, 'HIDDEN_CHARACTERS'));
      return found.text === '' ? null : found.text;
    },
    complain: (field, code) => {
      problems.push(noteOf(field, code));
    },
    note: (field, code) => {
      notes.push(noteOf(field, code));
    },
    complained: (field) => problems.some((one) => one.field === field),
    finish: (done) => (problems.length === 0 ? { ok: true, row: done, notes } : { ok: false, problems }),
  };
}

import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isEmptyCell, cellToText } from '#shared/features/imports/cell-text.ts';
import type { RawRow } from '#shared/features/imports/model.ts';
import { withMergedValues } from './merged-cells.ts';
import { limits, type RowSource, type TableFailureCode } from './table.ts';

/** Ledgers begin with a title, a unit, a date; the headings stand within these first rows. */
const rowsLookedAt = 20;

/**
 * The headings of a table and the rows below them, empty ones left out; merged cells have their value in each row. Unless given, the heading row is the first
 * that is about as wide as the widest of the first rows and holds only text. Equal headings get a number, empty ones
 * their column's letters. EMPTY without any cell; NOT_A_TABLE for running text.
 */
export async function readHeadings(
  source: RowSource,
  headingRow: number | undefined,
): Promise<Result<{ readonly headings: readonly string[]; readonly rows: AsyncGenerator<RawRow, void, undefined> }, TableFailureCode>> {
  const first: RawRow[] = [];
  const wanted = Math.max(rowsLookedAt, headingRow ?? 0);
  while (first.length < wanted) {
    const next = await source.rows.next();
    if (next.done === true) break;
    if (!isEmptyRow(next.value)) first.push(next.value);
  }
  if (first.length === 0) return fail('EMPTY');
  if (source.headings !== null) return succeed({ headings: distinct(source.headings), rows: remaining(first, source) });
  const at = headingRow === undefined ? likelyHeadingRow(first) : first.findIndex(({ rowNumber }) => rowNumber === headingRow);
  const heading = first[at];
  if (heading === undefined) return fail('NOT_A_TABLE', { reason: 'headings' });
  const below = first.slice(at + 1);
  const width = Math.max(...[heading, ...below].map(({ cells }) => lastFilled(cells)));
  const texts = Array.from({ length: width }, (_, index) => cellToText(heading.cells[index] ?? null));
  if (width === 1 && (texts[0]?.length ?? 0) > limits.headingCharacters) return fail('NOT_A_TABLE', { reason: 'prose' });
  return succeed({ headings: distinct(texts), rows: withMergedValues(remaining(below, source), source.merges, heading.rowNumber) });
}

async function* remaining(first: readonly RawRow[], source: RowSource): AsyncGenerator<RawRow, void, undefined> {
  try {
    yield* first;
    for await (const row of source.rows) {
      if (!isEmptyRow(row)) yield row;
    }
  } finally {
    await source.rows.return();
  }
}

function likelyHeadingRow(rows: readonly RawRow[]): number {
  const filled = rows.map(({ cells }) => cells.filter((cell) => !isEmptyCell(cell)).length);
  const enough = Math.max(2, Math.max(...filled) * 0.6);
  const at = rows.findIndex(({ cells }, index) => (filled[index] ?? 0) >= enough && cells.every((cell) => isEmptyCell(cell) || typeof cell === 'string'));
  return Math.max(0, at);
}

function distinct(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text, index) => {
    const plain = text.replace(/\s+/g, ' ').trim().slice(0, limits.headingCharacters - 10) || columnLetters(index);
    let heading = plain;
    for (let count = 2; taken.has(heading); count += 1) heading = `${plain} (${count})`;
    taken.add(heading);
    return heading;
  });
}

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function isEmptyRow({ cells }: RawRow): boolean {
  return cells.every(isEmptyCell);
}

function lastFilled(cells: RawRow['cells']): number {
  return cells.findLastIndex((cell) => !isEmptyCell(cell)) + 1;
}

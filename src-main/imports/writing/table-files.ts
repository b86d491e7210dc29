import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Day } from '#shared/kernel/day.ts';
import { writeStreamAtomically } from '../../files/stream-file.ts';

/** A cell to be written. A day stays a date in a workbook; in CSV it is its text. */
export type WrittenCell = string | number | boolean | null | { readonly day: Day };

export interface TableToWrite {
  readonly headings: readonly string[];
  readonly rows: AsyncIterable<readonly WrittenCell[]> | Iterable<readonly WrittenCell[]>;
  /** Of a workbook: the name of its one sheet. */
  readonly sheetName: string;
  /** Aborted: nothing stays behind, and the signal's reason is thrown. */
  readonly signal?: AbortSignal;
}

/**
 * Writes a CSV file (UTF-8 with a byte order mark, so that Excel reads the Chinese in it; CRLF) row by row: complete in
 * its place or not at all. Texts that a spreadsheet would run as a formula get an apostrophe. Throws the system's error.
 */
export async function writeCsv(table: TableToWrite, path: string): Promise<void> {
  const rows = mapRows(table, (cell) => (typeof cell === 'object' && cell !== null ? cell.day : typeof cell === 'string' ? neutralised(cell) : cell));
  await writeStreamAtomically(path, writeCsvStream(rows, { headers: table.headings.map(neutralised), bom: true }), table.signal);
}

/** Writes a workbook of one sheet, as `writeCsv` does; its first row stays in view, and days are real dates. */
export async function writeXlsx(table: TableToWrite, path: string): Promise<void> {
  const rows = mapRows(table, (cell) => (typeof cell === 'object' && cell !== null ? new Date(`${cell.day}T00:00:00Z`) : typeof cell === 'string' ? neutralised(cell) : cell));
  const columns = table.headings.map((header) => ({ header: neutralised(header), width: 18 }));
  await writeStreamAtomically(path, writeXlsxStream(rows, { name: table.sheetName, columns, freezePane: { rows: 1 } }), table.signal);
}

/**
 * A text that no spreadsheet takes for a formula: what begins with = + - @ (their full-width forms too, which Excel
 * folds), tab or line break gets an apostrophe before it (OWASP, "CSV Injection"). Blanks before them don't hide them.
 */
export function neutralised(text: string): string {
  return /^[\s\u0000]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\u0000]/u.test(text) ? `'${text}` : text;
}

async function* mapRows<Cell>(table: TableToWrite, map: (cell: WrittenCell) => Cell): AsyncGenerator<Cell[], void, undefined> {
  for await (const row of table.rows) {
    table.signal?.throwIfAborted();
    yield row.map(map);
  }
}

import { dateToSerial } from 'hucre';
import type { CellValue } from 'hucre/xlsx';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Cell, RawRow } from '#shared/features/imports/model.ts';
import { isSystemError, openArchive, type Archive } from './archive.ts';
import { readMergedCells } from './merged-cells.ts';
import { readSharedStrings } from './shared-strings.ts';
import { markSharedStrings, markedSize, sharedStringMark } from './shared-string-marks.ts';
import { readSheetRows } from './sheet-rows.ts';
import { packWorkbook, sheetPart, type StoredPart } from './stored-workbook.ts';
import { createStringTable, type StringTable } from './string-table.ts';
import { limits, UnreadableTable, type OpenOptions, type RowSource, type TableFailureCode } from './table.ts';
import { findWorkbookParts, type WorkbookParts } from './workbook-parts.ts';

/** Opens a zip file as a workbook. Without a sheet's name it is the first sheet that has rows. */
export async function openWorkbook(path: string, options: OpenOptions): Promise<Result<RowSource, TableFailureCode>> {
  const opened = await openArchive(path);
  if (!opened.ok) return opened;
  const archive = opened.value;
  try {
    const found = await findWorkbookParts(archive);
    const source = found.ok ? await readParts(archive, found.value, options) : found;
    if (!source.ok) archive.close();
    return source;
  } catch (error) {
    archive.close();
    throw asUnreadable(error);
  }
}

async function readParts(archive: Archive, parts: WorkbookParts, options: OpenOptions): Promise<Result<RowSource, TableFailureCode>> {
  const chosen = options.sheet === undefined ? parts.sheets : parts.sheets.filter(({ name }) => name === options.sheet);
  if (chosen.length === 0) return fail('EMPTY');
  if ((archive.sizeOf(parts.sharedStrings ?? '') ?? 0) > limits.sharedStringsBytes) return fail('TOO_LARGE', { part: 'sharedStrings' });
  if ((archive.sizeOf(parts.styles ?? '') ?? 0) > limits.smallPartBytes) return fail('TOO_LARGE', { part: 'styles' });
  const strings = parts.sharedStrings === null ? createStringTable() : await readSharedStrings(archive.read(parts.sharedStrings));
  for (const { part } of chosen) {
    const merges = await readMergedCells(archive.read(part), options.signal);
    const rows = readSheet(archive, part, parts, strings, options);
    const first = await rows.next();
    if (first.done === true) continue;
    return succeed({
      format: 'xlsx',
      encoding: 'utf-8',
      sheetNames: parts.sheets.map(({ name }) => name),
      date1904: parts.date1904,
      headings: null,
      merges,
      rows: closing(archive, first.value, rows),
    });
  }
  return fail('EMPTY');
}

async function* closing(archive: Archive, first: RawRow, rest: AsyncGenerator<RawRow, void, undefined>): AsyncGenerator<RawRow, void, undefined> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return();
    archive.close();
  }
}

async function* readSheet(
  archive: Archive,
  part: string,
  { date1904, styles }: WorkbookParts,
  strings: StringTable,
  options: OpenOptions,
): AsyncGenerator<RawRow, void, undefined> {
  const size = archive.sizeOf(part) ?? 0;
  const sheet = { name: sheetPart, size: markedSize(size), bytes: markSharedStrings(counted(archive.read(part), size, options), size) };
  const others: StoredPart[] = styles === null ? [] : [{ name: 'xl/styles.xml', size: archive.sizeOf(styles) ?? 0, bytes: archive.read(styles) }];
  try {
    for await (const { index, values } of readSheetRows(packWorkbook(sheet, others, date1904))) {
      if (index >= limits.rows) throw new UnreadableTable('DAMAGED', { row: index + 1 });
      yield { rowNumber: index + 1, cells: values.slice(0, limits.columns).map((value) => toCell(value, strings, date1904)) };
    }
  } catch (error) {
    throw asUnreadable(error);
  }
}

async function* counted(pieces: AsyncIterable<Buffer>, total: number, { onBytes, signal }: OpenOptions): AsyncGenerator<Buffer, void, undefined> {
  let read = 0;
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    read += piece.length;
    onBytes?.(read, total);
    yield piece;
  }
}

function toCell(value: CellValue, strings: StringTable, date1904: boolean): Cell {
  if (value instanceof Date) return { excelSerial: dateToSerial(value, date1904), date1904 };
  if (typeof value !== 'string') return value;
  const text = value.startsWith(sharedStringMark) ? strings.get(Number(value.slice(sharedStringMark.length))) : value;
  // The apostrophe that our own export sets before what looks like a formula (writing/table-files.ts).
  return text !== null && /^'[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text;
}

/** What the library throws is about the content; the disk's faults and a cancel are passed on as they are. */
function asUnreadable(error: unknown): unknown {
  if (error instanceof UnreadableTable || isSystemError(error) || (error instanceof Error && error.name === 'AbortError')) return error;
  return new UnreadableTable('DAMAGED', { reason: 'workbook' });
}

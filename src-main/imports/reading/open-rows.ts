import { stat } from 'node:fs/promises';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { readCsvRows } from './csv-rows.ts';
import { readHeadings } from './heading-row.ts';
import { readJsonRows } from './json-rows.ts';
import { sniffFormat } from './sniff-format.ts';
import { limits, UnreadableTable, type OpenOptions, type OpenTable, type RowSource, type TableFailureCode } from './table.ts';
import { detectEncoding, readText } from './text-encoding.ts';
import { cardHeadings, readCardRows } from './vcard-rows.ts';
import { openWorkbook } from './xlsx-rows.ts';

/**
 * Opens a ledger, CRM export or card file and finds its headings; the format is judged by the content,
 * and text that calls itself a workbook is refused. Bad content is
 * a failure (see `TableFailureCode`), or an `UnreadableTable` thrown on the walk when it shows only there. Throws the
 * system's error when the file can't be read, and the signal's reason when cancelled.
 */
export async function openRows(path: string, options: OpenOptions = {}): Promise<Result<OpenTable, TableFailureCode>> {
  options.signal?.throwIfAborted();
  try {
    const source = await openSource(path, options);
    return source.ok ? await withHeadings(source.value, options) : source;
  } catch (error) {
    if (error instanceof UnreadableTable) return { ok: false, error: error.failure };
    throw error;
  }
}

async function openSource(path: string, options: OpenOptions): Promise<Result<RowSource, TableFailureCode>> {
  const { size } = await stat(path);
  const sniffed = await sniffFormat(path);
  switch (sniffed.kind) {
    case 'empty':
      return fail('EMPTY');
    case 'encrypted':
      return fail('ENCRYPTED');
    case 'other':
      return refusalOf(sniffed.found, path);
    case 'zip':
      return size > limits.workbookFileBytes ? fail('TOO_LARGE', { bytes: size }) : openWorkbook(path, options);
    case 'text':
    case 'json':
    case 'vcard':
      if (workbookName.test(path)) return fail('NOT_A_WORKBOOK');
      return size > limits.textFileBytes ? fail('TOO_LARGE', { bytes: size }) : openText(path, size, sniffed.kind, options);
  }
}

const workbookName = /\.xls[xm]$/iu;

/** A compound file that says nothing of itself is what its name says, where that is a workbook. */
function refusalOf(found: string, path: string): Result<never, TableFailureCode> {
  if (found === 'xls' || found === 'xml spreadsheet' || (found === 'ole2' && /\.xls[xm]?$/iu.test(path))) return fail('OLD_EXCEL');
  return found === 'binary' || found === 'ole2' ? fail('UNRECOGNISED') : fail('UNSUPPORTED', { found });
}

async function openText(
  path: string,
  size: number,
  kind: 'text' | 'json' | 'vcard',
  options: OpenOptions,
): Promise<Result<RowSource, TableFailureCode>> {
  const encoding = options.encoding ?? (await detectEncoding(path, options.signal));
  if (encoding === null) return fail('NOT_A_TABLE', { reason: 'encoding' });
  const pieces = readText(path, encoding, size, options);
  const common = { encoding, sheetNames: [], date1904: false, merges: [] };
  if (kind === 'text') return succeed({ ...common, format: 'csv', headings: null, rows: readCsvRows(pieces) });
  if (kind === 'vcard') return succeed({ ...common, format: 'vcard', headings: cardHeadings, rows: readCardRows(pieces) });
  const { headings, rows } = await readJsonRows(pieces);
  return headings.length === 0 ? fail('NOT_A_TABLE', { reason: 'json' }) : succeed({ ...common, format: 'json', headings, rows });
}

async function withHeadings(source: RowSource, options: OpenOptions): Promise<Result<OpenTable, TableFailureCode>> {
  try {
    const read = await readHeadings(source, options.headingRow);
    if (!read.ok) {
      await source.rows.return();
      return read;
    }
    const rows = cancellable(read.value.rows, options.signal);
    const { format, encoding, sheetNames, date1904 } = source;
    return succeed({
      format,
      encoding,
      sheetNames,
      date1904,
      headings: read.value.headings,
      rows,
      close: async () => {
        await rows.return();
        // A generator that was never begun ends without its `finally`, so the source is ended by itself.
        await source.rows.return();
      },
    });
  } catch (error) {
    await source.rows.return();
    throw error;
  }
}

async function* cancellable<Row>(rows: AsyncGenerator<Row, void, undefined>, signal: AbortSignal | undefined): AsyncGenerator<Row, void, undefined> {
  for await (const row of rows) {
    signal?.throwIfAborted();
    yield row;
  }
}

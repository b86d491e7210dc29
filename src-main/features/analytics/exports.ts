import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { measureFacts, type Definition, type ReportData, type ReportRow } from '#shared/features/analytics/model.ts';
import type { Report } from '#shared/features/reports/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { moneyToDecimal, moneyToFigures } from '#shared/kernel/money.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Day } from '#shared/kernel/day.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import { writeCsv, writeXlsx, type WrittenCell } from '../../imports/writing/table-files.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { FilePicker } from '../../ports.ts';
import { detailPage, isKept, lastContractRow, type DetailRow } from './queries.ts';
import type { SourceFacts } from './sources.ts';

export interface ExportParts {
  readonly picker: FilePicker;
  readonly printReport: (report: Report, author: string, signal: AbortSignal) => Promise<Uint8Array>;
}

type Words = Readonly<Record<string, string>>;
type Written = { readonly fileName: string; readonly rows: number } | null;
type TableRequest = InputOf<'analytics.exportTable'>;
type DetailRequest = InputOf<'analytics.exportDetails'>;

/** Writes a finished report as a table or a printed page. Aborting throws an AbortError and leaves nothing behind. */
export async function exportTable(call: Call, request: TableRequest, data: ReportData, parts: ExportParts, signal: AbortSignal): Promise<Result<Written, 'TARGET_MISSING'>> {
  const target = await pickTarget(parts.picker, request.fileName, request.format);
  if (target === null) return succeed(null);
  const refused = refusedTarget(target);
  if (refused !== null) return refused;
  if (request.format === 'pdf') writeFileAtomically(target, await parts.printReport(printed(request, data), call.session.user.name, signal));
  else {
    const columns = columnsOf(request.definition, data);
    const rows = data.rows.map((row) => columns.map((column) => cellOf(row, column, request)));
    const table = { headings: columns.map((column) => request.headings[column]), rows, sheetName: request.fileName.slice(0, 31), signal };
    await (request.format === 'csv' ? writeCsv(table, target) : writeXlsx(table, target));
  }
  return noted(call, target, data.rows.length, request.format);
}

const pageRows = 2000;

/** Writes the rows behind a report, page by page: their number doesn't matter, and stopping leaves nothing behind. */
export async function exportDetails(call: Call, request: DetailRequest, facts: SourceFacts, parts: ExportParts, signal: AbortSignal): Promise<Result<Written, 'TARGET_MISSING' | 'NO_DETAILS'>> {
  if (!isKept(call.db, request.definition, facts)) return fail('NO_DETAILS');
  const target = await pickTarget(parts.picker, request.fileName, request.format);
  if (target === null) return succeed(null);
  const refused = refusedTarget(target);
  if (refused !== null) return refused;
  let count = 0;
  const last = lastContractRow(call.db);
  async function* rows(): AsyncGenerator<readonly WrittenCell[]> {
    for (let after = 0; after < last; after += pageRows) {
      for (const row of detailPage(call.db, request.definition, facts, after, pageRows)) {
        count += 1;
        yield detailCells(row, request);
      }
      // The window's own questions go between the pages.
      await setImmediate();
      signal.throwIfAborted();
    }
  }
  const table = { headings: request.headings, rows: rows(), sheetName: request.fileName.slice(0, 31), signal };
  await (request.format === 'csv' ? writeCsv(table, target) : writeXlsx(table, target));
  return noted(call, target, count, request.format);
}

/** Writes a picture that the window drew; what is no PNG is refused. */
export async function exportPicture(call: Call, { fileName, base64 }: InputOf<'analytics.exportPicture'>, { picker }: ExportParts): Promise<Result<{ fileName: string } | null, 'TARGET_MISSING' | 'CHART_NOT_DRAWN'>> {
  const bytes = Buffer.from(base64, 'base64');
  if (!bytes.subarray(0, 8).equals(pngSignature)) return fail('CHART_NOT_DRAWN');
  const target = await pickTarget(picker, fileName, 'png');
  if (target === null) return succeed(null);
  const refused = refusedTarget(target);
  if (refused !== null) return refused;
  writeFileAtomically(target, bytes);
  const written = noted(call, target, 1, 'png');
  return written.ok ? succeed({ fileName: basename(target) }) : written;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function pickTarget(picker: FilePicker, fileName: string, format: string): Promise<string | null> {
  return picker.chooseTarget(`${fileName}.${format}`, { name: format.toUpperCase(), extensions: [format] });
}

/** The vault's audit chain notes what left it. */
function noted(call: Call, target: string, rows: number, format: string): Result<Exclude<Written, null>, never> {
  return call.write<Exclude<Written, null>, never>((_db, note) => {
    note('analytics', 'report', { rows, format });
    return succeed({ fileName: basename(target), rows });
  });
}

type Column = keyof TableRequest['headings'];

function columnsOf({ measure, splitBy }: Definition, { rows }: ReportData): readonly Column[] {
  const hasCurrency = measureFacts[measure].unit === 'money' || rows.some(({ currency }) => currency !== null);
  return ['group', ...(splitBy === null ? [] : ['split' as const]), 'value', ...(hasCurrency ? ['currency' as const] : []), 'count'];
}

function cellOf(row: ReportRow, column: Column, { definition, words }: Pick<TableRequest, 'definition' | 'words'>): WrittenCell {
  switch (column) {
    case 'group':
      return wordFor(definition.groupBy, row.group, words);
    case 'split':
      return definition.splitBy === null ? null : wordFor(definition.splitBy, row.split, words);
    case 'value':
      return row.value === null ? null : row.currency === null ? Math.round(row.value * 10_000) / 10_000 : Number(moneyToDecimal({ minor: Math.round(row.value), currency: row.currency }));
    case 'currency':
      return row.currency;
    case 'count':
      return row.count;
  }
}

function wordFor(dimension: string, code: string | null, words: Words): string {
  return code === null ? (words['none'] ?? '') : (words[`${dimension}.${code}`] ?? code);
}

function detailCells(row: DetailRow, { definition, words }: DetailRequest): readonly WrittenCell[] {
  const base = [row.number, row.title, wordFor('type', row.type, words), wordFor('stage', row.stage, words), row.owner, row.day === null ? null : { day: row.day as Day }, wordFor(definition.groupBy, row.group, words)];
  return definition.splitBy === null ? base : [...base, wordFor(definition.splitBy, row.split, words)];
}

/** A report as it is printed: bars of the largest groups, then the table. */
function printed(request: TableRequest, data: ReportData): Report {
  const { definition, words, headings } = request;
  const columns = columnsOf(definition, data);
  const unit = measureFacts[definition.measure].unit;
  const text = (row: ReportRow, column: Column): string => {
    if (column === 'count') return String(row.count);
    if (column === 'currency') return row.currency ?? '';
    if (column === 'group') return wordFor(definition.groupBy, row.group, words);
    if (column === 'split') return definition.splitBy === null ? '' : wordFor(definition.splitBy, row.split, words);
    if (row.value === null) return words['nothingToDivide'] ?? '';
    if (row.currency !== null) return moneyToFigures({ minor: Math.round(row.value), currency: row.currency });
    return unit === 'share' ? `${Math.round(row.value * 1000) / 10} %` : String(Math.round(row.value * 10) / 10);
  };
  const most = Math.max(0, ...data.rows.map(({ value }) => value ?? 0));
  const bars = data.rows.slice(0, 20).map((row) => ({ label: [text(row, 'group'), ...(definition.splitBy === null ? [] : [text(row, 'split')])].join(' · '), value: text(row, 'value'), share: most === 0 ? 0 : (row.value ?? 0) / most }));
  return {
    language: request.language,
    title: request.title,
    subtitle: request.subtitle,
    mark: '',
    facts: [],
    sections: [
      {
        heading: headings.value,
        blocks: [
          ...(bars.length === 0 ? [] : [{ kind: 'bars' as const, caption: '', bars }]),
          {
            kind: 'table',
            caption: '',
            columns: columns.map((column) => ({ heading: headings[column], isNumeric: column === 'value' || column === 'count' })),
            rows: data.rows.map((row) => columns.map((column) => text(row, column))),
            whenEmpty: words['empty'] ?? '',
          },
        ],
      },
    ],
  };
}

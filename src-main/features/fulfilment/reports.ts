import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Payment } from '#shared/features/fulfilment/model.ts';
import type { DueLine } from '#shared/features/fulfilment/portfolio.ts';
import { fulfilmentCells, fulfilmentColumns, fulfilmentReport, fulfilmentWords } from '#shared/features/fulfilment/report.ts';
import type { Report } from '#shared/features/reports/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { isDay } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { writeXlsx } from '../../imports/writing/table-files.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker } from '../../ports.ts';
import { findContractFacts } from './due-dates.ts';
import { listPayments } from './payment-queries.ts';
import { linesOfContract, listDue } from './portfolio-queries.ts';

export interface FulfilmentReportParts {
  readonly clock: Clock;
  readonly picker: FilePicker;
  readonly print: (report: Report, author: string, signal: AbortSignal) => Promise<Uint8Array>;
}

const mostLines = 2000;

/** Writes how fulfilment stands, of one contract or of all in a period, as a PDF or a workbook where the person picks. */
export function createFulfilmentReports({ clock, picker, print }: FulfilmentReportParts) {
  return async (call: Call, { contractId, period, format, language }: InputOf<'fulfilment.report'>): Promise<Result<{ fileName: string } | null, 'NOT_FOUND' | 'FOLDER_MISSING'>> => {
    const today = dayOn(clock);
    const contract = contractId === null ? null : (findContractFacts(call.db, contractId) ?? null);
    if (contractId !== null && contract === null) return fail('NOT_FOUND');
    const words = fulfilmentWords(language);
    const lines: readonly DueLine[] = contractId === null ? linesIn(call, period, today) : linesOfContract(call.db, contractId, mostLines);
    const payments: readonly Payment[] = contractId === null ? [] : listPayments(call.db, contractId, call.session.holds('finance'));
    const name = [words.title, contract?.number ?? (period === null ? today : `${period.from} ${period.to}`)].join(' ');
    const target = await picker.chooseTarget(`${name}.${format}`, { name: format.toUpperCase(), extensions: [format] });
    if (target === null) return succeed(null);
    if (!existsSync(dirname(target))) return fail('FOLDER_MISSING', { folder: dirname(target) });
    if (format === 'pdf') {
      const report = fulfilmentReport({ language, today, contract, period, lines, isCut: lines.length >= mostLines, payments });
      writeFileAtomically(target, await print(report, call.session.user.name, new AbortController().signal));
    } else {
      const rows = lines.map((line) => fulfilmentCells(line, language, today).map((cell) => (isDay(cell) ? { day: cell } : cell)));
      await writeXlsx({ headings: fulfilmentColumns.map((column) => words.columns[column]), rows, sheetName: words.title.slice(0, 31) }, target);
    }
    const noted = call.write<null, never>((_db, note) => {
      note(contractId === null ? 'contracts' : 'contract', contractId ?? 'fulfilment', { report: format, rows: lines.length });
      return succeed(null);
    });
    return noted.ok ? succeed({ fileName: basename(target) }) : noted;
  };

  function linesIn(call: Call, period: InputOf<'fulfilment.report'>['period'], today: ReturnType<typeof dayOn>): readonly DueLine[] {
    const filter = { show: 'all' as const, mine: false, ...(period ?? {}) };
    return listDue(call.db, filter, { cursor: null, limit: mostLines }, { userId: call.session.user.id, today }).lines;
  }
}

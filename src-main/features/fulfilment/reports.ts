import { basename } from 'node:path';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Payment } from '#shared/features/fulfilment/model.ts';
import type { DueLine } from '#shared/features/fulfilment/portfolio.ts';
import { fulfilmentCells, fulfilmentColumns, fulfilmentReport, fulfilmentWords } from '#shared/features/fulfilment/report.ts';
import type { ReportFormat, ReportPeriod } from '#shared/features/fulfilment/report-schedules.ts';
import type { Report } from '#shared/features/reports/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import { writeXlsx } from '../../imports/writing/table-files.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { findContractFacts } from './due-dates.ts';
import { listPayments } from './payment-queries.ts';
import { linesOfContract, listDue } from './portfolio-queries.ts';

export interface FulfilmentReportParts {
  readonly clock: Clock;
  readonly picker: FilePicker;
  readonly print: (report: Report, author: string, signal: AbortSignal) => Promise<Uint8Array>;
}

/** What a report is about: a contract, or all of them in a period. */
export interface ReportSubject {
  readonly contractId: ContractId | null;
  readonly period: ReportPeriod | null;
  readonly language: 'zh' | 'en';
}

/** A report that was read out of the vault and can be written in either format. */
export interface ComposedReport {
  readonly name: string;
  readonly rows: number;
  readonly write: (format: ReportFormat, target: string, signal: AbortSignal) => Promise<void>;
}

const mostLines = 2000;

/** How fulfilment stands, of one contract or of all in a period, as a PDF or a workbook. */
export function createFulfilmentReports({ clock, picker, print }: FulfilmentReportParts) {
  /** Reads a report as the person of the session may see it; undefined where the contract is not there. */
  function compose(session: Session, { contractId, period, language }: ReportSubject): ComposedReport | undefined {
    const today = dayOn(clock);
    const contract = contractId === null ? null : (findContractFacts(session.db, contractId) ?? null);
    if (contractId !== null && contract === null) return undefined;
    const words = fulfilmentWords(language);
    const lines: readonly DueLine[] = contractId === null ? linesIn(session, period, today) : linesOfContract(session.db, contractId, mostLines);
    const payments: readonly Payment[] = contractId === null ? [] : listPayments(session.db, contractId, session.holds('finance'));
    return {
      name: [words.title, contract?.number ?? (period === null ? today : `${period.from} ${period.to}`)].join(' '),
      rows: lines.length,
      write: async (format, target, signal) => {
        if (format === 'pdf') {
          const report = fulfilmentReport({ language, today, contract, period: contract === null ? period : null, lines, isCut: lines.length >= mostLines, payments });
          writeFileAtomically(target, await print(report, session.user.name, signal));
          return;
        }
        const rows = lines.map((line) => fulfilmentCells(line, language, today).map((cell) => (isDay(cell) ? { day: cell } : cell)));
        await writeXlsx({ headings: fulfilmentColumns.map((column) => words.columns[column]), rows, sheetName: words.title.slice(0, 31), signal }, target);
      },
    };
  }

  /** Writes a report where the person picks. */
  async function report(call: Call, { format, ...subject }: InputOf<'fulfilment.report'>): Promise<Result<{ fileName: string } | null, 'NOT_FOUND' | 'TARGET_MISSING'>> {
    const composed = compose(call.session, subject);
    if (composed === undefined) return fail('NOT_FOUND');
    const target = await picker.chooseTarget(`${composed.name}.${format}`, { name: format.toUpperCase(), extensions: [format] });
    if (target === null) return succeed(null);
    const refused = refusedTarget(target);
    if (refused !== null) return refused;
    await composed.write(format, target, new AbortController().signal);
    const noted = call.write<null, never>((_db, note) => {
      note(subject.contractId === null ? 'contracts' : 'contract', subject.contractId ?? 'fulfilment', { report: format, rows: composed.rows });
      return succeed(null);
    });
    return noted.ok ? succeed({ fileName: basename(target) }) : noted;
  }

  return { compose, report };
}

function linesIn(session: Session, period: ReportPeriod | null, today: Day): readonly DueLine[] {
  const filter = { show: 'all' as const, mine: false, ...(period ?? {}) };
  return listDue(session.db, filter, { cursor: null, limit: mostLines }, { userId: session.user.id, today }).lines;
}

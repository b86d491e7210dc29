import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Report } from '#shared/features/reports/model.ts';
import { portfolioReport, portfolioTitle, reportTitle, type ReportLanguage } from '#shared/features/reviews/review-report.ts';
import type { ReviewId, ReviewLine } from '#shared/features/reviews/model.ts';
import { addDays, addMonths, dayOf, type Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { loadAttachment, storeAttachment } from '../../attachments/attachment-store.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker, type Ids } from '../../ports.ts';
import { countFindingEvents, listOpenFindings } from './finding-queries.ts';
import { countOverdueReviews, countSkipped, heldBetween } from './queries.ts';
import { findReport, insertReport, listPortfolioReports, titleOfReport, type ReportRow } from './register-queries.ts';

export interface KeptReportParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picker: FilePicker;
  readonly printReport: (report: Report, author: string, signal: AbortSignal) => Promise<Uint8Array>;
}

export type KeptReports = ReturnType<typeof createKeptReports>;

export interface ReportToKeep {
  readonly reviewId: ReviewId | null;
  /** Of a quarter's report, as 2026-Q3; else empty. */
  readonly period: string;
  readonly line: Pick<ReviewLine, 'number' | 'title'> | null;
  readonly language: ReportLanguage;
  readonly pdf: Uint8Array;
}

interface WantedReport {
  readonly reviewId?: ReviewId | undefined;
  readonly reportId?: string | undefined;
}

/** Reports as PDF, kept encrypted with their hash, which is held against the bytes whenever one is opened. */
export function createKeptReports(parts: KeptReportParts) {
  function print(call: Call, report: Report): Promise<Uint8Array> {
    return parts.printReport(report, call.session.user.name, new AbortController().signal);
  }

  /** Keeps a report within a running transaction; gives the SHA-256 of its bytes. */
  function keep(call: Call, db: Writable, { reviewId, period, line, language, pdf }: ReportToKeep): string {
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const attachmentId = storeAttachment(call.session, db, pdf, ['clauses'], parts);
    const title = line === null ? portfolioTitle(period, language) : reportTitle(line, language);
    insertReport(db, { id: parts.ids.create<'reviewReport'>(), reviewId, period, attachmentId, sha256, byteLength: pdf.length, createdAt: parts.clock.now(), by: call.session.user.id, title });
    return sha256;
  }

  function list({ session, db }: Call): OutputOf<'reviews.reports'> {
    return listPortfolioReports(db).map((row) => shown(session.holds('clauses'), db, row));
  }

  function bytes(call: Call, wanted: WantedReport): Result<{ readonly row: ReportRow; readonly title: string; readonly pdf: Buffer }, 'NOT_FOUND' | 'DAMAGED_FILE'> {
    const row = findReport(call.db, wanted);
    if (row === undefined) return fail('NOT_FOUND');
    const pdf = loadAttachment(call.session, call.db, row.attachmentId);
    if (pdf === null || createHash('sha256').update(pdf).digest('hex') !== row.sha256) return fail('DAMAGED_FILE');
    return succeed({ row, title: titleOfReport(call.db, row.id), pdf });
  }

  async function saveAs(call: Call, wanted: WantedReport): Promise<Result<{ fileName: string } | null, 'NOT_FOUND' | 'TARGET_MISSING' | 'DAMAGED_FILE'>> {
    const found = bytes(call, wanted);
    if (!found.ok) return found;
    const target = await parts.picker.chooseTarget(`${fileNameOf(found.value.title)}.pdf`, { name: 'PDF', extensions: ['pdf'] });
    if (target === null) return succeed(null);
    const refused = refusedTarget(target);
    if (refused !== null) return refused;
    writeFileAtomically(target, found.value.pdf);
    return succeed({ fileName: basename(target) });
  }

  async function portfolio(call: Call, quarter: string, language: ReportLanguage): Promise<Result<OutputOf<'reviews.portfolioReport'>, never>> {
    const { from, to } = daysOfQuarter(quarter);
    const zone = parts.clock.offsetMinutes(parts.clock.now()) * 60_000;
    const [since, until] = [Date.parse(from) - zone, Date.parse(addDays(to, 1)) - zone];
    const facts = {
      quarter,
      held: heldBetween(call.db, from, to),
      skipped: countSkipped(call.db, from, to),
      overdueNow: countOverdueReviews(call.db, dayOn(parts.clock)),
      ...countFindingEvents(call.db, since, until),
      open: listOpenFindings(call.db),
    };
    const pdf = await print(call, portfolioReport(facts, language));
    return call.write<OutputOf<'reviews.portfolioReport'>, never>((db, note) => {
      const sha256 = keep(call, db, { reviewId: null, period: quarter, line: null, language, pdf });
      note('review-report', quarter, { sha256, held: facts.held.length });
      const [latest] = listPortfolioReports(db);
      if (latest === undefined) throw new Error('a report vanished within a transaction');
      return succeed(shown(true, db, latest));
    });
  }

  return { print, keep, list, bytes, saveAs, portfolio };
}

function shown(inClauses: boolean, db: Readable, { id, reviewId, period, sha256, byteLength, createdAt, createdByName }: ReportRow): OutputOf<'reviews.portfolioReport'> {
  return { id, kind: reviewId === null ? 'portfolio' : 'review', title: inClauses ? titleOfReport(db, id) : period, period, sha256, byteLength, createdAt, createdByName };
}

function daysOfQuarter(quarter: string): { readonly from: Day; readonly to: Day } {
  const [year = '2000', number = '1'] = quarter.split('-Q');
  const from = dayOf(Number(year), (Number(number) - 1) * 3 + 1, 1);
  return { from, to: addDays(addMonths(from, 3), -1) };
}

/** A title as a file may be called everywhere. */
function fileNameOf(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]+/gu, ' ').trim().slice(0, 100);
}

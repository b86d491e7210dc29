import type { WorkingCalendar } from '#shared/features/calendar/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { mostOnBoard } from '#shared/features/fulfilment/portfolio.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call, HandlersOf } from '../../ipc/handlers.ts';
import { dayOn, type FilePicker, type Ids } from '../../ports.ts';
import type { VaultMember } from '../../vault/members.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { keepDaysOfTerm, refreshDueDays } from './due-dates.ts';
import { createEvidenceService, type EvidenceParts } from './evidence.ts';
import { createMerging } from './merging.ts';
import { createMoneyService } from './money.ts';
import { createObligationService, type ObligationParts } from './obligations.ts';
import { createReportPrinter, type ReportPrinterParts } from '../../reports/print-report.ts';
import { createPartService } from './parts.ts';
import { createProposalService, type ProposalParts } from './proposals.ts';
import { createReportSchedules, type ReportScheduleParts } from './report-schedules.ts';
import { createFulfilmentReports } from './reports.ts';
import { fillSampleFulfilment, paySample, type SamplePayment } from './sample.ts';
import { board, calendarDays, countDue, listDue } from './portfolio-queries.ts';

export interface FulfilmentParts extends ReportPrinterParts, Pick<ReportScheduleParts, 'log' | 'device' | 'onChanged'> {
  readonly ids: Ids;
  readonly picker: FilePicker;
  readonly workingCalendar: (db: Readable) => WorkingCalendar;
  readonly daysMoved: ObligationParts['daysMoved'];
  readonly readContract: ProposalParts['readContract'];
  readonly findTemplate: ProposalParts['findTemplate'];
  readonly askMentioned: EvidenceParts['askMentioned'];
  readonly members: (call: Pick<Call, 'session' | 'db'>) => readonly VaultMember[];
}

// Counting walks over every line, so it stops where nobody would page on.
const mostCounted = 1000;
const perColumn = 40;
const mostOfDay = 100;

/** The operations, and what other features ask of obligations and payments. */
export function createFulfilment(parts: FulfilmentParts) {
  const obligations = createObligationService(parts);
  const money = createMoneyService(parts);
  const hanging = createPartService(parts);
  const evidence = createEvidenceService(parts);
  const proposals = createProposalService({ ...parts, obligations, money });
  const { compose, report } = createFulfilmentReports({ ...parts, print: createReportPrinter(parts) });
  const schedules = createReportSchedules({ ...parts, compose });
  const asking = ({ session }: Call) => ({ userId: session.user.id, today: dayOn(parts.clock) });

  const handlers: HandlersOf<'fulfilment'> = {
    ofContract: ({ contractId }, call) => obligations.ofContract(call, contractId),
    obligation: ({ id }, call) => obligations.get(call, id),
    people: (_, call) => succeed(parts.members(call)),
    list: ({ filter, sort, cursor, limit }, call) => succeed(listDue(call.db, filter, { cursor, limit, ...(sort === undefined ? {} : { sort }) }, asking(call))),
    count: (filter, call) => succeed(countDue(call.db, filter, mostCounted, asking(call))),
    board: (filter, call) => succeed(board(call.db, filter, perColumn, mostOnBoard, asking(call))),
    calendar: ({ filter, from, to, perDay }, call) => succeed({ today: dayOn(parts.clock), days: calendarDays(call.db, from, to, perDay, filter, asking(call)) }),
    myDay: ({ mine }, call) => {
      const { today } = asking(call);
      const page = (filter: Parameters<typeof listDue>[1]) => listDue(call.db, filter, { cursor: null, limit: mostOfDay }, asking(call)).lines;
      return succeed({
        today,
        overdue: page({ show: 'open', mine, to: addDays(today, -1) }),
        due: page({ show: 'open', mine, from: today, to: today }),
        soon: page({ show: 'open', mine, from: addDays(today, 1), to: addDays(today, 7) }),
      });
    },
    clauses: ({ contractId }, call) => proposals.clauses(call, contractId),
    propose: ({ contractId }, call) => proposals.propose(call, contractId),
    report: (request, call) => report(call, request),
    reportSchedules: (_, call) => succeed(schedules.list(call)),
    scheduleReport: (entry, call) => schedules.add(call, entry),
    moveReports: ({ id }, call) => schedules.move(call, id),
    switchReports: ({ id, isOn }, call) => schedules.setOn(call, id, isOn),
    endReports: ({ id }, call) => schedules.remove(call, id),
    take: (request, call) => proposals.take(call, request),
    saveObligation: (request, call) => obligations.save(call, request),
    endSeries: ({ id, on }, call) => obligations.end(call, id, on),
    move: (request, call) => obligations.move(call, request),
    saveMilestone: (request, call) => hanging.milestone(call, request),
    removeMilestone: ({ id }, call) => hanging.keepMilestone(call, id, false),
    restoreMilestone: ({ id }, call) => hanging.keepMilestone(call, id, true),
    addDeliverable: (request, call) => hanging.deliverable(call, request),
    removeDeliverable: ({ id }, call) => hanging.dropDeliverable(call, id),
    countDelivered: (request, call) => hanging.count(call, request),
    saveMetric: (request, call) => hanging.metric(call, request),
    removeMetric: ({ id }, call) => hanging.keepMetric(call, id, false),
    restoreMetric: ({ id }, call) => hanging.keepMetric(call, id, true),
    measure: (request, call) => hanging.measure(call, request),
    savePayment: (request, call) => money.save(call, request),
    removePayment: ({ id }, call) => money.remove(call, id),
    addInvoice: (request, call) => money.addInvoice(call, request),
    addPaymentRecord: (request, call) => money.addRecord(call, request),
    removeMoneyLine: (request, call) => money.removeLine(call, request),
    setBadDebt: (request, call) => money.setBadDebt(call, request),
    addNote: (request, call) => evidence.note(call, request),
    addPicture: (request, call) => evidence.picture(call, request),
    addFile: ({ obligationId }, call) => evidence.file(call, obligationId),
    picture: ({ id }, call) => evidence.read(call, id),
    saveEvidence: ({ id }, call) => evidence.saveAs(call, id),
  };

  return {
    handlers,
    /** Writes the reports that are due into their folders. */
    job: schedules.job,
    /** Everything about a contract's fulfilment, as its page has it. */
    ofContract: obligations.ofContract,
    merging: createMerging({ ...parts, obligations }),
    /** Holds an obligation in somebody else's transaction; one that can't be held stays as it is. */
    block: obligations.blockWithin,
    release: obligations.releaseWithin,
    sample: {
      fill: (session: Session, db: Writable, note: RecordChange, id: ContractId) => fillSampleFulfilment(session, db, note, id, dayOn(parts.clock), obligations),
      pay: (session: Session, db: Writable, note: RecordChange, id: ContractId, payments: readonly SamplePayment[]) => paySample(session, db, note, id, payments, money),
    },
    /** Told of every vault that opens: series are laid out as far as a year ahead. */
    opened: (session: Session | null) => (session === null ? undefined : obligations.layOutAhead(session)),
    /** Told in the same transaction of a record whose days may have changed. */
    recordChanged: (db: Writable, contractId: ContractId, endedOn: Day | null) => {
      if (endedOn !== null) keepDaysOfTerm(db, contractId, endedOn);
      if (refreshDueDays(db, contractId, parts.workingCalendar(db)) > 0) parts.daysMoved(db, contractId);
    },
  };
}

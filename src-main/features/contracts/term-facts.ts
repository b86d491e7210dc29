import type { WorkingCalendar } from '#shared/features/calendar/model.ts';
import { recordDetailsSchema, type ContractRecord, type RecordDetails } from '#shared/features/contracts/record.ts';
import { noDuties, type ContractId, type Duties } from '#shared/features/contracts/model.ts';
import type { ContractPhase } from '#shared/features/contracts/phases.ts';
import { termNoticesOf, type NoticeOfContract } from '#shared/features/contracts/notices.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import { termFactsOf } from '#shared/features/contracts/term-facts.ts';
import { termEnd } from '#shared/features/terms/one-term.ts';
import { termPlan } from '#shared/features/terms/rules.ts';
import { statusOn } from '#shared/features/terms/status.ts';
import { validThrough } from '#shared/features/terms/timeline.ts';
import type { DerivedStatus, TermNotice, TermPlan } from '#shared/features/terms/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { workingCalendar } from '../../calendar/working-calendar.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { listed, sql, type Sql } from '../../db/sql.ts';
import { findContract, type ContractRow } from './queries.ts';
import { phasesByContract } from './phases.ts';
import { findRecordParties, saveDates, type TermDates } from './record-queries.ts';

/** What a contract's row says as a record. */
export function recordOf(db: Readable, row: ContractRow): ContractRecord {
  return {
    recordKind: row.record_kind,
    parentId: row.parent_id,
    direction: row.direction,
    parties: findRecordParties(db, row.id),
    signedOn: row.signed_on,
    effectiveOn: row.effective_on,
    expiresOn: row.expires_on,
    renewalType: row.renewal_type,
    ownerName: row.owner_name,
    department: row.department,
    confidentiality: row.confidentiality,
    tags: (JSON.parse(row.tags) as string[]).toSorted(byName),
    details: detailsOf(row),
  };
}

/** What was done to contracts beside their records: amendments, the notices that decide what follows a term, and days of termination. */
export interface TermEvents {
  readonly phases: ReadonlyMap<ContractId, readonly ContractPhase[]>;
  readonly notices: ReadonlyMap<ContractId, readonly TermNotice[]>;
  readonly terminationOn: ReadonlyMap<ContractId, Day>;
  readonly duties: ReadonlyMap<ContractId, Duties>;
}

/** The events of many contracts in a few questions, for a page of a list. */
export function termEventsOf(db: Readable, ids: readonly ContractId[]): TermEvents {
  const list = listed(ids);
  const notices = new Map<ContractId, readonly TermNotice[]>();
  const sent = db.all<NoticeOfContract & { id: ContractId }>(sql`
    SELECT contract_id AS id, kind, term_index AS termIndex, term_ends_on AS termEndsOn, sent_on AS sentOn, method, received_on AS receivedOn, withdrawn_at AS withdrawnAt
    FROM contract_notices WHERE term_index IS NOT NULL AND contract_id IN ${list}`);
  for (const notice of sent) notices.set(notice.id, [...(notices.get(notice.id) ?? []), ...termNoticesOf([notice])]);
  const terminations = db.all<{ id: ContractId; day: Day | null }>(sql`
    SELECT contract_id AS id, details ->> 'effectiveOn' AS day FROM stage_events
    WHERE to_stage = 'terminated' AND contract_id IN ${list} ORDER BY rowid`);
  return { phases: phasesByContract(db, list), notices, duties: dutiesOf(db, list), terminationOn: new Map(terminations.flatMap(({ id, day }) => (day === null ? [] : [[id, day] as const]))) };
}

/** What is still owed under contracts, of obligations and of payments; a contract without any is not in it. */
function dutiesOf(db: Readable, list: Sql): ReadonlyMap<ContractId, Duties> {
  const duties = new Map<ContractId, Duties>();
  const count = (part: 'openObligations' | 'openPayments', rows: readonly { id: ContractId; open: number; total: number }[]) => {
    for (const { id, open, total } of rows) {
      const known = duties.get(id) ?? noDuties;
      duties.set(id, { ...known, [part]: open, total: known.total + total });
    }
  };
  count('openObligations', db.all(sql`SELECT contract_id AS id, sum(is_open) AS open, count(*) AS total FROM obligations WHERE contract_id IN ${list} GROUP BY contract_id`));
  count('openPayments', db.all(sql`SELECT contract_id AS id, sum(is_open) AS open, count(*) AS total FROM payment_dues WHERE contract_id IN ${list} GROUP BY contract_id`));
  return duties;
}

/** The plan and the status of a contract on a day. */
export function planOf(row: ContractRow, events: TermEvents, today: Day, calendar: WorkingCalendar, details: RecordDetails = detailsOf(row)): PlanOnDay {
  const facts = termFactsOf({
    stage: row.stage,
    record: { signedOn: row.signed_on, effectiveOn: row.effective_on, expiresOn: row.expires_on, renewalType: row.renewal_type, details },
    phases: events.phases.get(row.id) ?? [],
    notices: events.notices.get(row.id) ?? [],
    terminationOn: events.terminationOn.get(row.id) ?? null,
    duties: events.duties.get(row.id) ?? noDuties,
    amount: null,
  });
  const plan = termPlan(facts, calendar, today);
  return { plan, status: statusOn(facts, plan, today).status };
}

interface PlanOnDay {
  readonly plan: TermPlan;
  readonly status: DerivedStatus;
}

/** Reads the details of one row of a list after the other: those of contracts from one ledger say the same, and are read once. */
export function createDetailsReader(): (row: Pick<ContractRow, 'details'>) => RecordDetails {
  let last = { text: '{}', details: noDetails };
  return (row) => {
    if (row.details !== last.text) last = { text: row.details, details: detailsOf(row) };
    return last.details;
  };
}

const noDetails = recordDetailsSchema.parse({});
const detailCount = Object.keys(noDetails).length;

function detailsOf({ details }: Pick<ContractRow, 'details'>): RecordDetails {
  // What was written was checked then, and this is read for every row of a list; only what older versions lack is added.
  if (details === '{}') return noDetails;
  const read = JSON.parse(details) as RecordDetails;
  return Object.keys(read).length === detailCount ? read : { ...noDetails, ...read };
}

/** The last day of a term, counted from 0, by what holds on a day; null where none is known. */
export function termEndOn(db: Readable, row: ContractRow, term: number, day: Day): Day | null {
  return termEnd(planOf(row, termEventsOf(db, [row.id]), day, workingCalendar(db)).plan.inForce, term);
}

/**
 * Told in the same transaction of a contract whose record was written or moved, or whose dates were brought up to date: days
 * are counted from them. `endedOn`: the last day of the term that the dates were of, where another has begun since.
 */
export type RecordChanged = (db: Writable, id: ContractId, endedOn: Day | null) => void;

/** In which term a contract stands that is over, counted from 0; null for any other. */
export function termOfOver(db: Readable, row: ContractRow): number | null {
  if (!isOver(row.stage) || row.term_end_on === '') return null;
  return planOf(row, termEventsOf(db, [row.id]), row.term_end_on, workingCalendar(db)).plan.index;
}

/**
 * Brings the dates of a contract up to date whose record was written, or for which a day has passed, and tells of it. `term`: the
 * one in which a contract that is over stood before it was corrected, and stands.
 */
export function reckonDates(recordChanged: RecordChanged, db: Writable, id: ContractId, today: Day, calendar = workingCalendar(db), term: number | null = null): void {
  const row = findContract(db, id);
  if (row !== undefined) recordChanged(db, id, refreshDates(db, row, today, calendar, term));
}

/**
 * Writes the dates that lists go by, as the rules give them on a day. Gives the last day of the term that they were of, where
 * another has begun since; else null. `row` has the dates as they were.
 */
function refreshDates(db: Writable, row: ContractRow, today: Day, calendar: WorkingCalendar, term: number | null): Day | null {
  const events = termEventsOf(db, [row.id]);
  // One that is over stays in the term that it was in.
  const day = isOver(row.stage) && row.term_end_on !== '' ? row.term_end_on : today;
  const { plan } = planOf(row, events, day, calendar);
  const isSettled = term === null || events.terminationOn.has(row.id);
  saveDates(db, row.id, isSettled ? datesOf(row, events, plan) : endedOn(termEnd(plan.inForce, term)));
  return row.stage !== 'terminated' && row.term_end_on !== '' && hasBegunAfter(plan, row.term_end_on) ? row.term_end_on : null;
}

/** Whether the running term began after the end of another: by renewal, or by terms that were agreed anew later than that. */
function hasBegunAfter({ index, term, inForce }: TermPlan, end: Day): boolean {
  if (inForce.countedAnewFrom !== undefined && inForce.countedAnewFrom > addDays(end, 1)) return true;
  return index > 0 && term !== null && term.start > end;
}

/** The dates that lists go by of a contract that is about to be added: nothing has happened to it yet. */
export function datesOfNew(stage: Stage, record: ContractRecord, today: Day, calendar: WorkingCalendar): TermDates {
  const dates = datesIn(termPlan(termFactsOf({ stage, record, phases: [], notices: [], terminationOn: null, duties: noDuties, amount: null }), calendar, today));
  return isOver(stage) ? endedOn(dates.end) : dates;
}

/** The dates that lists go by. One that was terminated ends on that day, and of one that is over no term follows. */
function datesOf({ id, stage }: Pick<ContractRow, 'id' | 'stage'>, { terminationOn }: TermEvents, plan: TermPlan): TermDates {
  const dates = datesIn(plan);
  const terminatedOn = stage === 'terminated' ? terminationOn.get(id) : undefined;
  if (terminatedOn !== undefined) return endedOn(terminatedOn);
  return isOver(stage) ? endedOn(dates.end) : dates;
}

/** The dates that a list shows of a contract: one that is over keeps the last day that it had then. */
export function shownDates(row: ContractRow, events: TermEvents, plan: TermPlan): TermDates {
  const isKept = isOver(row.stage) && !events.terminationOn.has(row.id);
  return isKept ? endedOn(row.term_end_on === '' ? null : row.term_end_on) : datesOf(row, events, plan);
}

/** Of one that was imported as terminated nobody may know the day. */
function isOver(stage: Stage): boolean {
  return stage === 'completed' || stage === 'terminated' || stage === 'superseded' || stage === 'cancelled';
}

function endedOn(end: Day | null): TermDates {
  return { end, deadline: null, safeSend: null, validThrough: forGood };
}

/** Where a notice was given, none has still to be sent or to arrive. */
function datesIn(plan: TermPlan): TermDates {
  const { term, window, deadline, safeSend } = plan;
  const isGiven = window === 'given';
  return { end: term?.end ?? null, deadline: isGiven ? null : deadline, safeSend: isGiven ? null : safeSend, validThrough: validThrough(plan) };
}

const forGood = '9999-12-31' as Day;


import { calendarOf } from '#shared/features/calendar/rules.ts';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import type { CalendarYear, WorkingCalendar } from '#shared/features/calendar/model.ts';
import { recordDetailsSchema, type ContractRecord, type RecordAmount } from '#shared/features/contracts/record.ts';
import { termFactsOf } from '#shared/features/contracts/term-facts.ts';
import { termPlan } from '#shared/features/terms/rules.ts';
import { statusOn } from '#shared/features/terms/status.ts';
import { validThrough } from '#shared/features/terms/timeline.ts';
import type { DerivedStatus, TermPlan } from '#shared/features/terms/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { ContractRow } from './queries.ts';
import { findRecordParties, listNotices, listStageEvents, saveDates } from './record-queries.ts';

/** The working years that a vault knows: those that were announced, and its own. */
export function workingCalendar(db: Readable): WorkingCalendar {
  return calendarOf(prcYears, ownYears(db));
}

/** The years that the vault's people entered themselves. */
export function ownYears(db: Readable): readonly CalendarYear[] {
  return db
    .all<{ year: number; days: string }>(sql`SELECT year, days FROM calendar_years ORDER BY year`)
    .map(({ year, days }) => ({ year, days: JSON.parse(days) as CalendarYear['days'] }));
}

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
    tags: JSON.parse(row.tags) as string[],
    details: recordDetailsSchema.parse(JSON.parse(row.details)),
  };
}

/** The plan and the status of a contract on a day. The sum is looked at for the money that a renewal commits. */
export function planOf(
  db: Readable,
  row: ContractRow,
  today: Day,
  calendar: WorkingCalendar,
  amount: RecordAmount | null = null,
): { readonly plan: TermPlan; readonly status: DerivedStatus } {
  const facts = termFactsOf({
    stage: row.stage,
    record: recordOf(db, row),
    notices: listNotices(db, row.id),
    stageEvents: listStageEvents(db, row.id),
    amount,
  });
  const plan = termPlan(facts, calendar, today);
  return { plan, status: statusOn(facts, plan, today).status };
}

/** Writes the dates that lists go by, as the rules give them on a day. */
export function refreshDates(db: Writable, row: ContractRow, today: Day, calendar: WorkingCalendar): void {
  const { plan } = planOf(db, row, today, calendar);
  const { term, deadline, safeSend } = plan;
  saveDates(db, row.id, { end: term?.end ?? null, deadline, safeSend, validThrough: validThrough(plan) });
}


import type { ReportScheduleId } from '#shared/features/fulfilment/model.ts';
import type { ReportFailure, ReportFormat, ReportSchedule, ReportScheduleEntry } from '#shared/features/fulfilment/report-schedules.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** A schedule as the vault keeps it; where it is written to is known to the laptop. */
export type StoredSchedule = Omit<ReportSchedule, 'folder' | 'isFolderThere'>;

interface Row extends Omit<StoredSchedule, 'formats' | 'isOn' | 'failure'> {
  readonly formats: string;
  readonly isOn: 0 | 1;
  readonly failedAt: number | null;
  readonly failureCode: ReportFailure | null;
}

/** A person's schedules, the oldest first. */
export function listSchedules(db: Readable, ownerId: UserId): readonly StoredSchedule[] {
  return db
    .all<Row>(sql`
      SELECT report_schedules.id, contract_id AS contractId, cadence, formats, report_schedules.language, coalesce(contracts.title, '') AS contractTitle,
        coalesce(contracts.number, '') AS contractNumber, is_on AS isOn, next_on AS nextOn, last_written_at AS lastWrittenAt, failed_at AS failedAt, failure AS failureCode
      FROM report_schedules LEFT JOIN contracts ON contracts.id = contract_id
      WHERE report_schedules.owner_id = ${ownerId} ORDER BY report_schedules.created_at, report_schedules.id`)
    .map(({ formats, isOn, failedAt, failureCode, ...row }) => ({
      ...row,
      formats: formats.split(',') as ReportFormat[],
      isOn: isOn === 1,
      failure: failedAt === null || failureCode === null ? null : { at: failedAt, code: failureCode },
    }));
}

/** When a person's schedules are due next, each with its latest failure: only those that are on. */
export function listDueSchedules(db: Readable, ownerId: UserId): readonly { readonly id: ReportScheduleId; readonly nextOn: Day; readonly failedAt: number | null }[] {
  return db.all(sql`SELECT id, next_on AS nextOn, failed_at AS failedAt FROM report_schedules WHERE owner_id = ${ownerId} AND is_on = 1 ORDER BY next_on`);
}

export function countSchedules(db: Readable, ownerId: UserId): number {
  return db.get<{ count: number }>(sql`SELECT count(*) AS count FROM report_schedules WHERE owner_id = ${ownerId}`)?.count ?? 0;
}

export function insertSchedule(db: Writable, id: ReportScheduleId, ownerId: UserId, entry: ReportScheduleEntry, nextOn: Day, at: number): void {
  db.run(sql`
    INSERT INTO report_schedules (id, owner_id, contract_id, cadence, formats, language, is_on, next_on, created_at)
    VALUES (${id}, ${ownerId}, ${entry.contractId}, ${entry.cadence}, ${[...new Set(entry.formats)].join(',')}, ${entry.language}, 1, ${nextOn}, ${at})`);
}

/** Switches a schedule; one that is switched on again begins with the next period. */
export function switchSchedule(db: Writable, id: ReportScheduleId, ownerId: UserId, isOn: boolean, nextOn: Day): boolean {
  return db.run(sql`
    UPDATE report_schedules SET is_on = ${isOn ? 1 : 0}, next_on = CASE WHEN ${isOn ? 1 : 0} = 1 THEN ${nextOn} ELSE next_on END, failed_at = NULL, failure = NULL
    WHERE id = ${id} AND owner_id = ${ownerId}`) > 0;
}

export function removeSchedule(db: Writable, id: ReportScheduleId, ownerId: UserId): boolean {
  return db.run(sql`DELETE FROM report_schedules WHERE id = ${id} AND owner_id = ${ownerId}`) > 0;
}

/** Notes that all that was due lies in the folder. */
export function setScheduleWritten(db: Writable, id: ReportScheduleId, nextOn: Day, at: number): void {
  db.run(sql`UPDATE report_schedules SET next_on = ${nextOn}, last_written_at = ${at}, failed_at = NULL, failure = NULL WHERE id = ${id}`);
}

export function setScheduleFailed(db: Writable, id: ReportScheduleId, code: ReportFailure, at: number): void {
  db.run(sql`UPDATE report_schedules SET failed_at = ${at}, failure = ${code} WHERE id = ${id}`);
}

/** Forgets the latest failure, so that it is tried at once. */
export function clearScheduleFailure(db: Writable, id: ReportScheduleId): void {
  db.run(sql`UPDATE report_schedules SET failed_at = NULL, failure = NULL WHERE id = ${id}`);
}

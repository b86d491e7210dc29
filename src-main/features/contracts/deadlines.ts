import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ReminderEvent } from '#shared/features/reminders/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { workingCalendar } from '../../calendar/working-calendar.ts';
import type { Readable } from '../../db/connection.ts';
import { listed, sql } from '../../db/sql.ts';
import type { DueSource, SourcedTarget } from '../../scheduler/due-source.ts';
import { withNames, type ContractRow } from './queries.ts';
import { planOf, termEventsOf } from './term-facts.ts';

/** The dates of signed contracts: by when notice has to arrive and to be sent, and when the term ends. */
export const contractDeadlines: DueSource = {
  kind: 'contract',
  compartment: 'core',
  affected: (db, subjectKind, ids) => {
    if (subjectKind === 'contract') return ids;
    // Other working days move the last safe day to send.
    if (subjectKind === 'calendarYear') return contractsWithDeadline(db);
    return subjectKind === 'importBatch' ? contractsOfBatches(db, ids) : [];
  },
  targetsOf: (db, ids, today) => {
    const rows = db.all<ContractRow>(sql`
      ${withNames()} WHERE contracts.id IN ${listed(ids)} AND +stage = 'signed' AND +archived_at IS NULL`);
    if (rows.length === 0) return [];
    const events = termEventsOf(db, rows.map(({ id }) => id));
    const calendar = workingCalendar(db);
    return rows.flatMap((row) => {
      const { plan } = planOf(row, events, today, calendar);
      const isOpen = plan.window !== 'given' && plan.window !== 'none';
      return [
        ...(isOpen ? [...target(row, 'notice_deadline', plan.deadline), ...target(row, 'safe_send', plan.safeSend === plan.deadline ? null : plan.safeSend)] : []),
        // What renews by itself does not end: its notice deadline is the date that counts.
        ...(plan.next === null ? target(row, 'expiry', plan.term?.end ?? null) : []),
      ];
    });
  },
  subjectsAfter: (db, after, limit) =>
    db.all<{ id: string }>(sql`SELECT id FROM contracts WHERE id > ${after} ORDER BY id LIMIT ${limit}`).map(({ id }) => id),
};

function target({ id, owner_id }: ContractRow, event: ReminderEvent, day: Day | null): readonly SourcedTarget[] {
  return day === null ? [] : [{ kind: 'contract', subjectId: id, entityId: id, event, contractId: id, targetOn: day, ownerId: owner_id, title: '' }];
}

function contractsWithDeadline(db: Readable): readonly string[] {
  return db.all<{ id: string }>(sql`SELECT contract_id AS id FROM contract_dates WHERE notice_deadline_on <> '' ORDER BY notice_deadline_on DESC LIMIT 5000`).map(({ id }) => id);
}

function contractsOfBatches(db: Readable, batchIds: readonly string[]): readonly ContractId[] {
  return db
    .all<{ id: ContractId }>(sql`
      SELECT subject_id AS id FROM import_entries WHERE subject_kind = 'contract' AND batch_id IN ${listed(batchIds)}`)
    .map(({ id }) => id);
}

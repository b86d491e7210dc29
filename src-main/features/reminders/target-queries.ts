import type { ReminderEvent, ReminderKind } from '#shared/features/reminders/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { listed, sql, type Sql } from '../../db/sql.ts';
import type { SourcedTarget } from '../../scheduler/due-source.ts';
import type { Store } from './stores.ts';

/** A day before all others: look at once. */
const atOnce = '0000-01-01' as Day;

interface KnownTarget {
  readonly entity_id: string;
  readonly event: ReminderEvent;
  readonly target_on: Day;
  readonly title: string;
  readonly owner_id: UserId | null;
}

/**
 * Brings the targets of some subjects to what their source lists. One whose day moved is armed anew; one that is past
 * already when it is first seen reminds no more and is only listed as overdue. Gives how many changed.
 */
export function replaceTargets(db: Writable, { targets: table, reminders }: Store, change: { readonly kind: ReminderKind; readonly subjectIds: readonly string[]; readonly targets: readonly SourcedTarget[]; readonly today: Day; readonly now: number }): number {
  const { kind, subjectIds, targets, today, now } = change;
  // The index is named, because SQLite would else walk over all of a kind for the few that are asked for.
  const known = db.all<KnownTarget>(sql`
    SELECT entity_id, event, target_on, title, owner_id FROM ${table} INDEXED BY reminder_targets_subject
    WHERE kind = ${kind} AND subject_id IN ${listed(subjectIds)}`);
  const knownByKey = new Map(known.map((row) => [keyOf(row.entity_id, row.event), row]));
  let changed = 0;
  for (const target of targets) {
    const key = keyOf(target.entityId, target.event);
    const before = knownByKey.get(key);
    knownByKey.delete(key);
    if (before?.target_on === target.targetOn && before.title === target.title && before.owner_id === target.ownerId) continue;
    changed += 1;
    if (before?.target_on === target.targetOn) {
      db.run(sql`UPDATE ${table} SET title = ${target.title}, owner_id = ${target.ownerId} WHERE kind = ${kind} AND entity_id = ${target.entityId} AND event = ${target.event}`);
      if (before.owner_id !== target.ownerId) handOver(db, reminders, target);
      continue;
    }
    if (before !== undefined) closeReminders(db, reminders, kind, target.entityId, target.event, now);
    db.run(sql`
      INSERT OR REPLACE INTO ${table} (kind, entity_id, event, subject_id, contract_id, target_on, owner_id, title, done_through, next_on)
      VALUES (${kind}, ${target.entityId}, ${target.event}, ${target.subjectId}, ${target.contractId}, ${target.targetOn}, ${target.ownerId}, ${target.title},
        ${target.targetOn < today ? today : null}, ${atOnce})`);
  }
  for (const { entity_id, event } of knownByKey.values()) {
    db.run(sql`DELETE FROM ${table} WHERE kind = ${kind} AND entity_id = ${entity_id} AND event = ${event}`);
    closeReminders(db, reminders, kind, entity_id, event, now);
  }
  return changed + knownByKey.size;
}

/** Another person looks after it: what waits for the one before waits for them, and is told anew. What was escalated stays where it went. */
function handOver(db: Writable, table: Store['reminders'], { kind, entityId, event, targetOn, ownerId }: SourcedTarget): void {
  db.run(sql`
    UPDATE ${table} SET addressee_id = ${ownerId}, shown_at = NULL, shown_as = NULL, snoozed_until = NULL
    WHERE kind = ${kind} AND entity_id = ${entityId} AND event = ${event} AND target_on = ${targetOn} AND level = 0 AND acknowledged_at IS NULL`);
}

/** What a target reminded of is done or moved: nothing of it waits for anybody any more. */
function closeReminders(db: Writable, table: Store['reminders'], kind: ReminderKind, entityId: string, event: ReminderEvent, at: number): void {
  db.run(sql`
    UPDATE ${table} SET acknowledged_at = ${at}
    WHERE kind = ${kind} AND entity_id = ${entityId} AND event = ${event} AND acknowledged_at IS NULL`);
}

export interface PendingTarget {
  readonly kind: ReminderKind;
  readonly entityId: string;
  readonly event: ReminderEvent;
  readonly contractId: ContractId | null;
  readonly targetOn: Day;
  readonly ownerId: UserId | null;
  readonly title: string;
  readonly doneThrough: Day | null;
  /** Whether an earlier reminder of it still waits for somebody. */
  readonly isWaiting: 0 | 1;
}

/** What a target is found by. */
export type TargetKey = Pick<PendingTarget, 'kind' | 'entityId' | 'event'>;

/** The first day on which a target has to be looked at, or null. */
export function firstPendingOn(db: Readable, { targets }: Store): Day | null {
  return db.get<{ day: Day | null }>(sql`SELECT MIN(next_on) AS day FROM ${targets} WHERE next_on IS NOT NULL`)?.day ?? null;
}

/** The targets whose day has come, the earliest first. */
export function listPending(db: Readable, { targets, reminders }: Store, today: Day, limit: number): readonly PendingTarget[] {
  return db.all<PendingTarget>(sql`
    SELECT ${pendingColumns(reminders)}
    FROM ${targets} AS t WHERE next_on IS NOT NULL AND next_on <= ${today} ORDER BY next_on LIMIT ${limit}`);
}

/** Whether more targets than so many have come. */
export function hasManyPending(db: Readable, { targets }: Store, today: Day, many: number): boolean {
  return db.get(sql`SELECT 1 FROM ${targets} WHERE next_on IS NOT NULL AND next_on <= ${today} LIMIT 1 OFFSET ${many}`) !== undefined;
}

/**
 * The targets whose day has come in the order in which they lie in the table, behind a key. Thousands go several times
 * faster so, for neighbours are written together; but it walks over what has not come, too.
 */
export function listPendingInOrder(db: Readable, { targets, reminders }: Store, today: Day, after: TargetKey | undefined, limit: number): readonly PendingTarget[] {
  const behind = after === undefined ? sql`1` : sql`(kind, entity_id, event) > (${after.kind}, ${after.entityId}, ${after.event})`;
  return db.all<PendingTarget>(sql`
    SELECT ${pendingColumns(reminders)}
    FROM ${targets} AS t WHERE ${behind} AND +next_on <= ${today} ORDER BY kind, entity_id, event LIMIT ${limit}`);
}

function pendingColumns(reminders: Sql): Sql {
  return sql`
    t.kind, t.entity_id AS entityId, t.event, t.contract_id AS contractId, t.target_on AS targetOn, t.owner_id AS ownerId, t.title, t.done_through AS doneThrough,
    EXISTS (SELECT 1 FROM ${reminders} AS r WHERE r.kind = t.kind AND r.entity_id = t.entity_id AND r.event = t.event AND r.acknowledged_at IS NULL) AS isWaiting`;
}

/** What may be said of all targets between two of them at once: they are dealt with through a day, and remind no more. */
export function endThrough(db: Writable, { targets }: Store, first: TargetKey, last: TargetKey, through: Day): void {
  db.run(sql`
    UPDATE ${targets} SET done_through = MAX(${through}, COALESCE(done_through, '')), next_on = NULL
    WHERE (kind, entity_id, event) >= (${first.kind}, ${first.entityId}, ${first.event}) AND (kind, entity_id, event) <= (${last.kind}, ${last.entityId}, ${last.event})
      AND +next_on <= ${through}`);
}

export function setNext(db: Writable, { targets }: Store, { kind, entityId, event }: TargetKey, doneThrough: Day, nextOn: Day | null): void {
  db.run(sql`
    UPDATE ${targets} SET done_through = ${doneThrough}, next_on = ${nextOn}
    WHERE kind = ${kind} AND entity_id = ${entityId} AND event = ${event}`);
}

/** The policy changed: every open target is looked at anew. What was dealt with stays so. */
export function rearmAll(db: Writable, { targets }: Store): void {
  db.run(sql`UPDATE ${targets} SET next_on = ${atOnce} WHERE settled_at IS NULL`);
}

/**
 * The clock was ahead and is right again: what it made fall due after tomorrow did not fall due yet. Gives how many
 * reminders are taken back. A day of tolerance, for a journey to the west sets the day back too.
 */
export function takeBackPremature(db: Writable, { targets, reminders }: Store, today: Day, now: number): number {
  const taken = db.run(sql`DELETE FROM ${reminders} WHERE ${premature(today, now)}`);
  if (taken > 0) db.run(sql`UPDATE ${targets} SET done_through = ${today}, next_on = ${atOnce} WHERE done_through > ${addDays(today, 1)} AND settled_at IS NULL`);
  return taken;
}

/** Whether something fell due by a clock that was ahead. */
export function hasPremature(db: Readable, { reminders }: Store, today: Day, now: number): boolean {
  return db.get(sql`SELECT 1 FROM ${reminders} WHERE ${premature(today, now)} LIMIT 1`) !== undefined;
}

/** Nothing is recorded before its day: what fell due the day after tomorrow was recorded at a moment that is still to come, in any zone. */
function premature(today: Day, now: number): Sql {
  return sql`recorded_at > ${now} AND due_on > ${addDays(today, 1)}`;
}

/**
 * Says that what a target was about is dealt with, or, with null, that it is open again: then what waited when it was said to
 * be dealt with waits again, without another message. Gives whether there was such a target.
 */
export function settleTarget(db: Writable, { targets, reminders }: Store, key: { readonly kind: ReminderKind; readonly entityId: string; readonly event: ReminderEvent }, by: UserId, at: number | null): boolean {
  const { kind, entityId, event } = key;
  const isTarget = sql`kind = ${kind} AND entity_id = ${entityId} AND event = ${event}`;
  const before = db.get<{ at: number | null; by: UserId | null }>(sql`SELECT settled_at AS at, settled_by AS by FROM ${targets} WHERE ${isTarget}`);
  if (before === undefined) return false;
  if (before.at !== null && at !== null) return true;
  if (at === null && before.at !== null) {
    db.run(sql`
      UPDATE ${reminders} SET acknowledged_at = NULL, acknowledged_by = NULL, shown_at = COALESCE(shown_at, recorded_at), shown_as = COALESCE(shown_as, 'app')
      WHERE ${isTarget} AND acknowledged_at = ${before.at} AND acknowledged_by = ${before.by}`);
  }
  db.run(sql`UPDATE ${targets} SET settled_at = ${at}, settled_by = ${by}, next_on = ${at === null ? atOnce : null} WHERE ${isTarget}`);
  if (at !== null) db.run(sql`UPDATE ${reminders} SET acknowledged_at = ${at}, acknowledged_by = ${by} WHERE ${isTarget} AND acknowledged_at IS NULL`);
  return true;
}

/** Subjects that had a target before a day: what follows upon it may have begun. */
export function subjectsPast(db: Readable, { targets }: Store, kind: ReminderKind, today: Day, after: string, limit: number): readonly string[] {
  return db
    .all<{ id: string }>(sql`
      SELECT DISTINCT subject_id AS id FROM ${targets} WHERE kind = ${kind} AND target_on < ${today} AND subject_id > ${after} ORDER BY subject_id LIMIT ${limit}`)
    .map(({ id }) => id);
}

function keyOf(entityId: string, event: string): string {
  return `${event} ${entityId}`;
}

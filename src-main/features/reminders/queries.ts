import { mostCounted, type DueItem, type Reminder, type ReminderEvent, type ReminderId, type ReminderKind } from '#shared/features/reminders/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { containing, listed, sql, type Sql } from '../../db/sql.ts';
import type { Store } from './stores.ts';

export interface NewReminder {
  readonly id: ReminderId;
  readonly kind: ReminderKind;
  readonly entityId: string;
  readonly event: ReminderEvent;
  readonly targetOn: Day;
  readonly offsetDays: number;
  readonly level: 0 | 1;
  readonly contractId: ContractId | null;
  readonly addresseeId: UserId | null;
  readonly title: string;
  readonly dueOn: Day;
  readonly at: number;
}

/**
 * Records that a reminder fell due; the same one a second time is left out. One that nobody said they saw, because its date
 * was put off or done with meanwhile, falls due again when that is taken back. Gives whether somebody is to be told.
 */
export function recordReminder(db: Writable, { reminders }: Store, reminder: NewReminder): boolean {
  const { id, kind, entityId, event, targetOn, offsetDays, level, contractId, addresseeId, title, dueOn, at } = reminder;
  const added = db.run(sql`
    INSERT INTO ${reminders} (id, kind, entity_id, event, target_on, offset_days, level, contract_id, addressee_id, title, due_on, recorded_at)
    VALUES (${id}, ${kind}, ${entityId}, ${event}, ${targetOn}, ${offsetDays}, ${level}, ${contractId}, ${addresseeId}, ${title}, ${dueOn}, ${at})
    ON CONFLICT (kind, entity_id, event, target_on, offset_days, level) DO UPDATE SET id = excluded.id, addressee_id = excluded.addressee_id, title = excluded.title,
      due_on = excluded.due_on, recorded_at = excluded.recorded_at, shown_at = NULL, shown_as = NULL, snoozed_until = NULL, acknowledged_at = NULL
    WHERE acknowledged_at IS NOT NULL AND acknowledged_by IS NULL`);
  return added > 0;
}

/** A reminder takes the place of those of the same date and level that still wait. */
export function closeEarlier(db: Writable, { reminders }: Store, { id, kind, entityId, event, targetOn, level, at }: NewReminder): void {
  db.run(sql`
    UPDATE ${reminders} SET acknowledged_at = ${at}
    WHERE kind = ${kind} AND entity_id = ${entityId} AND event = ${event} AND target_on = ${targetOn} AND level = ${level} AND id <> ${id} AND acknowledged_at IS NULL`);
}

/** Whether something waits for somebody who is not among those who may see it. */
export function waitsForOthers(db: Readable, { reminders }: Store, present: readonly UserId[]): boolean {
  return db.get(sql`SELECT 1 FROM ${reminders} WHERE acknowledged_at IS NULL AND addressee_id NOT IN ${listed(present)} LIMIT 1`) !== undefined;
}

/** What waits for somebody who is not among those who may see it waits for everybody, and is told anew. Gives how much that is. */
export function giveToEverybody(db: Writable, { reminders }: Store, present: readonly UserId[]): number {
  return db.run(sql`
    UPDATE ${reminders} SET addressee_id = NULL, shown_at = NULL, shown_as = NULL, snoozed_until = NULL
    WHERE acknowledged_at IS NULL AND addressee_id NOT IN ${listed(present)}`);
}

/** Whether somebody said of a target's date that they saw it. */
export function wasAcknowledged(db: Readable, { reminders }: Store, { kind, entityId, event, targetOn }: Pick<NewReminder, 'kind' | 'entityId' | 'event' | 'targetOn'>): boolean {
  return (
    db.get(sql`
      SELECT 1 FROM ${reminders}
      WHERE kind = ${kind} AND entity_id = ${entityId} AND event = ${event} AND target_on = ${targetOn} AND acknowledged_by IS NOT NULL LIMIT 1`) !== undefined
  );
}

/** When the first reminder that a person has not been shown may be shown: 0 for at once, null for none. */
export function firstUnshownAt(db: Readable, { reminders }: Store, userId: UserId): number | null {
  const probe = (addressee: Sql): number | null =>
    db.get<{ at: number | null }>(sql`
      SELECT MIN(COALESCE(snoozed_until, 0)) AS at FROM ${reminders} WHERE shown_at IS NULL AND acknowledged_at IS NULL AND ${addressee}`)?.at ?? null;
  const moments = [probe(sql`addressee_id IS NULL`), probe(sql`addressee_id = ${userId}`)].filter((at) => at !== null);
  return moments.length === 0 ? null : Math.min(...moments);
}

export interface UnshownReminder {
  readonly id: ReminderId;
  readonly kind: ReminderKind;
  readonly event: ReminderEvent;
  readonly targetOn: Day;
  readonly title: string;
  readonly isEscalated: 0 | 1;
  readonly contractId: ContractId | null;
  readonly contractNumber: string | null;
  readonly contractTitle: string | null;
}

/** Whose reminders are to be shown, and what is due by then (epoch ms). */
export interface Showing {
  readonly userId: UserId;
  readonly now: number;
}

/** How many reminders a person has not been shown, and the earliest day; what was put off did not fall due before. */
export function countUnshown(db: Readable, { reminders }: Store, showing: Showing): { readonly count: number; readonly earliest: Day | null } {
  return (
    db.get<{ count: number; earliest: Day | null }>(sql`
      SELECT COUNT(*) AS count, MIN(CASE WHEN snoozed_until IS NULL THEN due_on END) AS earliest FROM ${reminders} AS r WHERE ${toShow(showing)}`) ?? { count: 0, earliest: null }
  );
}

/** The most urgent of the reminders that a person has not been shown; contracts are looked up for those alone. */
export function listUnshown(db: Readable, { reminders }: Store, showing: Showing, limit: number): readonly UnshownReminder[] {
  return db.all<UnshownReminder>(sql`
    SELECT r.id, r.kind, r.event, r.target_on AS targetOn, r.title, r.level AS isEscalated, r.contract_id AS contractId, c.number AS contractNumber, c.title AS contractTitle
    FROM (SELECT * FROM ${reminders} AS r WHERE ${toShow(showing)} ORDER BY r.target_on, r.id LIMIT ${limit}) AS r
      LEFT JOIN contracts AS c ON c.id = r.contract_id ORDER BY r.target_on, r.id`);
}

/** Marks one reminder as shown. Gives whether it was not before. */
export function markShown(db: Writable, { reminders }: Store, id: ReminderId, as: ShownAs, at: number): boolean {
  return db.run(sql`UPDATE ${reminders} SET shown_at = ${at}, shown_as = ${as}, snoozed_until = NULL WHERE id = ${id} AND shown_at IS NULL`) > 0;
}

/**
 * Marks up to so many of the reminders that a person has not been shown. Gives how many. For nobody's and for the
 * person's own apart: so each is found in the order in which they lie, and neighbours are written together.
 */
export function markSomeShown(db: Writable, { reminders }: Store, { userId, now }: Showing, as: ShownAs, limit: number): number {
  const mark = (addressee: UserId | null, most: number): number =>
    db.run(sql`
      UPDATE ${reminders} SET shown_at = ${now}, shown_as = ${as}, snoozed_until = NULL
      WHERE rowid IN (
        SELECT rowid FROM ${reminders}
        WHERE shown_at IS NULL AND acknowledged_at IS NULL AND addressee_id IS ${addressee} AND (snoozed_until IS NULL OR snoozed_until <= ${now})
        ORDER BY snoozed_until LIMIT ${most})`);
  const everybodys = mark(null, limit);
  return everybodys + (everybodys < limit ? mark(userId, limit - everybodys) : 0);
}

export type ShownAs = 'notification' | 'app';

function toShow({ userId, now }: Showing): Sql {
  return sql`r.shown_at IS NULL AND r.acknowledged_at IS NULL AND (r.snoozed_until IS NULL OR r.snoozed_until <= ${now}) AND (r.addressee_id IS NULL OR r.addressee_id = ${userId})`;
}

/** A person, and who is there beside them: what belongs to somebody who left is everybody's. */
export interface ForWhom {
  readonly userId: UserId;
  readonly present: readonly UserId[];
}

export interface ListRequest extends ForWhom {
  readonly everybody: boolean;
  readonly kind: ReminderKind | null;
  readonly search: string;
  readonly contractId: ContractId | null;
  readonly now: number;
  readonly limit: number;
}

type ReminderRow = Omit<Reminder, 'isEscalated'> & { readonly isEscalated: 0 | 1 };

/** Reminders that fell due: those that wait, those put off, or all of them, the latest first. */
export function listReminders(db: Readable, { reminders }: Store, view: 'now' | 'snoozed' | 'history', request: ListRequest): readonly Reminder[] {
  const states = {
    now: sql`r.acknowledged_at IS NULL AND (r.snoozed_until IS NULL OR r.snoozed_until <= ${request.now}) ${chosen(request, 'addressee_id')} ORDER BY r.target_on, r.id`,
    snoozed: sql`r.acknowledged_at IS NULL AND r.snoozed_until > ${request.now} ${chosen(request, 'addressee_id')} ORDER BY r.snoozed_until, r.id`,
    history: sql`1 ${chosen(request, 'addressee_id')} ORDER BY r.recorded_at DESC, r.id`,
  };
  return db
    .all<ReminderRow>(sql`
      SELECT r.id, r.kind, r.entity_id AS entityId, r.event, r.contract_id AS contractId, c.number AS contractNumber, c.title AS contractTitle, r.title,
        r.target_on AS targetOn, r.offset_days AS offsetDays, r.due_on AS dueOn, r.level AS isEscalated, owner.name AS ownerName, r.shown_at AS shownAt,
        r.snoozed_until AS snoozedUntil, r.acknowledged_at AS acknowledgedAt, person.name AS acknowledgedByName
      FROM ${reminders} AS r LEFT JOIN contracts AS c ON c.id = r.contract_id
        LEFT JOIN users AS owner ON owner.id = r.addressee_id LEFT JOIN users AS person ON person.id = r.acknowledged_by
      WHERE ${states[view]} LIMIT ${request.limit}`)
    .map((row) => ({ ...row, isEscalated: row.isEscalated === 1 }));
}

/** What is still to come within some days, or what is past and open, the earliest first. */
export function listDue(db: Readable, { targets }: Store, view: 'coming' | 'overdue', today: Day, until: Day, request: ListRequest): readonly DueItem[] {
  const range = view === 'overdue' ? sql`r.target_on < ${today}` : sql`r.target_on >= ${today} AND r.target_on <= ${until}`;
  return db.all<DueItem>(sql`
    SELECT r.kind, r.entity_id AS entityId, r.event, r.contract_id AS contractId, c.number AS contractNumber, c.title AS contractTitle, r.title,
      r.target_on AS targetOn, owner.name AS ownerName, CASE WHEN r.next_on > ${today} THEN r.next_on END AS nextOn
    FROM ${targets} AS r LEFT JOIN contracts AS c ON c.id = r.contract_id LEFT JOIN users AS owner ON owner.id = r.owner_id
    WHERE r.settled_at IS NULL AND ${range} ${chosen(request, 'owner_id')} ORDER BY r.target_on, r.entity_id LIMIT ${request.limit}`);
}

export interface Counts {
  readonly waiting: number;
  readonly overdue: number;
}

/** How much waits for a person, counted up to `mostCounted`. */
export function countWaiting(db: Readable, { targets, reminders }: Store, person: ForWhom, today: Day, now: number): Counts {
  const count = (rows: Sql): number => db.get<{ count: number }>(sql`SELECT COUNT(*) AS count FROM (${rows} LIMIT ${mostCounted})`)?.count ?? 0;
  return {
    waiting: count(sql`SELECT 1 FROM ${reminders} WHERE acknowledged_at IS NULL AND (snoozed_until IS NULL OR snoozed_until <= ${now}) AND (addressee_id IS NULL OR addressee_id = ${person.userId})`),
    overdue: count(sql`SELECT 1 FROM ${targets} WHERE settled_at IS NULL AND target_on < ${today} AND ${isFor(sql`owner_id`, person)}`),
  };
}

/** Reminders with these ids that still wait; gives how many were changed. */
export function acknowledge(db: Writable, { reminders }: Store, ids: readonly ReminderId[], by: UserId, at: number): number {
  return db.run(sql`
    UPDATE ${reminders} SET acknowledged_at = ${at}, acknowledged_by = ${by}, snoozed_until = NULL
    WHERE acknowledged_at IS NULL AND id IN ${listed(ids)}`);
}

/** Takes an acknowledgement back. It was shown: it waits in the list again without another message. */
export function withdrawAcknowledgement(db: Writable, { reminders }: Store, ids: readonly ReminderId[], by: UserId): number {
  return db.run(sql`
    UPDATE ${reminders} SET acknowledged_at = NULL, acknowledged_by = NULL, shown_at = COALESCE(shown_at, recorded_at), shown_as = COALESCE(shown_as, 'app')
    WHERE acknowledged_by = ${by} AND id IN ${listed(ids)}`);
}

/** Puts reminders off: they are shown anew at that moment (epoch ms). */
export function snooze(db: Writable, { reminders }: Store, ids: readonly ReminderId[], until: number): number {
  return db.run(sql`
    UPDATE ${reminders} SET snoozed_until = ${until}, shown_at = NULL, shown_as = NULL
    WHERE acknowledged_at IS NULL AND id IN ${listed(ids)}`);
}

/** On how many things a reminder comes on each of the coming days, for a person. */
export function countByDay(db: Readable, { targets }: Store, person: ForWhom, until: Day): readonly { readonly day: Day; readonly count: number }[] {
  return db.all(sql`
    SELECT next_on AS day, COUNT(*) AS count FROM ${targets}
    WHERE next_on IS NOT NULL AND next_on <= ${until} AND ${isFor(sql`owner_id`, person)} GROUP BY next_on ORDER BY next_on`);
}

function isFor(column: Sql, { userId, present }: ForWhom): Sql {
  return sql`(${column} IS NULL OR ${column} = ${userId} OR ${column} NOT IN ${listed(present)})`;
}

/** A person's part, one kind, one contract, the words searched for: all as far as they are asked for. */
function chosen({ userId, present, everybody, kind, search, contractId }: ListRequest, person: 'addressee_id' | 'owner_id'): Sql {
  const column: Sql = { text: `r.${person}`, values: [] };
  const mine = everybody ? sql`` : sql`AND ${isFor(column, { userId, present })}`;
  // The table lies in the order of kinds: without the `+`, all of a kind would be read and put in order for one page.
  const ofKind = kind === null ? sql`` : sql`AND +r.kind = ${kind}`;
  const ofContract = contractId === null ? sql`` : sql`AND r.contract_id = ${contractId}`;
  const pattern = containing(search);
  const worded = search === '' ? sql`` : sql`AND (r.title LIKE ${pattern} ESCAPE '\\' OR c.title LIKE ${pattern} ESCAPE '\\' OR c.number LIKE ${pattern} ESCAPE '\\')`;
  return sql`${mine} ${ofKind} ${ofContract} ${worded}`;
}

/** Contracts of which something fell due since a day and before another. */
export function contractsPast(db: Readable, { targets }: Store, from: Day, before: Day): readonly ContractId[] {
  return db
    .all<{ id: ContractId }>(sql`
      SELECT DISTINCT contract_id AS id FROM ${targets} WHERE settled_at IS NULL AND target_on >= ${from} AND target_on < ${before} AND contract_id IS NOT NULL`)
    .map(({ id }) => id);
}

/** Whether a contract's target of an event lies before a day. */
export function hasPassed(db: Readable, { targets }: Store, contractId: string, event: ReminderEvent, today: Day): boolean {
  return db.get(sql`SELECT 1 FROM ${targets} WHERE kind = 'contract' AND entity_id = ${contractId} AND event = ${event} AND target_on < ${today}`) !== undefined;
}

/**
 * What falls due of an event between two days, and what was reminded of as past within them: that was recorded on its day
 * or after it, so the walk begins a day before the first of them.
 */
export function datesBetween(db: Readable, { targets, reminders }: Store, event: ReminderEvent, from: Day, until: Day): readonly { readonly entityId: string; readonly contractId: ContractId | null; readonly targetOn: Day }[] {
  return db.all(sql`
    SELECT entity_id AS entityId, contract_id AS contractId, target_on AS targetOn FROM ${targets} WHERE event = ${event} AND target_on BETWEEN ${from} AND ${until}
    UNION
    SELECT entity_id, contract_id, target_on FROM ${reminders}
    WHERE recorded_at >= ${Date.parse(addDays(from, -1))} AND event = ${event} AND target_on BETWEEN ${from} AND ${until} AND offset_days >= 0`);
}

/** The warnings among some reminders, as far as they wait. */
export function warningsAmong(db: Readable, { reminders }: Store, ids: readonly ReminderId[]): readonly string[] {
  return db.all<{ id: string }>(sql`SELECT entity_id AS id FROM ${reminders} WHERE kind = 'warning' AND id IN ${listed(ids)} AND acknowledged_at IS NULL`).map(({ id }) => id);
}

/** Somebody saw a warning elsewhere: its reminder does not wait any more. */
export function acknowledgeWarning(db: Writable, { reminders }: Store, entityId: string, by: UserId, at: number): void {
  db.run(sql`
    UPDATE ${reminders} SET acknowledged_at = ${at}, acknowledged_by = ${by} WHERE kind = 'warning' AND entity_id = ${entityId} AND acknowledged_at IS NULL`);
}

import type { Goal, GoalId, Item, ItemContent, ItemId, ItemLine, ItemOutcome, ItemState } from '#shared/features/improvement/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';

const lineColumns = sql`
  improvement_items.id, kind, origin, origin_ref AS originRef, state, owner_id AS ownerId, owner.name AS ownerName, content ->> 'title' AS title, outcome,
  improvement_items.created_at AS createdAt, author.name AS createdByName, closed_at AS closedAt,
  (SELECT count(*) FROM improvement_goals WHERE item_id = improvement_items.id) AS goals`;
const joined = sql`improvement_items JOIN users AS author ON author.id = created_by LEFT JOIN users AS owner ON owner.id = owner_id`;

/** Items that fit, the latest first. */
export function listItems(db: Readable, show: 'open' | 'ended', mine: UserId | null): readonly ItemLine[] {
  const states = show === 'open' ? sql`state IN ('new', 'analysing', 'acting')` : sql`state IN ('closed', 'declined')`;
  const own: Sql = mine === null ? sql`1` : sql`(owner_id = ${mine} OR created_by = ${mine})`;
  return db.all<ItemLine>(sql`SELECT ${lineColumns} FROM ${joined} WHERE ${states} AND ${own} ORDER BY improvement_items.created_at DESC LIMIT 1000`);
}

export interface ItemRow {
  readonly line: ItemLine;
  readonly content: ItemContent;
  readonly revision: number;
}

export function findItem(db: Readable, id: ItemId): ItemRow | undefined {
  const row = db.get<ItemLine & { readonly content: string; readonly revision: number }>(sql`SELECT ${lineColumns}, content, revision FROM ${joined} WHERE improvement_items.id = ${id}`);
  if (row === undefined) return undefined;
  const { content, revision, ...line } = row;
  return { line, content: JSON.parse(content) as ItemContent, revision };
}

export interface NewItem extends Pick<ItemLine, 'id' | 'kind' | 'origin' | 'originRef' | 'createdAt'> {
  readonly content: ItemContent;
  readonly by: UserId;
}

export function insertItem(db: Writable, { id, kind, origin, originRef, content, createdAt, by }: NewItem): void {
  db.run(sql`
    INSERT INTO improvement_items (id, kind, origin, origin_ref, state, content, created_at, created_by, revision)
    VALUES (${id}, ${kind}, ${origin}, ${originRef}, 'new', ${JSON.stringify(content)}, ${createdAt}, ${by}, 1)`);
}

export function saveItem(db: Writable, id: ItemId, content: ItemContent, ownerId: UserId | null): void {
  db.run(sql`UPDATE improvement_items SET content = ${JSON.stringify(content)}, owner_id = ${ownerId}, revision = revision + 1 WHERE id = ${id}`);
}

export function moveItem(db: Writable, id: ItemId, state: ItemState, content: ItemContent, outcome: ItemOutcome | null, closedAt: number | null): void {
  db.run(sql`
    UPDATE improvement_items SET state = ${state}, content = ${JSON.stringify(content)}, outcome = ${outcome}, closed_at = ${closedAt} WHERE id = ${id}`);
}

export function listGoals(db: Readable, itemId: ItemId): readonly Goal[] {
  return db.all<Goal>(sql`
    SELECT id, horizon, metric, baseline, target, from_on AS fromOn, until_on AS untilOn FROM improvement_goals WHERE item_id = ${itemId} ORDER BY until_on, created_at`);
}

export function saveGoal(db: Writable, itemId: ItemId, { id, horizon, metric, baseline, target, fromOn, untilOn }: Goal, at: number): void {
  db.run(sql`
    INSERT INTO improvement_goals (id, item_id, horizon, metric, baseline, target, from_on, until_on, created_at)
    VALUES (${id}, ${itemId}, ${horizon}, ${metric}, ${baseline}, ${target}, ${fromOn}, ${untilOn}, ${at})
    ON CONFLICT (id) DO UPDATE SET horizon = excluded.horizon, metric = excluded.metric, baseline = excluded.baseline, target = excluded.target,
      from_on = excluded.from_on, until_on = excluded.until_on WHERE item_id = excluded.item_id`);
}

/** What was measured of a goal, and what came of it. */
export type JudgedGoal = Pick<Item['goals'][number], 'judgement' | 'points'>;

/** How the goals of an item were judged when it was closed; those of an open one, or that are judged anew each time, are left out. */
export function listJudged(db: Readable, itemId: ItemId): ReadonlyMap<GoalId, JudgedGoal> {
  const rows = db.all<{ id: GoalId; judged: string }>(sql`SELECT id, judged FROM improvement_goals WHERE item_id = ${itemId} AND judged IS NOT NULL`);
  return new Map(rows.map(({ id, judged }) => [id, JSON.parse(judged) as JudgedGoal]));
}

export function keepJudged(db: Writable, id: GoalId, { judgement, points }: JudgedGoal): void {
  db.run(sql`UPDATE improvement_goals SET judged = ${JSON.stringify({ judgement, points })} WHERE id = ${id}`);
}

export function forgetJudged(db: Writable, itemId: ItemId): void {
  db.run(sql`UPDATE improvement_goals SET judged = NULL WHERE item_id = ${itemId}`);
}

/** The item that a goal belongs to. */
export function itemOfGoal(db: Readable, id: GoalId): ItemId | undefined {
  return db.get<{ id: ItemId }>(sql`SELECT item_id AS id FROM improvement_goals WHERE id = ${id}`)?.id;
}

export function deleteGoal(db: Writable, id: GoalId): void {
  db.run(sql`DELETE FROM improvement_goals WHERE id = ${id}`);
}

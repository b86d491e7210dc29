import type { ContractPage, ContractSort } from '#shared/features/contracts/list.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { byName } from '#shared/kernel/name-order.ts';
import type { Readable } from '../../db/connection.ts';
import { haveNameKeys } from '../../db/name-keys.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { minorityTest, smallBook } from './few.ts';
import { allOf, type Condition } from './list-conditions.ts';
import { orderOf, type ListOrder, type OrderPart } from './list-orders.ts';
import { contractsFirst, datesFirst, withNames, type ContractRow } from './queries.ts';
import { lastRow } from './search-queries.ts';

/** A row with its place in the order, behind which the next page begins. */
export interface ListRow extends ContractRow {
  /** Which part of the order, from 0. */
  readonly sort_part: number;
  readonly sort_key: string | number;
  readonly sort_id: string | number;
  /** The order itself, where it isn't the one that was asked for. */
  readonly sort_instead?: ContractSort;
}

/** So many are asked for each that is looked for, twice as many as it takes on an average where those that meet a condition aren't few. */
const askedForOne = 40;

type Page = Pick<ContractPage, 'sort' | 'descending' | 'cursor' | 'limit'>;

/**
 * A page of the contracts that meet the conditions: the rows behind the cursor in the page's order, by key and never by
 * offset. `total`: how many there are, where that is known. While names are still without their keys, what is asked for by
 * one comes by its number, and a list that was begun so goes on so.
 */
export function listContracts(db: Readable, page: Page, conditions: readonly Condition[], total: number | null): ListRow[] {
  if (total === 0) return [];
  if (!byNames.includes(page.sort)) return listInOrder(db, page, conditions, total);
  const instead = page.cursor === undefined ? (haveNameKeys(db, 'contracts') ? null : 'number') : (readCursor(page.cursor)?.instead ?? null);
  if (instead === null) return listInOrder(db, page, conditions, total);
  return listInOrder(db, { ...page, sort: instead }, conditions, total).map((row) => ({ ...row, sort_instead: instead }));
}

const byNames: readonly ContractSort[] = ['title', 'owner', 'department'];

function listInOrder(db: Readable, page: Page, conditions: readonly Condition[], total: number | null): ListRow[] {
  const few = conditions.filter(({ isFew }) => isFew);
  const [only, ...others] = conditions.filter(({ ids }) => ids !== null);
  // The order's own index leads to those of a single condition, few or many.
  const isInOrder = only !== undefined && others.length === 0 && only.inOrder[page.sort] !== undefined;
  const isWalked = isInOrder || (few.length === 0 ? !areSparse(db, page, total) : few.length === 1 && few[0]?.inOrder[page.sort] !== undefined);
  if (!isWalked) return collect(db, page, conditions);
  const isLed = conditions.every(({ ids, inOrder }) => ids === null || inOrder[page.sort] !== undefined);
  return isLed ? walkOrder(db, page, conditions).rows : walkOrCollect(db, page, conditions);
}

/**
 * Those that meet the conditions may all stand far down the order, as a department's contracts do where none has the date that
 * is sorted by. A walk that finds too few is given up for collecting them, unless they are most of the book: the others, which
 * it has to pass, are fewer then.
 */
function walkOrCollect(db: Readable, page: Page, conditions: readonly Condition[]): ListRow[] {
  const { rows, isGivenUp } = walkOrder(db, page, conditions, page.limit * askedForOne);
  if (!isGivenUp) return rows;
  const isMinority = minorityTest(db);
  const least = conditions.find(({ ids }) => ids !== null && isMinority(ids));
  if (least === undefined) return walkOrder(db, page, conditions).rows;
  // Where it has no index of contracts or of their dates, its ids are gathered first.
  const isIndexed = least.of === 'contract_dates' || least.counted !== least.asked;
  return collect(db, page, isIndexed ? conditions : conditions.map((one) => (one === least ? { ...one, isFew: true } : one)));
}

/** Whether so few meet the conditions together that the walk to a full page would be longer than to collect and sort them all. */
function areSparse(db: Readable, { limit }: Page, total: number | null): boolean {
  // Of a part of the book it would have to be counted how large it is.
  if (total === null || db.isLimited) return false;
  const size = lastRow(db);
  return size > smallBook && total * total < limit * size;
}

/** Walks the order's own indexes, one part after the other, and asks each contract, until the page is full; of one part it asks `most` before it gives up. */
function walkOrder(db: Readable, page: Page, conditions: readonly Condition[], most: number | null = null): { readonly rows: ListRow[]; readonly isGivenUp: boolean } {
  const after = readCursor(page.cursor);
  const led = allOf(conditions.flatMap(({ inOrder }) => inOrder[page.sort] ?? []));
  const asked = allOf(conditions.flatMap(({ inOrder, asked }) => (inOrder[page.sort] === undefined ? asked : [])));
  const rows: ListRow[] = [];
  for (const [at, part] of orderOf(page).parts.entries()) {
    if (rows.length === page.limit) break;
    if (at < (after?.part ?? 0) || !conditions.every(({ parts }) => parts[page.sort]?.includes(part.name) ?? true)) continue;
    const range = sql`${led} AND ${isFurther(part, after?.part === at ? after : null)}`;
    const end = most === null ? null : placeBehind(db, part, range, most);
    rows.push(...walkPart(db, part, at, sql`${range} AND ${end === null ? sql`1` : isUpTo(part, end)} AND ${asked}`, page.limit - rows.length));
    if (end !== null && rows.length < page.limit) return { rows, isGivenUp: true };
  }
  return { rows, isGivenUp: false };
}

function walkPart(db: Readable, part: OrderPart, at: number, conditions: Sql, limit: number): ListRow[] {
  return db.all<ListRow>(sql`
    ${withNames(sql`, ${at} AS sort_part, ${keyOf(part)} AS sort_key, ${part.id} AS sort_id`, part.from)} WHERE ${part.met} AND ${conditions}
    ORDER BY ${walked(part)} LIMIT ${limit}`);
}

/** The place in a part that so many lie before, found by its index alone; null where there are no more. */
function placeBehind(db: Readable, part: OrderPart, conditions: Sql, count: number): Pick<Place, 'key' | 'id'> | null {
  const { id, held } = part;
  return db.get(sql`SELECT ${keyOf(part)} AS key, ${id} AS id FROM ${held.by} WHERE ${held.met} AND ${conditions} ORDER BY ${walked(part)} LIMIT 1 OFFSET ${count}`) ?? null;
}

function keyOf({ key }: OrderPart): Sql {
  return key ?? sql`''`;
}

/** The order in which a part's index holds its contracts. */
export function walked({ key, id, direction }: OrderPart): Sql {
  const way = inDirection(direction);
  return key === null ? sql`${id} ${way}` : sql`${key} ${way}, ${id} ${way}`;
}

function isFurther({ key, id, direction }: OrderPart, after: Place | null): Sql {
  if (after === null) return sql`1`;
  const beyond = direction === 'DESC' ? sql`<` : sql`>`;
  return key === null ? sql`${id} ${beyond} ${after.id}` : sql`(${key}, ${id}) ${beyond} (${after.key}, ${after.id})`;
}

function isUpTo({ key, id, direction }: OrderPart, end: Pick<Place, 'key' | 'id'>): Sql {
  const before = direction === 'DESC' ? sql`>=` : sql`<=`;
  return key === null ? sql`${id} ${before} ${end.id}` : sql`(${key}, ${id}) ${before} (${end.key}, ${end.id})`;
}

/** Collects all that meet the conditions and puts them in order; names are looked up for those of the page. */
function collect(db: Readable, page: Page, conditions: readonly Condition[]): ListRow[] {
  const order = orderOf(page);
  const after = readCursor(page.cursor);
  const direction = order.parts[0]?.direction ?? 'ASC';
  const sorted = sql`sort_part, sort_key ${inDirection(direction)}, sort_id ${inDirection(direction)}`;
  return db.all<ListRow>(sql`
    ${withNames(sql`, page.sort_part, page.sort_key, page.sort_id`, sql`(
      SELECT * FROM (
        SELECT contracts.id AS page_id, ${partAtHand(order)} AS sort_part, +(${order.key}) AS sort_key, +${order.id} AS sort_id FROM (${idsOf(conditions)}) AS met
        CROSS JOIN contracts ON contracts.id = met.id CROSS JOIN contract_dates ON contract_dates.contract_id = met.id
      ) WHERE ${isBehind(after, direction)} ORDER BY ${sorted} LIMIT ${page.limit}
    ) AS page CROSS JOIN contracts ON contracts.id = page_id CROSS JOIN contract_dates ON contract_dates.contract_id = page_id`)}
    ORDER BY ${sorted}`);
}

/** The part of the order that a contract at hand is in. */
function partAtHand({ parts }: ListOrder): Sql {
  if (parts.length === 1) return sql`0`;
  return sql`CASE ${parts.reduce((all, { met }, at) => sql`${all} WHEN ${met} THEN ${at}`, sql``)} END`;
}

function isBehind(after: Place | null, direction: OrderPart['direction']): Sql {
  if (after === null) return sql`1`;
  const { part, key, id } = after;
  const inPart = sql`(sort_key, sort_id) ${direction === 'DESC' ? sql`<` : sql`>`} (${key}, ${id})`;
  return sql`(sort_part > ${part} OR (sort_part = ${part} AND ${inPart}))`;
}

function inDirection(direction: OrderPart['direction']): Sql {
  return direction === 'DESC' ? sql`DESC` : sql`ASC`;
}

/** How many contracts meet the conditions; the counting stops beyond `most`, for it walks over every one of them. */
export function countContracts(db: Readable, conditions: readonly Condition[], most: number): number {
  return db.get<{ total: number }>(sql`SELECT count(*) AS total FROM (${idsOf(conditions)} LIMIT ${most + 1})`)?.total ?? 0;
}

/** The ids of the contracts that meet the conditions and were changed at a moment or later, the earliest first. */
export function listChanged(db: Readable, conditions: readonly Condition[], since: number): readonly ContractId[] {
  return db
    .all<{ id: ContractId }>(sql`SELECT contracts.id FROM ${contractsFirst} WHERE contracts.updated_at >= ${since} AND ${allOf(conditions.map(({ asked }) => asked))} ORDER BY contracts.updated_at`)
    .map(({ id }) => id);
}

/** The ids of the contracts that meet the conditions, in no order. */
export function idsOf(conditions: readonly Condition[]): Sql {
  const few = conditions.filter(({ isFew }) => isFew);
  const others = conditions.filter(({ isFew }) => !isFew);
  const isOfDates = conditions.some(({ of }) => of === 'contract_dates');
  if (isOfDates && conditions.every(({ of }) => of === 'contract_dates')) return sql`SELECT contract_id AS id FROM contract_dates WHERE ${allOf(conditions.map(({ counted }) => counted))}`;
  if (few.length > 0) return sql`SELECT contracts.id FROM ${isOfDates ? contractsFirst : sql`contracts`} WHERE ${allOf([...few.map(isAmong), ...others.map(({ asked }) => asked)])}`;
  return sql`SELECT contracts.id FROM ${isOfDates ? datesFirst : sql`contracts`} WHERE ${allOf(others.map(({ counted }) => counted))}`;
}

/** Asks whether the contract with an id meets the conditions. */
export function isMet(conditions: readonly Condition[], id: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM ${contractsFirst} WHERE contracts.id = ${id} AND ${allOf(conditions.map(({ asked }) => asked))})`;
}

function isAmong({ ids, asked }: Condition): Sql {
  return ids === null ? asked : sql`contracts.id IN (${ids})`;
}

/** Every tag in use with the number of its contracts, the most used first. */
export function listTags(db: Readable): { readonly tag: string; readonly count: number }[] {
  const all = db.all<{ tag: string; count: number }>(sql`SELECT tag, count(*) AS count FROM contract_tags GROUP BY tag`);
  return all.toSorted((one, other) => other.count - one.count || byName(one.tag, other.tag)).slice(0, 500);
}

/** A place in an order, behind which a page begins. */
interface Place {
  readonly part: number;
  readonly key: string | number;
  readonly id: string | number;
  readonly instead: ContractSort | null;
}

/** The cursor that stands for a row. */
export function cursorOf(row: ListRow): string {
  return JSON.stringify([row.sort_part, row.sort_key, row.sort_id, ...(row.sort_instead === undefined ? [] : [row.sort_instead])]);
}

function readCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  try {
    const [part, key, id, instead] = JSON.parse(cursor) as readonly unknown[];
    return typeof part === 'number' && isValue(key) && isValue(id) ? { part, key, id, instead: instead === 'number' ? instead : null } : null;
  } catch {
    return null;
  }
}

function isValue(read: unknown): read is string | number {
  return typeof read === 'string' || typeof read === 'number';
}

import type { ContractPage, ContractSort } from '#shared/features/contracts/list.ts';
import { isDescendingByDefault } from '#shared/features/contracts/list.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Readable } from '../../db/connection.ts';
import { numberOrder } from '../../db/number-order.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { allOf, smallBook, type Condition } from './list-conditions.ts';
import { contractsFirst, datesFirst, withNames, type ContractRow } from './queries.ts';
import { lastRow } from './search-queries.ts';

export interface ListRow extends ContractRow {
  /** What the list is sorted by, as it stands in the row: the beginning of the next page. */
  readonly sort_key: string | number;
}

// Each expression is one that an index holds, with the id behind it.
const sortKeys: Readonly<Record<ContractSort, Sql>> = {
  updated: sql`contracts.updated_at`,
  number: numberOrder(sql`contracts.number`),
  title: sql`contracts.title`,
  effective: sql`coalesce(contracts.effective_on, '')`,
  end: sql`contract_dates.term_end_on`,
};

type Page = Pick<ContractPage, 'sort' | 'descending' | 'cursor' | 'limit'>;

/**
 * A page of the contracts that meet the conditions: the rows behind the cursor in the page's order, by key and never by
 * offset. `total`: how many there are, where that is known.
 */
export function listContracts(db: Readable, page: Page, conditions: readonly Condition[], total: number | null): ListRow[] {
  if (total === 0) return [];
  const few = conditions.filter(({ isFew }) => isFew);
  const [only, ...others] = conditions.filter(({ ids }) => ids !== null);
  // The order's own index leads to those of a single condition, few or many.
  const isInOrder = only !== undefined && others.length === 0 && only.order === page.sort;
  const isWalked = isInOrder || (few.length === 0 ? !areSparse(db, page, total) : few.length === 1 && few[0]?.order === page.sort);
  return isWalked ? walkOrder(db, page, conditions) : collect(db, page, conditions);
}

/** Whether so few meet the conditions together that the walk to a full page would be longer than to collect and sort them all. */
function areSparse(db: Readable, { limit }: Page, total: number | null): boolean {
  // Of a part of the book it would have to be counted how large it is.
  if (total === null || db.isLimited) return false;
  const size = lastRow(db);
  return size > smallBook && total * total < limit * size;
}

/** Walks the order's own index and asks each contract, until the page is full. */
function walkOrder(db: Readable, page: Page, conditions: readonly Condition[]): ListRow[] {
  const key = sortKeys[page.sort];
  // Sorted by the dates, the walk begins in their index; else in the contracts'.
  const id = page.sort === 'end' ? sql`contract_dates.contract_id` : sql`contracts.id`;
  const met = allOf(conditions.map(({ order, asked, counted }) => (order === page.sort ? counted : asked)));
  return db.all<ListRow>(sql`
    ${withNames(sql`, ${key} AS sort_key`, page.sort === 'end' ? datesFirst : contractsFirst)} WHERE ${met} AND ${behind(page, key, id)}
    ORDER BY ${key} ${directionOf(page)}, ${id} ${directionOf(page)} LIMIT ${page.limit}`);
}

/** Collects all that meet the conditions and puts them in order; names are looked up for those of the page. */
function collect(db: Readable, page: Page, conditions: readonly Condition[]): ListRow[] {
  // The sign keeps the index of the order from being walked instead.
  const key = sql`+(${sortKeys[page.sort]})`;
  const direction = directionOf(page);
  return db.all<ListRow>(sql`
    ${withNames(sql`, page.sort_key`, sql`(
      SELECT contracts.id AS page_id, ${key} AS sort_key FROM (${idsOf(conditions)}) AS met
      CROSS JOIN contracts ON contracts.id = met.id CROSS JOIN contract_dates ON contract_dates.contract_id = met.id
      WHERE ${behind(page, key, sql`contracts.id`)} ORDER BY sort_key ${direction}, page_id ${direction} LIMIT ${page.limit}
    ) AS page CROSS JOIN contracts ON contracts.id = page_id CROSS JOIN contract_dates ON contract_dates.contract_id = page_id`)}
    ORDER BY page.sort_key ${direction}, page_id ${direction}`);
}

function behind({ cursor, ...page }: Page, key: Sql, id: Sql): Sql {
  const after = readCursor(cursor);
  if (after === null) return sql`1`;
  return isDescending(page) ? sql`(${key}, ${id}) < (${after.key}, ${after.id})` : sql`(${key}, ${id}) > (${after.key}, ${after.id})`;
}

function isDescending({ sort, descending }: Pick<Page, 'sort' | 'descending'>): boolean {
  return descending ?? isDescendingByDefault(sort);
}

function directionOf(page: Page): Sql {
  return isDescending(page) ? sql`DESC` : sql`ASC`;
}

/** How many contracts meet the conditions; the counting stops beyond `most`, for it walks over every one of them. */
export function countContracts(db: Readable, conditions: readonly Condition[], most: number): number {
  return db.get<{ total: number }>(sql`SELECT count(*) AS total FROM (${idsOf(conditions)} LIMIT ${most + 1})`)?.total ?? 0;
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
  return db.all(sql`SELECT tag, count(*) AS count FROM contract_tags GROUP BY tag ORDER BY count DESC, tag LIMIT 500`);
}

/** The cursor that stands for a row. */
export function cursorOf(row: ListRow): string {
  return JSON.stringify([row.sort_key, row.id]);
}

function readCursor(cursor: string | undefined): { readonly key: string | number; readonly id: ContractId } | null {
  if (cursor === undefined) return null;
  try {
    const [key, id] = JSON.parse(cursor) as readonly unknown[];
    if ((typeof key !== 'string' && typeof key !== 'number') || typeof id !== 'string') return null;
    return { key, id: id as ContractId };
  } catch {
    return null;
  }
}

import type { ContractFilter, ContractPage, ContractSelection, ContractSort } from '#shared/features/contracts/list.ts';
import { isDescendingByDefault } from '#shared/features/contracts/list.ts';
import { parseSearch } from '#shared/features/contracts/search-query.ts';
import { searchableWords } from '#shared/features/contracts/search-text.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Readable } from '../../db/connection.ts';
import { numberOrder } from '../../db/number-order.ts';
import { containing, sql, type Sql } from '../../db/sql.ts';
import { contractsFirst, datesFirst, withNames, type ContractRow } from './queries.ts';
import { rowsWithWord } from './search-queries.ts';

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

/** A page of a selection, its words looked for in the texts too when `inTexts` (the clauses compartment is attached): the rows behind the cursor in the selection's order, by key and never by offset. */
export function listContracts(db: Readable, page: ContractPage, today: Day, inTexts: boolean): ListRow[] {
  const key = sortKeys[page.sort];
  const isDescending = page.descending ?? isDescendingByDefault(page.sort);
  // Sorted by the dates, the walk begins in their index; else in the contracts'.
  const idKey = page.sort === 'end' ? sql`contract_dates.contract_id` : sql`contracts.id`;
  const after = readCursor(page.cursor);
  const behind = after === null ? sql`1` : isDescending ? sql`(${key}, ${idKey}) < (${after.key}, ${after.id})` : sql`(${key}, ${idKey}) > (${after.key}, ${after.id})`;
  const direction = isDescending ? sql`DESC` : sql`ASC`;
  return db.all<ListRow>(sql`
    ${withNames(sql`, ${key} AS sort_key`, page.sort === 'end' ? datesFirst : contractsFirst)} WHERE ${matching(db, page, today, inTexts)} AND ${behind}
    ORDER BY ${key} ${direction}, ${idKey} ${direction} LIMIT ${page.limit}`);
}

/** How many contracts a selection holds; the counting stops beyond `most`, for it walks over every one of them. */
export function countContracts(db: Readable, selection: ContractSelection, today: Day, inTexts: boolean, most: number): number {
  const typed = parseSearch(selection.search, today);
  const filter = { ...selection.filter, ...typed.filter };
  const from = !isByDate(filter) ? sql`contracts` : typed.words.length === 0 && isOfDatesAlone(filter) ? sql`contract_dates` : datesFirst;
  const row = db.get<{ total: number }>(sql`
    SELECT count(*) AS total FROM (
      SELECT 1 FROM ${from} WHERE ${matching(db, selection, today, inTexts, true)} LIMIT ${most + 1})`);
  return row?.total ?? 0;
}

/** Whether a filter is of days, so that their index is the way in. */
export function isByDate({ due, endFrom, endTo }: ContractFilter): boolean {
  return (due ?? endFrom ?? endTo) !== undefined;
}

/** Whether a filter asks for what falls due and is not archived: signed and not archived is what dates are watched for. */
function isOfWatched({ due, archived = 'no' }: ContractFilter): boolean {
  return due !== undefined && archived === 'no';
}

/** Whether the dates alone tell what a filter takes, so that no contract has to be looked at. */
function isOfDatesAlone(filter: ContractFilter): boolean {
  const others = Object.entries(filter).filter(([field]) => !ofDates.has(field));
  return isOfWatched(filter) && others.every(([, given]) => given === undefined || (Array.isArray(given) && given.length === 0));
}

const ofDates: ReadonlySet<string> = new Set<keyof ContractFilter>(['due', 'endFrom', 'endTo', 'archived']);

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

/** The conditions of a filter, on `contracts` joined with `contract_dates`; for counting, no order has to be kept. */
export function matchingFilter(filter: ContractFilter, today: Day, isCounted = false): Sql {
  return byFilter(filter, today, isCounted).reduce((all, next) => sql`${all} AND ${next}`, sql`1`);
}

/** What is typed and what is ticked; a condition that is typed counts where both speak of the same. */
function matching(db: Readable, { search, filter = {} }: ContractSelection, today: Day, inTexts: boolean, isCounted = false): Sql {
  const typed = parseSearch(search, today);
  // Where words were typed, they are the way in, and no index on a filter may take their place.
  return sql`${byWords(db, typed.words, inTexts)} AND ${matchingFilter({ ...filter, ...typed.filter }, today, isCounted && typed.words.length === 0)}`;
}

/** In more contracts than these a word says little: the list's own order is walked, and each contract looked up in what was found. */
const frequent = 2_000;

/** Each word stands in the record, in the text or in an attached file of a contract, whichever has it. */
function byWords(db: Readable, words: readonly string[], inTexts: boolean): Sql {
  const searchable = searchableWords(words);
  // Signs alone are not in any index; two of them are meant when somebody types them, which drops them from the words.
  const literal = searchable.length === 0 ? words : words.filter((word) => /[%_]/.test(word));
  return [...searchable.map((word) => byWord(db, word, inTexts)), ...literal.map(byLiteral)].reduce((all, next) => sql`${all} AND ${next}`, sql`1`);
}

function byWord(db: Readable, word: string, inTexts: boolean): Sql {
  const { inRecord, inText, inFile } = rowsWithWord(db, word, inTexts);
  const found = inTexts ? sql`${inRecord} UNION ALL ${inText} UNION ALL ${inFile}` : inRecord;
  const isFrequent = (inTexts ? [inRecord, inText] : [inRecord]).some((rows) => db.get<{ count: number }>(sql`SELECT count(*) AS count FROM (${rows} LIMIT ${frequent + 1})`)?.count === frequent + 1);
  return isFrequent
    ? sql`(SELECT row FROM search_rows WHERE contract_id = contracts.id) IN (${found})`
    : sql`contracts.id IN (SELECT contract_id FROM search_rows WHERE row IN (${found}))`;
}

function byLiteral(word: string): Sql {
  const pattern = containing(word);
  return sql`(contracts.number LIKE ${pattern} ESCAPE '\\' OR contracts.title LIKE ${pattern} ESCAPE '\\')`;
}

function byFilter(filter: ContractFilter, today: Day, isCounted: boolean): Sql[] {
  const conditions: Sql[] = [];
  const add = (condition: Sql) => void conditions.push(condition);
  const isNarrow = [filter.tags?.length, filter.partyId, filter.partyName, filter.parentId, filter.amountFrom, filter.amountTo].some((given) => given !== undefined && given !== 0);
  // Nearly all are not archived: an index on that would only take the place of the one that gives the order, or that finds few.
  if (isOfWatched(filter)) add(sql`contract_dates.is_watched = 1`);
  else if (filter.archived !== 'both') add(filter.archived === 'yes' ? sql`contracts.archived_at IS NOT NULL` : isCounted && !isNarrow ? sql`(contracts.archived_at IS NULL) = 1` : sql`+contracts.archived_at IS NULL`);
  if (filter.stages?.length) add(sql`contracts.stage IN (${listOf(filter.stages)})`);
  if (filter.types?.length) add(sql`contracts.contract_type IN (${listOf(filter.types)})`);
  if (filter.kinds?.length) add(sql`contracts.record_kind IN (${listOf(filter.kinds)})`);
  if (filter.directions?.length) add(sql`contracts.direction IN (${listOf(filter.directions)})`);
  if (filter.tags?.length) add(sql`contracts.id IN (SELECT contract_id FROM contract_tags WHERE tag IN (${listOf(filter.tags)}))`);
  if (filter.ownerName !== undefined) add(sql`contracts.owner_name = ${filter.ownerName}`);
  if (filter.department !== undefined) add(sql`contracts.department = ${filter.department}`);
  if (filter.partyId !== undefined) add(sql`contracts.id IN (SELECT contract_id FROM contract_parties WHERE party_id = ${filter.partyId})`);
  if (filter.partyName !== undefined) add(byPartyName(filter.partyName));
  if (filter.parentId !== undefined) add(sql`contracts.parent_id = ${filter.parentId}`);
  if (filter.endFrom !== undefined) add(sql`term_end_on >= ${filter.endFrom}`);
  if (filter.endTo !== undefined) add(sql`term_end_on <> '' AND term_end_on <= ${filter.endTo}`);
  if (filter.due !== undefined) {
    if (!isOfWatched(filter)) add(sql`contracts.stage = 'signed'`);
    add(byDue(filter.due, today));
  }
  if (filter.amountFrom !== undefined) add(sql`contracts.id IN (SELECT contract_id FROM finance.contract_totals WHERE minor >= ${filter.amountFrom})`);
  if (filter.amountTo !== undefined) add(sql`contracts.id IN (SELECT contract_id FROM finance.contract_totals WHERE minor <= ${filter.amountTo})`);
  return conditions;
}

function byPartyName(name: string): Sql {
  const pattern = containing(name);
  return sql`contracts.id IN (SELECT contract_id FROM contract_parties JOIN parties ON parties.id = party_id
    WHERE name_zh LIKE ${pattern} ESCAPE '\\' OR name_en LIKE ${pattern} ESCAPE '\\')`;
}

function byDue(due: NonNullable<ContractFilter['due']>, today: Day): Sql {
  switch (due) {
    case 'expiring':
      return sql`term_end_on BETWEEN ${today} AND ${addDays(today, 90)}`;
    case 'notice':
      return sql`notice_deadline_on BETWEEN ${today} AND ${addDays(today, 30)}`;
    case 'ended':
      return sql`term_end_on <> '' AND term_end_on < ${today}`;
  }
}

function listOf(values: readonly string[]): Sql {
  return values.map((value) => sql`${value}`).reduce((all, next) => sql`${all}, ${next}`);
}

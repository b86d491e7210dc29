import type { ContractFilter, ContractSelection, ContractSort } from '#shared/features/contracts/list.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import { parseSearch } from '#shared/features/contracts/search-query.ts';
import { searchableWords } from '#shared/features/contracts/search-text.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Readable } from '../../db/connection.ts';
import { ownNameKey } from '../../db/name-order.ts';
import { containing, listed, sql, type Sql } from '../../db/sql.ts';
import { fewTest, type AreFew } from './few.ts';
import { figureOfSum } from './list-orders.ts';
import { namesWith } from './names-in-use.ts';
import { rowsWithWord } from './search-queries.ts';

/**
 * One thing that a list is narrowed to. Where it lets few contracts through, those are collected and put in order; where it
 * lets many through, the order is walked and each contract asked, until a page is full. SQLite can't know which, so it is told.
 */
export interface Condition {
  /** The ids of the contracts that meet it; null where no index gives them. */
  readonly ids: Sql | null;
  readonly isFew: boolean;
  /** Asks the contract at hand, in a way that keeps an index of it from taking the place of the one that gives the order. */
  readonly asked: Sql;
  /** The same where no order has to be kept. */
  readonly counted: Sql;
  /** Which table it speaks of. */
  readonly of: 'contracts' | 'contract_dates';
  /** For the orders whose own index finds these contracts: the same in its terms. */
  readonly inOrder: Partial<Readonly<Record<ContractSort, Sql>>>;
  /** Of orders that have parts: in which of them alone these contracts are. */
  readonly parts: Partial<Readonly<Record<ContractSort, readonly string[]>>>;
}

/** What a selection is narrowed to, its words looked for in the texts too when `inTexts` (the clauses compartment is attached); what is typed counts where both speak of the same. */
export function conditionsOf(db: Readable, { search, filter = {} }: ContractSelection, today: Day, inTexts: boolean): readonly Condition[] {
  const typed = parseSearch(search, today);
  return [...byWords(db, typed.words, inTexts), ...byFilter(db, { ...filter, ...typed.filter }, today)];
}

/** Each word stands in the record, in the text or in an attached file of a contract, whichever has it. */
function byWords(db: Readable, words: readonly string[], inTexts: boolean): readonly Condition[] {
  const searchable = searchableWords(words);
  // Signs alone are not in any index; two of them are meant when somebody types them, which drops them from the words.
  const literal = searchable.length === 0 ? words : words.filter((word) => /[%_]/.test(word));
  const areFew = fewTest(db);
  return [...searchable.map((word) => byWord(db, word, inTexts, areFew)), ...literal.map(byLiteral)];
}

function byWord(db: Readable, word: string, inTexts: boolean, areFew: AreFew): Condition {
  const { inRecord, inText, inFile } = rowsWithWord(db, word, inTexts);
  const found = inTexts ? sql`${inRecord} UNION ALL ${inText} UNION ALL ${inFile}` : inRecord;
  const asked = sql`(SELECT row FROM search_rows WHERE contract_id = contracts.id) IN (${found})`;
  const isFew = (inTexts ? [inRecord, inText] : [inRecord]).every(areFew);
  return { ids: sql`SELECT contract_id FROM search_rows WHERE row IN (${found})`, isFew, asked, counted: asked, of: 'contracts', inOrder: {}, parts: {} };
}

function byLiteral(word: string): Condition {
  const pattern = containing(word);
  return onlyAsked(sql`(contracts.number LIKE ${pattern} ESCAPE '\\' OR contracts.title LIKE ${pattern} ESCAPE '\\')`);
}

/** The conditions of a filter alone. */
export function byFilter(db: Readable, filter: ContractFilter, today: Day): readonly Condition[] {
  const { amountFrom, amountTo, tags, partyId, partyName, parentId } = filter;
  const areFew = fewTest(db);
  return [
    ...byStage(areFew, filter.stages),
    ...byColumn(areFew, sql`contract_type`, filter.types, ['updated']),
    ...byColumn(areFew, sql`record_kind`, filter.kinds),
    ...byColumn(areFew, sql`direction`, filter.directions),
    ...(filter.ownerName === undefined ? [] : [byName(areFew, owners, namesWith(db, 'owner', filter.ownerName))]),
    ...(filter.department === undefined ? [] : [byName(areFew, departments, namesWith(db, 'department', filter.department))]),
    ...byColumn(areFew, sql`parent_id`, parentId === undefined ? [] : [parentId]),
    ...(tags?.length ? [byTable(areFew, sql`contract_tags`, sql`tag IN (${listOf(tags)})`)] : []),
    ...(partyId === undefined ? [] : [byTable(areFew, sql`contract_parties`, sql`party_id = ${partyId}`)]),
    ...(partyName === undefined ? [] : [byTable(areFew, sql`contract_parties`, sql`party_id IN (${partiesNamed(partyName)})`)]),
    ...(amountFrom === undefined && amountTo === undefined ? [] : [bySum(areFew, ofSum(amountFrom, amountTo))]),
    ...byDates(areFew, filter, today),
    ...byArchive(areFew, filter),
  ];
}

function byStage(areFew: AreFew, stages: readonly Stage[] | undefined): readonly Condition[] {
  return byColumn(areFew, sql`stage`, stages, ['updated', 'stage']).map((condition) => ({ ...condition, parts: { stage: stages ?? [] } }));
}

/** A column that has one of some values; none narrows nothing. */
function byColumn(areFew: AreFew, column: Sql, values: readonly string[] = [], orders: readonly ContractSort[] = []): readonly Condition[] {
  return values.length === 0 ? [] : [inColumn(areFew, column, sql`IN (${listOf(values)})`, values.length === 1 ? orders : [])];
}

const owners = { column: sql`owner_name`, key: sql`owner_key`, order: 'owner' } as const;
const departments = { column: sql`department`, key: sql`department_key`, order: 'department' } as const;

/** A column that has one of some names, of which there may be none or hundreds. */
function byName(areFew: AreFew, { column, key, order }: { readonly column: Sql; readonly key: Sql; readonly order: ContractSort }, names: readonly string[]): Condition {
  const [only] = names;
  if (only === undefined || names.length > 1) return inColumn(areFew, column, sql`IN ${listed(names)}`, []);
  return { ...inColumn(areFew, column, sql`= ${only}`, []), inOrder: { [order]: sql`contracts.${key} = ${ownNameKey(only)}` } };
}

/** A column of contracts with an index of its own, which has the contracts it finds in these orders. */
function inColumn(areFew: AreFew, column: Sql, isAmong: Sql, orders: readonly ContractSort[]): Condition {
  const ids = sql`SELECT id FROM contracts WHERE ${column} ${isAmong}`;
  const counted = sql`contracts.${column} ${isAmong}`;
  return { ids, isFew: areFew(ids), asked: sql`+${counted}`, counted, of: 'contracts', inOrder: Object.fromEntries(orders.map((order) => [order, counted])), parts: {} };
}

/** What stands in another table about contracts. */
function byTable(areFew: AreFew, table: Sql, condition: Sql): Condition {
  const ids = sql`SELECT contract_id FROM ${table} WHERE ${condition}`;
  const asked = sql`EXISTS (SELECT 1 FROM ${table} WHERE contract_id = contracts.id AND ${condition})`;
  return { ids, isFew: areFew(ids), asked, counted: asked, of: 'contracts', inOrder: {}, parts: {} };
}

function bySum(areFew: AreFew, ofSum: Sql): Condition {
  return { ...byTable(areFew, sql`finance.contract_totals`, ofSum), inOrder: { amount: ofSum }, parts: { amount: ['all'] } };
}

/** A sum by its figure; the bounds are hundredths, as of yuan. */
function ofSum(from: number | undefined, to: number | undefined): Sql {
  return allOf([...(from === undefined ? [] : [sql`${figureOfSum} >= ${from / 100}`]), ...(to === undefined ? [] : [sql`${figureOfSum} <= ${to / 100}`])]);
}

function partiesNamed(name: string): Sql {
  const pattern = containing(name);
  // Under a name that was merged away stand the contracts of the record that was kept.
  return sql`SELECT coalesce(merged_into, id) FROM parties WHERE name_zh LIKE ${pattern} ESCAPE '\\' OR name_en LIKE ${pattern} ESCAPE '\\'`;
}

function byDates(areFew: AreFew, filter: ContractFilter, today: Day): readonly Condition[] {
  const { due, endFrom, endTo } = filter;
  const conditions = [
    ...(isOfWatched(filter) ? [sql`contract_dates.is_watched = 1`] : []),
    ...(due === undefined ? [] : [byDue(due, today)]),
    ...(endFrom === undefined ? [] : [sql`contract_dates.term_end_on >= ${endFrom}`]),
    ...(endTo === undefined ? [] : [sql`contract_dates.term_end_on <> '' AND contract_dates.term_end_on <= ${endTo}`]),
  ];
  if (conditions.length === 0) return [];
  const all = allOf(conditions);
  const ids = sql`SELECT contract_id FROM contract_dates WHERE ${all}`;
  const order = due === 'notice' ? 'notice' : 'end';
  const dates: Condition = { ids, isFew: areFew(ids), asked: all, counted: all, of: 'contract_dates', inOrder: { [order]: all }, parts: { [order]: ['all'] } };
  return due === undefined || isOfWatched(filter) ? [dates] : [dates, onlyAsked(sql`contracts.stage = 'signed'`)];
}

function byDue(due: NonNullable<ContractFilter['due']>, today: Day): Sql {
  switch (due) {
    case 'expiring':
      return sql`contract_dates.term_end_on BETWEEN ${today} AND ${addDays(today, 90)}`;
    case 'notice':
      return sql`contract_dates.notice_deadline_on BETWEEN ${today} AND ${addDays(today, 30)}`;
    case 'ended':
      return sql`contract_dates.term_end_on <> '' AND contract_dates.term_end_on < ${today}`;
  }
}

/** Whether a filter asks for what falls due and is not archived: signed and not archived is what dates are watched for. */
function isOfWatched({ due, archived = 'no' }: ContractFilter): boolean {
  return due !== undefined && archived === 'no';
}

function byArchive(areFew: AreFew, filter: ContractFilter): readonly Condition[] {
  const { archived = 'no' } = filter;
  if (archived === 'both' || isOfWatched(filter)) return [];
  // Nearly all are not archived: an index on that would only take the place of the one that gives the order, or that finds few.
  if (archived === 'no') return [{ ...onlyAsked(sql`+contracts.archived_at IS NULL`), counted: sql`(contracts.archived_at IS NULL) = 1` }];
  const ids = sql`SELECT id FROM contracts WHERE archived_at IS NOT NULL`;
  return [{ ids, isFew: areFew(ids), asked: sql`+contracts.archived_at IS NOT NULL`, counted: sql`contracts.archived_at IS NOT NULL`, of: 'contracts', inOrder: {}, parts: {} }];
}

/** A condition that only each contract itself can tell. */
function onlyAsked(asked: Sql): Condition {
  return { ids: null, isFew: false, asked, counted: asked, of: 'contracts', inOrder: {}, parts: {} };
}

/** All of some conditions; none lets everything through. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.reduce((all, next) => sql`${all} AND ${next}`, sql`1`);
}

function listOf(values: readonly string[]): Sql {
  return values.map((value) => sql`${value}`).reduce((all, next) => sql`${all}, ${next}`);
}

import type { ContractId } from '#shared/features/contracts/model.ts';
import { matchExpression, rankTexts } from '#shared/features/contracts/search-text.ts';
import type { Readable } from '../../db/connection.ts';
import { listed, sql, type Sql } from '../../db/sql.ts';
import { wordsBeginning } from './text-words.ts';

/**
 * What stands in more contracts than these says nothing about which of them is best, and to rank them all takes most of a
 * search's time: they come the newest first.
 */
const mostRanked = 1_000;

type Words = readonly string[];

/** What a search is narrowed to: a condition on `search_rows`, met by few of them or by more; null for all. */
export type Narrowed = { readonly condition: Sql; readonly isFew: boolean } | null;

/** Rows of contracts whose record has all the words, the best first. */
export function rowsInRecords(db: Readable, words: Words, narrowed: Narrowed, limit: number): readonly number[] {
  return bestRows(db, records, words, narrowed, limit);
}

/** The same for their texts; the clauses compartment must be attached. */
export function rowsInTexts(db: Readable, words: Words, narrowed: Narrowed, limit: number): readonly number[] {
  return bestRows(db, texts, words, narrowed, limit);
}

/** Rows of contracts that have some of the words in the record and all the others in the text, the newest first. */
export function rowsInBoth(db: Readable, words: Words, narrowed: Narrowed, limit: number): readonly number[] {
  if (words.length < 2 || words.length > mostSplit) return [];
  const found = new Set<number>();
  // Choices come after all that are part of them.
  const inNoRecord: number[] = [];
  for (let choice = 1; choice < 2 ** words.length - 1; choice += 1) {
    if (inNoRecord.some((part) => (choice & part) === part)) continue;
    const [some, others] = [words.filter((_, at) => (choice >> at) & 1), words.filter((_, at) => !((choice >> at) & 1))];
    const inRecords = newestRows(db, records, byEndings(db, records, some), narrowed);
    if (inRecords.length === 0) {
      inNoRecord.push(choice);
      continue;
    }
    const inTexts = inRecords.length <= few ? null : newestRows(db, texts, byEndings(db, texts, others), narrowed);
    // The shorter list is complete, or both are so long that the newest do.
    const [shorter, index, rest] = inTexts === null || inRecords.length <= inTexts.length ? [inRecords, texts, others] as const : [inTexts, records, some] as const;
    for (const row of rowsAmong(db, index, rest, shorter, limit)) found.add(row);
  }
  return [...found].sort((a, b) => b - a).slice(0, limit);
}

/** Of so few contracts, it is asked at once whether they have the other words too. */
const few = 100;

/** The newest row, which is how many contracts the indexes have ever held. */
export function lastRow(db: Readable): number {
  return db.get<{ row: number | null }>(sql`SELECT max(row) AS row FROM search_rows`)?.row ?? 0;
}

/** The contracts behind rows of either index. */
export function contractsOfRows(db: Readable, rows: readonly number[]): ReadonlyMap<number, ContractId> {
  const found = db.all<{ row: number; id: ContractId }>(sql`SELECT row, contract_id AS id FROM search_rows WHERE row IN ${listed(rows)}`);
  return new Map(found.map(({ row, id }) => [row, id]));
}

/** The rows of contracts in the indexes; one that was not taken in yet has none. */
export function rowsOfContracts(db: Readable, ids: readonly ContractId[]): ReadonlyMap<number, ContractId> {
  const found = db.all<{ row: number; id: ContractId }>(sql`SELECT row, contract_id AS id FROM search_rows WHERE contract_id IN ${listed(ids)}`);
  return new Map(found.map(({ row, id }) => [row, id]));
}

/** Those of some rows whose record has all the words. */
export function recordsAmong(db: Readable, words: Words, rows: readonly number[]): readonly number[] {
  return rowsAmong(db, records, words, rows, rows.length);
}

/** The texts behind rows; unless there are none, the clauses compartment must be attached. */
export function textsOfRows(db: Readable, rows: readonly number[]): ReadonlyMap<number, string> {
  if (rows.length === 0) return new Map();
  const found = db.all<{ row: number; text: string }>(sql`SELECT row, text FROM clauses.search_texts WHERE row IN ${listed(rows)}`);
  return new Map(found.map(({ row, text }) => [row, text]));
}

/** Attached files whose name and text have all the words, the newest first, one for each contract. Needs the clauses compartment. */
export function filesWithWords(db: Readable, words: Words, narrowed: Narrowed, limit: number): readonly FoundFile[] {
  return db.all<FoundFile>(sql`
    SELECT search_rows.row, max(file.row) AS file ${ofFiles(matchExpression(words, true) ?? '""')}
    AND ${narrowedRows(narrowed, sql`search_rows.row`)}
    GROUP BY search_rows.row ORDER BY search_rows.row DESC LIMIT ${limit}`);
}

/** The rows of contracts that have a word, to be selected from: in the record, in the text or in an attached file. Only `inRecord` without the clauses compartment. */
export function rowsWithWord(db: Readable, word: string, inTexts: boolean): Record<'inRecord' | 'inText' | 'inFile', Sql> {
  return {
    inRecord: sql`SELECT rowid FROM ${records.table} WHERE record_index MATCH ${byEndings(db, records, [word])}`,
    inText: sql`SELECT rowid FROM ${texts.table} WHERE text_index MATCH ${inTexts ? byEndings(db, texts, [word]) : ''}`,
    inFile: sql`SELECT search_rows.row ${ofFiles(asTyped(texts, [word]))}`,
  };
}

function ofFiles(expression: string): Sql {
  return sql`
    FROM clauses.attachment_index JOIN clauses.contract_attachments AS file ON file.row = attachment_index.rowid
    JOIN main.search_rows ON search_rows.contract_id = file.contract_id WHERE attachment_index MATCH ${expression}`;
}

/** An attached file's name and its text, null where it has none or was not read yet. */
export function fileOfRow(db: Readable, row: number): { readonly name: string; readonly text: string | null } | undefined {
  return db.get(sql`SELECT name, text FROM clauses.contract_attachments WHERE row = ${row}`);
}

interface FoundFile {
  /** The contract's row in the other indexes. */
  readonly row: number;
  readonly file: number;
}

// Each split asks both indexes.
const mostSplit = 3;

interface Index {
  readonly table: Sql;
  readonly name: Sql;
  readonly order: Sql;
  readonly isWhole: boolean;
  /** The words that begin so, or null where nothing tells them. */
  readonly endingsOf: (db: Readable, beginning: string) => Words | null;
}
const records: Index = { table: sql`main.record_index`, name: sql`record_index`, order: sql`bm25(record_index, 10.0, 5.0, 3.0, 3.0)`, isWhole: false, endingsOf: () => null };
const texts: Index = { table: sql`clauses.text_index`, name: sql`text_index`, order: sql`rank`, isWhole: true, endingsOf: wordsBeginning };

function bestRows(db: Readable, index: Index, words: Words, narrowed: Narrowed, limit: number): readonly number[] {
  const expression = byEndings(db, index, words);
  const reach = reachOf(db, index, expression, narrowed, limit);
  if (reach.kind === 'many') return reach.newest.slice(0, limit);
  const onlyWord = words.length === 1 && index.isWhole && !hasBeginning(expression) ? words[0] : undefined;
  if (reach.kind === 'all') return onlyWord === undefined ? rankedAmong(db, index, words, reach.rows, limit) : rankedByText(db, reach.rows, onlyWord).slice(0, limit);
  const ranked = onlyWord !== undefined && reach.about <= mostRanked / 2 ? bestOfFew(db, index, asTyped(index, words), narrowed) : null;
  if (ranked !== null) return ranked.slice(0, limit);
  const newest = newestRows(db, index, expression, narrowed);
  return newest.length > mostRanked ? newest.slice(0, limit) : rankedAmong(db, index, words, newest, limit);
}

/** All rows, the newest first, where they are few; the newest of surely more than are ranked; or about how many there may be. */
type Reach =
  | { readonly kind: 'all'; readonly rows: readonly number[] }
  | { readonly kind: 'many'; readonly newest: readonly number[] }
  | { readonly kind: 'some'; readonly about: number };

/**
 * How far words reach, told by their oldest contracts and, where these stand thickly, by the newest: what is frequent among
 * both is taken for frequent. The oldest first, for the index is walked that way in two thirds of the time.
 */
function reachOf(db: Readable, index: Index, expression: string, narrowed: Narrowed, limit: number): Reach {
  // All that begins so is gathered before the first is told, and to be gathered twice costs more than is saved.
  if (hasBeginning(expression)) return { kind: 'some', about: Infinity };
  const size = Math.max(limit, fewTelling);
  const oldest = rowsInOrder(db, index, expression, narrowed, sql`ASC`, size);
  if (oldest.length < size) return { kind: 'all', rows: [...oldest].reverse() };
  const last = lastRow(db);
  const about = (size * last) / (oldest.at(-1) ?? last);
  if (about <= surelyMany) return { kind: 'some', about };
  const newest = newestRows(db, index, expression, narrowed, size);
  const aboutByNewest = (size * last) / (last - (newest.at(-1) ?? 0) + 1);
  return aboutByNewest > surelyMany ? { kind: 'many', newest } : { kind: 'some', about: aboutByNewest };
}

/** So many tell well enough how thick the others stand. */
const fewTelling = 20;
const surelyMany = 3 * mostRanked;

/** Rows of texts with one word, the best first; SQLite walks twice through all that have a part of it for that. */
function rankedByText(db: Readable, rows: readonly number[], word: string): readonly number[] {
  if (rows.length < 2) return rows;
  const texts = textsOfRows(db, rows);
  const ranks = rankTexts(rows.map((row) => texts.get(row) ?? ''), word);
  return rows.map((row, at) => ({ row, rank: ranks[at] ?? 0 })).sort((a, b) => b.rank - a.rank).map(({ row }) => row);
}

/** The best of some rows that have the words. */
function rankedAmong(db: Readable, index: Index, words: Words, rows: readonly number[], limit: number): readonly number[] {
  if (rows.length < 2) return rows;
  // The plus keeps SQLite from asking the index once for each row, which would reckon the parts of the rank anew each time.
  return readRows(db, sql`
    SELECT rowid AS row FROM ${index.table} WHERE ${index.name} MATCH ${asTyped(index, tellingWords(db, index, words))} AND +rowid IN ${listed(rows)} ORDER BY ${index.order} LIMIT ${limit}`);
}

/** All contracts with a word, the best first, ranked without a list of all first; null where they turn out to be many. */
function bestOfFew(db: Readable, index: Index, typed: string, narrowed: Narrowed): readonly number[] | null {
  const found = db.all<{ row: number; rank: number }>(sql`
    SELECT rowid AS row, ${index.order} AS rank FROM ${index.table} WHERE ${index.name} MATCH ${typed} AND ${narrowedRows(narrowed, sql`${index.name}.rowid`)} LIMIT ${mostRanked + 1}`);
  return found.length > mostRanked ? null : found.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
}

/** Those words that stand in few enough contracts to say which of them is best; all, where each stands in many. */
function tellingWords(db: Readable, index: Index, words: Words): Words {
  const telling = words.length < 2 ? words : words.filter((word) => isTelling(db, index, byEndings(db, index, [word])));
  return telling.length === 0 ? words : telling;
}

function isTelling(db: Readable, index: Index, expression: string): boolean {
  const { kind } = reachOf(db, index, expression, null, fewTelling);
  return kind === 'all' || (kind === 'some' && newestRows(db, index, expression, null).length <= mostRanked);
}

function newestRows(db: Readable, index: Index, expression: string, narrowed: Narrowed, limit = mostRanked + 1): readonly number[] {
  return rowsInOrder(db, index, expression, narrowed, sql`DESC`, limit);
}

function rowsInOrder(db: Readable, { table, name }: Index, expression: string, narrowed: Narrowed, direction: Sql, limit: number): readonly number[] {
  return readRows(db, sql`SELECT rowid AS row FROM ${table} WHERE ${name} MATCH ${expression} AND ${narrowedRows(narrowed, sql`${name}.rowid`)} ORDER BY rowid ${direction} LIMIT ${limit}`);
}

/** Whether an expression has a beginning in it: words are quoted, and hold neither of these signs. */
function hasBeginning(expression: string): boolean {
  return expression.includes('"*');
}

/** Those of some rows that have the words, the newest first. */
function rowsAmong(db: Readable, index: Index, words: Words, rows: readonly number[], limit: number): readonly number[] {
  // The plus keeps SQLite from asking the index once for each row.
  const among = rows.length <= mostAskedByNumber ? sql`rowid IN ${listed(rows)}` : sql`+rowid IN ${listed(rows)}`;
  return readRows(db, sql`SELECT rowid AS row FROM ${index.table} WHERE ${index.name} MATCH ${byEndings(db, index, words)} AND ${among} ORDER BY rowid DESC LIMIT ${limit}`);
}

/** The words as they were typed: in the rank a beginning counts as one word. */
function asTyped({ isWhole }: Index, words: Words): string {
  return matchExpression(words, isWhole) ?? '""';
}

/** The same contracts, by the words that begin so, which is sooner. */
function byEndings(db: Readable, { isWhole, endingsOf }: Index, words: Words): string {
  return matchExpression(words, isWhole, (beginning) => endingsOf(db, beginning)) ?? '""';
}

// Asked for a row by its number the index takes as long as for the twelfth part of a walk through all.
const mostAskedByNumber = 8;

/** Few are found once and compared with; of many, each row that has the words is asked. */
function narrowedRows(narrowed: Narrowed, row: Sql): Sql {
  if (narrowed === null) return sql`1`;
  const { condition, isFew } = narrowed;
  return isFew ? sql`+${row} IN (SELECT row FROM search_rows WHERE ${condition})` : sql`EXISTS (SELECT 1 FROM search_rows WHERE search_rows.row = ${row} AND ${condition})`;
}

function readRows(db: Readable, statement: Sql): readonly number[] {
  return db.all<{ row: number }>(statement).map(({ row }) => row);
}

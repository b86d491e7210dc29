import type { ContractFilter } from '#shared/features/contracts/list.ts';
import type { ContractId, SearchHit, WordPlace } from '#shared/features/contracts/model.ts';
import { parseSearch } from '#shared/features/contracts/search-query.ts';
import { searchableWords, snippetOf } from '#shared/features/contracts/search-text.ts';
import type { Day } from '#shared/kernel/day.ts';
import { workingCalendar } from '../../calendar/working-calendar.ts';
import type { Readable } from '../../db/connection.ts';
import { listed, sql } from '../../db/sql.ts';
import type { Session } from '../../vault/session.ts';
import { byFilter } from './list-conditions.ts';
import { idsOf, isMet, listContracts } from './list-queries.ts';
import { findContracts } from './queries.ts';
import { summariesOf } from './read-contract.ts';
import { contractsOfRows, fileOfRow, filesWithWords, recordsAmong, rowsInBoth, rowsInRecords, rowsInTexts, rowsOfContracts, textsOfRows, type Narrowed } from './search-queries.ts';

/** Where a file shows best what was looked for: in its name if that has all of it or its text nothing, else in its text. */
function shownOf({ name, text }: { readonly name: string; readonly text: string | null }, words: readonly string[], length: number) {
  const inName = snippetOf(name, words, name.length);
  const inText = snippetOf(text ?? '', words, length);
  const isName = words.every((word) => snippetOf(name, [word], name.length).some(({ isHit }) => isHit)) || !inText.some(({ isHit }) => isHit);
  return { isFileName: isName, snippet: isName ? inName : inText };
}

const snippetLength = 120;
/** Between the lines of a list there is less room. */
const listedLength = 60;

/**
 * The contracts that fit a search best: those whose record has all the words, then those with some in the record and
 * the others in the text, then those with all in the text, then those with all in an attached file. Texts are looked at only where the person's keys open them.
 */
export function searchContracts(session: Session, db: Readable, text: string, limit: number, today: Day): readonly SearchHit[] {
  const { words: typed, filter } = parseSearch(text, today);
  const words = searchableWords(typed);
  if (words.length === 0) return typed.length > 0 ? [] : newestOf(session, db, filter, limit, today);
  const narrowed = Object.keys(filter).length === 0 ? null : narrowedTo(db, filter, today);
  const inTexts = session.holds('clauses');
  const records = rowsInRecords(db, words, narrowed, limit);
  const places = new Map<number, SearchHit['place']>(records.map((row) => [row, 'record']));
  const others = inTexts ? [() => rowsInBoth(db, words, narrowed, limit), () => rowsInTexts(db, words, narrowed, limit)] : [];
  for (const find of others) {
    if (places.size >= limit) break;
    for (const row of find()) if (!places.has(row)) places.set(row, 'text');
  }
  const fileByRow = new Map<number, number>();
  if (inTexts && places.size < limit) {
    for (const { row, file } of filesWithWords(db, words, narrowed, limit)) {
      if (places.has(row)) continue;
      places.set(row, 'attachment');
      fileByRow.set(row, file);
    }
  }
  const rows = [...places.keys()].slice(0, limit);
  const idByRow = contractsOfRows(db, rows);
  const rowById = new Map([...idByRow].map(([row, id]) => [id, row]));
  const texts = textsOfRows(db, rows.filter((row) => places.get(row) === 'text'));
  const contracts = findContracts(db, rows.flatMap((row) => idByRow.get(row) ?? []));
  return summariesOf(session, db, contracts, today, workingCalendar(db)).map((contract) => {
    const row = rowById.get(contract.id) ?? 0;
    const place = places.get(row) ?? 'record';
    const file = place === 'attachment' ? fileOfRow(db, fileByRow.get(row) ?? 0) : undefined;
    if (file !== undefined) return { contract, place, fileName: file.name, ...shownOf(file, words, snippetLength) };
    return { contract, place, fileName: null, isFileName: false, snippet: snippetOf(texts.get(row) ?? contract.title, words, snippetLength) };
  });
}

/**
 * Where contracts of a list have those words that it was narrowed by which their record hasn't, in their text or in an
 * attached file; nobody is told of texts that their keys don't open.
 */
export function placesOfWords(session: Session, db: Readable, ids: readonly ContractId[], text: string, today: Day): readonly WordPlace[] {
  const words = searchableWords(parseSearch(text, today).words);
  if (words.length === 0 || !session.holds('clauses')) return [];
  const idByRow = rowsOfContracts(db, ids);
  const sought = wordsBeyondRecords(db, words, [...idByRow.keys()]);
  const places: WordPlace[] = [];
  for (const [row, read] of textsOfRows(db, [...sought.keys()])) {
    const snippet = snippetOf(read, sought.get(row) ?? [], listedLength);
    const contractId = idByRow.get(row);
    if (contractId === undefined || !snippet.some(({ isHit }) => isHit)) continue;
    places.push({ contractId, fileName: null, isFileName: false, snippet });
    sought.delete(row);
  }
  // Most lack the same words: each set of them is looked for once.
  for (const alike of Map.groupBy(sought, ([, some]) => some.join('\n')).values()) {
    const [some, rows] = [alike[0]?.[1] ?? [], alike.map(([row]) => row)];
    for (const { row, file } of filesWithWords(db, some, { condition: sql`row IN ${listed(rows)}`, isFew: true }, rows.length)) {
      const [contractId, read] = [idByRow.get(row), fileOfRow(db, file)];
      if (contractId !== undefined && read !== undefined) places.push({ contractId, fileName: read.name, ...shownOf(read, some, listedLength) });
    }
  }
  return places;
}

/** What conditions without a word lead to: the contracts that were changed last. */
function newestOf(session: Session, db: Readable, filter: ContractFilter, limit: number, today: Day): readonly SearchHit[] {
  if (Object.keys(filter).length === 0) return [];
  const rows = listContracts(db, { sort: 'updated', limit }, byFilter(db, filter, today), null);
  return summariesOf(session, db, rows, today, workingCalendar(db)).map((contract) => ({ contract, place: 'record', fileName: null, isFileName: false, snippet: snippetOf(contract.title, [], snippetLength) }));
}

/** The rows whose record lacks some of the words, with those. */
function wordsBeyondRecords(db: Readable, words: readonly string[], rows: readonly number[]): Map<number, readonly string[]> {
  const having = words.map((word) => ({ word, rows: new Set(recordsAmong(db, [word], rows)) }));
  const lacking = rows.map((row) => [row, having.filter((one) => !one.rows.has(row)).map(({ word }) => word)] as const);
  return new Map(lacking.filter(([, some]) => some.length > 0));
}

/** The contracts that a filter lets through: where they are few, found once; each index is then asked with the rows at hand. */
function narrowedTo(db: Readable, filter: ContractFilter, today: Day): Narrowed {
  const conditions = byFilter(db, filter, today);
  if (!conditions.some(({ isFew }) => isFew)) return { condition: isMet(conditions, sql`search_rows.contract_id`), isFew: false };
  const rows = db.all<{ row: number }>(sql`SELECT row FROM search_rows WHERE contract_id IN (${idsOf(conditions)})`);
  return { condition: sql`row IN ${listed(rows.map(({ row }) => row))}`, isFew: true };
}

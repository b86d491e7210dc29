import type { SearchHit } from '#shared/features/contracts/model.ts';
import { parseSearch } from '#shared/features/contracts/search-query.ts';
import { matchExpression, snippetOf } from '#shared/features/contracts/search-text.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Session } from '../../vault/session.ts';
import { matchingFilter } from './list-queries.ts';
import { findContract } from './queries.ts';
import { summariesOf } from './read-contract.ts';
import { workingCalendar } from './term-facts.ts';

const snippetLength = 120;

/**
 * The contracts that fit a search best: those whose record fits, then those in whose text the words stand. Texts are
 * looked at only where the person's keys open them.
 */
export function searchContracts(session: Session, db: Readable, text: string, limit: number, today: Day): readonly SearchHit[] {
  const { words, filter } = parseSearch(text, today);
  const expression = matchExpression(words);
  if (expression === null) return [];
  const narrowed = Object.keys(filter).length === 0 ? sql`1` : sql`contract_id IN (
    SELECT contracts.id FROM contracts JOIN contract_dates ON contract_dates.contract_id = contracts.id
    WHERE ${matchingFilter(filter, today)})`;
  const records = findInRecords(db, expression, narrowed, limit);
  const texts = session.holds('clauses') ? findInTexts(db, expression, narrowed, limit) : [];
  const seen = new Set(records.map(({ id }) => id));
  const found = [...records, ...texts.filter(({ id }) => !seen.has(id))].slice(0, limit);
  const rows = found.flatMap(({ id }) => findContract(db, id) ?? []);
  const textById = new Map(found.map(({ id, text: whole }) => [id, whole]));
  return summariesOf(session, db, rows, today, workingCalendar(db)).map((contract) => {
    const whole = textById.get(contract.id) ?? null;
    return { contract, place: whole === null ? 'record' : 'text', snippet: snippetOf(whole ?? contract.title, words, snippetLength) };
  });
}

interface Found {
  readonly id: ContractId;
  /** Null for a hit in the record. */
  readonly text: string | null;
}

function findInRecords(db: Readable, expression: string, narrowed: Sql, limit: number): readonly Found[] {
  return db.all(sql`
    SELECT contract_id AS id, NULL AS text
    FROM record_index JOIN search_rows ON search_rows.row = record_index.rowid
    WHERE record_index MATCH ${expression} AND ${narrowed}
    ORDER BY bm25(record_index, 10.0, 5.0, 3.0, 3.0) LIMIT ${limit}`);
}

function findInTexts(db: Readable, expression: string, narrowed: Sql, limit: number): readonly Found[] {
  return db.all(sql`
    SELECT contract_id AS id, text
    FROM (SELECT rowid, rank FROM clauses.text_index WHERE text_index MATCH ${expression}) AS hits
    JOIN clauses.search_texts ON search_texts.row = hits.rowid
    WHERE ${narrowed} ORDER BY hits.rank LIMIT ${limit}`);
}

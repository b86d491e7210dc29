import type { ContractId } from '#shared/features/contracts/model.ts';
import { indexedText } from '#shared/features/contracts/search-text.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { listWords } from './text-words.ts';

type Part = 'record' | 'text';

/** How a contract's text reads, amounts apart; null when the vault holds none. Handed in, for the index knows no documents. */
export type TextOf = (db: Readable, id: ContractId) => string | null;

/** Brings the index of records up to date for at most `limit` contracts; gives how many it did. */
export function indexRecords(db: Writable, limit: number): number {
  const pending = listPending(db, 'record', limit);
  for (const id of pending) {
    const fields = db.get<RecordFields>(sql`
      SELECT number, title, (
        SELECT group_concat(name_zh || ' ' || name_en, ' ') FROM contract_parties
          JOIN parties ON parties.id = party_id OR parties.merged_into = party_id
        WHERE contract_id = contracts.id
      ) AS parties, (SELECT group_concat(tag, ' ') FROM contract_tags WHERE contract_id = contracts.id) AS tags
      FROM contracts WHERE id = ${id}`);
    const row = rowOf(db, id);
    db.run(sql`DELETE FROM record_index WHERE rowid = ${row}`);
    if (fields !== undefined) {
      db.run(sql`
        INSERT INTO record_index (rowid, number, title, parties, tags)
        VALUES (${row}, ${indexedText(fields.number)}, ${indexedText(fields.title)}, ${indexedText(fields.parties ?? '')},
          ${indexedText(fields.tags ?? '')})`);
    }
    forget(db, 'record', id);
  }
  return pending.length;
}

/** The same for the texts, of so many letters or of one text; the clauses compartment must be attached. */
export function indexTexts(db: Writable, limit: number, letters: number, textOf: TextOf): number {
  const [come, gone]: [string[], string[]] = [[], []];
  let [done, read] = [0, 0];
  for (const id of listPending(db, 'text', limit)) {
    if (read >= letters) break;
    done += 1;
    forget(db, 'text', id);
    const before = db.get<{ row: number; text: string }>(sql`SELECT row, text FROM clauses.search_texts WHERE contract_id = ${id}`);
    if (before !== undefined) {
      gone.push(indexedText(before.text));
      db.run(sql`DELETE FROM clauses.text_index WHERE rowid = ${before.row}`);
      db.run(sql`DELETE FROM clauses.search_texts WHERE row = ${before.row}`);
    }
    const text = textOf(db, id);
    if (text === null) continue;
    const row = rowOf(db, id);
    db.run(sql`INSERT INTO clauses.search_texts (row, contract_id, text) VALUES (${row}, ${id}, ${text})`);
    const indexed = indexedText(text);
    db.run(sql`INSERT INTO clauses.text_index (rowid, text) VALUES (${row}, ${indexed})`);
    come.push(indexed);
    read += text.length;
  }
  listWords(db, come, gone);
  return done;
}

/**
 * Brings what the indexes were written in, piece by piece, together into one, which a search reads sooner: at most so many
 * pages. Whether there is more to bring together. The clauses compartment must be attached if texts are to be.
 */
export function mergeIndexes(db: Writable, holdsTexts: boolean, pages: number): boolean {
  return merges(db, sql`main.record_index`, sql`record_index`, pages) || (holdsTexts && merges(db, sql`clauses.text_index`, sql`text_index`, pages));
}

/** Whether an index is behind, of records or, where the person holds their key, of texts. */
export function isAnythingPending(db: Readable, holdsTexts: boolean): boolean {
  return db.get(sql`SELECT 1 FROM search_pending WHERE part = 'record' OR ${holdsTexts ? 1 : 0} LIMIT 1`) !== undefined;
}

/** Below zero, the number of pages asks for all pieces and not only for those that are due (FTS5, “The 'merge' Command”). */
function merges(db: Writable, table: Sql, name: Sql, pages: number): boolean {
  const before = changesOf(db);
  db.run(sql`INSERT INTO ${table} (${name}, rank) VALUES ('merge', ${-pages})`);
  // The command itself counts as one change; further ones tell that it did something.
  return changesOf(db) - before > 1;
}

function changesOf(db: Readable): number {
  return db.get<{ changes: number }>(sql`SELECT total_changes() AS changes`)?.changes ?? 0;
}

interface RecordFields {
  readonly number: string;
  readonly title: string;
  readonly parties: string | null;
  readonly tags: string | null;
}

function listPending(db: Readable, part: Part, limit: number): readonly ContractId[] {
  return db
    .all<{ id: ContractId }>(sql`SELECT contract_id AS id FROM search_pending WHERE part = ${part} LIMIT ${limit}`)
    .map(({ id }) => id);
}

function forget(db: Writable, part: Part, id: ContractId): void {
  db.run(sql`DELETE FROM search_pending WHERE part = ${part} AND contract_id = ${id}`);
}

/** The number that stands for a contract in both indexes; a table's own row numbers may change when it is compacted. */
function rowOf(db: Writable, id: ContractId): number {
  db.run(sql`INSERT OR IGNORE INTO search_rows (contract_id) VALUES (${id})`);
  return db.get<{ row: number }>(sql`SELECT row FROM search_rows WHERE contract_id = ${id}`)?.row ?? 0;
}

import type { ImportBatchId } from '#shared/features/imports/plan.ts';
import { findOperation, operationNames } from '#shared/ipc/registry.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { listed, sql, type Sql } from '../../db/sql.ts';
import type { SubjectKind } from './queries.ts';

// A contract is inserted and then written once as a record; a party is inserted. Whoever changes either goes further.
const contractRevisionAsAdded = 2;
const partyRevisionAsAdded = 1;

/** What belongs to a contract from its first moment and goes with it; anything else that refers to it keeps it. */
const ownOfContract = ['contract_parties', 'contract_tags', 'contract_dates'];

/** What is said of a party and goes with it: that it is not another one. */
const ownOfParty = ['party_distinctions'];

/** Tables in which Deedbox itself plans something for every contract, and which of their rows a person has touched. */
const touchedRowsOf: Readonly<Record<string, string>> = { reviews: "state <> 'scheduled'" };

/** How much of what a batch added is still there. */
export function countLeft(db: Readable, batchId: ImportBatchId, kind: SubjectKind): number {
  return db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM import_entries JOIN ${tableOf(kind)} ON id = subject_id
    WHERE batch_id = ${batchId} AND subject_kind = ${kind}`)?.count ?? 0;
}

/** The next of what a batch added and what is still there, the last added first: children stand before their parents. */
export function listLeft(db: Readable, batchId: ImportBatchId, kind: SubjectKind, before: string | null, limit: number): readonly string[] {
  return db
    .all<{ id: string }>(sql`
      SELECT subject_id AS id FROM import_entries JOIN ${tableOf(kind)} ON id = subject_id
      WHERE batch_id = ${batchId} AND subject_kind = ${kind} AND subject_id < ${before ?? '~'}
      ORDER BY subject_id DESC LIMIT ${limit}`)
    .map(({ id }) => id);
}

/**
 * Removes those of some contracts that nobody changed, to which nothing was added since (a notice, a file, a version)
 * and below which no contract hangs that stays; gives how many went. What refers to them is asked of the schema, so
 * that tables of later versions count as well.
 */
export function removeContracts(db: Writable, ids: readonly string[], holdsFinance: boolean): number {
  take(db, 'contracts', ids, contractRevisionAsAdded);
  const references = referencesTo(db, 'contracts');
  for (const { table, column } of references) {
    if (table === 'contracts' || ownOfContract.includes(table)) continue;
    keepReferred(db, table, column, touchedRowsOf[table] ?? 'TRUE');
  }
  keepActedOn(db);
  // A contract that stays holds its parent, and that its own.
  const toItself = references.filter(({ table }) => table === 'contracts');
  for (let held = 1; held > 0; ) {
    held = 0;
    for (const { column } of toItself) held += keepReferred(db, 'contracts', column, 'id NOT IN (SELECT id FROM temp.undone)');
  }
  for (const table of ownOfContract) db.run(plain(`DELETE FROM main."${table}" WHERE contract_id IN (SELECT id FROM temp.undone)`));
  if (holdsFinance) db.run(sql`DELETE FROM finance.contract_totals WHERE contract_id IN (SELECT id FROM temp.undone)`);
  return db.run(sql`DELETE FROM contracts WHERE id IN (SELECT id FROM temp.undone)`);
}

/** Removes those of some parties that nobody changed and that nothing names, agreements included; gives how many went. */
export function removeParties(db: Writable, ids: readonly string[], holdsFinance: boolean): number {
  take(db, 'parties', ids, partyRevisionAsAdded);
  const references = referencesTo(db, 'parties');
  for (const { table, column } of references) if (!ownOfParty.includes(table)) keepReferred(db, table, column, 'TRUE');
  keepAgreedOn(db);
  for (const { table, column } of references) if (ownOfParty.includes(table)) db.run(plain(`DELETE FROM main."${table}" WHERE "${column}" IN (SELECT id FROM temp.undone)`));
  if (holdsFinance) db.run(sql`DELETE FROM finance.party_accounts WHERE party_id IN (SELECT id FROM temp.undone)`);
  return db.run(sql`DELETE FROM parties WHERE id IN (SELECT id FROM temp.undone)`);
}

/** Puts those of the ids that stand as they were added into a table of this connection. */
function take(db: Writable, table: 'contracts' | 'parties', ids: readonly string[], revision: number): void {
  db.run(sql`CREATE TEMP TABLE IF NOT EXISTS undone (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`);
  db.run(sql`DELETE FROM temp.undone`);
  db.run(sql`INSERT INTO temp.undone SELECT id FROM ${plain(table)} WHERE id IN ${listed(ids)} AND revision = ${revision}`);
}

/** Takes out what rows of a table refer to; gives how many. */
function keepReferred(db: Writable, table: string, column: string, condition: string): number {
  return db.run(
    plain(`DELETE FROM temp.undone WHERE id IN (
      SELECT "${column}" FROM main."${table}" WHERE "${column}" IN (SELECT id FROM temp.undone) AND "${column}" IS NOT NULL AND ${condition})`),
  );
}

/**
 * Takes out the contracts that anything was done with beside importing them: no key of this schema leads from what lies in the
 * other compartments, as attached files do, and whoever undoes the import may not hold their keys.
 */
function keepActedOn(db: Writable): void {
  db.run(sql`
    DELETE FROM temp.undone WHERE id IN (
      SELECT subject_id FROM main.audit_events
      WHERE subject_kind = 'contract' AND subject_id IN (SELECT id FROM temp.undone) AND operation NOT IN ${listed(doneWithNothing)})`);
}

/** What the log notes of a contract though nothing is done with it: that it was imported, and that somebody looked at it. */
const doneWithNothing = ['imports.run', ...operationNames().filter((name) => findOperation(name)?.kind === 'query')];

/**
 * Takes out the parties that bind a contract by the terms as signed, or from a day to come on: those are kept as JSON, where
 * no key of the schema leads, and are entered in the record on their day.
 */
function keepAgreedOn(db: Writable): void {
  db.run(sql`
    DELETE FROM temp.undone WHERE id IN (
      SELECT party.value ->> 'partyId' FROM main.contract_original_terms, json_each(terms, '$.parties') AS party
      UNION ALL SELECT party.value ->> 'partyId' FROM main.contract_amendments, json_each(changes, '$.parties') AS party)`);
}

interface Reference {
  readonly table: string;
  readonly column: string;
}

/** Every column of the schema that refers to a table. */
function referencesTo(db: Readable, table: string): readonly Reference[] {
  return db.all<Reference>(sql`
    SELECT tables.name AS "table", keys."from" AS "column"
    FROM main.sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
    WHERE tables.type = 'table' AND keys."table" = ${table}`);
}

function tableOf(kind: SubjectKind): Sql {
  return kind === 'contract' ? sql`contracts` : sql`parties`;
}

/** A statement of fixed words and names of the schema: nothing that a person entered gets in. */
function plain(text: string): Sql {
  return { text, values: [] };
}

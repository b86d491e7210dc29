import type { ImportBatchId } from '#shared/features/imports/plan.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';

export interface Undone {
  readonly removedContracts: number;
  readonly removedParties: number;
  readonly keptContracts: number;
  readonly keptParties: number;
}

// A contract is inserted and then written once as a record; a party is inserted. Whoever changes either goes further.
const contractRevisionAsAdded = 2;
const partyRevisionAsAdded = 1;

/** What belongs to a contract from its first moment and goes with it; anything else that refers to it keeps it. */
const ownOfContract = ['contract_parties', 'contract_tags', 'contract_dates'];

/** Tables in which Deedbox itself plans something for every contract, and which of their rows a person has touched. */
const touchedRowsOf: Readonly<Record<string, string>> = { reviews: "state <> 'scheduled'" };

/**
 * Removes what a batch added, within the running transaction. A contract stays when somebody changed it, when anything
 * was added to it since (a notice, a file, a version), or when a contract that stays hangs below it; a party, when
 * somebody changed it or anything that stays names it. What refers to them is asked of the schema, so that tables of
 * later versions count as well.
 */
export function undoBatch(db: Writable, batchId: ImportBatchId, holdsFinance: boolean): Undone {
  db.run(sql`CREATE TEMP TABLE IF NOT EXISTS undone_contracts (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`);
  db.run(sql`CREATE TEMP TABLE IF NOT EXISTS undone_parties (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`);
  db.run(sql`DELETE FROM temp.undone_contracts`);
  db.run(sql`DELETE FROM temp.undone_parties`);
  const added = { contracts: gather(db, batchId, 'contract'), parties: gather(db, batchId, 'party') };
  const removedContracts = removeContracts(db, batchId, holdsFinance);
  const removedParties = removeParties(db, batchId, holdsFinance);
  return {
    removedContracts,
    removedParties,
    keptContracts: added.contracts - removedContracts,
    keptParties: added.parties - removedParties,
  };
}

/** How many of a kind are still there. */
function gather(db: Readable, batchId: ImportBatchId, kind: 'contract' | 'party'): number {
  const table = kind === 'contract' ? sql`contracts` : sql`parties`;
  return db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM import_entries JOIN ${table} ON id = subject_id
    WHERE batch_id = ${batchId} AND subject_kind = ${kind}`)?.count ?? 0;
}

function removeContracts(db: Writable, batchId: ImportBatchId, holdsFinance: boolean): number {
  db.run(sql`
    INSERT INTO temp.undone_contracts SELECT id FROM import_entries JOIN contracts ON id = subject_id
    WHERE batch_id = ${batchId} AND subject_kind = 'contract' AND revision = ${contractRevisionAsAdded}`);
  const references = referencesTo(db, 'contracts');
  for (const { table, column } of references) {
    if (table === 'contracts' || ownOfContract.includes(table)) continue;
    db.run(plain(`DELETE FROM temp.undone_contracts WHERE id IN (SELECT "${column}" FROM main."${table}" WHERE ${touchedRowsOf[table] ?? 'TRUE'})`));
  }
  // A contract that stays holds its parent, and that its own.
  const toItself = references.filter(({ table }) => table === 'contracts');
  for (let held = 1; held > 0; ) {
    held = 0;
    for (const { column } of toItself) {
      held += db.run(
        plain(`DELETE FROM temp.undone_contracts WHERE id IN (SELECT "${column}" FROM main.contracts
          WHERE "${column}" IS NOT NULL AND id NOT IN (SELECT id FROM temp.undone_contracts))`),
      );
    }
  }
  for (const table of ownOfContract) db.run(plain(`DELETE FROM main."${table}" WHERE contract_id IN (SELECT id FROM temp.undone_contracts)`));
  if (holdsFinance) db.run(sql`DELETE FROM finance.contract_totals WHERE contract_id IN (SELECT id FROM temp.undone_contracts)`);
  // Every removal looks for contracts that refer to it; without an index each would walk through all of them.
  for (const { column } of toItself) db.run(plain(`CREATE INDEX main."undo_by_${column}" ON contracts ("${column}") WHERE "${column}" IS NOT NULL`));
  const removed = db.run(sql`DELETE FROM contracts WHERE id IN (SELECT id FROM temp.undone_contracts)`);
  for (const { column } of toItself) db.run(plain(`DROP INDEX main."undo_by_${column}"`));
  return removed;
}

function removeParties(db: Writable, batchId: ImportBatchId, holdsFinance: boolean): number {
  db.run(sql`
    INSERT INTO temp.undone_parties SELECT id FROM import_entries JOIN parties ON id = subject_id
    WHERE batch_id = ${batchId} AND subject_kind = 'party' AND revision = ${partyRevisionAsAdded}`);
  for (const { table, column } of referencesTo(db, 'parties')) {
    db.run(plain(`DELETE FROM temp.undone_parties WHERE id IN (SELECT "${column}" FROM main."${table}")`));
  }
  if (holdsFinance) db.run(sql`DELETE FROM finance.party_accounts WHERE party_id IN (SELECT id FROM temp.undone_parties)`);
  return db.run(sql`DELETE FROM parties WHERE id IN (SELECT id FROM temp.undone_parties)`);
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

/** A statement of fixed words and names of the schema: nothing that a person entered gets in. */
function plain(text: string): Sql {
  return { text, values: [] };
}

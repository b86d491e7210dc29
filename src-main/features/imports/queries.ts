import type { ContractId } from '#shared/features/contracts/model.ts';
import type { KnownParty } from '#shared/features/imports/known-names.ts';
import type { ImportBatchId } from '#shared/features/imports/plan.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { nameKey } from '../../db/name-order.ts';
import { sql, type Sql } from '../../db/sql.ts';

export type StoredState = 'running' | 'stopped' | 'done' | 'undone';

export interface BatchRow {
  readonly id: ImportBatchId;
  /** A `BatchSource` as JSON. */
  readonly source: string;
  readonly file_name: string;
  readonly state: StoredState;
  readonly rows_done: number;
  readonly added: number;
  readonly skipped: number;
  readonly at: number;
  readonly by_name: string;
}

export function insertBatch(db: Writable, batch: { readonly id: ImportBatchId; readonly source: string; readonly fileName: string; readonly at: number; readonly by: UserId }): void {
  db.run(sql`
    INSERT INTO import_batches (id, source, file_name, state, rows_done, added, skipped, at, by)
    VALUES (${batch.id}, ${batch.source}, ${batch.fileName}, 'running', 0, 0, 0, ${batch.at}, ${batch.by})`);
}

export interface BatchStep {
  readonly rows: number;
  readonly added: number;
  readonly skipped: number;
}

/** Notes that rows are done, in the transaction that did them. */
export function advanceBatch(db: Writable, id: ImportBatchId, { rows, added, skipped }: BatchStep): void {
  db.run(sql`
    UPDATE import_batches SET rows_done = rows_done + ${rows}, added = added + ${added}, skipped = skipped + ${skipped}
    WHERE id = ${id}`);
}

export function setBatchState(db: Writable, id: ImportBatchId, state: StoredState): void {
  db.run(sql`UPDATE import_batches SET state = ${state} WHERE id = ${id}`);
}

export function findBatch(db: Readable, id: ImportBatchId): BatchRow | undefined {
  return db.get(sql`
    SELECT import_batches.*, name AS by_name FROM import_batches JOIN users ON users.id = by WHERE import_batches.id = ${id}`);
}

/** The latest batches first. */
export function listBatches(db: Readable): BatchRow[] {
  return db.all(sql`
    SELECT import_batches.*, name AS by_name FROM import_batches JOIN users ON users.id = by ORDER BY at DESC, import_batches.rowid DESC
    LIMIT 100`);
}

export type SubjectKind = 'contract' | 'party';

export function insertEntry(db: Writable, batchId: ImportBatchId, kind: SubjectKind, subjectId: string): void {
  db.run(sql`INSERT INTO import_entries (batch_id, subject_kind, subject_id) VALUES (${batchId}, ${kind}, ${subjectId})`);
}

export function countEntries(db: Readable, batchId: ImportBatchId, kind: SubjectKind): number {
  return db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM import_entries WHERE batch_id = ${batchId} AND subject_kind = ${kind}`)?.count ?? 0;
}

/** The id of the contract that has a number, archived or not. */
export function findContractByNumber(db: Readable, number: string): ContractId | undefined {
  return db.get<{ id: ContractId }>(sql`SELECT id FROM contracts WHERE number = ${number}`)?.id;
}

export interface TitledContract {
  readonly id: ContractId;
  readonly number: string;
  readonly partyId: PartyId | null;
  readonly signedOn: Day | null;
  readonly effectiveOn: Day | null;
  readonly expiresOn: Day | null;
  readonly minor: number | null;
  readonly currency: Currency | null;
}

/** The contracts of a title with their counterparty and what they are worth, archived or not, without what a batch added. */
export function listContractsByTitle(db: Readable, title: string, exceptOf: ImportBatchId | null, holdsFinance: boolean): TitledContract[] {
  const worth = holdsFinance ? sql`LEFT JOIN finance.contract_totals ON contract_id = contracts.id` : sql`LEFT JOIN (SELECT NULL AS minor, NULL AS currency)`;
  return db.all(sql`
    SELECT contracts.id, number, signed_on AS signedOn, effective_on AS effectiveOn, expires_on AS expiresOn, minor, currency,
      (SELECT party_id FROM contract_parties WHERE contract_id = contracts.id AND role = 'party_b' ORDER BY position LIMIT 1) AS partyId
    FROM contracts ${worth} WHERE contracts.rowid IN (${rowsTitled(title)})
      AND NOT EXISTS (SELECT 1 FROM import_entries WHERE batch_id = ${exceptOf} AND subject_kind = 'contract' AND subject_id = contracts.id)
    ORDER BY contracts.id`);
}

/** By the index of what titles are sorted by; a row that has no key yet is looked at itself. */
function rowsTitled(title: string): Sql {
  return sql`SELECT rowid FROM contracts WHERE title_key = ${nameKey(title)} AND title = ${title} UNION ALL SELECT rowid FROM contracts WHERE title_key IS NULL AND title = ${title}`;
}

/** Every party's names and code: what a ledger's names are compared with. A name that was merged away means the party that was kept. */
export function listKnownParties(db: Readable): KnownParty<PartyId>[] {
  return db.all(sql`SELECT coalesce(merged_into, id) AS ref, name_zh AS nameZh, name_en AS nameEn, uscc FROM parties ORDER BY created_at, id`);
}

/** The text that was remembered for a source, or undefined. */
export function findMapping(db: Readable, source: string): string | undefined {
  return db.get<{ mapping: string }>(sql`SELECT mapping FROM import_mappings WHERE source = ${source}`)?.mapping;
}

export function saveMapping(db: Writable, source: string, mapping: string, at: number): void {
  db.run(sql`
    INSERT INTO import_mappings (source, mapping, used_at) VALUES (${source}, ${mapping}, ${at})
    ON CONFLICT (source) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`);
}

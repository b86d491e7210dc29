import type { Restoration, RestorationId } from '#shared/features/backups/selective.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { ContractTable, Row, RowsByTable, Value } from '../../backup/contract-tables.ts';
import { contractTables, rowsOf } from '../../backup/contract-tables.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { renewContractKeys } from '../../db/name-keys.ts';
import { sql, type Sql } from '../../db/sql.ts';

/** Every statement here builds its names of tables and columns from the list of contract tables and the schema itself. */

export function readContractRows(db: Readable, contractId: string): RowsByTable {
  return Object.fromEntries(contractTables.map((table) => [`${table.schema}.${table.name}`, db.all<Row>(rowsOf(table, contractId))]));
}

export function findRow(db: Readable, table: ContractTable, row: Row): Row | undefined {
  return db.get<Row>(where(`SELECT * FROM ${table.schema}.${table.name}`, table, row));
}

export function insertRow(db: Writable, { schema, name }: Pick<ContractTable, 'schema' | 'name'>, row: Row): void {
  const columns = Object.keys(row);
  db.run({ text: `INSERT INTO ${schema}.${name} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, values: Object.values(row) });
}

/** Sets the given columns of the row that has the same key. */
export function updateRow(db: Writable, table: ContractTable, row: Row): void {
  const columns = Object.keys(row).filter((column) => !table.key.includes(column));
  if (columns.length === 0) return;
  const set = columns.map((column) => `${quoted(column)} = ?`).join(', ');
  const found = where(`UPDATE ${table.schema}.${table.name} SET ${set}`, table, row);
  db.run({ text: found.text, values: [...columns.map((column) => valueOf(row, column)), ...found.values] });
}

export function deleteRow(db: Writable, table: ContractTable, row: Row): void {
  db.run(where(`DELETE FROM ${table.schema}.${table.name}`, table, row));
}

/** The id under which the same bytes are stored already. */
export function findStored(db: Readable, storedName: string): string | undefined {
  return db.get<{ id: string }>(sql`SELECT id FROM attachments WHERE stored_name = ${storedName}`)?.id;
}

export function listUserIds(db: Readable): ReadonlySet<string> {
  return new Set(db.all<{ id: string }>(sql`SELECT id FROM users`).map(({ id }) => id));
}

export function hasTemplateVersion(db: Readable, id: string): boolean {
  return db.get(sql`SELECT 1 FROM template_versions WHERE id = ${id}`) !== undefined;
}

export function contractStands(db: Readable, id: string): { readonly stage: string; readonly revision: number; readonly versionNumber: number } | undefined {
  return db.get(sql`SELECT stage, revision, version_number AS versionNumber FROM contracts WHERE id = ${id}`);
}

export function isNumberTaken(db: Readable, number: string): boolean {
  return db.get(sql`SELECT 1 FROM contracts WHERE number = ${number}`) !== undefined;
}

/** Lets lists reckon a contract's dates anew and sort it by the names that it has now, and pages notice that it changed. */
export function touchContract(db: Writable, id: string, at: number): void {
  renewContractKeys(db, id);
  db.run(sql`UPDATE contracts SET revision = revision + 1, updated_at = ${at} WHERE id = ${id}`);
  db.run(sql`UPDATE contract_dates SET valid_through = '' WHERE contract_id = ${id}`);
}

export function insertRestoration(db: Writable, row: { readonly id: RestorationId; readonly contractId: string; readonly takenAt: number; readonly kind: Restoration['kind']; readonly parts: readonly string[]; readonly at: number; readonly by: UserId }): void {
  db.run(sql`
    INSERT INTO contract_restorations (id, contract_id, backup_taken_at, kind, parts, restored_at, restored_by)
    VALUES (${row.id}, ${row.contractId}, ${row.takenAt}, ${row.kind}, ${row.parts.join(' ')}, ${row.at}, ${row.by})`);
}

export function listRestorations(db: Readable): readonly Restoration[] {
  return db
    .all<Omit<Restoration, 'parts'> & { readonly parts: string }>(sql`
      SELECT contract_restorations.id, contract_id AS contractId, coalesce(number, '') AS number, coalesce(title, '') AS title, backup_taken_at AS backupTakenAt,
        kind, parts, restored_at AS restoredAt, users.name AS restoredByName, undone_at AS undoneAt
      FROM contract_restorations JOIN users ON users.id = restored_by LEFT JOIN contracts ON contracts.id = contract_id
      ORDER BY restored_at DESC LIMIT 50`)
    .map(({ parts, ...row }) => ({ ...row, parts: parts.split(' ').filter((part) => part !== '') as unknown as Restoration['parts'] }));
}

export function findRestoration(db: Readable, id: RestorationId): { readonly contractId: ContractId; readonly undoneAt: number | null } | undefined {
  return db.get(sql`SELECT contract_id AS contractId, undone_at AS undoneAt FROM contract_restorations WHERE id = ${id}`);
}

export function setUndone(db: Writable, id: RestorationId, at: number): void {
  db.run(sql`UPDATE contract_restorations SET undone_at = ${at} WHERE id = ${id}`);
}

export interface RestoredRow {
  readonly position: number;
  readonly tableName: string;
  /** Null: there was no such row. */
  readonly before: string | null;
  readonly after: string;
}

/** Keeps what a row was, in the compartment that the row lies in. */
export function insertRestoredRow(db: Writable, id: RestorationId, { schema }: ContractTable, row: RestoredRow): void {
  db.run({ text: `INSERT INTO ${schema}.restored_rows (restoration_id, position, table_name, before, after) VALUES (?, ?, ?, ?, ?)`, values: [id, row.position, row.tableName, row.before, row.after] });
}

/** What a restoration wrote, the last first. */
export function listRestoredRows(db: Readable, id: RestorationId): readonly RestoredRow[] {
  const one = (schema: string) => `SELECT position, table_name AS tableName, before, after FROM ${schema}.restored_rows WHERE restoration_id = ?`;
  return db.all<RestoredRow>({ text: `${['main', 'clauses', 'finance'].map(one).join(' UNION ALL ')} ORDER BY position DESC`, values: [id, id, id] });
}

function where(start: string, { key }: ContractTable, row: Row): Sql {
  return { text: `${start} WHERE ${key.map((column) => `${quoted(column)} IS ?`).join(' AND ')}`, values: key.map((column) => valueOf(row, column)) };
}

function valueOf(row: Row, column: string): Value {
  return row[column] ?? null;
}

function quoted(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}

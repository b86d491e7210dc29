import type { Readable, Writable } from './connection.ts';
import { nameKey, ownNameKey } from './name-order.ts';
import { sql, type Sql } from './sql.ts';

/**
 * What lists in pages are sorted by stands beside the names, and who writes a name writes its key with it. Only rows from before
 * there were keys, in this vault or in a backup, have none until they are given them here.
 */
const tables = {
  contracts: { name: sql`contracts`, key: sql`title_key`, add: keyContracts },
  parties: { name: sql`parties`, key: sql`name_key`, add: keyParties },
  obligations: { name: sql`obligations`, key: sql`title_key`, add: keyObligations },
  users: { name: sql`users`, key: sql`name_key`, add: keyUsers },
} as const;
export type KeyedTable = keyof typeof tables;
const keyedTables = Object.keys(tables) as readonly KeyedTable[];

/** Whether every row of a table, or of all, has its keys; until then a list that goes by them would leave rows out. */
export function haveNameKeys(db: Readable, ...of: readonly KeyedTable[]): boolean {
  return (of.length === 0 ? keyedTables : of).every((table) => db.get(sql`SELECT 1 FROM ${tables[table].name} WHERE ${tables[table].key} IS NULL LIMIT 1`) === undefined);
}

/** Gives at most so many rows their keys that have none; gives how many it did. */
export function addNameKeys(db: Writable, limit: number): number {
  return keyedTables.reduce((done, table) => done + (done === limit ? 0 : tables[table].add(db, sql`${tables[table].key} IS NULL LIMIT ${limit - done}`)), 0);
}

/** Makes the keys of a contract and of its obligations anew after rows were put in place as they once were. */
export function renewContractKeys(db: Writable, id: string): void {
  keyContracts(db, sql`id = ${id}`);
  keyObligations(db, sql`contract_id = ${id}`);
}

/** The same for a party. */
export function renewPartyKey(db: Writable, id: string): void {
  keyParties(db, sql`id = ${id}`);
}

/** A party is sorted by the Chinese name where it has one. */
export function partyKey({ nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string }): string {
  return nameKey(nameZh === '' ? nameEn : nameZh);
}

function keyContracts(db: Writable, which: Sql): number {
  const rows = db.all<{ row: number; title: string; owner: string; department: string }>(sql`SELECT rowid AS row, title, owner_name AS owner, department FROM contracts WHERE ${which}`);
  for (const { row, title, owner, department } of rows) {
    db.run(sql`UPDATE contracts SET title_key = ${nameKey(title)}, owner_key = ${ownNameKey(owner)}, department_key = ${ownNameKey(department)} WHERE rowid = ${row}`);
  }
  return rows.length;
}

function keyParties(db: Writable, which: Sql): number {
  const rows = db.all<{ row: number; nameZh: string; nameEn: string }>(sql`SELECT rowid AS row, name_zh AS nameZh, name_en AS nameEn FROM parties WHERE ${which}`);
  for (const { row, ...names } of rows) db.run(sql`UPDATE parties SET name_key = ${partyKey(names)} WHERE rowid = ${row}`);
  return rows.length;
}

function keyObligations(db: Writable, which: Sql): number {
  const rows = db.all<{ row: number; title: string }>(sql`SELECT rowid AS row, title FROM obligations WHERE ${which}`);
  for (const { row, title } of rows) db.run(sql`UPDATE obligations SET title_key = ${nameKey(title)} WHERE rowid = ${row}`);
  return rows.length;
}

function keyUsers(db: Writable, which: Sql): number {
  const rows = db.all<{ row: number; name: string }>(sql`SELECT rowid AS row, name FROM users WHERE ${which}`);
  for (const { row, name } of rows) db.run(sql`UPDATE users SET name_key = ${nameKey(name)} WHERE rowid = ${row}`);
  return rows.length;
}

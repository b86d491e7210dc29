import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { compartments } from '#shared/features/vault/compartments.ts';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { schemaOf } from '../../src-main/db/schemas.ts';
import { connectionOf } from '../harness/connection-of.ts';
import type { TestWorld } from '../harness/world.ts';
import { openPlain } from './sql-replay.ts';

/** Copies the open vault row by row into plain files of the same schema and gives their folder. */
export function copyPlain(world: TestWorld, name: string): string {
  const folder = join(world.folder, name);
  mkdirSync(folder);
  const connection = connectionOf(world);
  const db = openPlain(folder);
  // Rows come in the order of the tables, not of their references.
  db.pragma('foreign_keys = OFF');
  // The tables behind a full-text index are copied like any others; SQLite forbids that unless told.
  db.unsafeMode(true);
  for (const { steps } of migrations) for (const each of compartments) db.exec(steps[each]?.(schemaOf(each)) ?? '');
  for (const schema of compartments.map(schemaOf)) {
    const tables = connection.all<{ name: string }>({
      // What triggers fill comes last, and is emptied first.
      text: `SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name IN ('search_pending', 'review_pending', 'contract_tallies')`,
      values: [],
    });
    for (const table of tables) {
      db.exec(`DELETE FROM ${schema}.${table.name}`);
      const rows = connection.all<Record<string, unknown>>({ text: `SELECT * FROM ${schema}.${table.name}`, values: [] });
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) continue;
      const marks = columns.map(() => '?').join();
      const insert = db.prepare(`INSERT OR REPLACE INTO ${schema}.${table.name} (${columns.join()}) VALUES (${marks})`);
      db.transaction(() => rows.forEach((row) => insert.run(...columns.map((column) => row[column])))).immediate();
    }
  }
  db.close();
  return folder;
}

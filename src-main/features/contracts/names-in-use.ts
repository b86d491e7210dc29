import { byName } from '#shared/kernel/name-order.ts';
import type { Readable } from '../../db/connection.ts';
import { containing, sql, type Sql } from '../../db/sql.ts';

const columns = { owner: sql`owner_name`, department: sql`department` } as const;

/** The names of owners and of departments in use, in their order; at most 500 of each. */
export function listNamesInUse(db: Readable): { readonly owners: readonly string[]; readonly departments: readonly string[] } {
  const all = (name: keyof typeof columns) => db.all<{ name: string }>(sql`SELECT name FROM (${namesIn(db, columns[name])}) WHERE name <> ''`).map((row) => row.name).toSorted(byName).slice(0, 500);
  return { owners: all('owner'), departments: all('department') };
}

/** The names in use that have a text in them, whatever their case. */
export function namesWith(db: Readable, of: keyof typeof columns, text: string): readonly string[] {
  return db.all<{ name: string }>(sql`SELECT name FROM (${namesIn(db, columns[of])}) WHERE name LIKE ${containing(text)} ESCAPE '\\'`).map(({ name }) => name);
}

/** From one name to the next along the index: as many steps as there are names, however many contracts have each. */
function namesIn(db: Readable, column: Sql): Sql {
  // A part of the book has no index of its own.
  if (db.isLimited) return sql`SELECT DISTINCT ${column} AS name FROM contracts`;
  return sql`
    WITH RECURSIVE names (name) AS (
      SELECT min(${column}) FROM contracts
      UNION ALL SELECT (SELECT min(${column}) FROM contracts WHERE ${column} > names.name) FROM names WHERE names.name IS NOT NULL
    ) SELECT name FROM names WHERE name IS NOT NULL`;
}

import type { Compartment } from '#shared/features/vault/compartments.ts';
import type { Readable } from '../db/connection.ts';
import { schemaOf } from '../db/schemas.ts';

/** How many rows each table of the attached compartments has, as `core.contracts`. Indexes of the search are left out: they are made anew. */
export function countRows(db: Readable, held: readonly Compartment[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const compartment of held) {
    const schema = schemaOf(compartment);
    const tables = db.all<{ name: string }>({
      text: `SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_index%' ESCAPE '\\' ORDER BY name`,
      values: [],
    });
    for (const { name } of tables) {
      // A table's name out of our own schema, never a person's words.
      const text = `SELECT count(*) AS rows FROM ${schema}."${name.replaceAll('"', '""')}"`;
      counts[`${compartment}.${name}`] = db.get<{ rows: number }>({ text, values: [] })?.rows ?? 0;
    }
  }
  return counts;
}

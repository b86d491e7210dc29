import type { Migration } from '../migrate.ts';

/** What was brought back of single contracts from backups, with the rows as they were before, each in its own compartment. */
export const restorations: Migration = {
  version: 285,
  steps: { core: (schema) => coreTables(schema) + rows(schema), clauses: rows, finance: rows },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.contract_restorations (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL,
      backup_taken_at INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('copy', 'parts')),
      parts TEXT NOT NULL,
      restored_at INTEGER NOT NULL,
      restored_by TEXT NOT NULL REFERENCES users (id),
      undone_at INTEGER
    ) STRICT;
    CREATE INDEX ${schema}.contract_restorations_by_time ON contract_restorations (restored_at DESC);
  `;
}

function rows(schema: string): string {
  return `
    CREATE TABLE ${schema}.restored_rows (
      restoration_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      table_name TEXT NOT NULL,
      before TEXT,
      after TEXT NOT NULL,
      PRIMARY KEY (restoration_id, position)
    ) STRICT, WITHOUT ROWID;
  `;
}

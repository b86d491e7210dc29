import type { Migration } from '../migrate.ts';

/** What came of files that were put into the watched folder; and an index by which a contract's removal finds what it followed. */
export const importArrivals: Migration = {
  version: 241,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.import_arrivals (
      id TEXT PRIMARY KEY,
      file_name TEXT NOT NULL,
      at INTEGER NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'partly', 'failed')),
      failure TEXT,
      batch_id TEXT REFERENCES import_batches (id),
      added INTEGER NOT NULL,
      skipped INTEGER NOT NULL,
      bad INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.import_arrivals_by_time ON import_arrivals (at DESC);
    CREATE INDEX ${schema}.contracts_by_successor ON contracts (superseded_by) WHERE superseded_by IS NOT NULL;
  `;
}

import type { Migration } from '../migrate.ts';

/** What rehearsed restores found: reports that stay with the vault. */
export const restoreDrills: Migration = {
  version: 225,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.restore_drills (
      id TEXT PRIMARY KEY,
      at INTEGER NOT NULL,
      by_user_id TEXT NOT NULL,
      backup_taken_at INTEGER NOT NULL,
      milliseconds INTEGER NOT NULL,
      passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
      checks TEXT NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.restore_drills_by_time ON restore_drills (at DESC);
  `;
}

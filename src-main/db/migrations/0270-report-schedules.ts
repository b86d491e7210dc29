import type { Migration } from '../migrate.ts';

/** Reports that are written by themselves; the folder they go to is the laptop's own affair and is not kept here. */
export const reportSchedules: Migration = {
  version: 270,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.report_schedules (
      id TEXT PRIMARY KEY,
      -- Written in this person's sessions alone, with what they may see.
      owner_id TEXT NOT NULL REFERENCES users (id),
      contract_id TEXT REFERENCES contracts (id),
      cadence TEXT NOT NULL CHECK (cadence IN ('weekly', 'monthly', 'quarterly')),
      formats TEXT NOT NULL,
      language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
      is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
      next_on TEXT NOT NULL,
      last_written_at INTEGER,
      failed_at INTEGER,
      failure TEXT,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.report_schedules_next ON report_schedules (owner_id, next_on) WHERE is_on = 1;
  `;
}

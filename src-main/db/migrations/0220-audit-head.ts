import type { Migration } from '../migrate.ts';

/** Where the audit chain ends, under a code of authenticity: without it, the newest rows could go without a trace. */
export const auditHead: Migration = {
  version: 220,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.audit_head (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      sequence INTEGER NOT NULL,
      hash TEXT NOT NULL,
      mac TEXT NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.audit_events_by_subject ON audit_events (subject_kind, subject_id, sequence DESC);
    CREATE INDEX ${schema}.audit_events_by_time ON audit_events (at DESC);
  `;
}

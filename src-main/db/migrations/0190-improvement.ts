import type { Migration } from '../migrate.ts';

/** Problems and ideas, what was done about them, and the goals that are measured. They speak of the work, not of contracts. */
export const improvement: Migration = {
  version: 190,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.improvement_items (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('problem', 'idea', 'audit_finding')),
      origin TEXT NOT NULL,
      origin_ref TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('new', 'analysing', 'acting', 'closed', 'declined')),
      owner_id TEXT REFERENCES users (id),
      content TEXT NOT NULL,
      outcome TEXT CHECK (outcome IN ('achieved', 'partly', 'not_achieved')),
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL REFERENCES users (id),
      closed_at INTEGER,
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.improvement_items_by_state ON improvement_items (state, created_at);

    CREATE TABLE ${schema}.improvement_goals (
      id TEXT PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES improvement_items (id) ON DELETE CASCADE,
      horizon TEXT NOT NULL CHECK (horizon IN ('short', 'long')),
      metric TEXT NOT NULL,
      baseline REAL,
      target REAL NOT NULL,
      from_on TEXT NOT NULL,
      until_on TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.improvement_goals_of_item ON improvement_goals (item_id);
  `;
}

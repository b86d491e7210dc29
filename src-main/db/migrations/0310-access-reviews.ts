import type { Migration } from '../migrate.ts';

/** Campaigns in which an administrator looks at who may open the vault with which roles, person by person. */
export const accessReviews: Migration = {
  version: 310,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.access_reviews (
      id TEXT PRIMARY KEY,
      started_at INTEGER NOT NULL,
      started_by TEXT NOT NULL,
      finished_at INTEGER,
      finished_by TEXT
    ) STRICT;
    CREATE TABLE ${schema}.access_review_grants (
      review_id TEXT NOT NULL REFERENCES access_reviews (id),
      user_id TEXT NOT NULL,
      roles TEXT NOT NULL,
      decision TEXT CHECK (decision IN ('confirmed', 'withdrawn')),
      decided_at INTEGER,
      decided_by TEXT,
      PRIMARY KEY (review_id, user_id)
    ) STRICT, WITHOUT ROWID;
  `;
}

import type { Migration } from '../migrate.ts';

/**
 * Which contracts somebody may see, for those who don't see all: their own, or those of some departments too; and what
 * somebody saw when their access was reviewed.
 */
export const userReaches: Migration = {
  version: 340,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.user_reaches (
      user_id TEXT PRIMARY KEY REFERENCES users (id),
      scope TEXT NOT NULL CHECK (scope IN ('department', 'own')),
      departments TEXT NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT;
    ALTER TABLE ${schema}.access_review_grants ADD COLUMN reach TEXT;
  `;
}

import type { Migration } from '../migrate.ts';

/** The names of a vault's own roles, kept after they were retired; and what somebody's roles opened when they were reviewed. */
export const customRoles: Migration = {
  version: 320,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.custom_roles (
      id TEXT PRIMARY KEY,
      name_zh TEXT NOT NULL,
      name_en TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      retired_at INTEGER
    ) STRICT;
    ALTER TABLE ${schema}.access_review_grants ADD COLUMN custom_roles TEXT;
    ALTER TABLE ${schema}.access_review_grants ADD COLUMN compartments TEXT;
  `;
}

import type { Migration } from '../migrate.ts';

/** How far a party is trusted, and since when it is trusted less. */
export const partyStanding: Migration = {
  version: 125,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    ALTER TABLE ${schema}.parties ADD COLUMN risk_grade TEXT NOT NULL DEFAULT '' CHECK (risk_grade IN ('', 'A', 'B', 'C', 'D'));
    ALTER TABLE ${schema}.parties ADD COLUMN is_blacklisted INTEGER NOT NULL DEFAULT 0 CHECK (is_blacklisted IN (0, 1));
    -- When it last fell; null where it never did, or rose since.
    ALTER TABLE ${schema}.parties ADD COLUMN fell_at INTEGER;
  `;
}

import type { Migration } from '../migrate.ts';

/** What the first page shows at once, however many contracts there are, and how each person arranged it. */
export const dashboard: Migration = {
  version: 185,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  const add = (row: string, by: string): string => `
    INSERT INTO contract_tallies (stage, is_archived, count) VALUES (${row}.stage, ${row}.archived_at IS NOT NULL, ${by})
      ON CONFLICT (stage, is_archived) DO UPDATE SET count = count + ${by};`;
  return `
    -- How many contracts stand in each stage, kept by triggers: counting them all takes longer the more there are.
    CREATE TABLE ${schema}.contract_tallies (
      stage TEXT NOT NULL,
      is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
      count INTEGER NOT NULL,
      PRIMARY KEY (stage, is_archived)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO ${schema}.contract_tallies SELECT stage, archived_at IS NOT NULL, count(*) FROM ${schema}.contracts GROUP BY 1, 2;
    CREATE TRIGGER ${schema}.tally_contract_added AFTER INSERT ON contracts BEGIN ${add('new', '1')} END;
    CREATE TRIGGER ${schema}.tally_contract_removed AFTER DELETE ON contracts BEGIN ${add('old', '-1')} END;
    CREATE TRIGGER ${schema}.tally_contract_moved AFTER UPDATE OF stage, archived_at ON contracts
      WHEN old.stage IS NOT new.stage OR (old.archived_at IS NULL) IS NOT (new.archived_at IS NULL)
      BEGIN ${add('old', '-1')} ${add('new', '1')} END;

    CREATE INDEX ${schema}.stage_events_by_target ON stage_events (to_stage, at, contract_id);
    CREATE INDEX ${schema}.contracts_by_signing ON contracts (signed_on, direction, id) WHERE signed_on IS NOT NULL;

    CREATE TABLE ${schema}.home_layouts (
      user_id TEXT PRIMARY KEY REFERENCES users (id),
      layout TEXT NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `;
}

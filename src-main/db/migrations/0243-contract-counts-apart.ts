import type { Migration } from '../migrate.ts';

/**
 * The same index as an expression that only counting asks for: by its plain column it was taken, and walked, for contracts
 * whose ids were at hand.
 */
export const contractCountsApart: Migration = {
  version: 243,
  steps: {
    core: (schema) => `
      DROP INDEX IF EXISTS ${schema}.contracts_by_standing;
      CREATE INDEX ${schema}.contracts_by_standing ON contracts ((archived_at IS NULL), stage, contract_type);`,
  },
};

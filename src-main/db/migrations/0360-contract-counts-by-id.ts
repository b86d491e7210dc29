import type { Migration } from '../migrate.ts';

/**
 * The index that counting walks, with the ids behind: whoever sees a part of the contracts is asked for each of them
 * whether it is of that part, and had to read the contract for its id.
 */
export const contractCountsById: Migration = {
  version: 360,
  steps: {
    core: (schema) => `
      DROP INDEX ${schema}.contracts_by_standing;
      CREATE INDEX ${schema}.contracts_by_standing ON contracts ((archived_at IS NULL), stage, contract_type, id);`,
  },
};

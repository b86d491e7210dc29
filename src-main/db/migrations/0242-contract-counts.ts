import type { Migration } from '../migrate.ts';

/** By which contracts are counted without reading their rows, most of which are a thousand bytes of details. */
export const contractCounts: Migration = {
  version: 242,
  steps: { core: (schema) => `CREATE INDEX ${schema}.contracts_by_standing ON contracts (archived_at, stage, contract_type)` },
};

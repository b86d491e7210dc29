import type { Migration } from '../migrate.ts';

/** Contracts that were terminated end on that day: their dates, and what is counted from them, are reckoned anew. */
export const terminatedEnds: Migration = {
  version: 584,
  steps: {
    core: (schema) => `
      UPDATE ${schema}.contract_dates SET valid_through = '' WHERE contract_id IN (SELECT id FROM ${schema}.contracts WHERE stage = 'terminated');`,
  },
};

import type { Migration } from '../migrate.ts';

/** The dates of contracts under which notice was given are reckoned anew: they are no more among those whose notice is due. */
export const givenNotices: Migration = {
  version: 582,
  steps: {
    core: (schema) => `
      UPDATE ${schema}.contract_dates SET valid_through = ''
        WHERE contract_id IN (SELECT contract_id FROM ${schema}.contract_notices WHERE term_index IS NOT NULL AND withdrawn_at IS NULL);`,
  },
};

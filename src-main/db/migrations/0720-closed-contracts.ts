import type { Migration } from '../migrate.ts';

/** Contracts that are over renew no more from now on: their dates are reckoned anew, once, in the term in which they stand. */
export const closedContracts: Migration = {
  version: 720,
  steps: {
    core: (schema) => `
      UPDATE ${schema}.contract_dates SET valid_through = ''
      WHERE (notice_deadline_on <> '' OR valid_through < '9999-12-31')
        AND contract_id IN (SELECT id FROM ${schema}.contracts WHERE stage IN ('completed', 'terminated', 'superseded', 'cancelled'));`,
  },
};

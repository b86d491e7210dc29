import type { Migration } from '../migrate.ts';

/**
 * The last day of the term that a notice is about: an amendment may count the terms anew, and the notice says nothing of
 * those. The dates of amended contracts are reckoned by that, and their reminders with them.
 */
export const noticesOfTerms: Migration = {
  version: 570,
  steps: {
    core: (schema) => `
      ALTER TABLE ${schema}.contract_notices ADD COLUMN term_ends_on TEXT;
      UPDATE ${schema}.contract_dates SET valid_through = ''
        WHERE contract_id IN (SELECT contract_id FROM ${schema}.contract_amendments WHERE voided_at IS NULL);
      DELETE FROM ${schema}.reminder_sources
        WHERE name = 'contract' AND EXISTS (SELECT 1 FROM ${schema}.contract_amendments WHERE voided_at IS NULL);`,
  },
};

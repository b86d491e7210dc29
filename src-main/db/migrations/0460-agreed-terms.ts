import type { Migration } from '../migrate.ts';

/**
 * Amendments of days to come count for when a term ends and by when notice has to arrive. The dates of contracts that have
 * such were kept without them: they are reckoned anew, and their reminders with them.
 */
export const agreedTerms: Migration = {
  version: 460,
  steps: {
    core: (schema) => `
      UPDATE ${schema}.contract_dates SET valid_through = ''
        WHERE contract_id IN (SELECT contract_id FROM ${schema}.contract_amendments WHERE is_applied = 0 AND voided_at IS NULL);
      DELETE FROM ${schema}.reminder_sources
        WHERE name = 'contract' AND EXISTS (SELECT 1 FROM ${schema}.contract_amendments WHERE is_applied = 0 AND voided_at IS NULL);`,
  },
};

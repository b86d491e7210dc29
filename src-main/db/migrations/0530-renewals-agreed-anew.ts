import type { Migration } from '../migrate.ts';

/**
 * An amendment of a renewed contract leaves the terms up to the running one as they were. The dates of amended contracts were
 * kept as if its terms had always held: they are reckoned anew, and their reminders with them.
 */
export const renewalsAgreedAnew: Migration = {
  version: 530,
  steps: {
    core: (schema) => `
      UPDATE ${schema}.contract_dates SET valid_through = ''
        WHERE contract_id IN (SELECT contract_id FROM ${schema}.contract_amendments WHERE voided_at IS NULL);
      DELETE FROM ${schema}.reminder_sources
        WHERE name = 'contract' AND EXISTS (SELECT 1 FROM ${schema}.contract_amendments WHERE voided_at IS NULL);`,
  },
};

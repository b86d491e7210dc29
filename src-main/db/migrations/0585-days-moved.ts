import type { Migration } from '../migrate.ts';

/** What follows from terms that turned, years that were announced and series that went on is reckoned anew, and its reminders with it. */
export const daysMoved: Migration = {
  version: 585,
  steps: {
    core: (schema) => `
      UPDATE ${schema}.contract_dates SET valid_through = '' WHERE contract_id IN (
        SELECT contract_id FROM ${schema}.obligations WHERE is_open = 1 AND due_missing = 'calendar'
        UNION SELECT contract_id FROM ${schema}.payment_dues WHERE is_open = 1 AND due_missing = 'calendar');
      DELETE FROM ${schema}.reminder_sources WHERE name IN ('obligation', 'payment');`,
  },
};

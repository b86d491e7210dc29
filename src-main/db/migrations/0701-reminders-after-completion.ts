import type { Migration } from '../migrate.ts';

/** What was opened again under a contract that is completed is owed: where there are any, all that falls due is looked at anew. */
export const remindersAfterCompletion: Migration = {
  version: 701,
  steps: {
    core: (schema) => `
      DELETE FROM ${schema}.reminder_sources
        WHERE name IN ('obligation', 'payment') AND EXISTS (SELECT 1 FROM ${schema}.contracts WHERE stage = 'completed');`,
  },
};

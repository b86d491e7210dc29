import type { Migration } from '../migrate.ts';

/** What is still owed under terminated contracts reminds, too: where there are any, all that falls due is looked at anew. */
export const remindersAfterTermination: Migration = {
  version: 583,
  steps: {
    core: (schema) => `
      DELETE FROM ${schema}.reminder_sources
        WHERE name IN ('obligation', 'payment') AND EXISTS (SELECT 1 FROM ${schema}.contracts WHERE stage = 'terminated');`,
  },
};

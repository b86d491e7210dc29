import type { Migration } from '../migrate.ts';

/** How a goal was judged when its item was closed. */
export const keptVerdicts: Migration = {
  version: 651,
  steps: {
    core: (schema) => `ALTER TABLE ${schema}.improvement_goals ADD COLUMN judged TEXT;`,
  },
};

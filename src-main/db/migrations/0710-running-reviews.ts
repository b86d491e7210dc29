import type { Migration } from '../migrate.ts';

/** Finds the few reviews that were begun among all that are planned: the first page counts them with those that are due. */
export const runningReviews: Migration = {
  version: 710,
  steps: {
    core: (schema) => `CREATE INDEX ${schema}.reviews_running ON reviews (due_on) WHERE state = 'in_progress';`,
  },
};

import type { Migration } from '../migrate.ts';

/** Training duties of people who left rest: what is due of them is looked at anew. */
export const trainingDuties: Migration = {
  version: 640,
  steps: {
    core: (schema) => `DELETE FROM ${schema}.reminder_sources WHERE name = 'training';`,
  },
};

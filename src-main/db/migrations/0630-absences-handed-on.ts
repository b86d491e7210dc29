import type { Migration } from '../migrate.ts';

/** An absence that was entered ahead gives its tasks to the delegate on its first day: whether that was done. */
export const absencesHandedOn: Migration = {
  version: 630,
  steps: {
    core: (schema) => `ALTER TABLE ${schema}.absences ADD COLUMN is_handed_on INTEGER NOT NULL DEFAULT 0 CHECK (is_handed_on IN (0, 1));`,
  },
};

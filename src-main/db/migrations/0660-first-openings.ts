import type { Migration } from '../migrate.ts';

/** Finds whether a person ever opened the vault among all that was ever done in it. */
export const firstOpenings: Migration = {
  version: 660,
  steps: {
    core: (schema) => `
      CREATE INDEX ${schema}.audit_events_of_opening ON audit_events (actor_id)
        WHERE operation IN ('vault.unlock', 'vault.recover', 'vault.finishCreate');`,
  },
};

import type { Migration } from '../migrate.ts';

/** The reviews of contracts whose length or whose next review was told wrong are dated anew: extended ones, and those held early. */
export const reviewsReckonedAnew: Migration = {
  version: 580,
  steps: {
    core: (schema) => `
      INSERT OR IGNORE INTO ${schema}.review_pending (contract_id)
        SELECT id FROM ${schema}.contracts
        WHERE stage = 'signed' AND archived_at IS NULL AND expires_on IS NOT NULL AND details ->> 'initialTermMonths' IS NOT NULL;
      INSERT OR IGNORE INTO ${schema}.review_pending (contract_id)
        SELECT contract_id FROM ${schema}.reviews WHERE reason = 'cadence' AND closed_on < due_on;`,
  },
};

import type { Migration } from '../migrate.ts';

/**
 * Whether a contract's dates are watched, that is: it is signed and not archived. It follows from the contract and stands
 * beside its dates, so that what ends or has to be given notice of is counted without looking at every contract.
 */
export const watchedDates: Migration = {
  version: 331,
  steps: {
    core: (schema) => `
      ALTER TABLE ${schema}.contract_dates ADD COLUMN is_watched INTEGER NOT NULL DEFAULT 0;
      UPDATE ${schema}.contract_dates SET is_watched = 1
        WHERE contract_id IN (SELECT id FROM ${schema}.contracts WHERE stage = 'signed' AND archived_at IS NULL);
      CREATE INDEX ${schema}.contract_dates_watched_end ON contract_dates (term_end_on) WHERE is_watched = 1;
      CREATE INDEX ${schema}.contract_dates_watched_deadline ON contract_dates (notice_deadline_on) WHERE is_watched = 1;
      CREATE TRIGGER ${schema}.contract_dates_watched AFTER UPDATE OF stage, archived_at ON contracts
        WHEN (old.stage = 'signed' AND old.archived_at IS NULL) <> (new.stage = 'signed' AND new.archived_at IS NULL)
        BEGIN UPDATE contract_dates SET is_watched = (new.stage = 'signed' AND new.archived_at IS NULL) WHERE contract_id = new.id; END;
      CREATE TRIGGER ${schema}.contract_dates_added AFTER INSERT ON contract_dates
        WHEN new.is_watched <> (SELECT stage = 'signed' AND archived_at IS NULL FROM contracts WHERE id = new.contract_id)
        BEGIN UPDATE contract_dates SET is_watched = 1 - new.is_watched WHERE contract_id = new.contract_id; END;`,
  },
};

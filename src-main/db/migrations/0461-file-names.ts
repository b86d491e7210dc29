import type { Migration } from '../migrate.ts';

/**
 * Whether the index of files holds a file's name, as it is now: of those that were there before it does not yet. A name that
 * is changed by whatever way has to be taken in anew.
 */
export const fileNames: Migration = {
  version: 461,
  steps: {
    clauses: (schema) => `
      ALTER TABLE ${schema}.contract_attachments ADD COLUMN is_name_indexed INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX ${schema}.contract_attachments_unindexed ON contract_attachments (row) WHERE is_name_indexed = 0 AND removed_at IS NULL;
      CREATE TRIGGER ${schema}.contract_attachments_renamed AFTER UPDATE OF name ON contract_attachments WHEN new.name <> old.name
        BEGIN UPDATE contract_attachments SET is_name_indexed = 0 WHERE row = new.row; END;`,
  },
};

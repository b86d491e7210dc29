import type { Migration } from '../migrate.ts';

/** Forms of records that were begun and not finished; what was typed for money lies with the amounts. */
export const keptRecords: Migration = {
  version: 420,
  steps: {
    core: (schema) => `
      CREATE TABLE ${schema}.kept_records (
        user_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        revision INTEGER,
        entries TEXT NOT NULL,
        kept_at INTEGER NOT NULL,
        PRIMARY KEY (user_id, subject)
      ) STRICT, WITHOUT ROWID;`,
    finance: (schema) => `
      CREATE TABLE ${schema}.kept_record_amounts (
        user_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        entries TEXT NOT NULL,
        PRIMARY KEY (user_id, subject)
      ) STRICT, WITHOUT ROWID;`,
  },
};

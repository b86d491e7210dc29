import type { Migration } from '../migrate.ts';

/** Forms in dialogs are kept as those of records are; what they say of a contract's text lies with the texts. */
export const keptDialogs: Migration = {
  version: 480,
  steps: {
    clauses: (schema) => `
      CREATE TABLE ${schema}.kept_record_texts (
        user_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        entries TEXT NOT NULL,
        PRIMARY KEY (user_id, subject)
      ) STRICT, WITHOUT ROWID;`,
  },
};

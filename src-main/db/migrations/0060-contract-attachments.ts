import type { Migration } from '../migrate.ts';

/** Files of contracts, their names and texts in clauses; the index of the texts holds none of its own (contentless). */
export const contractAttachments: Migration = {
  version: 60,
  steps: { clauses: clausesTables },
};

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.contract_attachments (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      contract_id TEXT NOT NULL,
      attachment_id TEXT NOT NULL,
      name TEXT NOT NULL,
      byte_length INTEGER NOT NULL,
      added_at INTEGER NOT NULL,
      added_by TEXT NOT NULL,
      removed_at INTEGER,
      text_state TEXT NOT NULL DEFAULT 'pending' CHECK (text_state IN ('pending', 'done', 'none', 'failed')),
      text TEXT
    ) STRICT;
    CREATE INDEX ${schema}.contract_attachments_by_contract ON contract_attachments (contract_id, added_at DESC);
    CREATE INDEX ${schema}.contract_attachments_by_file ON contract_attachments (attachment_id);
    CREATE VIRTUAL TABLE ${schema}.attachment_index USING fts5(
      text,
      content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
    );
  `;
}

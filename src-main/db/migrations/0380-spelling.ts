import type { Migration } from '../migrate.ts';

/** The words that the editor's spelling checker lets pass. They come out of contracts and lie with their texts. */
export const spelling: Migration = {
  version: 380,
  steps: { clauses: clausesTables },
};

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.spelling_words (
      user_id TEXT NOT NULL,
      word_key TEXT NOT NULL,
      word TEXT NOT NULL,
      added_at INTEGER NOT NULL,
      PRIMARY KEY (user_id, word_key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ${schema}.spelling_ignored (
      contract_id TEXT NOT NULL,
      word_key TEXT NOT NULL,
      word TEXT NOT NULL,
      added_by TEXT NOT NULL,
      added_at INTEGER NOT NULL,
      PRIMARY KEY (contract_id, word_key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ${schema}.spelling_choices (
      user_id TEXT PRIMARY KEY,
      is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
    ) STRICT, WITHOUT ROWID;
  `;
}

import type { Migration } from '../migrate.ts';

/**
 * The words of contract texts that begin with a Latin letter or a digit, each once: a word that somebody is still typing is
 * looked for by those that begin like it. To the full-text index a beginning costs as much as reading all that it holds of them.
 */
export const textWords: Migration = {
  version: 390,
  steps: { clauses: clausesTables },
};

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.text_words (
      word TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE ${schema}.text_terms USING fts5vocab(text_index, row);
    INSERT INTO ${schema}.text_words SELECT term FROM ${schema}.text_terms WHERE term GLOB '[a-z0-9]*';
    DROP TABLE ${schema}.text_terms;
  `;
}

import type { Migration } from '../migrate.ts';

/** A contract's text while it is edited, with suggestions and comments: it becomes a version only when it is saved as one. */
export const workingCopies: Migration = {
  version: 90,
  steps: { clauses: clausesTables },
};

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.working_copies (
      contract_id TEXT PRIMARY KEY,
      copy TEXT NOT NULL,
      suggestions INTEGER NOT NULL,
      comments INTEGER NOT NULL,
      saved_at INTEGER NOT NULL,
      saved_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `;
}

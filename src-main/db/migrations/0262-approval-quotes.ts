import type { Migration } from '../migrate.ts';

/** Comments of approvers at the words that they are about. */
export const approvalQuotes: Migration = {
  version: 262,
  steps: { clauses: clausesTables },
};

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.approval_quotes (
      task_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      quote TEXT NOT NULL,
      comment TEXT NOT NULL,
      PRIMARY KEY (task_id, position)
    ) STRICT, WITHOUT ROWID;
  `;
}

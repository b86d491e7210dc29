import type { Migration } from '../migrate.ts';

/** Tasks that came about because somebody was mentioned: where, so that one text asks each person once. */
export const mentions: Migration = {
  version: 271,
  steps: { core: coreColumns },
};

function coreColumns(schema: string): string {
  return `
    ALTER TABLE ${schema}.tasks ADD COLUMN origin TEXT CHECK (origin IN ('problem', 'communication', 'note'));
    ALTER TABLE ${schema}.tasks ADD COLUMN origin_id TEXT;
    CREATE UNIQUE INDEX ${schema}.tasks_mentioned ON tasks (origin_id, assignee_id) WHERE origin_id IS NOT NULL;
  `;
}

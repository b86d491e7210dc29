import type { Migration } from '../migrate.ts';

/** Who may decide on a task that is late, and whether a round needs two people. */
export const approvalEscalation: Migration = {
  version: 261,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    ALTER TABLE ${schema}.approval_rounds ADD COLUMN needs_second_reviewer INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE ${schema}.approval_tasks ADD COLUMN escalate_to TEXT;
    ALTER TABLE ${schema}.approval_tasks ADD COLUMN escalated_at INTEGER;
    ALTER TABLE ${schema}.approval_tasks ADD COLUMN escalated_from_id TEXT REFERENCES approval_tasks (id);
    CREATE INDEX ${schema}.approval_tasks_escalating ON approval_tasks (due_at) WHERE state = 'pending' AND escalate_to IS NOT NULL AND escalated_at IS NULL;
  `;
}

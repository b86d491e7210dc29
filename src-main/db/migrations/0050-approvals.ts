import type { Migration } from '../migrate.ts';

/** Who must agree before a contract is signed, and what they decided on which text. */
export const approvals: Migration = {
  version: 50,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.approval_flows (
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      draft TEXT NOT NULL,
      is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
      changed_at INTEGER NOT NULL,
      changed_by TEXT NOT NULL REFERENCES users (id),
      PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${schema}.approval_flows_current ON approval_flows (is_current) WHERE is_current = 1;

    CREATE TABLE ${schema}.approval_rounds (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      flow_id TEXT NOT NULL,
      flow_version INTEGER NOT NULL,
      flow_name TEXT NOT NULL,
      contract_type TEXT NOT NULL,
      version_number INTEGER NOT NULL,
      content_hash TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'returned', 'withdrawn', 'voided')),
      note TEXT NOT NULL,
      submitted_at INTEGER NOT NULL,
      submitted_by TEXT NOT NULL REFERENCES users (id),
      closed_at INTEGER
    ) STRICT;
    CREATE INDEX ${schema}.approval_rounds_contract ON approval_rounds (contract_id, submitted_at);
    CREATE INDEX ${schema}.approval_rounds_closed ON approval_rounds (closed_at) WHERE closed_at IS NOT NULL;

    CREATE TABLE ${schema}.approval_tasks (
      id TEXT PRIMARY KEY,
      round_id TEXT NOT NULL REFERENCES approval_rounds (id),
      step INTEGER NOT NULL,
      step_order INTEGER NOT NULL,
      mode TEXT NOT NULL CHECK (mode IN ('all', 'any')),
      step_name TEXT NOT NULL,
      deadline_hours INTEGER,
      assignee_id TEXT NOT NULL REFERENCES users (id),
      instead_of_id TEXT REFERENCES users (id),
      state TEXT NOT NULL
        CHECK (state IN ('not_required', 'waiting', 'pending', 'approved', 'rejected', 'returned', 'withdrawn', 'voided')),
      opened_at INTEGER,
      due_at INTEGER,
      decided_at INTEGER,
      comment TEXT NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.approval_tasks_round ON approval_tasks (round_id);
    CREATE INDEX ${schema}.approval_tasks_open ON approval_tasks (assignee_id, due_at) WHERE state = 'pending';
    CREATE INDEX ${schema}.approval_tasks_decided ON approval_tasks (assignee_id, decided_at) WHERE decided_at IS NOT NULL;

    CREATE TABLE ${schema}.absences (
      user_id TEXT PRIMARY KEY REFERENCES users (id),
      from_on TEXT NOT NULL,
      until_on TEXT NOT NULL,
      delegate_id TEXT REFERENCES users (id)
    ) STRICT, WITHOUT ROWID;
  `;
}

import type { Migration } from '../migrate.ts';

/** What goes wrong in fulfilment, what is done about it, and what was said. Words about the content lie in clauses. */
export const problems: Migration = {
  version: 145,
  steps: { core: coreTables, clauses: clausesTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.problems (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      obligation_id TEXT REFERENCES obligations (id),
      kind TEXT NOT NULL CHECK (kind IN ('late', 'quality', 'communication', 'other')),
      severity TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
      title TEXT NOT NULL,
      action TEXT NOT NULL,
      effect TEXT NOT NULL CHECK (effect IN ('none', 'delays', 'blocks')),
      owner_id TEXT REFERENCES users (id),
      due_on TEXT,
      status TEXT NOT NULL CHECK (status IN ('open', 'acting', 'resolved', 'escalated', 'disputed')),
      opened_on TEXT NOT NULL,
      resolved_on TEXT,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL REFERENCES users (id),
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.problems_contract ON problems (contract_id, created_at DESC);
    CREATE INDEX ${schema}.problems_unresolved ON problems (due_on, id) WHERE status <> 'resolved';

    CREATE TABLE ${schema}.problem_events (
      problem_id TEXT NOT NULL REFERENCES problems (id),
      from_status TEXT NOT NULL,
      to_status TEXT NOT NULL,
      reason TEXT NOT NULL,
      at INTEGER NOT NULL,
      by_id TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.problem_events_problem ON problem_events (problem_id, at);

    CREATE TABLE ${schema}.communications (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      party_id TEXT REFERENCES parties (id),
      kind TEXT NOT NULL CHECK (kind IN ('call', 'meeting', 'email', 'letter', 'note')),
      happened_on TEXT NOT NULL,
      added_at INTEGER NOT NULL,
      added_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.communications_contract ON communications (contract_id, happened_on DESC);
    CREATE INDEX ${schema}.communications_party ON communications (party_id, happened_on DESC) WHERE party_id IS NOT NULL;

    CREATE TABLE ${schema}.tasks (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      title TEXT NOT NULL,
      assignee_id TEXT NOT NULL REFERENCES users (id),
      due_on TEXT,
      done_at INTEGER,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.tasks_contract ON tasks (contract_id, created_at);
    CREATE INDEX ${schema}.tasks_open ON tasks (assignee_id, due_on) WHERE done_at IS NULL;

    CREATE TABLE ${schema}.check_sheets (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      name TEXT NOT NULL,
      items TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.check_sheets_contract ON check_sheets (contract_id);
    CREATE TABLE ${schema}.check_runs (
      id TEXT PRIMARY KEY,
      sheet_id TEXT NOT NULL REFERENCES check_sheets (id),
      done_on TEXT NOT NULL,
      measured TEXT NOT NULL,
      failed INTEGER NOT NULL,
      problem_id TEXT REFERENCES problems (id),
      at INTEGER NOT NULL,
      by_id TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.check_runs_sheet ON check_runs (sheet_id, at DESC);
  `;
}

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.problem_texts (problem_id TEXT PRIMARY KEY, description TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.communication_texts (communication_id TEXT PRIMARY KEY, subject TEXT NOT NULL, body TEXT NOT NULL, correspondent TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `;
}

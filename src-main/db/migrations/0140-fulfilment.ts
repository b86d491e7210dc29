import type { Migration } from '../migrate.ts';

/**
 * What each side owes after signing, and what was done of it. Core holds that something is due, when and whose it is;
 * clauses the contract's own words about it; finance every sum.
 */
export const fulfilment: Migration = {
  version: 140,
  steps: { core: coreTables, clauses: clausesTables, finance: financeTables },
};

// A day that is not known sorts last: `due_key` and `overdue_from` are then 9999-12-31.
function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.milestones (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      name TEXT NOT NULL,
      due_on TEXT,
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.milestones_contract ON milestones (contract_id, due_on);

    CREATE TABLE ${schema}.obligation_series (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      entry TEXT NOT NULL,
      laid_until TEXT NOT NULL,
      ended_on TEXT,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.obligation_series_contract ON obligation_series (contract_id);
    CREATE INDEX ${schema}.obligation_series_laid ON obligation_series (laid_until) WHERE ended_on IS NULL;

    CREATE TABLE ${schema}.obligations (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      series_id TEXT REFERENCES obligation_series (id),
      title TEXT NOT NULL,
      obligor TEXT NOT NULL CHECK (obligor IN ('us', 'them')),
      type TEXT NOT NULL,
      due_rule TEXT NOT NULL,
      due_on TEXT,
      due_missing TEXT,
      due_key TEXT NOT NULL,
      grace_days INTEGER NOT NULL,
      overdue_from TEXT NOT NULL,
      owner_id TEXT REFERENCES users (id),
      status TEXT NOT NULL,
      is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
      met_on TEXT,
      evidence_required INTEGER NOT NULL CHECK (evidence_required IN (0, 1)),
      milestone_id TEXT REFERENCES milestones (id),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.obligations_due ON obligations (is_open, due_key, id);
    CREATE INDEX ${schema}.obligations_day ON obligations (due_key, id);
    CREATE INDEX ${schema}.obligations_owner ON obligations (owner_id, is_open, due_key, id);
    CREATE INDEX ${schema}.obligations_overdue ON obligations (overdue_from) WHERE is_open = 1;
    CREATE INDEX ${schema}.obligations_status ON obligations (status, due_key, id);
    CREATE INDEX ${schema}.obligations_contract ON obligations (contract_id, due_key, id);
    CREATE INDEX ${schema}.obligations_series_day ON obligations (series_id, due_on) WHERE series_id IS NOT NULL;

    CREATE TABLE ${schema}.obligation_dependencies (
      obligation_id TEXT NOT NULL REFERENCES obligations (id),
      needs_id TEXT NOT NULL REFERENCES obligations (id),
      PRIMARY KEY (obligation_id, needs_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${schema}.obligation_dependencies_needed ON obligation_dependencies (needs_id);

    CREATE TABLE ${schema}.obligation_events (
      obligation_id TEXT NOT NULL REFERENCES obligations (id),
      from_status TEXT NOT NULL,
      to_status TEXT NOT NULL,
      happened_on TEXT NOT NULL,
      reason TEXT NOT NULL,
      at INTEGER NOT NULL,
      by_id TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.obligation_events_obligation ON obligation_events (obligation_id, at);

    CREATE TABLE ${schema}.deliverables (
      id TEXT PRIMARY KEY,
      obligation_id TEXT NOT NULL REFERENCES obligations (id),
      name TEXT NOT NULL,
      unit TEXT NOT NULL,
      quantity REAL NOT NULL,
      delivered_quantity REAL NOT NULL,
      accepted_quantity REAL NOT NULL,
      accepted_on TEXT
    ) STRICT;
    CREATE INDEX ${schema}.deliverables_obligation ON deliverables (obligation_id);

    CREATE TABLE ${schema}.obligation_evidence (
      id TEXT PRIMARY KEY,
      obligation_id TEXT NOT NULL REFERENCES obligations (id),
      kind TEXT NOT NULL CHECK (kind IN ('photo', 'signature', 'note', 'file')),
      words TEXT NOT NULL,
      byte_length INTEGER NOT NULL,
      taken_at INTEGER,
      latitude REAL,
      longitude REAL,
      added_at INTEGER NOT NULL,
      added_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.obligation_evidence_obligation ON obligation_evidence (obligation_id, added_at);

    CREATE TABLE ${schema}.sla_metrics (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      name TEXT NOT NULL,
      comparison TEXT NOT NULL CHECK (comparison IN ('atLeast', 'atMost')),
      target REAL NOT NULL,
      unit TEXT NOT NULL,
      period TEXT NOT NULL CHECK (period IN ('month', 'quarter', 'year'))
    ) STRICT;
    CREATE INDEX ${schema}.sla_metrics_contract ON sla_metrics (contract_id);
    CREATE TABLE ${schema}.sla_measurements (
      metric_id TEXT NOT NULL REFERENCES sla_metrics (id),
      period_start_on TEXT NOT NULL,
      value REAL NOT NULL,
      measured_at INTEGER NOT NULL,
      measured_by TEXT NOT NULL REFERENCES users (id),
      PRIMARY KEY (metric_id, period_start_on)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ${schema}.payment_dues (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      sequence INTEGER NOT NULL,
      direction TEXT NOT NULL CHECK (direction IN ('pay', 'receive')),
      due_rule TEXT NOT NULL,
      due_on TEXT,
      due_missing TEXT,
      due_key TEXT NOT NULL,
      owner_id TEXT REFERENCES users (id),
      is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.payment_dues_due ON payment_dues (is_open, due_key, id);
    CREATE INDEX ${schema}.payment_dues_owner ON payment_dues (owner_id, is_open, due_key, id);
    CREATE INDEX ${schema}.payment_dues_contract ON payment_dues (contract_id, sequence);
  `;
}

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.obligation_texts (
      obligation_id TEXT PRIMARY KEY,
      criteria TEXT NOT NULL,
      clause_number TEXT NOT NULL,
      quote TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.deliverable_specs (deliverable_id TEXT PRIMARY KEY, spec TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.evidence_files (
      evidence_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      attachment_id TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `;
}

function financeTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.milestone_worths (
      milestone_id TEXT PRIMARY KEY,
      minor INTEGER,
      currency TEXT,
      share_basis_points INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.payment_plans (
      payment_id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL,
      condition TEXT NOT NULL,
      share_basis_points INTEGER,
      minor INTEGER NOT NULL,
      currency TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('pending', 'invoiced', 'partial', 'settled', 'bad_debt'))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${schema}.payment_plans_contract ON payment_plans (contract_id);
    CREATE TABLE ${schema}.invoices (
      id TEXT PRIMARY KEY,
      payment_id TEXT NOT NULL,
      number TEXT NOT NULL,
      issued_on TEXT NOT NULL,
      minor INTEGER NOT NULL,
      tax_basis_points INTEGER,
      added_at INTEGER NOT NULL,
      added_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.invoices_payment ON invoices (payment_id, issued_on);
    CREATE TABLE ${schema}.payment_records (
      id TEXT PRIMARY KEY,
      payment_id TEXT NOT NULL,
      paid_on TEXT NOT NULL,
      minor INTEGER NOT NULL,
      reference TEXT NOT NULL,
      added_at INTEGER NOT NULL,
      added_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.payment_records_payment ON payment_records (payment_id, paid_on);
    CREATE TABLE ${schema}.sla_credits (
      metric_id TEXT PRIMARY KEY,
      minor INTEGER NOT NULL,
      currency TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `;
}

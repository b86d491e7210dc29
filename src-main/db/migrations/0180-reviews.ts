import type { Migration } from '../migrate.ts';

/** Periodic reviews: when which contract is looked at by whom, what that found, and the register of laws. */
export const reviews: Migration = {
  version: 180,
  steps: { core: coreTables, clauses: clausesTables, finance: financeTables },
};

function coreTables(schema: string): string {
  const note = (id: string): string => `INSERT OR IGNORE INTO review_pending (contract_id) VALUES (${id});`;
  return `
    CREATE TABLE ${schema}.reviews (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id) ON DELETE CASCADE,
      reason TEXT NOT NULL,
      -- The event that asked for it: the same one never does so twice.
      trigger_key TEXT NOT NULL,
      cadence TEXT CHECK (cadence IN ('monthly', 'quarterly', 'yearly')),
      anchor_on TEXT,
      due_on TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('scheduled', 'in_progress', 'completed', 'skipped')),
      result TEXT CHECK (result IN ('pass', 'conditional', 'fail')),
      reviewer_id TEXT REFERENCES users (id),
      checklist_id TEXT,
      checklist_version INTEGER,
      failed_items INTEGER,
      started_at INTEGER,
      closed_at INTEGER,
      closed_on TEXT,
      closed_by TEXT REFERENCES users (id),
      revision INTEGER NOT NULL,
      UNIQUE (contract_id, trigger_key)
    ) STRICT;
    CREATE INDEX ${schema}.reviews_open ON reviews (due_on, id) WHERE state IN ('scheduled', 'in_progress');
    CREATE INDEX ${schema}.reviews_open_of ON reviews (reviewer_id, due_on) WHERE state IN ('scheduled', 'in_progress');
    CREATE INDEX ${schema}.reviews_closed ON reviews (closed_on, id) WHERE closed_on IS NOT NULL;
    CREATE INDEX ${schema}.reviews_of_contract ON reviews (contract_id, due_on);

    CREATE TABLE ${schema}.review_findings (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id) ON DELETE CASCADE,
      review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
      item_key TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'fixing', 'closed', 'risk_accepted')),
      owner_id TEXT REFERENCES users (id),
      due_on TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      closed_at INTEGER,
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.review_findings_open ON review_findings (due_on) WHERE state IN ('open', 'fixing');
    CREATE INDEX ${schema}.review_findings_of_contract ON review_findings (contract_id);

    CREATE TABLE ${schema}.review_policies (
      version INTEGER PRIMARY KEY,
      policy TEXT NOT NULL,
      has_bands INTEGER NOT NULL CHECK (has_bands IN (0, 1)),
      changed_at INTEGER NOT NULL,
      changed_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE TABLE ${schema}.review_checklists (
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      checklist TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      changed_by TEXT NOT NULL REFERENCES users (id),
      PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.laws (
      id TEXT PRIMARY KEY,
      law TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      changed_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.review_reports (
      id TEXT PRIMARY KEY,
      review_id TEXT REFERENCES reviews (id) ON DELETE CASCADE,
      period TEXT NOT NULL,
      attachment_id TEXT NOT NULL REFERENCES attachments (id),
      sha256 TEXT NOT NULL,
      byte_length INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.review_reports_of_review ON review_reports (review_id);
    CREATE INDEX ${schema}.review_reports_by_time ON review_reports (created_at);

    -- Contracts whose reviews have to be dated anew.
    CREATE TABLE ${schema}.review_pending (contract_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    INSERT INTO ${schema}.review_pending SELECT id FROM ${schema}.contracts;
    CREATE TRIGGER ${schema}.review_contract_added AFTER INSERT ON contracts BEGIN ${note('new.id')} END;
    CREATE TRIGGER ${schema}.review_contract_changed
      AFTER UPDATE OF stage, contract_type, record_kind, parent_id, signed_on, effective_on, expires_on, details, archived_at ON contracts
      BEGIN ${note('new.id')} END;
    CREATE TRIGGER ${schema}.review_contract_removed AFTER DELETE ON contracts BEGIN DELETE FROM review_pending WHERE contract_id = old.id; END;
    CREATE TRIGGER ${schema}.review_dates_added AFTER INSERT ON contract_dates BEGIN ${note('new.contract_id')} END;
    CREATE TRIGGER ${schema}.review_dates_changed AFTER UPDATE OF safe_send_on ON contract_dates
      WHEN old.safe_send_on IS NOT new.safe_send_on BEGIN ${note('new.contract_id')} END;
  `;
}

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.review_contents (
      review_id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL,
      checklist TEXT NOT NULL,
      answers TEXT NOT NULL,
      kpi_values TEXT NOT NULL,
      summary TEXT NOT NULL,
      skip_reason TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ${schema}.review_finding_texts (
      finding_id TEXT PRIMARY KEY,
      text TEXT NOT NULL,
      resolution TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ${schema}.review_kpis (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      unit TEXT NOT NULL,
      target REAL NOT NULL,
      direction TEXT NOT NULL CHECK (direction IN ('at_least', 'at_most')),
      retired_at INTEGER
    ) STRICT;
    CREATE INDEX ${schema}.review_kpis_of_contract ON review_kpis (contract_id, position);
    CREATE TABLE ${schema}.review_kpi_values (
      review_id TEXT NOT NULL,
      kpi_id TEXT NOT NULL,
      measured_on TEXT NOT NULL,
      value REAL NOT NULL,
      PRIMARY KEY (kpi_id, measured_on, review_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.review_report_titles (
      report_id TEXT PRIMARY KEY,
      title TEXT NOT NULL
    ) STRICT;
  `;
}

function financeTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.review_value_bands (
      position INTEGER PRIMARY KEY,
      from_minor INTEGER NOT NULL,
      currency TEXT NOT NULL,
      cadence TEXT NOT NULL CHECK (cadence IN ('monthly', 'quarterly', 'yearly'))
    ) STRICT;
  `;
}

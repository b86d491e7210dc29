import type { Migration } from '../migrate.ts';

/** The contract book: records, lifecycle, versions from both sides, amendments, files, saved views, imports. */
export const contractBook: Migration = {
  version: 20,
  steps: { core: coreTables, clauses: clausesTables, finance: financeTables },
};

// A contract that was made elsewhere has no template and may have no text: `contracts` is built anew without that rule.
function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.contracts_new (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      contract_type TEXT NOT NULL,
      language TEXT NOT NULL CHECK (language IN ('zh', 'en', 'bilingual')),
      stage TEXT NOT NULL,
      template_version_id TEXT REFERENCES template_versions (id),
      owner_id TEXT NOT NULL REFERENCES users (id),
      owner_name TEXT NOT NULL DEFAULT '',
      department TEXT NOT NULL DEFAULT '',
      confidentiality TEXT NOT NULL DEFAULT 'internal',
      record_kind TEXT NOT NULL DEFAULT 'standalone',
      parent_id TEXT REFERENCES contracts (id),
      superseded_by TEXT REFERENCES contracts (id),
      direction TEXT NOT NULL DEFAULT 'none',
      signed_on TEXT,
      effective_on TEXT,
      expires_on TEXT,
      renewal_type TEXT NOT NULL DEFAULT 'none',
      details TEXT NOT NULL DEFAULT '{}',
      version_number INTEGER NOT NULL,
      exported_at INTEGER,
      archived_at INTEGER,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT;
    INSERT INTO ${schema}.contracts_new (id, number, title, contract_type, language, stage, template_version_id,
        owner_id, owner_name, effective_on, version_number, exported_at, created_at, updated_at, revision)
      SELECT id, number, title, contract_type, language, stage, template_version_id, owner_id,
        (SELECT name FROM ${schema}.users WHERE users.id = owner_id), effective_on, version_number, exported_at,
        created_at, updated_at, revision
      FROM ${schema}.contracts;
    DROP TABLE ${schema}.contracts;
    ALTER TABLE ${schema}.contracts_new RENAME TO contracts;
    CREATE INDEX ${schema}.contracts_by_update ON contracts (updated_at, id);
    CREATE INDEX ${schema}.contracts_by_title ON contracts (title, id);
    CREATE INDEX ${schema}.contracts_by_effect ON contracts (coalesce(effective_on, ''), id);
    CREATE INDEX ${schema}.contracts_by_stage ON contracts (stage, updated_at, id);
    CREATE INDEX ${schema}.contracts_by_type ON contracts (contract_type, updated_at, id);
    CREATE INDEX ${schema}.contracts_by_archive ON contracts (archived_at, updated_at, id) WHERE archived_at IS NOT NULL;
    CREATE INDEX ${schema}.contracts_by_parent ON contracts (parent_id) WHERE parent_id IS NOT NULL;

    ALTER TABLE ${schema}.contract_parties ADD COLUMN role TEXT NOT NULL DEFAULT '';
    ALTER TABLE ${schema}.contract_parties ADD COLUMN signatory TEXT NOT NULL DEFAULT '';
    CREATE TABLE ${schema}.contract_tags (
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      tag TEXT NOT NULL,
      PRIMARY KEY (contract_id, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${schema}.contract_tags_by_tag ON contract_tags (tag);

    -- Dates that the rules give for the present term, kept for lists until valid_through; rules.ts stays the authority.
    CREATE TABLE ${schema}.contract_dates (
      contract_id TEXT PRIMARY KEY REFERENCES contracts (id),
      -- Empty where there is none, so that every contract has its place in the order.
      term_end_on TEXT NOT NULL,
      notice_deadline_on TEXT NOT NULL,
      safe_send_on TEXT NOT NULL,
      valid_through TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${schema}.contract_dates_by_end ON contract_dates (term_end_on, contract_id);
    CREATE INDEX ${schema}.contract_dates_by_deadline ON contract_dates (notice_deadline_on, contract_id);
    CREATE INDEX ${schema}.contract_dates_by_validity ON contract_dates (valid_through);
    INSERT INTO ${schema}.contract_dates SELECT id, '', '', '', '' FROM ${schema}.contracts;

    CREATE TABLE ${schema}.stage_events (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      from_stage TEXT NOT NULL,
      to_stage TEXT NOT NULL,
      reason TEXT NOT NULL,
      details TEXT NOT NULL,
      at INTEGER NOT NULL,
      by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.stage_events_by_contract ON stage_events (contract_id, at);

    ALTER TABLE ${schema}.contract_versions ADD COLUMN label TEXT NOT NULL DEFAULT '';
    ALTER TABLE ${schema}.contract_versions ADD COLUMN round_from TEXT NOT NULL DEFAULT 'us';
    ALTER TABLE ${schema}.contract_versions ADD COLUMN source TEXT NOT NULL DEFAULT 'form';

    CREATE TABLE ${schema}.contract_notices (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      kind TEXT NOT NULL,
      term_index INTEGER,
      sent_on TEXT NOT NULL,
      method TEXT NOT NULL,
      tracking_number TEXT NOT NULL,
      received_on TEXT,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.contract_notices_by_contract ON contract_notices (contract_id, sent_on);

    CREATE TABLE ${schema}.contract_amendments (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      amendment_contract_id TEXT REFERENCES contracts (id),
      sequence INTEGER NOT NULL,
      effective_on TEXT NOT NULL,
      rationale TEXT NOT NULL,
      changes TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL REFERENCES users (id),
      UNIQUE (contract_id, sequence)
    ) STRICT;

    CREATE TABLE ${schema}.contract_files (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      attachment_id TEXT NOT NULL REFERENCES attachments (id),
      file_name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      byte_length INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      added_at INTEGER NOT NULL,
      added_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.contract_files_by_contract ON contract_files (contract_id, added_at);

    CREATE TABLE ${schema}.saved_views (
      id TEXT PRIMARY KEY,
      user_id TEXT NOT NULL REFERENCES users (id),
      name TEXT NOT NULL,
      view TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE ${schema}.calendar_years (
      year INTEGER PRIMARY KEY,
      days TEXT NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE ${schema}.import_batches (
      id TEXT PRIMARY KEY,
      source TEXT NOT NULL,
      file_name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'done', 'undone')),
      rows_done INTEGER NOT NULL,
      added INTEGER NOT NULL,
      skipped INTEGER NOT NULL,
      at INTEGER NOT NULL,
      by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE TABLE ${schema}.import_entries (
      batch_id TEXT NOT NULL REFERENCES import_batches (id),
      subject_kind TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      PRIMARY KEY (batch_id, subject_kind, subject_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.import_mappings (
      source TEXT PRIMARY KEY,
      mapping TEXT NOT NULL,
      used_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `;
}

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.file_texts (
      file_id TEXT PRIMARY KEY,
      text TEXT NOT NULL
    ) STRICT;
  `;
}

function financeTables(schema: string): string {
  return `
    ALTER TABLE ${schema}.contract_totals ADD COLUMN exclusive_minor INTEGER;
    ALTER TABLE ${schema}.contract_totals ADD COLUMN tax_basis_points INTEGER;
    ALTER TABLE ${schema}.contract_totals ADD COLUMN basis TEXT NOT NULL DEFAULT 'fixed';
    CREATE INDEX ${schema}.contract_totals_by_amount ON contract_totals (minor);
    CREATE TABLE ${schema}.amendment_amounts (
      amendment_id TEXT PRIMARY KEY,
      changes TEXT NOT NULL
    ) STRICT;
  `;
}

import type { Migration } from '../migrate.ts';

/** The tables of the first released vault: parties, templates, contracts, signing and the audit chain. */
export const firstVault: Migration = {
  version: 10,
  steps: { core: coreTables, clauses: clausesTables, finance: financeTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.vault_settings (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ${schema}.users (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE ${schema}.audit_events (
      sequence INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      actor_id TEXT NOT NULL,
      operation TEXT NOT NULL,
      subject_kind TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      facts TEXT NOT NULL,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;

    CREATE TABLE ${schema}.parties (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('company', 'individual', 'government', 'internal')),
      name_zh TEXT NOT NULL,
      name_en TEXT NOT NULL,
      uscc TEXT NOT NULL,
      legal_representative TEXT NOT NULL,
      registered_address TEXT NOT NULL,
      notice_address TEXT NOT NULL,
      contact_name TEXT NOT NULL,
      contact_phone TEXT NOT NULL,
      contact_email TEXT NOT NULL,
      notes TEXT NOT NULL,
      archived_at INTEGER,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX ${schema}.parties_by_uscc ON parties (uscc) WHERE uscc <> '';
    CREATE INDEX ${schema}.parties_by_update ON parties (updated_at DESC);

    CREATE TABLE ${schema}.templates (
      id TEXT PRIMARY KEY,
      contract_type TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE ${schema}.template_versions (
      id TEXT PRIMARY KEY,
      template_id TEXT NOT NULL REFERENCES templates (id),
      version_number INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('draft', 'in_review', 'published', 'superseded', 'retired')),
      title_zh TEXT NOT NULL,
      title_en TEXT NOT NULL,
      summary_zh TEXT NOT NULL,
      summary_en TEXT NOT NULL,
      published_at INTEGER,
      UNIQUE (template_id, version_number)
    ) STRICT;

    CREATE TABLE ${schema}.contracts (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      contract_type TEXT NOT NULL,
      language TEXT NOT NULL CHECK (language IN ('zh', 'en', 'bilingual')),
      stage TEXT NOT NULL,
      template_version_id TEXT NOT NULL REFERENCES template_versions (id),
      owner_id TEXT NOT NULL REFERENCES users (id),
      effective_on TEXT,
      version_number INTEGER NOT NULL,
      exported_at INTEGER,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.contracts_by_update ON contracts (updated_at DESC);
    CREATE INDEX ${schema}.contracts_by_title ON contracts (title);
    CREATE TABLE ${schema}.contract_parties (
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      position INTEGER NOT NULL,
      variable_key TEXT NOT NULL,
      party_id TEXT NOT NULL REFERENCES parties (id),
      PRIMARY KEY (contract_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${schema}.contract_parties_by_party ON contract_parties (party_id);
    CREATE TABLE ${schema}.contract_versions (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      version_number INTEGER NOT NULL,
      content_hash TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL REFERENCES users (id),
      UNIQUE (contract_id, version_number)
    ) STRICT;
    CREATE TABLE ${schema}.number_counters (
      series TEXT PRIMARY KEY,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ${schema}.attachments (
      id TEXT PRIMARY KEY,
      stored_name TEXT NOT NULL UNIQUE,
      byte_length INTEGER NOT NULL,
      compartments TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE ${schema}.signing_identities (
      id TEXT PRIMARY KEY,
      user_id TEXT NOT NULL REFERENCES users (id),
      origin TEXT NOT NULL CHECK (origin IN ('self_issued', 'imported')),
      subject TEXT NOT NULL,
      common_name TEXT NOT NULL,
      issuer TEXT NOT NULL,
      fingerprint_sha256 TEXT NOT NULL,
      certificate_pem TEXT NOT NULL,
      chain_pem TEXT NOT NULL,
      sealed_private_key BLOB NOT NULL,
      not_before INTEGER NOT NULL,
      not_after INTEGER NOT NULL,
      retired_at INTEGER,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX ${schema}.signing_identity_in_use
      ON signing_identities (user_id) WHERE retired_at IS NULL;
    CREATE TABLE ${schema}.signed_exports (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      version_id TEXT NOT NULL REFERENCES contract_versions (id),
      identity_id TEXT NOT NULL REFERENCES signing_identities (id),
      attachment_id TEXT NOT NULL REFERENCES attachments (id),
      path TEXT NOT NULL,
      pdf_sha256 TEXT NOT NULL,
      signed_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.signed_exports_by_contract ON signed_exports (contract_id, signed_at DESC);
    CREATE INDEX ${schema}.signed_exports_by_digest ON signed_exports (pdf_sha256);
  `;
}

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.template_contents (
      template_version_id TEXT PRIMARY KEY,
      content TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ${schema}.contract_bodies (
      digest TEXT PRIMARY KEY,
      body TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ${schema}.contract_texts (
      version_id TEXT PRIMARY KEY,
      body_digest TEXT NOT NULL REFERENCES contract_bodies (digest),
      entered TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ${schema}.kept_forms (
      user_id TEXT NOT NULL,
      template_version_id TEXT NOT NULL,
      language TEXT NOT NULL,
      title TEXT NOT NULL,
      entries TEXT NOT NULL,
      kept_at INTEGER NOT NULL,
      PRIMARY KEY (user_id, template_version_id)
    ) STRICT, WITHOUT ROWID;
    ${attachmentShares(schema)}
  `;
}

function financeTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.party_accounts (
      party_id TEXT PRIMARY KEY,
      bank_name TEXT NOT NULL,
      bank_account TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ${schema}.contract_amounts (
      version_id TEXT PRIMARY KEY,
      amounts TEXT NOT NULL,
      salt TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ${schema}.contract_totals (
      contract_id TEXT PRIMARY KEY,
      minor INTEGER NOT NULL,
      currency TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ${schema}.kept_form_amounts (
      user_id TEXT NOT NULL,
      template_version_id TEXT NOT NULL,
      entries TEXT NOT NULL,
      PRIMARY KEY (user_id, template_version_id)
    ) STRICT, WITHOUT ROWID;
    ${attachmentShares(schema)}
  `;
}

/** Each compartment that guards a file holds one share of its key; all shares together open it. */
function attachmentShares(schema: string): string {
  return `
    CREATE TABLE ${schema}.attachment_shares (
      attachment_id TEXT PRIMARY KEY,
      share BLOB NOT NULL
    ) STRICT;
  `;
}

import type { Migration } from '../migrate.ts';

/** Who signs what in which order and what came of it, the company's seals, and exports that were cut short. */
export const envelopes: Migration = {
  version: 120,
  steps: { core: coreTables, clauses: clausesTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.envelopes (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      version_id TEXT NOT NULL REFERENCES contract_versions (id),
      content_hash TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('draft', 'pending', 'partially_signed', 'completed', 'declined', 'voided')),
      expires_on TEXT,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL REFERENCES users (id),
      closed_at INTEGER,
      handed_out_id TEXT REFERENCES attachments (id),
      scan_id TEXT REFERENCES attachments (id),
      attachment_id TEXT REFERENCES attachments (id),
      pdf_sha256 TEXT,
      page_count INTEGER
    ) STRICT;
    CREATE INDEX ${schema}.envelopes_by_contract ON envelopes (contract_id, created_at DESC);
    CREATE INDEX ${schema}.envelopes_by_state ON envelopes (state, created_at DESC);
    CREATE INDEX ${schema}.envelopes_by_digest ON envelopes (pdf_sha256) WHERE pdf_sha256 IS NOT NULL;

    CREATE TABLE ${schema}.company_seals (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('official', 'contract', 'finance', 'representative')),
      width_millimetres INTEGER NOT NULL,
      attachment_id TEXT NOT NULL REFERENCES attachments (id),
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL REFERENCES users (id),
      retired_at INTEGER
    ) STRICT;

    CREATE TABLE ${schema}.envelope_signers (
      id TEXT PRIMARY KEY,
      envelope_id TEXT NOT NULL REFERENCES envelopes (id),
      position INTEGER NOT NULL,
      side TEXT NOT NULL CHECK (side IN ('us', 'them')),
      name TEXT NOT NULL,
      title TEXT NOT NULL,
      party_name TEXT NOT NULL,
      method TEXT NOT NULL CHECK (method IN ('certificate', 'drawn', 'seal', 'wet_ink', 'external')),
      user_id TEXT REFERENCES users (id),
      seal_id TEXT REFERENCES company_seals (id),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'signed', 'declined')),
      signed_at INTEGER,
      recorded_by TEXT REFERENCES users (id),
      certificate_subject TEXT,
      certificate_fingerprint TEXT,
      evidence_sha256 TEXT,
      timestamp_state TEXT NOT NULL DEFAULT 'none' CHECK (timestamp_state IN ('none', 'queued', 'stamped')),
      UNIQUE (envelope_id, position)
    ) STRICT;
    CREATE INDEX ${schema}.envelope_signers_queued ON envelope_signers (timestamp_state) WHERE timestamp_state = 'queued';

    CREATE TABLE ${schema}.seal_uses (
      id TEXT PRIMARY KEY,
      seal_id TEXT NOT NULL REFERENCES company_seals (id),
      signer_id TEXT NOT NULL REFERENCES envelope_signers (id),
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      used_at INTEGER NOT NULL,
      used_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.seal_uses_by_seal ON seal_uses (seal_id, used_at DESC);

    CREATE TABLE ${schema}.export_intents (
      id TEXT PRIMARY KEY,
      path TEXT NOT NULL,
      staged_path TEXT NOT NULL,
      pdf_sha256 TEXT NOT NULL,
      begun_at INTEGER NOT NULL
    ) STRICT;
  `;
}

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.signing_evidence (
      signer_id TEXT PRIMARY KEY,
      evidence TEXT NOT NULL,
      drawing TEXT
    ) STRICT;

    CREATE TABLE ${schema}.envelope_reasons (
      envelope_id TEXT PRIMARY KEY,
      reason TEXT NOT NULL
    ) STRICT;
  `;
}

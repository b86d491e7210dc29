import type { Migration } from '../migrate.ts';

/**
 * Packs for people who work in a vault of their own. Core holds who they are and what went to and fro; clauses what was
 * in it; finance the money that a sender chose to add.
 */
export const exchange: Migration = {
  version: 280,
  steps: { core: coreTables, clauses: clausesTables, finance: financeTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.exchange_identities (
      user_id TEXT PRIMARY KEY REFERENCES users (id),
      signing_key TEXT NOT NULL,
      age_recipient TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      sealed_keys BLOB NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE ${schema}.exchange_contacts (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      signing_key TEXT NOT NULL UNIQUE,
      age_recipient TEXT NOT NULL,
      fingerprint TEXT NOT NULL UNIQUE,
      member_id TEXT REFERENCES users (id),
      added_at INTEGER NOT NULL,
      added_by TEXT NOT NULL REFERENCES users (id),
      confirmed_at INTEGER,
      confirmed_by TEXT REFERENCES users (id),
      removed_at INTEGER
    ) STRICT;
    CREATE TABLE ${schema}.exchange_sent (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      contact_id TEXT NOT NULL REFERENCES exchange_contacts (id),
      sent_at INTEGER NOT NULL,
      sent_by TEXT NOT NULL REFERENCES users (id),
      has_amounts INTEGER NOT NULL CHECK (has_amounts IN (0, 1)),
      content_sha256 TEXT NOT NULL,
      answered_sequence INTEGER NOT NULL,
      answered_at INTEGER
    ) STRICT;
    CREATE INDEX ${schema}.exchange_sent_by_time ON exchange_sent (sent_at DESC);
    CREATE TABLE ${schema}.exchange_sent_contracts (
      pack_id TEXT NOT NULL REFERENCES exchange_sent (id),
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      PRIMARY KEY (pack_id, contract_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.exchange_received (
      pack_id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      contact_id TEXT NOT NULL REFERENCES exchange_contacts (id),
      user_id TEXT NOT NULL REFERENCES users (id),
      received_at INTEGER NOT NULL,
      content_sha256 TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      answered_at INTEGER
    ) STRICT;
    CREATE INDEX ${schema}.exchange_received_user ON exchange_received (user_id, received_at DESC);
    CREATE TABLE ${schema}.exchange_seen (
      pack_id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      contact_id TEXT NOT NULL,
      taken_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.exchange_evidence (
      remote_id TEXT PRIMARY KEY,
      pack_id TEXT NOT NULL,
      evidence_id TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `;
}

// Of a pack that was sent: what it held, and the state that its answers are compared with. Of one received: what it
// held, and the state of the work on it.
function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.exchange_texts (
      pack_id TEXT PRIMARY KEY,
      content TEXT NOT NULL,
      states TEXT NOT NULL,
      evidence TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.exchange_files (
      pack_id TEXT NOT NULL,
      part TEXT NOT NULL,
      name TEXT NOT NULL,
      attachment_id TEXT NOT NULL,
      PRIMARY KEY (pack_id, part)
    ) STRICT, WITHOUT ROWID;
  `;
}

function financeTables(schema: string): string {
  return `CREATE TABLE ${schema}.exchange_amounts (pack_id TEXT PRIMARY KEY, amounts TEXT NOT NULL) STRICT, WITHOUT ROWID;`;
}

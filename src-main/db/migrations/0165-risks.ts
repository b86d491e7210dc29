import type { Migration } from '../migrate.ts';

/** The register of risks, and what contracts' scores go by, each part in the compartment that it follows from. */
export const risks: Migration = {
  version: 165,
  steps: { core: coreTables, clauses: clausesTables, finance: financeTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.risks (
      id TEXT PRIMARY KEY,
      category TEXT NOT NULL,
      title TEXT NOT NULL,
      contract_id TEXT REFERENCES contracts (id),
      party_id TEXT REFERENCES parties (id),
      likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
      impact INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 5),
      state TEXT NOT NULL CHECK (state IN ('open', 'treated', 'closed')),
      treatment TEXT NOT NULL,
      owner_id TEXT REFERENCES users (id),
      review_on TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ${schema}.risks_by_contract ON risks (contract_id) WHERE contract_id IS NOT NULL;
    CREATE INDEX ${schema}.risks_by_party ON risks (party_id) WHERE party_id IS NOT NULL;
    CREATE INDEX ${schema}.risks_by_state ON risks (state, updated_at);

    CREATE TABLE ${schema}.risk_steps (
      risk_id TEXT NOT NULL REFERENCES risks (id),
      revision INTEGER NOT NULL,
      likelihood INTEGER NOT NULL,
      impact INTEGER NOT NULL,
      state TEXT NOT NULL,
      treatment TEXT NOT NULL,
      at INTEGER NOT NULL,
      by TEXT NOT NULL REFERENCES users (id),
      PRIMARY KEY (risk_id, revision)
    ) STRICT, WITHOUT ROWID;

    -- Shares of a part's weight in thousandths; rules.ts stays the authority.
    CREATE TABLE ${schema}.risk_shares (
      contract_id TEXT PRIMARY KEY,
      renewal INTEGER NOT NULL,
      obligations INTEGER NOT NULL,
      counterparty INTEGER NOT NULL,
      paper INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    ${follows(schema)}
  `;
}

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.risk_notes (
      risk_id TEXT PRIMARY KEY,
      notes TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.risk_shares (
      contract_id TEXT PRIMARY KEY,
      findings INTEGER NOT NULL,
      liability INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    ${follows(schema)}
  `;
}

function financeTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.risk_shares (
      contract_id TEXT PRIMARY KEY,
      value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    ${follows(schema)}
  `;
}

/** How far the changes of contracts were followed, in each compartment by itself. */
function follows(schema: string): string {
  return `
    CREATE TABLE ${schema}.risk_follows (
      name TEXT PRIMARY KEY,
      scanned_to TEXT,
      audit_sequence INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `;
}

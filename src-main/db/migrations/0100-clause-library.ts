import type { Migration } from '../migrate.ts';

/** The house's standard clauses with their versions, and what contracts of each type must have. */
export const clauseLibrary: Migration = {
  version: 100,
  steps: { core: coreTables, clauses: clausesTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.clause_requirements (
      contract_type TEXT PRIMARY KEY,
      categories TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `;
}

// All of a clause is text of the house: what is never accepted tells the other side how far it can go.
function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.library_clauses (
      id TEXT PRIMARY KEY,
      seed_key TEXT,
      current_version INTEGER NOT NULL,
      retired_at INTEGER,
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX ${schema}.library_clauses_by_seed ON library_clauses (seed_key) WHERE seed_key IS NOT NULL;
    CREATE TABLE ${schema}.library_clause_versions (
      clause_id TEXT NOT NULL REFERENCES library_clauses (id),
      version_number INTEGER NOT NULL,
      content TEXT NOT NULL,
      note TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      changed_by TEXT,
      PRIMARY KEY (clause_id, version_number)
    ) STRICT, WITHOUT ROWID;
  `;
}

import type { Migration } from '../migrate.ts';

/** Reports that were put together by people, and what the checker found at the last look at each version. */
export const analytics: Migration = {
  version: 195,
  steps: { core: coreTables, clauses: clausesTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.saved_reports (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      definition TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
  `;
}

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.finding_counts (
      contract_id TEXT NOT NULL,
      version_number INTEGER NOT NULL,
      rule_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      severity TEXT NOT NULL,
      open INTEGER NOT NULL,
      waived INTEGER NOT NULL,
      PRIMARY KEY (contract_id, version_number, rule_id, severity)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ${schema}.counted_versions (
      contract_id TEXT NOT NULL,
      version_number INTEGER NOT NULL,
      counted_on TEXT NOT NULL,
      open INTEGER NOT NULL,
      digest TEXT NOT NULL,
      PRIMARY KEY (contract_id, version_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${schema}.counted_versions_by_day ON counted_versions (counted_on);
  `;
}

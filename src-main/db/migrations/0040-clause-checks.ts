import type { Migration } from '../migrate.ts';

/** What people said about findings, and how they tuned the rules. Waivers quote the text, so they lie in clauses. */
export const clauseChecks: Migration = {
  version: 40,
  steps: { core: coreTables, clauses: clausesTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.rule_tunings (
      rule_id TEXT PRIMARY KEY,
      severity TEXT CHECK (severity IN ('block', 'high', 'medium', 'info')),
      is_off INTEGER NOT NULL CHECK (is_off IN (0, 1)),
      added_words TEXT NOT NULL,
      silenced_words TEXT NOT NULL,
      revision INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      changed_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT, WITHOUT ROWID;
  `;
}

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.finding_waivers (
      id TEXT PRIMARY KEY,
      contract_id TEXT NOT NULL,
      rule_id TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      quote TEXT NOT NULL,
      reason TEXT NOT NULL,
      waived_at INTEGER NOT NULL,
      waived_by TEXT NOT NULL,
      withdrawn_at INTEGER,
      withdrawn_by TEXT
    ) STRICT;
    CREATE UNIQUE INDEX ${schema}.finding_waivers_standing ON finding_waivers (contract_id, rule_id, fingerprint) WHERE withdrawn_at IS NULL;
  `;
}

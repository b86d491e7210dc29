import type { Migration } from '../migrate.ts';

/**
 * Amendments with what they are, whether they hold yet and whether they were voided; and the terms as signed, against
 * which they read. Their words lie in clauses, sums in finance. The tables of step 20 were never written to.
 */
export const amendments: Migration = {
  version: 70,
  steps: { core: coreTables, clauses: clausesTables, finance: financeTables },
};

function coreTables(schema: string): string {
  return `
    ALTER TABLE ${schema}.contract_amendments ADD COLUMN kind TEXT NOT NULL DEFAULT 'change';
    ALTER TABLE ${schema}.contract_amendments ADD COLUMN changes_amount INTEGER NOT NULL DEFAULT 0 CHECK (changes_amount IN (0, 1));
    ALTER TABLE ${schema}.contract_amendments ADD COLUMN is_applied INTEGER NOT NULL DEFAULT 0 CHECK (is_applied IN (0, 1));
    ALTER TABLE ${schema}.contract_amendments ADD COLUMN voided_at INTEGER;
    ALTER TABLE ${schema}.contract_amendments ADD COLUMN voided_by TEXT REFERENCES users (id);
    ALTER TABLE ${schema}.contract_amendments ADD COLUMN void_reason TEXT NOT NULL DEFAULT '';
    CREATE INDEX ${schema}.contract_amendments_coming ON contract_amendments (effective_on) WHERE is_applied = 0 AND voided_at IS NULL;

    CREATE TABLE ${schema}.contract_original_terms (
      contract_id TEXT PRIMARY KEY REFERENCES contracts (id),
      terms TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `;
}

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.amendment_texts (
      amendment_id TEXT PRIMARY KEY,
      rationale TEXT NOT NULL,
      clauses TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `;
}

function financeTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.contract_original_amounts (
      contract_id TEXT PRIMARY KEY,
      amount TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- One that took effect while nobody with this key was there is entered when somebody is.
    ALTER TABLE ${schema}.amendment_amounts ADD COLUMN contract_id TEXT NOT NULL DEFAULT '';
    ALTER TABLE ${schema}.amendment_amounts ADD COLUMN effective_on TEXT NOT NULL DEFAULT '';
    ALTER TABLE ${schema}.amendment_amounts ADD COLUMN is_applied INTEGER NOT NULL DEFAULT 0 CHECK (is_applied IN (0, 1));
    CREATE INDEX ${schema}.amendment_amounts_coming ON amendment_amounts (effective_on) WHERE is_applied = 0;
  `;
}

import type { Migration } from '../migrate.ts';

/**
 * Parties that stand twice in the vault become one. The record that gives way stays where it is, for signed texts and the
 * terms as they were signed name it; whatever names it anew is led to the one that was kept.
 */
export const mergedParties: Migration = {
  version: 470,
  steps: { core: coreTables, finance: financeTables },
};

function coreTables(schema: string): string {
  const noteRecords = (contracts: string): string => `INSERT OR IGNORE INTO search_pending (contract_id, part) ${contracts};`;
  // Forms that were open meanwhile, earlier versions and backups still name the record that gave way.
  const leadOn = (table: string, event: string, name: string, row: string): string => `
    CREATE TRIGGER ${schema}.${name} AFTER ${event} ON ${table}
      WHEN (SELECT merged_into FROM parties WHERE id = new.party_id) IS NOT NULL BEGIN
      UPDATE ${table} SET party_id = (SELECT merged_into FROM parties WHERE id = new.party_id) WHERE ${row};
    END;`;
  return `
    ALTER TABLE ${schema}.parties ADD COLUMN merged_into TEXT REFERENCES parties (id);
    CREATE INDEX ${schema}.parties_by_merged ON parties (merged_into) WHERE merged_into IS NOT NULL;
    DROP INDEX ${schema}.parties_by_uscc;
    CREATE UNIQUE INDEX ${schema}.parties_by_uscc ON parties (uscc) WHERE uscc <> '' AND merged_into IS NULL;

    CREATE TABLE ${schema}.party_distinctions (
      first_id TEXT NOT NULL REFERENCES parties (id),
      second_id TEXT NOT NULL REFERENCES parties (id),
      at INTEGER NOT NULL,
      by TEXT NOT NULL REFERENCES users (id),
      PRIMARY KEY (first_id, second_id),
      CHECK (first_id < second_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ${schema}.party_merges (
      id TEXT PRIMARY KEY,
      kept_id TEXT NOT NULL REFERENCES parties (id),
      merged_id TEXT NOT NULL REFERENCES parties (id),
      at INTEGER NOT NULL,
      by TEXT NOT NULL REFERENCES users (id),
      kept_before TEXT NOT NULL,
      kept_after TEXT NOT NULL,
      merged_archived_at INTEGER,
      undone_at INTEGER
    ) STRICT;
    CREATE INDEX ${schema}.party_merges_by_kept ON party_merges (kept_id);
    CREATE INDEX ${schema}.party_merges_by_merged ON party_merges (merged_id);
    CREATE TABLE ${schema}.party_merge_lines (
      merge_id TEXT NOT NULL REFERENCES party_merges (id),
      contract_id TEXT NOT NULL REFERENCES contracts (id),
      position INTEGER NOT NULL,
      variable_key TEXT NOT NULL,
      role TEXT NOT NULL,
      signatory TEXT NOT NULL,
      is_folded INTEGER NOT NULL CHECK (is_folded IN (0, 1)),
      gave_signatory INTEGER NOT NULL CHECK (gave_signatory IN (0, 1)),
      PRIMARY KEY (merge_id, contract_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${schema}.party_merge_lines_by_contract ON party_merge_lines (contract_id);
    CREATE TABLE ${schema}.party_merge_moves (
      merge_id TEXT NOT NULL REFERENCES party_merges (id),
      kind TEXT NOT NULL CHECK (kind IN ('communication', 'risk', 'party')),
      row_id TEXT NOT NULL,
      PRIMARY KEY (merge_id, kind, row_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER ${schema}.search_party_exchanged AFTER UPDATE OF party_id ON contract_parties
      WHEN old.party_id IS NOT new.party_id BEGIN ${noteRecords(`VALUES (new.contract_id, 'record')`)} END;
    CREATE TRIGGER ${schema}.search_party_merged AFTER UPDATE OF merged_into ON parties
      WHEN old.merged_into IS NOT new.merged_into BEGIN
      ${noteRecords(`SELECT contract_id, 'record' FROM contract_parties WHERE party_id IN (old.merged_into, new.merged_into)`)}
    END;
    ${leadOn('contract_parties', 'INSERT', 'merged_contract_party_added', 'contract_id = new.contract_id AND position = new.position')}
    ${leadOn('communications', 'INSERT', 'merged_communication_party_added', 'id = new.id')}
    ${leadOn('risks', 'INSERT', 'merged_risk_party_added', 'id = new.id')}
    ${leadOn('risks', 'UPDATE OF party_id', 'merged_risk_party_changed', 'id = new.id')}
  `;
}

/** The account of the record that was kept as it was before a merge and after it; null: there was none. */
function financeTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.party_merge_accounts (
      merge_id TEXT PRIMARY KEY,
      kept_before TEXT,
      kept_after TEXT
    ) STRICT;
  `;
}

import type { Migration } from '../migrate.ts';

/**
 * Full-text search: what everybody may find lies in core, what stands in texts lies in clauses. The indexes hold no
 * text of their own (contentless). Triggers note which contracts have to be indexed anew; that is done in the background.
 */
export const search: Migration = {
  version: 30,
  steps: { core: coreTables, clauses: clausesTables },
};

function coreTables(schema: string): string {
  const note = (id: string): string => `
    INSERT OR IGNORE INTO search_pending (contract_id, part) VALUES (${id}, 'record');
    INSERT OR IGNORE INTO search_pending (contract_id, part) VALUES (${id}, 'text');`;
  const noteRecord = (id: string): string => `INSERT OR IGNORE INTO search_pending (contract_id, part) VALUES (${id}, 'record');`;
  return `
    CREATE TABLE ${schema}.search_rows (
      row INTEGER PRIMARY KEY,
      contract_id TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE VIRTUAL TABLE ${schema}.record_index USING fts5(
      number, title, parties, tags,
      content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
    );
    CREATE TABLE ${schema}.search_pending (
      contract_id TEXT NOT NULL,
      part TEXT NOT NULL CHECK (part IN ('record', 'text')),
      PRIMARY KEY (part, contract_id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO ${schema}.search_pending SELECT id, 'record' FROM ${schema}.contracts;
    INSERT INTO ${schema}.search_pending SELECT id, 'text' FROM ${schema}.contracts;

    CREATE TRIGGER ${schema}.search_contract_added AFTER INSERT ON contracts BEGIN ${note('new.id')} END;
    CREATE TRIGGER ${schema}.search_contract_named AFTER UPDATE OF number, title ON contracts
      WHEN old.number IS NOT new.number OR old.title IS NOT new.title BEGIN ${noteRecord('new.id')} END;
    CREATE TRIGGER ${schema}.search_contract_worded AFTER UPDATE OF version_number ON contracts
      WHEN old.version_number IS NOT new.version_number BEGIN ${note('new.id')} END;
    CREATE TRIGGER ${schema}.search_contract_removed AFTER DELETE ON contracts BEGIN ${note('old.id')} END;
    CREATE TRIGGER ${schema}.search_party_joined AFTER INSERT ON contract_parties BEGIN ${noteRecord('new.contract_id')} END;
    CREATE TRIGGER ${schema}.search_party_left AFTER DELETE ON contract_parties BEGIN ${noteRecord('old.contract_id')} END;
    CREATE TRIGGER ${schema}.search_tag_added AFTER INSERT ON contract_tags BEGIN ${noteRecord('new.contract_id')} END;
    CREATE TRIGGER ${schema}.search_tag_removed AFTER DELETE ON contract_tags BEGIN ${noteRecord('old.contract_id')} END;
    CREATE TRIGGER ${schema}.search_party_renamed AFTER UPDATE OF name_zh, name_en ON parties
      WHEN old.name_zh IS NOT new.name_zh OR old.name_en IS NOT new.name_en BEGIN
      INSERT OR IGNORE INTO search_pending (contract_id, part)
        SELECT contract_id, 'record' FROM contract_parties WHERE party_id = new.id;
    END;
  `;
}

function clausesTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.search_texts (
      row INTEGER PRIMARY KEY,
      contract_id TEXT NOT NULL UNIQUE,
      text TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE ${schema}.text_index USING fts5(
      text,
      content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
    );
  `;
}

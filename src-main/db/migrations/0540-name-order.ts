import type { Migration } from '../migrate.ts';

/**
 * What names are sorted by, pinyin before all, which SQLite doesn't know (`name-order.ts`). Rows that were there have no key
 * yet; they are found by an index that is empty as soon as each has got one (`name-keys.ts`).
 */
export const namesInOrder: Migration = {
  version: 540,
  steps: {
    core: (schema) => `
      ALTER TABLE ${schema}.contracts ADD COLUMN title_key TEXT;
      ALTER TABLE ${schema}.contracts ADD COLUMN owner_key TEXT;
      ALTER TABLE ${schema}.contracts ADD COLUMN department_key TEXT;
      ALTER TABLE ${schema}.parties ADD COLUMN name_key TEXT;
      ALTER TABLE ${schema}.obligations ADD COLUMN title_key TEXT;
      ALTER TABLE ${schema}.users ADD COLUMN name_key TEXT;
      DROP INDEX ${schema}.contracts_by_title;
      CREATE INDEX ${schema}.contracts_by_title ON contracts (title_key, id);
      CREATE INDEX ${schema}.contracts_by_owner_order ON contracts (owner_key);
      CREATE INDEX ${schema}.contracts_by_department_order ON contracts (department_key);
      CREATE INDEX ${schema}.contracts_without_keys ON contracts (title_key) WHERE title_key IS NULL;
      CREATE INDEX ${schema}.parties_by_name ON parties (name_key, id);
      CREATE INDEX ${schema}.parties_without_key ON parties (name_key) WHERE name_key IS NULL;
      CREATE INDEX ${schema}.obligations_without_key ON obligations (title_key) WHERE title_key IS NULL;`,
  },
};

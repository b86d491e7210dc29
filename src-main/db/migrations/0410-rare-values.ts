import type { Migration } from '../migrate.ts';

/** What lists are narrowed by, each with an index of its own, so that a value of few contracts leads to them and not past all the others. */
export const rareValues: Migration = {
  version: 410,
  steps: {
    core: (schema) => `
      CREATE INDEX ${schema}.contracts_by_owner ON contracts (owner_name);
      CREATE INDEX ${schema}.contracts_by_department ON contracts (department);
      CREATE INDEX ${schema}.contracts_by_kind ON contracts (record_kind);
      CREATE INDEX ${schema}.contracts_by_direction ON contracts (direction);`,
  },
};

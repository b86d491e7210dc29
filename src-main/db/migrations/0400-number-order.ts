import type { Migration } from '../migrate.ts';

/** Contracts in the order of their numbers as a person counts: the tenth thousand after the ninth (`number-order.ts`). */
export const numberOrdered: Migration = {
  version: 400,
  steps: {
    core: (schema) => `
    CREATE INDEX ${schema}.contracts_by_number ON contracts (
      rtrim(number, '0123456789') || iif(length(substr(number, length(rtrim(number, '0123456789')) + 1)) BETWEEN 1 AND 20,
        substr('00000000000000000000' || substr(number, length(rtrim(number, '0123456789')) + 1), -20), substr(number, length(rtrim(number, '0123456789')) + 1)), id);`,
  },
};

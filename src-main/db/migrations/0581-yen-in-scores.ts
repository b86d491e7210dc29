import type { Migration } from '../migrate.ts';

/** Sums in yen weighed a hundredth of their figure: where there are any, the shares of value are made anew. */
export const yenInScores: Migration = {
  version: 581,
  steps: {
    finance: (schema) => `
      UPDATE ${schema}.risk_follows SET scanned_to = '', audit_sequence = 0
        WHERE name = 'scores' AND EXISTS (SELECT 1 FROM ${schema}.contract_totals WHERE currency = 'JPY');`,
  },
};

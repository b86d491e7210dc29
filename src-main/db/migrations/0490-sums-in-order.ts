import type { Migration } from '../migrate.ts';

/** Sums in the order of their figures, whatever their currency (`figureOfSum` in the contract book); it serves bounds, too. */
export const sumsInOrder: Migration = {
  version: 490,
  steps: {
    finance: (schema) => `
      DROP INDEX ${schema}.contract_totals_by_amount;
      CREATE INDEX ${schema}.contract_totals_by_figure ON contract_totals (minor / CASE currency WHEN 'JPY' THEN 1.0 ELSE 100.0 END, contract_id);`,
  },
};

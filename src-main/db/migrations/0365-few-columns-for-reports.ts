import type { Migration } from '../migrate.ts';

/**
 * What reports count obligations, problems and risks by, without their words. Reading the tables would decrypt several times
 * as much, and push out of the cache what the next report reads.
 */
export const fewColumnsForReports: Migration = {
  version: 365,
  steps: {
    core: (schema) => `
      CREATE INDEX ${schema}.obligations_for_reports ON obligations (due_on, status, met_on, overdue_from, contract_id, type, obligor);
      CREATE INDEX ${schema}.problems_for_reports ON problems (kind, opened_on, contract_id);
      CREATE INDEX ${schema}.risks_for_reports ON risks (created_at, likelihood, impact, contract_id);`,
  },
};

import type { Migration } from '../migrate.ts';

/** A service level is changed only as it was seen, as everything else is. */
export const revisionsOfServiceLevels: Migration = {
  version: 700,
  steps: { core: (schema) => `ALTER TABLE ${schema}.sla_metrics ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;` },
};

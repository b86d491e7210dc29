import type { Migration } from '../migrate.ts';

/** How long the period was for which something was measured, where that is another than the service level's by now. */
export const periodsOfMeasurements: Migration = {
  version: 702,
  steps: { core: (schema) => `ALTER TABLE ${schema}.sla_measurements ADD COLUMN period TEXT CHECK (period IN ('month', 'quarter', 'year'));` },
};

import type { Migration } from '../migrate.ts';

/** When a notice that was recorded by mistake was taken back, and why. */
export const withdrawnNotices: Migration = {
  version: 430,
  steps: {
    core: (schema) => `
      ALTER TABLE ${schema}.contract_notices ADD COLUMN withdrawn_at INTEGER;
      ALTER TABLE ${schema}.contract_notices ADD COLUMN withdrawn_reason TEXT NOT NULL DEFAULT '';`,
  },
};

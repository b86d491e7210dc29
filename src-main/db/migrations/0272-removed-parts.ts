import type { Migration } from '../migrate.ts';

/** Milestones and service levels that were taken away can be put back; the list across contracts is sorted by title too. */
export const removedParts: Migration = {
  version: 272,
  steps: { core: coreColumns },
};

function coreColumns(schema: string): string {
  return `
    ALTER TABLE ${schema}.milestones ADD COLUMN removed_at INTEGER;
    ALTER TABLE ${schema}.sla_metrics ADD COLUMN removed_at INTEGER;
    CREATE INDEX ${schema}.obligations_title ON obligations (title, id);
  `;
}

import type { Migration } from '../migrate.ts';

/** How far an export has got: with its record made, the file must come into its place, if need be after a restart. */
export const exportSteps: Migration = {
  version: 260,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    ALTER TABLE ${schema}.export_intents ADD COLUMN recorded_at INTEGER;
    ALTER TABLE ${schema}.export_intents ADD COLUMN attachment_id TEXT REFERENCES attachments (id);
  `;
}

import type { Migration } from '../migrate.ts';

/** Where an attachment lies since its key was changed (null: under the name that its content gives), and when that was. */
export const attachmentKeys: Migration = {
  version: 321,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    ALTER TABLE ${schema}.attachments ADD COLUMN file_name TEXT;
    ALTER TABLE ${schema}.attachments ADD COLUMN rekeyed_at INTEGER;
    CREATE INDEX ${schema}.attachments_file_name ON attachments (file_name) WHERE file_name IS NOT NULL;
  `;
}

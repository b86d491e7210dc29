import type { Migration } from '../migrate.ts';

/** Why a file's text is not or not all there to be searched; files read before are told by what they would have met. */
export const textNotes: Migration = {
  version: 450,
  steps: {
    clauses: (schema) => `
      ALTER TABLE ${schema}.contract_attachments ADD COLUMN text_note TEXT
        CHECK (text_note IN ('CUT', 'STOPPED', 'FILE_TOO_LARGE', 'ENCRYPTED_FILE', 'DAMAGED_FILE'));
      UPDATE ${schema}.contract_attachments SET text_note = 'CUT' WHERE text_state = 'done' AND length(text) >= 1000000;
      UPDATE ${schema}.contract_attachments SET text_note = 'FILE_TOO_LARGE' WHERE text_state = 'failed' AND byte_length > 67108864;`,
  },
};

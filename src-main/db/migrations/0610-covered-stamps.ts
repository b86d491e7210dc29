import type { Migration } from '../migrate.ts';

/** A signature may be covered by the stamp of a later one, or be closed to stamps; those that waited in vain say so. */
export const coveredStamps: Migration = {
  version: 610,
  steps: {
    core: (schema) => `
      DROP INDEX ${schema}.envelope_signers_queued;
      ALTER TABLE ${schema}.envelope_signers ADD COLUMN stamp TEXT NOT NULL DEFAULT 'none' CHECK (stamp IN ('none', 'queued', 'stamped', 'covered', 'unstampable'));
      UPDATE ${schema}.envelope_signers SET stamp = timestamp_state;
      ALTER TABLE ${schema}.envelope_signers DROP COLUMN timestamp_state;
      ALTER TABLE ${schema}.envelope_signers RENAME COLUMN stamp TO timestamp_state;
      CREATE INDEX ${schema}.envelope_signers_queued ON envelope_signers (timestamp_state) WHERE timestamp_state = 'queued';
      ${waitingBehind(schema, 'stamped', 'covered')}
      ${waitingBehind(schema, 'none', 'unstampable')}`,
  },
};

function waitingBehind(schema: string, last: string, state: string): string {
  return `
    UPDATE ${schema}.envelope_signers AS signer SET timestamp_state = '${state}' WHERE timestamp_state = 'queued' AND EXISTS (
      SELECT 1 FROM ${schema}.envelope_signers AS later
      WHERE later.envelope_id = signer.envelope_id AND later.position > signer.position AND later.state = 'signed' AND later.timestamp_state = '${last}');`;
}

import type { ContractId } from '#shared/features/contracts/model.ts';
import { loadAttachment, type AttachmentId } from '../../attachments/attachment-store.ts';
import { sql } from '../../db/sql.ts';
import type { Call } from '../../ipc/handlers.ts';

/** Every signed PDF that is kept of a contract, from exports and envelopes; both compartments that guard them must be held. */
export function signedFilesOf({ session, db }: Call, contractId: ContractId): readonly { readonly name: string; readonly read: () => Uint8Array | null }[] {
  const rows = db.all<{ id: AttachmentId; path: string }>(sql`
    SELECT DISTINCT attachment_id AS id, path FROM signed_exports WHERE contract_id = ${contractId}
    UNION ALL SELECT attachment_id AS id, 'envelope.pdf' AS path FROM envelopes
      WHERE contract_id = ${contractId} AND attachment_id IS NOT NULL AND attachment_id NOT IN (SELECT attachment_id FROM signed_exports WHERE contract_id = ${contractId})`);
  return rows.map(({ id, path }) => ({ name: path.split(/[\\/]/).at(-1) ?? path, read: () => loadAttachment(session, db, id) }));
}

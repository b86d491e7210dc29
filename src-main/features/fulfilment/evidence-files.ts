import type { ContractId } from '#shared/features/contracts/model.ts';
import { loadAttachment, type AttachmentId } from '../../attachments/attachment-store.ts';
import { sql } from '../../db/sql.ts';
import type { Call } from '../../ipc/handlers.ts';

/** The photos, signatures and files that prove a contract's obligations, oldest first; the clauses compartment must be held. */
export function evidenceFilesOf({ session, db }: Call, contractId: ContractId): readonly { readonly name: string; readonly read: () => Uint8Array | null }[] {
  return db
    .all<{ name: string; id: AttachmentId }>(sql`
      SELECT name, attachment_id AS id FROM main.obligations JOIN main.obligation_evidence ON obligation_id = obligations.id
        JOIN clauses.evidence_files ON evidence_id = obligation_evidence.id
      WHERE contract_id = ${contractId} ORDER BY added_at`)
    .map(({ name, id }) => ({ name, read: () => loadAttachment(session, db, id) }));
}

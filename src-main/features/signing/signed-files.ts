import type { ContractId } from '#shared/features/contracts/model.ts';
import { stateOn } from '#shared/features/signing/envelope-rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { loadAttachment, type AttachmentId } from '../../attachments/attachment-store.ts';
import { sql } from '../../db/sql.ts';
import type { Call } from '../../ipc/handlers.ts';

interface SignedFile {
  readonly name: string;
  readonly read: () => Uint8Array | null;
}

/** The PDFs of a contract that all signed who were to sign, from exports and envelopes; both compartments that guard them must be held. */
export function signedFilesOf({ session, db }: Call, contractId: ContractId): readonly SignedFile[] {
  const rows = db.all<{ id: AttachmentId; path: string | null; number: string }>(sql`
    SELECT DISTINCT attachment_id AS id, path, '' AS number FROM signed_exports WHERE contract_id = ${contractId}
    UNION ALL SELECT attachment_id AS id, NULL AS path, number FROM envelopes JOIN contracts ON contracts.id = contract_id
      WHERE contract_id = ${contractId} AND state = 'completed' AND attachment_id IS NOT NULL AND attachment_id NOT IN (SELECT attachment_id FROM signed_exports WHERE contract_id = ${contractId})`);
  return rows.map(({ id, path, number }) => ({ name: path?.split(/[\\/]/).at(-1) ?? `${number}.pdf`, read: () => loadAttachment(session, db, id) }));
}

export interface UnfinishedFile extends Pick<SignedFile, 'read'> {
  readonly state: 'partially_signed' | 'declined' | 'voided' | 'expired';
}

/** PDFs that somebody signed, but not all: the contract is not concluded by them. The same compartments guard them. */
export function unfinishedFilesOf({ session, db }: Call, contractId: ContractId, today: Day): readonly UnfinishedFile[] {
  const rows = db.all<{ id: AttachmentId; state: Exclude<UnfinishedFile['state'], 'expired'>; expiresOn: Day | null }>(sql`
    SELECT attachment_id AS id, state, expires_on AS expiresOn FROM envelopes
    WHERE contract_id = ${contractId} AND state IN ('partially_signed', 'declined', 'voided') AND attachment_id IS NOT NULL
      AND EXISTS (SELECT 1 FROM envelope_signers AS signer WHERE envelope_id = envelopes.id AND signer.state = 'signed')
    ORDER BY created_at, rowid`);
  return rows.map(({ id, state, expiresOn }) => ({ state: stateOn(state, expiresOn, today) === 'expired' ? 'expired' : state, read: () => loadAttachment(session, db, id) }));
}

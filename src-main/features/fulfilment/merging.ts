import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { DeliverableId, EvidenceId } from '#shared/features/fulfilment/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { storeAttachment } from '../../attachments/attachment-store.ts';
import type { Writable } from '../../db/connection.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import type { ObligationService } from './obligations.ts';
import { countDelivered, insertEvidence, insertEvidenceFile, type NewEvidence } from './part-queries.ts';
import { findObligation } from './queries.ts';

/** A proof that was added outside, with its bytes where it has any. */
export interface OutsideEvidence extends Pick<NewEvidence, 'obligationId' | 'kind' | 'words' | 'takenAt' | 'place'> {
  readonly name: string;
  readonly bytes: Uint8Array | null;
}

/** Takes over work that was done on obligations elsewhere, inside a transaction of whoever brings it back. */
export function createMerging({ clock, ids, obligations }: { readonly clock: Clock; readonly ids: Ids; readonly obligations: ObligationService }) {
  /** Appends a proof; nothing that is there is touched. Undefined for an unknown obligation. */
  function addEvidence(session: Session, db: Writable, note: RecordChange, { name, bytes, ...given }: OutsideEvidence): EvidenceId | undefined {
    const row = findObligation(db, given.obligationId);
    if (row === undefined) return undefined;
    const id = ids.create<'evidence'>();
    const attachmentId = bytes === null ? null : storeAttachment(session, db, bytes, ['clauses'], { clock, ids });
    insertEvidence(db, { ...given, id, byteLength: bytes?.length ?? 0, at: clock.now(), by: session.user.id });
    if (attachmentId !== null) insertEvidenceFile(db, id, name, attachmentId);
    note('contract', row.contract_id, { obligation: given.obligationId, evidence: id, takenAt: given.takenAt, latitude: given.place?.latitude ?? null, longitude: given.place?.longitude ?? null });
    return id;
  }

  /** Sets what was delivered and accepted of a deliverable. */
  function count(db: Writable, note: RecordChange, obligationId: ObligationId, id: DeliverableId, counted: { readonly delivered: number; readonly accepted: number; readonly acceptedOn: Day | null }): void {
    const row = findObligation(db, obligationId);
    if (row === undefined) return;
    countDelivered(db, id, counted.delivered, counted.accepted, counted.acceptedOn);
    note('contract', row.contract_id, { obligation: obligationId, deliverable: id, delivered: counted.delivered, accepted: counted.accepted });
  }

  return { addEvidence, count, checkMove: obligations.checkMove, move: obligations.moveWithin };
}

import { contentChangedReason, isDecidedOn, type SigningEnd } from '#shared/features/contracts/lifecycle.ts';
import type { ContractId, EndedSigning } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Writable } from '../../db/connection.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import type { ContractRow } from './queries.ts';
import { insertStageEvent, setStage } from './record-queries.ts';

/** How that ends which others do with exactly the present content of a contract; given by those features. */
export interface ContentGuards {
  /** Ends the approval of a contract whose text changed or which goes back. Whether there was one. */
  readonly voidApproval: (db: Writable, note: RecordChange, id: ContractId) => boolean;
  /** Ends the signing that is under way, for a contract that waits for signature no longer; null where none is. */
  readonly endSigning: (db: Writable, note: RecordChange, id: ContractId, why: SigningEnd) => EndedSigning | null;
}

export interface ReturnParts extends ContentGuards {
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Takes a contract whose content is being changed back to review, for what others decided was another text (domain.md:
 * "approved -> edit => back to in_review and all approvals void"). Before approval nothing was decided, so nothing happens.
 */
export function returnToReview({ clock, ids, voidApproval, endSigning }: ReturnParts, db: Writable, note: RecordChange, row: ContractRow, by: UserId): void {
  if (!isDecidedOn(row.stage)) return;
  const at = clock.now();
  voidApproval(db, note, row.id);
  const endedSigning = endSigning(db, note, row.id, 'content_changed');
  setStage(db, row.id, 'in_review', row.signed_on, at);
  insertStageEvent(db, {
    id: ids.create<'stageEvent'>(),
    contractId: row.id,
    from: row.stage,
    to: 'in_review',
    reason: contentChangedReason,
    details: { basis: '', notice: '', effectiveOn: null, endedSigning, correction: '' },
    at,
    by,
  });
}

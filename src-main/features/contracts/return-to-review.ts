import { contentChangedReason, isDecidedOn } from '#shared/features/contracts/lifecycle.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Writable } from '../../db/connection.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import type { ContractRow } from './queries.ts';
import { insertStageEvent, setStage } from './record-queries.ts';

export interface ReturnParts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Ends the approval of a contract; see the approvals feature. */
  readonly voidApproval: (db: Writable, note: RecordChange, id: ContractId) => boolean;
}

/**
 * Takes a contract whose content is being changed back to review, for what others decided was another text (domain.md:
 * "approved -> edit => back to in_review and all approvals void"). Before approval nothing was decided, so nothing happens.
 */
export function returnToReview({ clock, ids, voidApproval }: ReturnParts, db: Writable, note: RecordChange, row: ContractRow, by: UserId): void {
  if (!isDecidedOn(row.stage)) return;
  const at = clock.now();
  voidApproval(db, note, row.id);
  setStage(db, row.id, 'in_review', row.signed_on, at);
  insertStageEvent(db, {
    id: ids.create<'stageEvent'>(),
    contractId: row.id,
    from: row.stage,
    to: 'in_review',
    reason: contentChangedReason,
    details: { basis: '', notice: '', effectiveOn: null },
    at,
    by,
  });
}

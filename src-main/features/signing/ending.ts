import type { SigningEnd } from '#shared/features/contracts/lifecycle.ts';
import type { ContractId, EndedSigning } from '#shared/features/contracts/model.ts';
import type { Writable } from '../../db/connection.ts';
import { dayOn, type Clock } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import { findRunningEnvelope, listSignerRows, markEnded } from './envelope-queries.ts';

/**
 * Ends the envelope that is being signed, within the transaction that takes its contract away from signature: nobody could
 * sign in it any more. What was signed in it stays for the record. Null where none is being signed.
 */
export function endSigning(db: Writable, note: RecordChange, contractId: ContractId, why: SigningEnd, clock: Clock): EndedSigning | null {
  const running = findRunningEnvelope(db, contractId, dayOn(clock));
  if (running === undefined) return null;
  markEnded(db, running.id, why, clock.now());
  note('envelope', running.id, { state: 'voided', endedBy: why });
  const signers = listSignerRows(db, running.id);
  return { signed: signers.filter(({ state }) => state === 'signed').length, signers: signers.length };
}

import type { Contract } from '#shared/features/contracts/model.ts';
import type { Envelope, Signer, SignerId, SigningMethod } from '#shared/features/signing/envelope-model.ts';
import { isRunning, nextSigner, stateOn } from '#shared/features/signing/envelope-rules.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn } from '../../ports.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { envelopeOf, findEnvelope, findEnvelopeOf, listSigners, type EnvelopeRow, type Reader } from './envelope-queries.ts';
import type { EnvelopeId } from '#shared/features/signing/envelope-model.ts';

export type StandingError = 'NOT_FOUND' | 'NOT_THEIR_TURN' | 'WRONG_METHOD' | 'ENVELOPE_CLOSED' | 'TEXT_CHANGED' | 'APPROVAL_NEEDED' | 'CHANGED_MEANWHILE' | 'NO_TEXT';

/** An envelope whose next signer may sign now, with everything around it. */
export interface Standing {
  readonly envelope: EnvelopeRow;
  readonly signers: readonly Signer[];
  readonly signer: Signer;
  readonly position: number;
  readonly contract: Contract;
}

/**
 * Whether this signer may sign now: it is their turn, in this way, the envelope is open, and the contract still waits
 * for signature with exactly the text that the envelope is about, approved.
 */
export function standingOf(call: Call, parts: EnvelopeParts, signerId: SignerId, methods: readonly SigningMethod[]): Result<Standing, StandingError> {
  const envelope = findEnvelopeOf(call.db, signerId);
  if (envelope === undefined) return fail('NOT_FOUND');
  if (!isRunning(stateOn(envelope.state, envelope.expiresOn, dayOn(parts.clock)))) return fail('ENVELOPE_CLOSED');
  const signers = listSigners(call.db, envelope.id, true);
  const signer = nextSigner(signers);
  if (signer?.id !== signerId) return fail('NOT_THEIR_TURN', { name: signer?.name ?? '' });
  if (!methods.includes(signer.method)) return fail('WRONG_METHOD');
  const read = parts.readContract(call, envelope.contractId);
  if (!read.ok) return read;
  const contract = read.value;
  if (contract.body === null) return fail('NO_TEXT');
  if (contract.versions[0]?.contentHash !== envelope.contentHash) return fail('TEXT_CHANGED');
  if (contract.summary.stage !== 'pending_signature') return fail('CHANGED_MEANWHILE');
  if (!parts.isApproved(call.db, contract)) return fail('APPROVAL_NEEDED');
  return succeed({ envelope, signers, signer, position: signers.indexOf(signer) + 1, contract });
}

/** An envelope as the caller may see it. */
export function shownEnvelope(call: Call, parts: Pick<EnvelopeParts, 'clock'>, id: EnvelopeId): Result<Envelope, 'NOT_FOUND'> {
  const row = findEnvelope(call.db, id);
  return row === undefined ? fail('NOT_FOUND') : succeed(envelopeOf(call.db, row, readerOf(call, parts)));
}

export function readerOf({ session }: Call, { clock }: Pick<EnvelopeParts, 'clock'>): Reader {
  return { today: dayOn(clock), holdsClauses: session.holds('clauses') };
}

import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { Envelope, EnvelopeDraft, EnvelopeId, SignerId } from '#shared/features/signing/envelope-model.ts';
import { checkOrder, isRunning, nextSigner, stateOn, type OrderProblem } from '#shared/features/signing/envelope-rules.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn } from '../../ports.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { findEnvelope, findEnvelopeOf, hasRunningEnvelope, insertEnvelope, insertReason, insertSigner, listSigners, markDeclined, setEnvelopeState } from './envelope-queries.ts';
import { seatWithoutSigner } from './seats.ts';
import { shownEnvelope } from './standing.ts';

type StartError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'NO_TEXT' | 'FINDINGS_BLOCK' | 'APPROVAL_NEEDED' | 'APPROVAL_RUNNING' | 'ENVELOPE_RUNNING' | 'NO_SUCH_MOVE' | 'ARCHIVED' | 'DATE_PAST' | 'NOT_A_SIGNER' | OrderProblem;

/** The steps that a contract takes to its signature where no flow approves contracts of its type. */
const way: readonly Stage[] = ['in_review', 'pending_approval', 'approved', 'pending_signature'];

/** Sends the present text of a contract out for signature. Without a flow for its type, it takes the steps before on the way. */
export function startEnvelope(call: Call, contractId: ContractId, revision: number, draft: EnvelopeDraft, parts: EnvelopeParts): Result<Envelope, StartError> {
  const read = parts.readContract(call, contractId);
  if (!read.ok) return read;
  const { summary, versions, body, revision: present } = read.value;
  const version = versions[0];
  if (present !== revision) return fail('CHANGED_MEANWHILE');
  if (summary.archivedAt !== null) return fail('ARCHIVED');
  if (body === null || version === undefined) return fail('NO_TEXT');
  if (parts.isBeingApproved(call.db, contractId)) return fail('APPROVAL_RUNNING');
  if (!parts.isApproved(call.db, read.value)) return fail('APPROVAL_NEEDED');
  const blocking = parts.countBlockingFindings(call, contractId);
  if (blocking > 0) return fail('FINDINGS_BLOCK', { count: blocking });
  const today = dayOn(parts.clock);
  if (draft.expiresOn !== null && draft.expiresOn < today) return fail('DATE_PAST');
  const order = checkOrder(draft.signers);
  if (!order.ok) return order;
  const absent = seatWithoutSigner(call, draft.signers, parts);
  if (absent !== undefined) return fail('NOT_A_SIGNER', { name: absent.name });
  const id = parts.ids.create<'envelope'>();
  const by = call.session.user.id;
  const started = call.write<null, StartError>((db, note) => {
    if (hasRunningEnvelope(db, contractId, today)) return fail('ENVELOPE_RUNNING');
    for (const to of stepsFrom(summary.stage)) {
      const moved = parts.moveWithin(db, note, { id: contractId, to, reason: '', by });
      if (!moved.ok) return fail(moved.error.code === 'ARCHIVED' || moved.error.code === 'NO_TEXT' ? moved.error.code : 'NO_SUCH_MOVE');
    }
    insertEnvelope(db, { id, contractId, versionId: version.id, contentHash: version.contentHash, expiresOn: draft.expiresOn, createdAt: parts.clock.now(), createdBy: by });
    for (const [index, signer] of draft.signers.entries()) insertSigner(db, id, parts.ids.create<'envelopeSigner'>(), index + 1, signer);
    note('envelope', id, { contractId, versionNumber: version.versionNumber, contentHash: version.contentHash, signers: draft.signers.length });
    return succeed(null);
  });
  return started.ok ? shownEnvelope(call, parts, id) : started;
}

/** Where a contract goes from this stage until it waits for signature; a stage from which no way leads is refused by the first step. */
function stepsFrom(stage: Stage): readonly Stage[] {
  if (stage === 'pending_signature') return [];
  const at = way.indexOf(stage);
  // What is in negotiation was in review before.
  if (stage === 'in_negotiation') return way.slice(1);
  return stage === 'draft' || at >= 0 ? way.slice(at + 1) : ['pending_signature'];
}

/** Somebody refuses to sign: the envelope is over, the contract waits as before. */
export function declineEnvelope(call: Call, signerId: SignerId, reason: string, parts: EnvelopeParts): Result<Envelope, 'NOT_FOUND' | 'ENVELOPE_CLOSED' | 'NOT_THEIR_TURN'> {
  const found = findEnvelopeOf(call.db, signerId);
  if (found === undefined) return fail('NOT_FOUND');
  return close(call, found.id, 'declined', reason, parts, signerId);
}

/** Takes an envelope back. What was signed in it stays in the vault for the record. */
export function voidEnvelope(call: Call, id: EnvelopeId, reason: string, parts: EnvelopeParts): Result<Envelope, 'NOT_FOUND' | 'ENVELOPE_CLOSED'> {
  return close(call, id, 'voided', reason, parts, null) as Result<Envelope, 'NOT_FOUND' | 'ENVELOPE_CLOSED'>;
}

function close(
  call: Call,
  id: EnvelopeId,
  state: 'declined' | 'voided',
  reason: string,
  parts: EnvelopeParts,
  signerId: SignerId | null,
): Result<Envelope, 'NOT_FOUND' | 'ENVELOPE_CLOSED' | 'NOT_THEIR_TURN'> {
  const by = call.session.user.id;
  const closed = call.write<null, 'NOT_FOUND' | 'ENVELOPE_CLOSED' | 'NOT_THEIR_TURN'>((db, note) => {
    const row = findEnvelope(db, id);
    if (row === undefined) return fail('NOT_FOUND');
    const at = parts.clock.now();
    if (!isRunning(stateOn(row.state, row.expiresOn, dayOn(parts.clock))) && !(state === 'voided' && isRunning(row.state))) return fail('ENVELOPE_CLOSED');
    if (signerId !== null) {
      const next = nextSigner(listSigners(db, id, false));
      if (next?.id !== signerId) return fail('NOT_THEIR_TURN', { name: next?.name ?? '' });
      markDeclined(db, signerId, by, at);
    }
    setEnvelopeState(db, id, state, at);
    insertReason(db, id, reason);
    note('envelope', id, { state });
    return succeed(null);
  });
  return closed.ok ? shownEnvelope(call, parts, id) : closed;
}

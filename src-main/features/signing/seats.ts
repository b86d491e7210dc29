import type { Envelope, PossibleSigner, SignerDraft, SignerId } from '#shared/features/signing/envelope-model.ts';
import { isRunning, isOwnSeat, stateOn } from '#shared/features/signing/envelope-rules.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn } from '../../ports.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { findEnvelopeOf, listSigners, setSeat } from './envelope-queries.ts';
import { shownEnvelope } from './standing.ts';

/** Who can sign for us with a certificate: those who can open the vault now and may sign. */
export function possibleSigners(call: Call, { members }: Pick<EnvelopeParts, 'members'>): readonly PossibleSigner[] {
  return members(call)
    .filter(({ permissions }) => permissions.has('signing.sign'))
    .map(({ id, name }) => ({ id, name }));
}

/** The first whose certificate is asked for although they left the vault or may not sign; undefined when there is none. */
export function seatWithoutSigner<Seat extends SignerDraft>(call: Call, seats: readonly Seat[], parts: Pick<EnvelopeParts, 'members'>): Seat | undefined {
  const able = new Set(possibleSigners(call, parts).map(({ id }) => id));
  return seats.find((seat) => isOwnSeat(seat) && seat.userId !== null && !able.has(seat.userId));
}

/** Has a colleague sign with their certificate in the place of somebody who can't, or is not to, any more. */
export function giveSeat(
  call: Call,
  { signerId, userId, title }: { readonly signerId: SignerId; readonly userId: UserId; readonly title: string },
  parts: EnvelopeParts,
): Result<Envelope, 'NOT_FOUND' | 'ENVELOPE_CLOSED' | 'WRONG_METHOD' | 'CHANGED_MEANWHILE' | 'NOT_A_SIGNER'> {
  const envelope = findEnvelopeOf(call.db, signerId);
  if (envelope === undefined) return fail('NOT_FOUND');
  const successor = possibleSigners(call, parts).find(({ id }) => id === userId);
  if (successor === undefined) return fail('NOT_A_SIGNER', { name: parts.members(call).find(({ id }) => id === userId)?.name ?? '' });
  const given = call.write<null, 'ENVELOPE_CLOSED' | 'WRONG_METHOD' | 'CHANGED_MEANWHILE'>((db, note) => {
    const present = findEnvelopeOf(db, signerId);
    if (present === undefined || !isRunning(stateOn(present.state, present.expiresOn, dayOn(parts.clock)))) return fail('ENVELOPE_CLOSED');
    const seat = listSigners(db, present.id, false).find(({ id }) => id === signerId);
    if (seat === undefined || !isOwnSeat(seat)) return fail('WRONG_METHOD');
    if (seat.state !== 'waiting') return fail('CHANGED_MEANWHILE');
    setSeat(db, signerId, { userId, name: successor.name, title });
    note('signer', signerId, { envelope: present.id, from: seat.userId, to: userId });
    return succeed(null);
  });
  return given.ok ? shownEnvelope(call, parts, envelope.id) : given;
}

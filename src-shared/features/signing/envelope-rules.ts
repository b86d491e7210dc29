import type { Day } from '../../kernel/day.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import type { EnvelopeState, Signer, SignerDraft, SigningMethod } from './envelope-model.ts';

export const orderProblems = ['INK_AFTER_OTHERS', 'US_WITHOUT_PERSON'] as const;
export type OrderProblem = (typeof orderProblems)[number];

/**
 * Whether people can sign in this order. What is on paper must be there before anything is put on its scan. Our own
 * certificate needs a person of the vault, because only their passphrase opens it. Error: the first problem.
 */
export function checkOrder(signers: readonly SignerDraft[]): Result<null, OrderProblem> {
  const last = signers.map(({ method }) => method).lastIndexOf('wet_ink');
  if (signers.slice(0, last + 1).some(({ method }) => method !== 'wet_ink')) return fail('INK_AFTER_OTHERS');
  const nameless = signers.find((signer) => isOwnSeat(signer) && signer.userId === null);
  return nameless === undefined ? succeed(null) : fail('US_WITHOUT_PERSON', { name: nameless.name });
}

/** Whether one of our own people signs here with the certificate of their name in the vault. */
export function isOwnSeat({ side, method }: Pick<SignerDraft, 'side' | 'method'>): boolean {
  return side === 'us' && method === 'certificate';
}

/**
 * The order in which the finished file says most: ink, then what is drawn or stamped, then files that travel, then
 * certificates, which seal all of it. Within a method the order stays.
 */
export function suggestedOrder<One extends { readonly method: SigningMethod }>(signers: readonly One[]): readonly One[] {
  return signers.toSorted((one, other) => rankOf(one.method) - rankOf(other.method));
}

function rankOf(method: SigningMethod): number {
  return ['wet_ink', 'seal', 'drawn', 'external', 'certificate'].indexOf(method);
}

type Standing = Pick<Signer, 'id' | 'state' | 'method'>;

/** Whose turn it is; null when nobody's. */
export function nextSigner<One extends Standing>(signers: readonly One[]): One | null {
  return signers.some(({ state }) => state === 'declined') ? null : (signers.find(({ state }) => state === 'waiting') ?? null);
}

/** Where an envelope stands after one more has signed. */
export function stateAfterSigning(signers: readonly Pick<Signer, 'state'>[]): 'pending' | 'partially_signed' | 'completed' {
  const signed = signers.filter(({ state }) => state === 'signed').length;
  if (signed === signers.length) return 'completed';
  return signed === 0 ? 'pending' : 'partially_signed';
}

/** The day on which a paper was signed, before anybody says it: the one on record, where it has come already; else today. */
export function usualInkDay(recorded: Day | null, today: Day): Day {
  return recorded !== null && recorded <= today ? recorded : today;
}

/** Whether with the ink of all who sign on paper everybody has signed. */
export function isLastWithInk(signers: readonly Pick<Signer, 'state' | 'method'>[]): boolean {
  return signers.every(({ state, method }) => state !== 'waiting' || method === 'wet_ink');
}

/** What the stored state means today: one that waits still when its last day has passed is over. */
export function stateOn(stored: EnvelopeState, expiresOn: Day | null, today: Day): EnvelopeState {
  return isRunning(stored) && expiresOn !== null && expiresOn < today ? 'expired' : stored;
}

/** Whether it can still be signed. */
export function isRunning(state: EnvelopeState): boolean {
  return state === 'draft' || state === 'pending' || state === 'partially_signed';
}

/**
 * Whether a mark of this method still goes into the pages: before the first certificate (ours or theirs) the document
 * is open; afterwards a mark can only be the look of a further signature, or the earlier ones would break.
 */
export function isPageMark(method: SigningMethod): boolean {
  return method === 'drawn' || method === 'seal';
}

/** The name of the box in the print that a signer's mark fills. */
export function signerAnchor(position: number): string {
  return `signature-${position}`;
}

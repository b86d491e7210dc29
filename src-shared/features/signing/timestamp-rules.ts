import type { Signer, SignerId, TimestampState } from './envelope-model.ts';

export interface SignerStamp {
  readonly id: SignerId;
  readonly state: TimestampState;
}

/** A signature as a file shows it, in the order in which they were made. */
interface ShownSignature {
  /** SHA-256 of the signer's certificate; null where none can be read. */
  readonly fingerprint: string | null;
  /** It holds a time stamp of its own that is for this signature. */
  readonly isStamped: boolean;
}

/**
 * What one more signature of ours means for the time stamps of the earlier ones. Nothing can be put into a signature that
 * another one follows; but what the last one signs are the earlier ones as well, so its stamp proves when they existed.
 * One that waits for its stamp leaves them waiting with it. Gives those that change.
 */
export function stampsBehind(earlier: readonly Pick<Signer, 'id' | 'timestampState'>[], last: TimestampState): readonly SignerStamp[] {
  const state = ({ stamped: 'covered', covered: 'covered', queued: null, none: 'unstampable', unstampable: 'unstampable' } as const)[last];
  if (state === null) return [];
  return earlier.filter(({ timestampState }) => timestampState === 'queued' || (timestampState === 'unstampable' && state === 'covered')).map(({ id }) => ({ id, state }));
}

/**
 * What the answer to the question for the last signature's stamp means for all who signed: it came, or it never can. One
 * signature seals a paper for all whose ink is on it.
 */
export function stampsAsked(signers: readonly Pick<Signer, 'id' | 'state' | 'method' | 'timestampState'>[], isStamped: boolean): readonly SignerStamp[] {
  const state = isStamped ? 'stamped' : 'unstampable';
  const signed = signers.filter((signer) => signer.state === 'signed');
  const isLast = (signer: (typeof signed)[number]) => signer === signed.at(-1) || (signer.method === 'wet_ink' && signed.at(-1)?.method === 'wet_ink');
  return [...signed.filter(isLast).map(({ id }) => ({ id, state }) as const), ...stampsBehind(signed.filter((signer) => !isLast(signer)), state)];
}

/**
 * What a file that came back says of the time stamps of those who had signed before: the other side may have signed a
 * copy from before a stamp came, and their program may have stamped it. Gives all that wanted a stamp.
 */
export function stampsShown(earlier: readonly Pick<Signer, 'id' | 'certificateFingerprint' | 'timestampState'>[], signatures: readonly ShownSignature[]): readonly SignerStamp[] {
  const lastStamped = signatures.findLastIndex(({ isStamped }) => isStamped);
  const shown: SignerStamp[] = [];
  let from = 0;
  for (const { id, certificateFingerprint, timestampState } of earlier) {
    if (certificateFingerprint === null) continue;
    const at = signatures.findIndex(({ fingerprint }, index) => index >= from && fingerprint === certificateFingerprint);
    // Somebody may sign twice with one certificate.
    if (at >= 0) from = at + 1;
    if (timestampState !== 'none') shown.push({ id, state: stampAt(signatures, at, lastStamped) });
  }
  return shown;
}

function stampAt(signatures: readonly ShownSignature[], at: number, lastStamped: number): TimestampState {
  if (at < 0) return 'unstampable';
  if (signatures[at]?.isStamped === true) return 'stamped';
  return lastStamped > at ? 'covered' : 'unstampable';
}

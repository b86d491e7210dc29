import { Decrypter, Encrypter } from 'age-encryption';
import type { PackHeader, PackManifest, PackRefusal } from '#shared/features/exchange/container.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { readEnvelope, signedBytes, unsignedPack } from './envelope.ts';
import { isSignedBy } from './keys.ts';
import { unzipParts, zipParts, type Part, type Unpacked } from './pack-zip.ts';

export interface PackToSeal {
  readonly manifest: Omit<PackManifest, 'parts' | 'format'>;
  readonly senderKey: string;
  /** The recipient's age key. */
  readonly ageRecipient: string;
  readonly parts: readonly Part[];
}

/** Packs and seals for the recipient alone. Gives the file but for its signature, and what is to be signed. */
export async function sealPack({ manifest, senderKey, ageRecipient, parts }: PackToSeal): Promise<{ readonly unsigned: Uint8Array; readonly toSign: Uint8Array }> {
  const zip = await zipParts({ format: 'deedbox-exchange', ...manifest }, parts);
  const encrypter = new Encrypter();
  encrypter.addRecipient(ageRecipient);
  const header: PackHeader = { packId: manifest.packId, createdAt: manifest.createdAt, senderKey, recipient: manifest.recipient };
  const unsigned = unsignedPack(header, await encrypter.encrypt(zip));
  return { unsigned, toSign: signedBytes(unsigned) };
}

export interface KnownSender {
  readonly signingKey: string;
  readonly fingerprint: string;
  readonly isConfirmed: boolean;
}

export interface PackToOpen {
  readonly bytes: Uint8Array;
  readonly own: { readonly fingerprint: string; readonly ageIdentity: string };
  readonly senders: readonly KnownSender[];
}

/** A pack of which everything was checked but what its contents mean. */
export interface OpenedPack extends Unpacked {
  readonly sender: string;
}

/**
 * Opens a pack: form, version, a known and confirmed sender, the signature over every byte, the recipient, the seal, the
 * list of contents measured, each part's hash, and that inside and outside name the same people. Nothing is unsealed
 * before the signature held, and nothing is unpacked before it was measured.
 */
export async function openPack({ bytes, own, senders }: PackToOpen): Promise<Result<OpenedPack, PackRefusal>> {
  const envelope = readEnvelope(bytes);
  if (!envelope.ok) return envelope;
  const { header, sealed, signed, signature } = envelope.value;
  const sender = senders.find(({ signingKey }) => signingKey === header.senderKey);
  if (!isSignedBy(header.senderKey, signed, signature)) return fail('PACK_TAMPERED');
  if (sender === undefined) return fail('PACK_SENDER_UNKNOWN');
  if (!sender.isConfirmed) return fail('PACK_SENDER_UNCONFIRMED');
  if (header.recipient !== own.fingerprint) return fail('PACK_NOT_FOR_YOU');
  const zip = await unseal(own.ageIdentity, sealed);
  if (zip === null) return fail('PACK_NOT_FOR_YOU');
  const unpacked = await unzipParts(zip);
  if (!unpacked.ok) return unpacked;
  const { manifest } = unpacked.value;
  const isOfItsHeader = manifest.packId === header.packId && manifest.createdAt === header.createdAt && manifest.sender === sender.fingerprint && manifest.recipient === own.fingerprint;
  return isOfItsHeader ? { ok: true, value: { ...unpacked.value, sender: sender.fingerprint } } : fail('PACK_TAMPERED');
}

async function unseal(ageIdentity: string, sealed: Uint8Array): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(ageIdentity);
  try {
    return await decrypter.decrypt(sealed);
  } catch {
    return null;
  }
}

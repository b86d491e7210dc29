import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { PublicKeys } from '#shared/features/exchange/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { sha256 } from '../crypto/digest.ts';

/** The private half: an Ed25519 key (base64url of 32 bytes) and an age identity. Never leaves the vault unsealed. */
export interface PrivateKeys {
  readonly signingSecret: string;
  readonly ageIdentity: string;
}

/** A fresh identity for signing and opening packs. */
export async function createExchangeKeys(): Promise<{ readonly publicKeys: PublicKeys; readonly privateKeys: PrivateKeys }> {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const ageIdentity = await generateX25519Identity();
  return {
    publicKeys: { signingKey: jwk.x ?? '', ageRecipient: await identityToRecipient(ageIdentity) },
    privateKeys: { signingSecret: jwk.d ?? '', ageIdentity },
  };
}

/** SHA-256 over both public keys, as 64 hexadecimal digits: who has the same fingerprint has the same keys. */
export function fingerprintOf({ signingKey, ageRecipient }: PublicKeys): string {
  return sha256(canonicalJson({ purpose: 'deedbox exchange identity 1', signingKey, ageRecipient }));
}

/** An Ed25519 signature, 64 bytes. */
export function signBytes(publicKeys: PublicKeys, { signingSecret }: PrivateKeys, bytes: Uint8Array): Buffer {
  const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKeys.signingKey, d: signingSecret }, format: 'jwk' });
  return sign(null, bytes, key);
}

export function isSignedBy(signingKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = publicKeyOf(signingKey);
  return key !== null && signature.length === 64 && verify(null, bytes, key, signature);
}

/** Null for 32 bytes that are no key. */
function publicKeyOf(signingKey: string): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: signingKey }, format: 'jwk' });
  } catch {
    return null;
  }
}

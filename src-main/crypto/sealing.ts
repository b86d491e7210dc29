import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { deriveKey } from './digest.ts';
import { Secret } from './secret.ts';

const ivLength = 12;
const tagLength = 16;
const publicKeyLength = 32;
// DER of SubjectPublicKeyInfo and PKCS#8 up to the 32 raw bytes of an X25519 key (RFC 8410).
const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex');
const pkcs8Prefix = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** Encrypts with AES-256-GCM: 12 bytes nonce, ciphertext, 16 bytes tag. `context` is authenticated, not stored. */
export function seal(key: Secret, plain: Uint8Array, context: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key.expose(), iv);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made; null when the key, the context or a single bit differs. */
export function unseal(key: Secret, sealed: Uint8Array, context: string): Buffer | null {
  if (sealed.length < ivLength + tagLength) return null;
  const decipher = createDecipheriv('aes-256-gcm', key.expose(), sealed.subarray(0, ivLength));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(ivLength, sealed.length - tagLength)),
      decipher.final(),
    ]);
  } catch {
    return null;
  }
}

/** An X25519 key pair, each half as its 32 raw bytes. */
export interface KeyPair {
  readonly publicKey: Buffer;
  readonly privateKey: Secret;
}

/** A fresh X25519 key pair. */
export function createKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length),
    privateKey: new Secret(privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8Prefix.length)),
  };
}

/**
 * Seals for the holder of a public key: a fresh X25519 key agreement, HKDF-SHA-256 over both public keys, then
 * `seal`. Gives the sender's 32-byte public key followed by the sealed bytes.
 */
export function sealFor(publicKey: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const sender = createKeyPair();
  const key = agreedKey(sender.privateKey, publicKey, sender.publicKey, publicKey, context);
  try {
    return Buffer.concat([sender.publicKey, seal(key, plain, context)]);
  } finally {
    key.wipe();
    sender.privateKey.wipe();
  }
}

/** Opens what `sealFor` made for this key pair; null when it was made for another or was changed. */
export function unsealOwn(own: KeyPair, sealed: Uint8Array, context: string): Secret | null {
  const sender = sealed.subarray(0, publicKeyLength);
  if (sender.length < publicKeyLength) return null;
  const key = agreedKey(own.privateKey, sender, sender, own.publicKey, context);
  const plain = unseal(key, sealed.subarray(publicKeyLength), context);
  key.wipe();
  return plain === null ? null : new Secret(plain);
}

function agreedKey(
  privateKey: Secret,
  otherPublicKey: Uint8Array,
  sender: Uint8Array,
  recipient: Uint8Array,
  context: string,
): Secret {
  const shared = diffieHellman({ privateKey: toPrivateKey(privateKey), publicKey: toPublicKey(otherPublicKey) });
  return deriveKey(new Secret(shared), context, Buffer.concat([sender, recipient]));
}

function toPublicKey(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
}

function toPrivateKey(raw: Secret): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, raw.expose()]), format: 'der', type: 'pkcs8' });
}

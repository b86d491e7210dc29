import { createHmac, hash, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Secret } from './secret.ts';

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** HMAC-SHA-256 as 64 lower-case hexadecimal digits. */
export function hmac(key: Secret, data: string | Uint8Array): string {
  return createHmac('sha256', key.expose()).update(data).digest('hex');
}

/** A 32-byte key for one purpose out of another key (HKDF-SHA-256, RFC 5869). */
export function deriveKey(from: Secret, purpose: string, salt: Uint8Array = new Uint8Array()): Secret {
  return new Secret(new Uint8Array(hkdfSync('sha256', from.expose(), salt, purpose, 32)));
}

/** Compares two hexadecimal digests in a time that does not depend on where they differ. */
export function sameDigest(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

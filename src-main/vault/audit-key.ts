import { deriveKey } from '../crypto/digest.ts';
import type { Secret } from '../crypto/secret.ts';
import type { KeyRing } from './key-ring.ts';

/** The key that vouches for the end of the audit chain; every holder of the vault has it. */
export function auditKeyOf(ring: KeyRing): Secret {
  return deriveKey(ring.header, 'deedbox audit head');
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyStore } from '../../src-main/ports.ts';

/** A keychain for one login: AES-256-GCM under a key that lies nowhere else. Until it is there, the system has none. */
export interface TestKeychain extends KeyStore {
  isThere: boolean;
  /** Whether the system asks for a finger, and what then comes of it. Null: it can't ask. */
  finger: 'given' | 'not given' | null;
}

export function testKeychain(): TestKeychain {
  const key = randomBytes(32);
  const keychain: TestKeychain = {
    isThere: false,
    finger: null,
    canAskForFinger: () => keychain.finger !== null,
    askForFinger: () => Promise.resolve(keychain.finger === 'given'),
    protect: (secret) => {
      if (!keychain.isThere) return null;
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    reveal: (kept) => {
      if (!keychain.isThere) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, kept.subarray(0, 12));
        decipher.setAuthTag(kept.subarray(-16));
        return Buffer.concat([decipher.update(kept.subarray(12, -16)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
  return keychain;
}

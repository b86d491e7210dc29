import { safeStorage } from 'electron';
import type { KeyStore } from '../../ports.ts';

/** The system's keychain. Chromium's `basic_text` stand-in hides nothing, so it counts as none, and so does one not known. */
export function createKeyStore(): KeyStore {
  const isReal = (): boolean => {
    if (!safeStorage.isEncryptionAvailable()) return false;
    return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
  };
  return {
    protect: (secret) => (isReal() ? safeStorage.encryptString(secret.toString('base64')) : null),
    reveal: (kept) => {
      try {
        return isReal() ? Buffer.from(safeStorage.decryptString(kept), 'base64') : null;
      } catch {
        return null;
      }
    },
  };
}

import { safeStorage, systemPreferences } from 'electron';
import type { Settings } from '#shared/features/settings/model.ts';
import type { KeyStore } from '../../ports.ts';
import words from './finger-words.json' with { type: 'json' };

/**
 * The system's keychain. Chromium's `basic_text` stand-in hides nothing, so it counts as none, and so does one not known.
 * Electron can have a finger asked for on a Mac alone.
 */
export function createKeyStore(language: () => Settings['language']): KeyStore {
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
    canAskForFinger: () => process.platform === 'darwin' && systemPreferences.canPromptTouchID(),
    askForFinger: async () => {
      try {
        await systemPreferences.promptTouchID(words[language()].open);
        return true;
      } catch {
        return false;
      }
    },
  };
}

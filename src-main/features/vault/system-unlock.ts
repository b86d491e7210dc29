import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { userIdSchema, type UserId, type VaultId } from '#shared/features/vault/model.ts';
import { seal, unseal } from '../../crypto/sealing.ts';
import { Secret } from '../../crypto/secret.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import type { KeyStore } from '../../ports.ts';

const fileSchema = z
  .object({
    userId: userIdSchema,
    /** A random key, as only this person's login to the system opens it. */
    protectedKey: z.base64(),
    /** The key that the passphrase gives, sealed with that random key. */
    sealed: z.base64(),
  })
  .readonly();

export interface SystemUnlockParts {
  readonly keyStore: KeyStore;
  /** Where this laptop keeps what opens its vaults by the system's login, a file for each. */
  readonly systemUnlockFolder: string;
}

export type SystemUnlock = ReturnType<typeof createSystemUnlock>;

/**
 * A second way into a vault on one laptop: the system's keychain opens what the passphrase would give. It keeps what the
 * passphrase is turned into, not the person's own key, so that it opens nothing once the passphrase was changed anywhere.
 */
export function createSystemUnlock({ keyStore, systemUnlockFolder }: SystemUnlockParts) {
  const fileOf = (vaultId: VaultId): string => join(systemUnlockFolder, `${vaultId}.json`);

  function read(vaultId: VaultId) {
    if (!existsSync(fileOf(vaultId))) return null;
    try {
      return fileSchema.parse(JSON.parse(readFileSync(fileOf(vaultId), 'utf8')));
    } catch {
      return null;
    }
  }

  return {
    /** Whether this system has a keychain that hides something. */
    isAvailable: (): boolean => keyStore.protect(Buffer.alloc(1)) !== null,
    canAskForFinger: (): boolean => keyStore.canAskForFinger(),
    /** Has the system ask for a finger where it can; false where it was not given. */
    isPresent: async (): Promise<boolean> => !keyStore.canAskForFinger() || (await keyStore.askForFinger()),
    /** Whom it lets into a vault; null: nobody. */
    ownerOf: (vaultId: VaultId): UserId | null => read(vaultId)?.userId ?? null,
    /** Keeps the key that a person's passphrase gives; false where there is no real keychain. */
    keep: (vaultId: VaultId, userId: UserId, passphraseKey: Secret): boolean => {
      const random = Secret.random();
      const protectedKey = keyStore.protect(random.expose());
      if (protectedKey !== null) {
        const sealed = seal(random, passphraseKey.expose(), contextOf(vaultId, userId));
        mkdirSync(systemUnlockFolder, { recursive: true });
        writeFileAtomically(fileOf(vaultId), Buffer.from(JSON.stringify({ userId, protectedKey: protectedKey.toString('base64'), sealed: sealed.toString('base64') })));
      }
      random.wipe();
      return protectedKey !== null;
    },
    /** The key that the person's passphrase gave; null when the system does not give it out. */
    reveal: (vaultId: VaultId): { readonly userId: UserId; readonly passphraseKey: Secret } | null => {
      const kept = read(vaultId);
      const opened = kept === null ? null : keyStore.reveal(Buffer.from(kept.protectedKey, 'base64'));
      if (kept === null || opened === null) return null;
      const random = new Secret(opened);
      const key = unseal(random, Buffer.from(kept.sealed, 'base64'), contextOf(vaultId, kept.userId));
      random.wipe();
      return key === null ? null : { userId: kept.userId, passphraseKey: new Secret(key) };
    },
    forget: (vaultId: VaultId): void => rmSync(fileOf(vaultId), { force: true }),
  };
}

function contextOf(vaultId: VaultId, userId: UserId): string {
  return `deedbox system unlock ${vaultId} ${userId}`;
}

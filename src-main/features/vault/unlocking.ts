import type { OpenError, VaultId, VaultStatus } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { KeyPair } from '../../crypto/sealing.ts';
import type { Secret } from '../../crypto/secret.ts';
import { sql } from '../../db/sql.ts';
import type { RecentVault } from '../../device/device-state.ts';
import type { Call } from '../../ipc/handlers.ts';
import { findDisabled, findUser, openUser, recoverUser, withPassphrase } from '../../vault/change-holder.ts';
import { readHeader, writeHeader, type HeaderUser, type KdfParameters } from '../../vault/header.ts';
import { freshParameters } from '../../vault/kdf.ts';
import { openHolder, wipeKeyRing, type KeyRing } from '../../vault/key-ring.ts';
import { finishInterruptedRotation } from '../../vault/rotate-keys.ts';
import { openVault } from '../../vault/open-vault.ts';
import { ownEntry, provePassphrase } from '../../vault/prove-passphrase.ts';
import { measurePassphrase } from '../../vault/passphrase-strength.ts';
import type { Session } from '../../vault/session.ts';
import type { Desk } from './desk.ts';

/** So many wrong passphrases in a row, and the system's login opens the vault no more. */
const failuresUntilForgotten = 5;

/** Opening the vault on the desk with a passphrase or the recovery code, and changing the passphrase. */
export function createUnlocking(desk: Desk) {
  const { clock, kdf } = desk.parts;

  async function unlock(
    userName: string,
    passphrase: string,
    takeOver: boolean,
  ): Promise<Result<VaultStatus, 'WRONG_CREDENTIALS' | 'USER_DISABLED' | 'TOO_EARLY' | 'NO_VAULT' | OpenError>> {
    const vault = desk.selected();
    if (vault === undefined) return fail('NO_VAULT');
    const retryAfterMs = desk.attempts.wait(vault.id);
    if (retryAfterMs > 0) return fail('TOO_EARLY', { retryAfterMs });
    finishInterruptedRotation(vault.folder);
    const header = readHeader(vault.folder);
    if (!header.ok) return header;
    const user = findUser(header.value, userName);
    // An unknown name costs the same derivation, so that time tells nothing about which names exist.
    const disabled = user === undefined ? findDisabled(header.value, userName) : undefined;
    const kdfParameters = user?.kdf ?? disabled?.kdf ?? header.value.users[0]?.kdf;
    if (kdfParameters === undefined) return fail('DAMAGED_HEADER');
    const begun = performance.now();
    const checkStill = desk.standStill();
    const passphraseKey = await kdf.derive(passphrase, kdfParameters);
    const tookMs = performance.now() - begun;
    const keys = user === undefined ? 'wrong' : openUser(user, passphraseKey);
    // Only who knows the passphrase is told that the name exists.
    const isDisabled = disabled !== undefined && openHolder(disabled, passphraseKey) !== null;
    passphraseKey.wipe();
    if (isDisabled) return fail('USER_DISABLED');
    if (keys === 'damaged') return fail('DAMAGED_HEADER');
    if (keys === 'wrong' || user === undefined) {
      countFailure(vault);
      return fail('WRONG_CREDENTIALS', { retryAfterMs: desk.attempts.wait(vault.id) });
    }
    checkStill(() => {
      keys.pair.privateKey.wipe();
      wipeKeyRing(keys.ring);
    });
    const entered = enter(vault, user, keys, { takeOver, isBySystem: false });
    if (!entered.ok) return entered;
    if (tookMs * 2 < kdf.targetMs) void strengthen(entered.value.session, vault.id, user, passphrase);
    return succeed(entered.value.status);
  }

  /** Opens the vault for whom the system's login vouches on this laptop, if they switched that on. */
  async function unlockWithSystem(takeOver: boolean): Promise<Result<VaultStatus, 'SYSTEM_UNLOCK_FAILED' | 'SYSTEM_UNLOCK_ENDED' | 'FINGER_NOT_GIVEN' | 'NO_VAULT' | OpenError>> {
    const asked = desk.selected();
    if (asked === undefined) return fail('NO_VAULT');
    const checkStill = desk.standStill();
    if (desk.systemUnlock.ownerOf(asked.id) !== null && !(await desk.systemUnlock.isPresent())) return fail('FINGER_NOT_GIVEN');
    // The finger was given for the vault that was chosen then.
    checkStill(() => undefined);
    const vault = desk.selected();
    if (vault?.id !== asked.id) return fail('NO_VAULT');
    const revealed = desk.systemUnlock.reveal(vault.id);
    // What is kept stays: a keychain that is locked for the moment may give it out later.
    if (revealed === null) return fail('SYSTEM_UNLOCK_FAILED');
    finishInterruptedRotation(vault.folder);
    const header = readHeader(vault.folder);
    const user = header.ok ? header.value.users.find(({ id }) => id === revealed.userId) : undefined;
    const keys = user === undefined ? 'wrong' : openUser(user, revealed.passphraseKey);
    revealed.passphraseKey.wipe();
    if (!header.ok) return header;
    if (keys === 'damaged') return fail('DAMAGED_HEADER');
    if (keys === 'wrong' || user === undefined) {
      // The passphrase was changed elsewhere, or the person was disabled or removed: it never opens anything again.
      desk.systemUnlock.forget(vault.id);
      return fail('SYSTEM_UNLOCK_ENDED');
    }
    const entered = enter(vault, user, keys, { takeOver, isBySystem: true });
    return entered.ok ? succeed(entered.value.status) : entered;
  }

  function enter(
    vault: RecentVault,
    user: HeaderUser,
    keys: { readonly pair: KeyPair; readonly ring: KeyRing },
    { takeOver, isBySystem }: { readonly takeOver: boolean; readonly isBySystem: boolean },
  ): Result<{ readonly session: Session; readonly status: VaultStatus }, OpenError> {
    desk.close();
    // Closing an open vault writes its header anew.
    const present = readHeader(vault.folder);
    if (!present.ok) return present;
    const opened = openVault({ folder: vault.folder, header: present.value, user, takeOver, ...keys }, desk.parts);
    if (!opened.ok) return opened;
    opened.value.write('vault.unlock', (_db, record) => {
      // Wrong tries on this laptop since the last right one.
      record('session', user.id, { failures: vault.failures, ...(isBySystem ? { bySystem: true } : {}) });
      return succeed(null);
    });
    return succeed({ session: opened.value, status: desk.enter(opened.value, present.value) });
  }

  /** The key that the passphrase gives; a wrong one counts as a try at unlocking does. */
  async function prove(session: Session, vault: RecentVault, passphrase: string): Promise<Result<Secret, 'WRONG_CREDENTIALS' | 'DAMAGED_HEADER'>> {
    const proven = await provePassphrase(kdf, session, passphrase);
    if (proven.ok) desk.attempts.succeed(vault.id);
    if (proven.ok || proven.error.code === 'DAMAGED_HEADER') return proven;
    countFailure(vault);
    return fail('WRONG_CREDENTIALS', { retryAfterMs: desk.attempts.wait(vault.id) });
  }

  /** Somebody who guesses passphrases must not end up with the way round them. */
  function countFailure(vault: RecentVault): void {
    desk.attempts.fail(vault.id);
    if (vault.failures + 1 >= failuresUntilForgotten) desk.systemUnlock.forget(vault.id);
  }

  /** Lets the system's login open the vault for this person on this laptop; asked for with the passphrase. */
  async function enableSystemUnlock({ session, write }: Call, passphrase: string): Promise<Result<null, 'WRONG_CREDENTIALS' | 'TOO_EARLY' | 'SYSTEM_UNLOCK_UNAVAILABLE' | 'DAMAGED_HEADER'>> {
    const vault = desk.selected();
    if (vault === undefined || vault.sample || !desk.systemUnlock.isAvailable()) return fail('SYSTEM_UNLOCK_UNAVAILABLE');
    const retryAfterMs = desk.attempts.wait(vault.id);
    if (retryAfterMs > 0) return fail('TOO_EARLY', { retryAfterMs });
    const proven = await prove(session, vault, passphrase);
    if (!proven.ok) return proven;
    const key = proven.value;
    try {
      return write<null, 'SYSTEM_UNLOCK_UNAVAILABLE'>((_db, record) => {
        record('user', session.user.id, { systemUnlock: true });
        return desk.systemUnlock.keep(vault.id, session.user.id, key) ? succeed(null) : fail('SYSTEM_UNLOCK_UNAVAILABLE');
      });
    } finally {
      key.wipe();
    }
  }

  function disableSystemUnlock({ session, write }: Call): Result<null, never> {
    return write<null, never>((_db, record) => {
      record('user', session.user.id, { systemUnlock: false });
      const vault = desk.selected();
      if (vault !== undefined) desk.systemUnlock.forget(vault.id);
      return succeed(null);
    });
  }

  /** What the lock screen and the settings may know of it. */
  function systemUnlockState(): { readonly isAvailable: boolean; readonly isOn: boolean; readonly isOwn: boolean; readonly asksForFinger: boolean } {
    const vault = desk.selected();
    const kept = vault === undefined ? null : desk.systemUnlock.ownerOf(vault.id);
    // Some systems ask the person before they give the keychain out: not at a lock screen that has no use for it.
    const isAsked = kept !== null || desk.session() !== null;
    const isAvailable = vault !== undefined && !vault.sample && isAsked && desk.systemUnlock.isAvailable();
    return { isAvailable, isOn: kept !== null, isOwn: kept !== null && kept === desk.session()?.user.id, asksForFinger: isAvailable && desk.systemUnlock.canAskForFinger() };
  }

  /**
   * Seals a person's key anew at a cost fit for this laptop, where the vault was made on a slower one or in slower years.
   * In the background, and given up when the vault is locked or busy meanwhile: the next unlock tries again. `opened`: the
   * person as the passphrase opened them; once they have another one, this one must not come back.
   */
  async function strengthen(session: Session, vaultId: VaultId, opened: HeaderUser, passphrase: string): Promise<void> {
    try {
      const parameters = await freshParameters(kdf);
      const key = await kdf.derive(passphrase, parameters);
      const header = readHeader(session.folder);
      const user = header.ok ? ownEntry(header.value, session) : undefined;
      const isSame = user?.sealedPrivateKey === opened.sealedPrivateKey;
      if (desk.session() === session && header.ok && user !== undefined && isSame && costOf(parameters) > costOf(user.kdf)) {
        session.write('vault.strengthenKey', (_db, record) => {
          record('user', user.id, { memoryKiB: parameters.memoryKiB, passes: parameters.passes });
          writeHeader(session.folder, withPassphrase(header.value, user, session.pair, key, parameters), session.ring.header);
          return succeed(null);
        });
        if (desk.systemUnlock.ownerOf(vaultId) === user.id) desk.systemUnlock.keep(vaultId, user.id, key);
      }
      key.wipe();
    } catch (error) {
      desk.parts.log.info('key-not-strengthened', { kind: error instanceof Error ? error.name : '' });
    }
  }

  async function changePassphrase(
    current: string,
    next: string,
  ): Promise<Result<null, 'WRONG_CREDENTIALS' | 'TOO_EARLY' | 'WEAK_PASSPHRASE' | 'DAMAGED_HEADER'>> {
    const open = desk.session();
    const vault = desk.selected();
    if (open === null || vault === undefined) return fail('WRONG_CREDENTIALS');
    const retryAfterMs = desk.attempts.wait(vault.id);
    if (retryAfterMs > 0) return fail('TOO_EARLY', { retryAfterMs });
    if (!(await measurePassphrase(next, [open.user.name])).accepted) return fail('WEAK_PASSPHRASE');
    const proven = await prove(open, vault, current);
    if (!proven.ok) return proven;
    proven.value.wipe();
    const parameters = await freshParameters(kdf);
    const nextKey = await kdf.derive(next, parameters);
    try {
      return open.write<null, 'DAMAGED_HEADER'>('vault.changePassphrase', (_db, record) => {
        // As it is now: deriving took its time.
        const header = readHeader(open.folder);
        const user = header.ok ? ownEntry(header.value, open) : undefined;
        if (!header.ok || user === undefined) return fail('DAMAGED_HEADER');
        record('user', user.id);
        writeHeader(open.folder, withPassphrase(header.value, user, open.pair, nextKey, parameters), open.ring.header);
        desk.systemUnlock.forget(vault.id);
        return succeed(null);
      });
    } finally {
      nextKey.wipe();
    }
  }

  async function recover(
    userName: string,
    recoveryCode: string,
    passphrase: string,
  ): Promise<Result<VaultStatus, 'WRONG_RECOVERY_CODE' | 'TOO_EARLY' | 'WEAK_PASSPHRASE' | 'NO_VAULT' | OpenError>> {
    const vault = desk.selected();
    if (vault === undefined) return fail('NO_VAULT');
    const retryAfterMs = desk.attempts.wait(vault.id);
    if (retryAfterMs > 0) return fail('TOO_EARLY', { retryAfterMs });
    if (!(await measurePassphrase(passphrase, [userName])).accepted) return fail('WEAK_PASSPHRASE');
    const checkStill = desk.standStill();
    const parameters = await freshParameters(kdf);
    const passphraseKey = await kdf.derive(passphrase, parameters);
    checkStill(() => passphraseKey.wipe());
    desk.close();
    finishInterruptedRotation(vault.folder);
    const header = readHeader(vault.folder);
    if (!header.ok) return header;
    const recovered = recoverUser(header.value, userName, recoveryCode, passphraseKey, parameters);
    passphraseKey.wipe();
    if (!recovered.ok) {
      if (recovered.error.code === 'WRONG_RECOVERY_CODE') desk.attempts.fail(vault.id);
      return recovered;
    }
    const { user, ring, pair } = recovered.value;
    // The old header opens the vault; the new one is written only once everything behind it is known to be sound.
    const opened = openVault({ folder: vault.folder, header: header.value, user, ring, pair, takeOver: false }, desk.parts);
    if (!opened.ok) return opened;
    const renewed = writeHeader(vault.folder, recovered.value.header, ring.header);
    desk.systemUnlock.forget(vault.id);
    opened.value.write('vault.recover', (db, record) => {
      db.run(sql`UPDATE signing_identities SET retired_at = ${clock.now()}
        WHERE user_id = ${user.id} AND retired_at IS NULL`);
      record('user', user.id);
      return succeed(null);
    });
    return succeed(desk.enter(opened.value, renewed));
  }

  return { unlock, unlockWithSystem, enableSystemUnlock, disableSystemUnlock, systemUnlockState, changePassphrase, recover };
}

/** What a guess costs, in KiB filled. */
function costOf({ memoryKiB, passes }: KdfParameters): number {
  return memoryKiB * passes;
}

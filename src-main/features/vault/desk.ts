import { basename } from 'node:path';
import type { VaultStatus, VaultSummary } from '#shared/features/vault/model.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import type { Writable } from '../../db/connection.ts';
import { withOpenedVault, type DeviceState, type RecentVault } from '../../device/device-state.ts';
import { systemErrorCode } from '../../files/file-errors.ts';
import type { Clock, Ids, KeyStore, Log } from '../../ports.ts';
import type { Header } from '../../vault/header.ts';
import type { Kdf } from '../../vault/kdf.ts';
import { VaultLocked, type Session } from '../../vault/session.ts';
import { createAttempts, type Attempts } from './attempts.ts';
import { createSystemUnlock, type SystemUnlock } from './system-unlock.ts';

export interface VaultServiceParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly kdf: Kdf;
  readonly device: DeviceState;
  readonly keyStore: KeyStore;
  readonly systemUnlockFolder: string;
  readonly nativeBinding: string | null;
  /** Where the sample vault lies. */
  readonly sampleFolder: string;
  /** Writes what every new vault begins with. */
  readonly fill: (db: Writable) => void;
  /** Told before an open vault is closed; what it answers is done once it is. */
  readonly onClosing: (session: Session) => () => void;
  /** Puts the fictional data into an opened sample vault. */
  readonly fillSample: (session: Session) => void;
  /** Told after every change of the vault's state. */
  readonly onStatus: (status: VaultStatus) => void;
}

/** Which vault lies on the desk and whether it is open: at most one in a process. */
export interface Desk {
  readonly parts: VaultServiceParts;
  readonly attempts: Attempts;
  readonly systemUnlock: SystemUnlock;
  session(): Session | null;
  /** The vault that the lock screen asks for, or undefined. */
  selected(): RecentVault | undefined;
  status(): VaultStatus;
  announce(): VaultStatus;
  /** Puts a freshly opened vault on the desk, remembers it and tells everybody. */
  enter(opened: Session, header: Header): VaultStatus;
  /** Closes the vault that is open; its files are free afterwards. Tells nobody. */
  close(): void;
  /**
   * Notes how things stand, before something that takes its time; the answer then throws an AbortError if another vault was
   * chosen or opened meanwhile, or it was to be locked: what somebody sees must not open behind their back.
   */
  standStill(): StandStill;
}

/** Lets go of the keys that were made meanwhile before it throws. */
export type StandStill = (letGo: () => void) => void;

/** The roles of the person who makes a vault. */
export const firstRoles: readonly Role[] = ['administrator', 'contract_manager'];

/** An empty desk. */
export function createDesk(parts: VaultServiceParts): Desk {
  const { clock, device } = parts;
  const attempts = createAttempts(device, clock);
  let session: Session | null = null;
  /** How often something was closed, or was to be. */
  let turn = 0;

  function selected(): RecentVault | undefined {
    const { vaults, selected: id } = device.read();
    return vaults.find((vault) => vault.id === id);
  }

  function status(): VaultStatus {
    const vault = selected();
    if (vault === undefined) return { state: 'none' };
    if (session === null) return { state: 'locked', vault: summaryOf(vault), retryAfterMs: attempts.wait(vault.id) };
    return {
      state: 'unlocked',
      vault: summaryOf(vault),
      user: session.user,
      compartments: session.compartments,
      permissions: [...session.permissions],
    };
  }

  function announce(): VaultStatus {
    const now = status();
    parts.onStatus(now);
    return now;
  }

  return {
    parts,
    attempts,
    systemUnlock: createSystemUnlock(parts),
    session: () => session,
    selected,
    status,
    announce,
    enter: (opened, header) => {
      session = opened;
      device.change((state) =>
        withOpenedVault(state, {
          id: header.vaultId,
          folder: opened.folder,
          sample: header.sample,
          lastUserName: opened.user.name,
          lastOpenedAt: clock.now(),
          failures: 0,
          lastFailureAt: null,
        }),
      );
      return announce();
    },
    standStill: () => {
      const before = turn;
      return (letGo) => {
        if (turn === before) return;
        letGo();
        throw new DOMException('Something else was done with the vault', 'AbortError');
      };
    },
    close: () => {
      turn += 1;
      const open = session;
      if (open === null) return;
      noteLock(open);
      const afterwards = parts.onClosing(open);
      session = null;
      open.close();
      afterwards();
    },
  };
}

/** The log tells when a session ended; a disk that is gone or full must not keep the vault open. */
function noteLock(session: Session): void {
  try {
    session.write('vault.lock', (_db, record) => {
      record('session', session.user.id);
      return succeed(null);
    });
  } catch (error) {
    if (systemErrorCode(error) === null && !(error instanceof VaultLocked)) throw error;
  }
}

/** What the interface may know of a vault. */
export function summaryOf(vault: RecentVault): VaultSummary {
  return {
    id: vault.id,
    folder: vault.folder,
    name: basename(vault.folder),
    sample: vault.sample,
    lastUserName: vault.lastUserName,
    lastOpenedAt: vault.lastOpenedAt,
  };
}

import type { VaultId } from '#shared/features/vault/model.ts';
import { withVault, type DeviceState } from '../../device/device-state.ts';
import type { Clock } from '../../ports.ts';

const freeAttempts = 2;
const longestDelayMs = 5 * 60_000;

/** Counts wrong passphrases and codes of each vault on this laptop and makes the next try wait longer. */
export interface Attempts {
  /** Milliseconds until the next try; 0 when it may be now. */
  wait(vaultId: VaultId): number;
  fail(vaultId: VaultId): void;
  succeed(vaultId: VaultId): void;
}

/**
 * The wait doubles from 2 s with each failure after the second, up to five minutes. It outlives a restart. It slows
 * down a person at this keyboard; who copies the folder is slowed down by Argon2id alone.
 */
export function createAttempts(device: DeviceState, clock: Clock): Attempts {
  const change = (vaultId: VaultId, failures: (before: number) => number, at: number | null): void => {
    device.change((state) =>
      withVault(state, vaultId, (vault) => ({ ...vault, failures: failures(vault.failures), lastFailureAt: at })),
    );
  };
  return {
    wait: (vaultId) => {
      const vault = device.read().vaults.find(({ id }) => id === vaultId);
      if (vault === undefined || vault.lastFailureAt === null || vault.failures <= freeAttempts) return 0;
      const delay = Math.min(2000 * 2 ** (vault.failures - freeAttempts - 1), longestDelayMs);
      // A clock that was set back must neither lock the person out for longer nor let them in at once.
      const passed = Math.max(0, clock.now() - vault.lastFailureAt);
      return Math.max(0, delay - passed);
    },
    fail: (vaultId) => change(vaultId, (before) => before + 1, clock.now()),
    succeed: (vaultId) => change(vaultId, () => 0, null),
  };
}

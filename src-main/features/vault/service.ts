import { rmSync } from 'node:fs';
import { openErrors, type OpenError, type VaultId, type VaultStatus, type VaultSummary } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { createRecoveryCode } from '../../crypto/recovery-code.ts';
import { Secret } from '../../crypto/secret.ts';
import { withOpenedVault } from '../../device/device-state.ts';
import { readHeader } from '../../vault/header.ts';
import { minimumCost } from '../../vault/kdf.ts';
import { createCreating, makeVault, type VaultToMake } from './creating.ts';
import { createDesk, summaryOf, type VaultServiceParts } from './desk.ts';
import { createUnlocking } from './unlocking.ts';

export type VaultService = ReturnType<typeof createVaultService>;

// Guards fictional data only; the interface opens the sample without asking.
const samplePassphrase = 'fictional data, open to all';
const sampleUser = 'Sample 示例';

/** The one open vault of this process: creating, choosing, opening, locking, recovering. */
export function createVaultService(parts: VaultServiceParts) {
  const { device } = parts;
  const desk = createDesk(parts);
  const creating = createCreating(desk);
  const unlocking = createUnlocking(desk);

  function lock(): VaultStatus {
    desk.close();
    return desk.announce();
  }

  function select(folder: string): Result<VaultStatus, OpenError> {
    const header = readHeader(folder);
    if (!header.ok) return header;
    desk.close();
    const known = device.read().vaults.find(({ id }) => id === header.value.vaultId);
    device.change((state) =>
      withOpenedVault(state, {
        id: header.value.vaultId,
        folder,
        sample: header.value.sample,
        lastUserName: known?.lastUserName ?? null,
        lastOpenedAt: known?.lastOpenedAt ?? null,
        failures: known?.failures ?? 0,
        lastFailureAt: known?.lastFailureAt ?? null,
      }),
    );
    return succeed(desk.announce());
  }

  async function openSample(): Promise<Result<VaultStatus, OpenError>> {
    if (readHeader(parts.sampleFolder).ok) {
      const chosen = select(parts.sampleFolder);
      return chosen.ok ? openErrorsOnly(await unlocking.unlock(sampleUser, samplePassphrase, false)) : chosen;
    }
    rmSync(parts.sampleFolder, { recursive: true, force: true });
    const sample: VaultToMake = {
      folder: parts.sampleFolder,
      userName: sampleUser,
      passphrase: samplePassphrase,
      kdf: { algorithm: 'argon2id', ...minimumCost, salt: Secret.random(16).expose().toString('base64') },
      sample: true,
      recoveryCode: createRecoveryCode(),
    };
    const made = await makeVault(desk, sample, desk.standStill());
    const session = desk.session();
    if (session !== null) parts.fillSample(session);
    return openErrorsOnly(made);
  }

  function deleteSample(): Result<VaultStatus, 'NOT_A_SAMPLE'> {
    const vault = device.read().vaults.find(({ sample }) => sample);
    if (vault?.folder !== parts.sampleFolder) return fail('NOT_A_SAMPLE');
    if (desk.selected()?.id === vault.id) lock();
    rmSync(vault.folder, { recursive: true, force: true });
    return succeed(forget(vault.id));
  }

  function forget(vaultId: VaultId): VaultStatus {
    if (desk.selected()?.id === vaultId) lock();
    desk.systemUnlock.forget(vaultId);
    device.change((state) => {
      const vaults = state.vaults.filter(({ id }) => id !== vaultId);
      return { ...state, vaults, selected: state.selected === vaultId ? (vaults[0]?.id ?? null) : state.selected };
    });
    return desk.announce();
  }

  return {
    /** The open vault for whoever works in the background: none while its keys are changed, for nothing is written then. */
    session: () => (desk.session()?.isBusy === true ? null : desk.session()),
    /** The open vault, whatever goes on in it. */
    openSession: desk.session,
    status: desk.status,
    recent: (): readonly VaultSummary[] => device.read().vaults.map(summaryOf),
    folderOf: (id: VaultId) => device.read().vaults.find((vault) => vault.id === id)?.folder,
    openSample,
    deleteSample,
    select,
    forget,
    lock,
    ...creating,
    ...unlocking,
  };
}

/** The sample's passphrase is known to us: what is wrong with it otherwise is damage. */
function openErrorsOnly(result: Result<VaultStatus>): Result<VaultStatus, OpenError> {
  if (result.ok) return result;
  const code = openErrors.find((known) => known === result.error.code) ?? 'DAMAGED_HEADER';
  return fail(code, result.error.params);
}

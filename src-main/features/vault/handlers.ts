import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, succeed } from '#shared/kernel/result.ts';
import type { Picks } from '../../device/picks.ts';
import { isWritable } from '../../files/writable-folder.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { FilePicker } from '../../ports.ts';
import { headerFile } from '../../vault/header.ts';
import { measurePassphrase } from '../../vault/passphrase-strength.ts';
import type { RecoveryRenewal } from './recovery-renewal.ts';
import type { VaultService } from './service.ts';

export interface VaultHandlerParts {
  readonly vaults: VaultService;
  readonly renewal: RecoveryRenewal;
  readonly picker: FilePicker;
  readonly picks: Picks;
  /** The person did something at the keyboard or with the pointer. */
  readonly onActivity: () => void;
}

/** The vault's operations over its service: handles to folders are turned into paths here. */
export function createVaultHandlers({ vaults, renewal, picker, picks, onActivity }: VaultHandlerParts): HandlersOf<'vault'> {
  return {
    status: () => succeed(vaults.status()),
    recent: () => succeed(vaults.recent()),
    measurePassphrase: async ({ passphrase, userName }) => succeed(await measurePassphrase(passphrase, [userName])),
    pickFolder: async ({ purpose }) => {
      const folder = await picker.chooseFolder();
      if (folder === null) return succeed(null);
      if (purpose === 'create' && !isWritable(folder)) return fail('READ_ONLY_FOLDER');
      return succeed({ pickId: picks.add(folder), folder, kind: kindOf(folder) });
    },
    beginCreate: ({ pickId, userName, passphrase }) => {
      const folder = picks.find(pickId);
      if (folder === undefined) return fail('PICK_EXPIRED');
      return isWritable(folder) ? vaults.beginCreate(folder, userName, passphrase) : fail('READ_ONLY_FOLDER');
    },
    finishCreate: ({ confirmations }) => vaults.finishCreate(confirmations),
    cancelCreate: () => {
      vaults.cancelCreate();
      return succeed(null);
    },
    createSample: () => vaults.openSample(),
    deleteSample: () => vaults.deleteSample(),
    select: (choice) => {
      const folder = 'vaultId' in choice ? vaults.folderOf(choice.vaultId) : picks.find(choice.pickId);
      return folder === undefined ? fail('PICK_EXPIRED') : vaults.select(folder);
    },
    forget: ({ vaultId }) => succeed(vaults.forget(vaultId)),
    unlock: ({ userName, passphrase, takeOver }) => vaults.unlock(userName, passphrase, takeOver),
    systemUnlock: () => succeed(vaults.systemUnlockState()),
    unlockWithSystem: ({ takeOver }) => vaults.unlockWithSystem(takeOver),
    enableSystemUnlock: ({ passphrase }, call) => vaults.enableSystemUnlock(call, passphrase),
    disableSystemUnlock: (_, call) => vaults.disableSystemUnlock(call),
    lock: () => succeed(vaults.lock()),
    changePassphrase: ({ current, next }) => vaults.changePassphrase(current, next),
    recover: ({ userName, recoveryCode, passphrase }) => vaults.recover(userName, recoveryCode, passphrase),
    beginRecoveryRenewal: ({ passphrase }, call) => renewal.begin(call, passphrase),
    finishRecoveryRenewal: ({ confirmations }, call) => renewal.finish(call, confirmations),
    touch: () => {
      onActivity();
      return succeed(null);
    },
  };
}

function kindOf(folder: string): 'empty' | 'vault' | 'other' {
  if (!existsSync(folder)) return 'empty';
  if (existsSync(join(folder, headerFile))) return 'vault';
  return readdirSync(folder).length === 0 ? 'empty' : 'other';
}

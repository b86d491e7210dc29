import { randomInt } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { recoveryCodeGroups, type OpenError, type VaultStatus } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { createRecoveryCode, normaliseRecoveryCode, recoveryGroups } from '../../crypto/recovery-code.ts';
import { Secret } from '../../crypto/secret.ts';
import { createVault } from '../../vault/create-vault.ts';
import { readHeader, type KdfParameters } from '../../vault/header.ts';
import { freshParameters } from '../../vault/kdf.ts';
import { measurePassphrase } from '../../vault/passphrase-strength.ts';
import { firstRoles, type Desk, type StandStill } from './desk.ts';

interface Creation {
  readonly folder: string;
  readonly userName: string;
  readonly passphrase: Secret;
  readonly recoveryCode: string;
  readonly askedGroups: readonly [number, number];
}

export interface Begun {
  readonly recoveryCode: string;
  readonly askedGroups: readonly [number, number];
}

/** Making a vault in two steps: nothing is written before the recovery code was confirmed. */
export function createCreating(desk: Desk) {
  const { kdf } = desk.parts;
  let creation: Creation | null = null;

  async function beginCreate(
    folder: string,
    userName: string,
    passphrase: string,
  ): Promise<Result<Begun, 'WEAK_PASSPHRASE' | 'FOLDER_NOT_EMPTY'>> {
    if (!(await measurePassphrase(passphrase, [userName])).accepted) return fail('WEAK_PASSPHRASE');
    if (existsSync(folder) && readdirSync(folder).length > 0) return fail('FOLDER_NOT_EMPTY');
    cancelCreate();
    const askedGroups = twoGroups();
    const recoveryCode = createRecoveryCode();
    creation = { folder, userName, passphrase: new Secret(Buffer.from(passphrase)), recoveryCode, askedGroups };
    return succeed({ recoveryCode, askedGroups });
  }

  function cancelCreate(): void {
    creation?.passphrase.wipe();
    creation = null;
  }

  async function finishCreate(
    confirmations: readonly { readonly group: number; readonly text: string }[],
  ): Promise<Result<VaultStatus, 'RECOVERY_CODE_MISTYPED' | 'NOTHING_BEGUN' | 'FOLDER_NOT_EMPTY' | OpenError>> {
    const begun = creation;
    if (begun === null) return fail('NOTHING_BEGUN');
    const groups = recoveryGroups(begun.recoveryCode);
    const confirmed = begun.askedGroups.every((group) =>
      confirmations.some((typed) => typed.group === group && normaliseRecoveryCode(typed.text) === groups[group]),
    );
    if (!confirmed) return fail('RECOVERY_CODE_MISTYPED');
    const checkStill = desk.standStill();
    const wanted = {
      folder: begun.folder,
      userName: begun.userName,
      passphrase: begun.passphrase.expose().toString(),
      kdf: await freshParameters(kdf),
      sample: false,
      recoveryCode: begun.recoveryCode,
    };
    const made = await makeVault(desk, wanted, (letGo) => {
      checkStill(letGo);
      if (creation === begun) return;
      letGo();
      throw new DOMException('The vault was called off', 'AbortError');
    });
    if (made.ok) cancelCreate();
    return made;
  }

  return { beginCreate, cancelCreate, finishCreate };
}

export interface VaultToMake {
  readonly folder: string;
  readonly userName: string;
  readonly passphrase: string;
  readonly kdf: KdfParameters;
  readonly sample: boolean;
  readonly recoveryCode: string;
}

/** Makes the vault, opens it and puts it on the desk in place of the one that lay there; not where `checkStill` throws. */
export async function makeVault(
  desk: Desk,
  vault: VaultToMake,
  checkStill: StandStill,
): Promise<Result<VaultStatus, 'FOLDER_NOT_EMPTY' | OpenError>> {
  const { kdf, ids, fill } = desk.parts;
  const passphraseKey = await kdf.derive(vault.passphrase, vault.kdf);
  checkStill(() => passphraseKey.wipe());
  desk.close();
  const opened = createVault(
    {
      folder: vault.folder,
      vaultId: ids.create<'vault'>(),
      sample: vault.sample,
      userId: ids.create<'user'>(),
      userName: vault.userName,
      roles: firstRoles,
      kdf: vault.kdf,
      passphraseKey,
      recoveryCode: vault.recoveryCode,
      fill,
    },
    desk.parts,
  );
  passphraseKey.wipe();
  if (!opened.ok) {
    desk.announce();
    return opened;
  }
  const header = readHeader(vault.folder);
  return header.ok ? succeed(desk.enter(opened.value, header.value)) : header;
}

/** Two different groups of the code, in their order, for the person to retype. */
function twoGroups(): readonly [number, number] {
  const first = randomInt(recoveryCodeGroups - 1);
  return [first, randomInt(first + 1, recoveryCodeGroups)];
}

import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { succeed } from '#shared/kernel/result.ts';
import { argon2id } from '../../../src-main/crypto/argon2id.ts';
import { Secret } from '../../../src-main/crypto/secret.ts';
import { openDeviceState } from '../../../src-main/device/device-state.ts';
import { createVaultService, type VaultService } from '../../../src-main/features/vault/service.ts';
import type { Call } from '../../../src-main/ipc/handlers.ts';
import { randomIds } from '../../../src-main/system-world.ts';
import { readHeader, writeHeader, type Header } from '../../../src-main/vault/header.ts';
import { minimumCost, type Kdf } from '../../../src-main/vault/kdf.ts';
import { recoveryGroups } from '../../../src-main/crypto/recovery-code.ts';
import { testKeychain } from '../../harness/keychain.ts';
import { testClock } from '../../harness/time.ts';
import { goodPassphrase, temporaryFolder, userName } from '../../harness/world.ts';

// A key that is cheap to guess is sealed anew in the background after unlocking, which takes a second or two. What a person
// does with the passphrase meanwhile takes its time, too; these tests let either end first.

const other = 'brass-kettle-моросит-91-竹林';
const silent = { info: () => undefined, error: () => undefined };

interface Gate {
  /** Ends when the derivation was asked for. */
  readonly reached: Promise<void>;
  readonly open: () => void;
}

interface Steps extends Kdf {
  /** What the next calibrations answer, in MiB. */
  readonly costs: number[];
  /** The next derivation waits until its gate is opened; gates are met in the order in which they were put up. */
  hold(): Gate;
}

/** Real derivations, some of which can be held up. */
function kdfInSteps(): Steps {
  const gates: { readonly reach: () => void; readonly opened: Promise<void> }[] = [];
  const costs: number[] = [];
  return {
    // What a key costs here is always too little.
    targetMs: 1_000_000,
    costs,
    hold: () => {
      const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
      const { promise: opened, resolve: open } = Promise.withResolvers<void>();
      gates.push({ reach, opened });
      return { reached, open };
    },
    derive: async (passphrase, { memoryKiB, passes, lanes, salt }) => {
      const gate = gates.shift();
      gate?.reach();
      await gate?.opened;
      return new Secret(await argon2id(passphrase, { memoryKiB, passes, lanes, salt: Buffer.from(salt, 'base64') }));
    },
    calibrate: () => Promise.resolve({ ...minimumCost, memoryKiB: (costs.shift() ?? 64) * 1024 }),
  };
}

let kdf: Steps;
let vaults: VaultService;
let vault: string;
let end: () => void;

beforeEach(async () => {
  const { path, remove } = temporaryFolder();
  kdf = kdfInSteps();
  const keychain = testKeychain();
  keychain.isThere = true;
  vault = join(path, 'vault');
  vaults = createVaultService({
    clock: testClock(),
    ids: randomIds,
    log: silent,
    kdf,
    device: openDeviceState(join(path, 'device.json'), { language: 'en', theme: 'light', idleLockMinutes: 10 }),
    keyStore: keychain,
    systemUnlockFolder: join(path, 'system-unlock'),
    nativeBinding: null,
    sampleFolder: join(path, 'sample'),
    fill: () => undefined,
    onClosing: () => () => undefined,
    fillSample: () => undefined,
    onStatus: () => undefined,
  });
  end = () => {
    vaults.lock();
    remove();
  };
  const begun = await vaults.beginCreate(vault, userName, goodPassphrase);
  if (!begun.ok) throw new Error(begun.error.code);
  const groups = recoveryGroups(begun.value.recoveryCode);
  expect(await vaults.finishCreate(begun.value.askedGroups.map((group) => ({ group, text: groups[group] ?? '' })))).toMatchObject({ ok: true });
  vaults.lock();
});
afterEach(() => end());

const header = (): Header => {
  const read = readHeader(vault);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const costMiB = () => (header().users[0]?.kdf.memoryKiB ?? 0) / 1024;
const unlock = (passphrase: string) => vaults.unlock(userName, passphrase, false);

function call(name: string): Call {
  const session = vaults.session();
  if (session === null) throw new Error('locked');
  return { session, db: session.db, write: (work) => session.write(name, work) };
}

/** Opens the vault; its key is sealed anew at this cost, in MiB, once the gate is opened. */
async function unlockWhileSealedAnew(mebibytes: number): Promise<Gate> {
  kdf.costs.push(mebibytes);
  const checked = kdf.hold();
  const sealing = kdf.hold();
  const unlocked = unlock(goodPassphrase);
  checked.open();
  expect(await unlocked).toMatchObject({ ok: true });
  await sealing.reached;
  return sealing;
}

test('system unlock that is switched on while the key is sealed anew opens the vault afterwards', async () => {
  const sealing = await unlockWhileSealedAnew(128);
  const checking = kdf.hold();
  const enabled = vaults.enableSystemUnlock(call('vault.enableSystemUnlock'), goodPassphrase);
  await checking.reached;
  sealing.open();
  await expect.poll(costMiB, { timeout: 20_000 }).toBe(128);
  checking.open();
  expect(await enabled).toMatchObject({ ok: true });
  vaults.lock();
  expect(await vaults.unlockWithSystem(false)).toMatchObject({ ok: true });
});

test('a passphrase that was changed while the old one was sealed anew stays changed', async () => {
  const sealing = await unlockWhileSealedAnew(128);
  expect(await vaults.changePassphrase(goodPassphrase, other)).toMatchObject({ ok: true });
  sealing.open();
  // Long enough for a derivation at that cost and the writing.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  vaults.lock();
  expect(await unlock(goodPassphrase)).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
  expect(await unlock(other)).toMatchObject({ ok: true });
});

test('a passphrase that is changed while the old one is sealed anew is the new one', async () => {
  const sealing = await unlockWhileSealedAnew(128);
  const checking = kdf.hold();
  const changing = vaults.changePassphrase(goodPassphrase, other);
  await checking.reached;
  sealing.open();
  await expect.poll(costMiB, { timeout: 20_000 }).toBe(128);
  checking.open();
  expect(await changing).toMatchObject({ ok: true });
  vaults.lock();
  expect(await unlock(goodPassphrase)).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
  expect(await unlock(other)).toMatchObject({ ok: true });
});

test('what else is changed in the header while a passphrase is changed stays', async () => {
  (await unlockWhileSealedAnew(64)).open();
  const checking = kdf.hold();
  const changing = vaults.changePassphrase(goodPassphrase, other);
  await checking.reached;
  const { mac: _, ...rest } = header();
  const { session } = call('users.changeRoles');
  session.write('users.changeRoles', (_db, record) => {
    record('user', session.user.id);
    writeHeader(vault, { ...rest, generation: rest.generation + 1, users: rest.users.map((user) => ({ ...user, roles: ['administrator'] })) }, session.ring.header);
    return succeed(null);
  });
  checking.open();
  expect(await changing).toMatchObject({ ok: true });
  expect(header().users[0]?.roles).toEqual(['administrator']);
  vaults.lock();
  expect(await unlock(other)).toMatchObject({ ok: true });
});

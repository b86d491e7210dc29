import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestVault, goodPassphrase, makeTestVault, testWorld, unlockTestVault, userName, type TestWorld } from '../../harness/world.ts';

// Turning a passphrase into a key takes its second. What a person does meanwhile counts for more than what they did before.

const cancelled = { ok: false, error: { code: 'CANCELLED' } };

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});
afterEach(() => world.close());

const status = () => world.must('vault.status', undefined);

async function select(folder: string): Promise<void> {
  world.answers.push(folder);
  const picked = await world.must('vault.pickFolder', { purpose: 'open' });
  if (picked === null) throw new Error('no folder was picked');
  await world.must('vault.select', { pickId: picked.pickId });
}

describe('a vault that is being unlocked', () => {
  test('stays locked when it was to be locked meanwhile, as by the lid of the laptop', async () => {
    await createTestVault(world);
    world.core.vaults.lock();
    const deriving = world.hold('derive');
    const unlocking = unlockTestVault(world);
    await deriving.reached;
    world.core.vaults.lock();
    deriving.open();
    expect(await unlocking).toEqual(cancelled);
    expect(await status()).toMatchObject({ state: 'locked' });
    expect(await unlockTestVault(world)).toMatchObject({ ok: true });
  });

  test('does not open in place of another that was chosen meanwhile', async () => {
    const first = await makeTestVault(world, 'first');
    await makeTestVault(world, 'second');
    await select(first.folder);
    const deriving = world.hold('derive');
    const unlocking = unlockTestVault(world);
    await deriving.reached;
    await select(join(world.folder, 'second'));
    deriving.open();
    expect(await unlocking).toEqual(cancelled);
    expect(await status()).toMatchObject({ state: 'locked', vault: { name: 'second' } });
  });

  test('is opened once by two calls, and what was begun in it goes on', async () => {
    await createTestVault(world);
    world.core.vaults.lock();
    const [first, second] = await Promise.all([unlockTestVault(world), unlockTestVault(world)]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(cancelled);
    expect(await status()).toMatchObject({ state: 'unlocked' });
  });

  test('counts a wrong passphrase all the same', async () => {
    await createTestVault(world);
    world.core.vaults.lock();
    for (let tries = 0; tries < 3; tries += 1) {
      const deriving = world.hold('derive');
      const unlocking = world.call('vault.unlock', { userName, passphrase: 'not the passphrase at all', takeOver: false });
      await deriving.reached;
      world.core.vaults.lock();
      deriving.open();
      expect(await unlocking).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
    }
    expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'TOO_EARLY' } });
  });

  test('by its recovery code keeps its passphrase when another was chosen meanwhile', async () => {
    const { folder, recoveryCode } = await makeTestVault(world, 'first');
    await makeTestVault(world, 'second');
    await select(folder);
    const deriving = world.hold('derive');
    const recovering = world.call('vault.recover', { userName, recoveryCode, passphrase: 'brass-kettle-моросит-91-竹林' });
    await deriving.reached;
    await select(join(world.folder, 'second'));
    deriving.open();
    expect(await recovering).toEqual(cancelled);
    await select(folder);
    expect(await world.call('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false })).toMatchObject({ ok: true });
  });
});

describe('a vault that is being made', () => {
  async function begin(name: string) {
    const folder = join(world.folder, name);
    mkdirSync(folder);
    world.answers.push(folder);
    const picked = await world.must('vault.pickFolder', { purpose: 'create' });
    if (picked === null) throw new Error('no folder was picked');
    const { recoveryCode, askedGroups } = await world.must('vault.beginCreate', { pickId: picked.pickId, userName, passphrase: goodPassphrase });
    const groups = recoveryCode.split('-');
    const confirmations = askedGroups.map((group) => ({ group, text: groups[group] ?? '' }));
    return { folder, finish: () => world.call('vault.finishCreate', { confirmations }) };
  }

  test('is not made when it was called off meanwhile', async () => {
    const { folder, finish } = await begin('vault');
    const deriving = world.hold('derive');
    const making = finish();
    await deriving.reached;
    await world.must('vault.cancelCreate', undefined);
    deriving.open();
    expect(await making).toEqual(cancelled);
    expect(readdirSync(folder)).toEqual([]);
    expect(await status()).toEqual({ state: 'none' });
  });

  test('is made and open once by two calls', async () => {
    const { finish } = await begin('vault');
    const [first, second] = await Promise.all([finish(), finish()]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(cancelled);
    expect(await status()).toMatchObject({ state: 'unlocked' });
  });

  test('of fictional data is made and open once by two calls', async () => {
    const make = () => world.call('vault.createSample', undefined);
    const [first, second] = await Promise.all([make(), make()]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(cancelled);
    expect(await status()).toMatchObject({ state: 'unlocked', vault: { sample: true } });
    expect(existsSync(join(world.folder, 'profile', 'sample-vault', 'vault.json'))).toBe(true);
  });
});

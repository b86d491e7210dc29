import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userIdSchema } from '#shared/features/vault/model.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, unlockTestVault, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let members: Members;
let recoveryCode: string;
beforeEach(async () => {
  world = testWorld();
  members = membersOf(world);
  ({ recoveryCode } = await createTestVault(world));
});
afterEach(() => world.close());

const other = 'brass-kettle-моросит-91-竹林';
const place = () => join(world.folder, 'profile', 'system-unlock');
const kept = () => (existsSync(place()) ? readdirSync(place()) : []);
const state = () => world.must('vault.systemUnlock', undefined);
const openBySystem = () => world.call('vault.unlockWithSystem', { takeOver: false });
const refused = { ok: false, error: { code: 'SYSTEM_UNLOCK_FAILED' } };
const ended = { ok: false, error: { code: 'SYSTEM_UNLOCK_ENDED' } };

async function switchOn(): Promise<void> {
  world.keychain.isThere = true;
  await world.must('vault.enableSystemUnlock', { passphrase: goodPassphrase });
}

describe('without a keychain', () => {
  test('it is not available, nothing is kept, and the passphrase opens the vault', async () => {
    expect(await state()).toEqual({ isAvailable: false, isOn: false, isOwn: false, asksForFinger: false });
    expect(await world.call('vault.enableSystemUnlock', { passphrase: goodPassphrase })).toMatchObject({ ok: false, error: { code: 'SYSTEM_UNLOCK_UNAVAILABLE' } });
    expect(kept()).toEqual([]);
    world.core.vaults.lock();
    expect(await openBySystem()).toMatchObject(refused);
    expect((await unlockTestVault(world)).ok).toBe(true);
  });
});

describe('with a keychain', () => {
  test('it is off until it is switched on with the right passphrase, and opens the vault as that person', async () => {
    world.keychain.isThere = true;
    expect(await state()).toEqual({ isAvailable: true, isOn: false, isOwn: false, asksForFinger: false });
    expect(await world.call('vault.enableSystemUnlock', { passphrase: 'wrong' })).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
    await switchOn();
    expect(await state()).toEqual({ isAvailable: true, isOn: true, isOwn: true, asksForFinger: false });
    world.core.vaults.lock();
    expect(await state()).toEqual({ isAvailable: true, isOn: true, isOwn: false, asksForFinger: false });
    expect(await openBySystem()).toMatchObject({ ok: true, value: { state: 'unlocked', user: { name: userName }, compartments: ['core', 'clauses', 'finance'] } });
    const { events } = await world.must('audit.list', { filter: {}, before: null, limit: 20 });
    expect(events.map(({ operation }) => operation)).toContain('vault.enableSystemUnlock');
    expect((await world.must('audit.check', { taskId: taskId() })).breaks).toEqual([]);
    // The passphrase stays a way in.
    world.core.vaults.lock();
    expect((await unlockTestVault(world)).ok).toBe(true);
  });

  test('where the system can ask for a finger it is asked each time, and the vault stays locked without it', async () => {
    await switchOn();
    world.keychain.finger = 'not given';
    expect(await state()).toEqual({ isAvailable: true, isOn: true, isOwn: true, asksForFinger: true });
    world.core.vaults.lock();
    expect(await openBySystem()).toMatchObject({ ok: false, error: { code: 'FINGER_NOT_GIVEN' } });
    expect(world.core.vaults.session()).toBeNull();
    // It is asked anew, and what is kept stays.
    world.keychain.finger = 'given';
    expect((await openBySystem()).ok).toBe(true);
  });

  test('what is kept on the laptop opens nothing without the keychain, nor when it was changed', async () => {
    await switchOn();
    const [name = ''] = kept();
    const text = readFileSync(join(place(), name), 'utf8');
    world.core.vaults.lock();
    world.keychain.isThere = false;
    expect(await openBySystem()).toMatchObject(refused);
    world.keychain.isThere = true;
    const { userId, protectedKey, sealed } = JSON.parse(text) as Record<string, string>;
    const changed = Buffer.from(sealed ?? '', 'base64').map((byte, at) => (at === 20 ? byte ^ 1 : byte));
    writeFileSync(join(place(), name), JSON.stringify({ userId, protectedKey, sealed: Buffer.from(changed).toString('base64') }));
    expect(await openBySystem()).toMatchObject(refused);
    writeFileSync(join(place(), name), text);
    expect((await openBySystem()).ok).toBe(true);
  });

  test('goes on after the vault’s keys were changed', async () => {
    await switchOn();
    await world.must('users.rotateKeys', { taskId: taskId() });
    world.core.vaults.lock();
    expect((await openBySystem()).ok).toBe(true);
  });

  test('opens what the person’s roles grant today, not what they granted when it was switched on', async () => {
    world.keychain.isThere = true;
    await members.invite('同事', 'contract_manager');
    await members.become('同事');
    await world.must('vault.enableSystemUnlock', { passphrase: members.passphraseOf('同事') });
    await members.become(userName);
    await world.must('users.changeRoles', { id: userIdSchema.parse(await members.idOf('同事')), roles: ['legal'] });
    world.core.vaults.lock();
    expect(await openBySystem()).toMatchObject({ ok: true, value: { user: { name: '同事' }, compartments: ['core', 'clauses'] } });
  });

  test('on another laptop, or under another account, it says that the keychain gives out nothing, and can still be taken back', async () => {
    await switchOn();
    world.keychain.isThere = false;
    world.core.vaults.lock();
    expect(await openBySystem()).toMatchObject(refused);
    expect((await unlockTestVault(world)).ok).toBe(true);
    expect(await state()).toEqual({ isAvailable: false, isOn: true, isOwn: true, asksForFinger: false });
    await world.must('vault.disableSystemUnlock', undefined);
    expect(kept()).toEqual([]);
  });

  test('is switched off for good', async () => {
    await switchOn();
    await world.must('vault.disableSystemUnlock', undefined);
    expect(kept()).toEqual([]);
    world.core.vaults.lock();
    expect(await openBySystem()).toMatchObject(refused);
  });
});

describe('it ends', () => {
  beforeEach(switchOn);

  test('with another passphrase, and an old copy of what was kept opens nothing', async () => {
    const [name = ''] = kept();
    const copy = readFileSync(join(place(), name));
    await world.must('vault.changePassphrase', { current: goodPassphrase, next: other });
    expect(kept()).toEqual([]);
    writeFileSync(join(place(), name), copy);
    world.core.vaults.lock();
    expect(await openBySystem()).toMatchObject(ended);
    expect(kept()).toEqual([]);
  });

  test('with a new passphrase by the recovery code', async () => {
    world.core.vaults.lock();
    await world.must('vault.recover', { userName, recoveryCode, passphrase: other });
    expect(kept()).toEqual([]);
  });

  test('after five wrong passphrases in a row', async () => {
    world.core.vaults.lock();
    for (let tried = 0; tried < 5; tried += 1) {
      expect((await world.call('vault.unlock', { userName, passphrase: 'wrong', takeOver: false })).ok).toBe(false);
      if (tried < 4) expect(kept()).toHaveLength(1);
      world.clock.advance(600_000);
    }
    expect(kept()).toEqual([]);
    expect(await openBySystem()).toMatchObject(refused);
  });

  test.each(['users.disable', 'users.remove'] as const)('when the person’s account ended by %s', async (operation) => {
    await members.invite('管理员', 'administrator');
    const own = userIdSchema.parse(await members.idOf(userName));
    await members.become('管理员');
    await world.must(operation, { id: own });
    world.core.vaults.lock();
    expect(await openBySystem()).toMatchObject(ended);
    expect(kept()).toEqual([]);
  });
});

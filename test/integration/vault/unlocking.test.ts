import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAuditChain } from '../../../src-main/audit/check-chain.ts';
import { createTestVault, goodPassphrase, makeTestVault, testWorld, unlockTestVault, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});
afterEach(() => world.close());

const otherPassphrase = 'brass-kettle-моросит-91-竹林';

describe('creating a vault', () => {
  test('opens it for its first user, with every compartment and both roles', async () => {
    await createTestVault(world);
    const status = await world.must('vault.status', undefined);
    expect(status).toMatchObject({
      state: 'unlocked',
      user: { name: userName, roles: ['administrator', 'contract_manager'] },
      compartments: ['core', 'clauses', 'finance'],
    });
  });

  test('writes nothing until two groups of the recovery code were retyped', async () => {
    const folder = join(world.folder, 'unconfirmed');
    world.answers.push(folder);
    const { mkdirSync, readdirSync } = await import('node:fs');
    mkdirSync(folder);
    const picked = await world.must('vault.pickFolder', { purpose: 'create' });
    if (picked === null) throw new Error('nothing picked');
    const begun = await world.must('vault.beginCreate', { pickId: picked.pickId, userName, passphrase: goodPassphrase });
    const wrong = begun.askedGroups.map((group) => ({ group, text: 'ZZZZ' }));
    const reply = await world.call('vault.finishCreate', { confirmations: wrong });
    expect(reply).toMatchObject({ ok: false, error: { code: 'RECOVERY_CODE_MISTYPED' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('refuses a weak passphrase and the person’s own name as one', async () => {
    world.answers.push(world.folder);
    const picked = await world.must('vault.pickFolder', { purpose: 'create' });
    if (picked === null) throw new Error('nothing picked');
    for (const passphrase of ['password1', userName, '12345678901234']) {
      const reply = await world.call('vault.beginCreate', { pickId: picked.pickId, userName, passphrase });
      expect(reply).toMatchObject({ ok: false, error: { code: 'WEAK_PASSPHRASE' } });
    }
  });

  test('refuses a folder that holds something and leaves it alone', async () => {
    await createTestVault(world);
    const before = readFileSync(join(world.folder, 'vault', 'vault.json'), 'utf8');
    world.answers.push(join(world.folder, 'vault'));
    const picked = await world.must('vault.pickFolder', { purpose: 'create' });
    expect(picked).toMatchObject({ kind: 'vault' });
    const reply = await world.call('vault.beginCreate', {
      pickId: picked?.pickId ?? (() => { throw new Error('nothing picked'); })(),
      userName,
      passphrase: goodPassphrase,
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'FOLDER_NOT_EMPTY' } });
    expect(readFileSync(join(world.folder, 'vault', 'vault.json'), 'utf8')).toBe(before);
  });

  test('stores Argon2id parameters of at least 64 MiB and 3 passes', async () => {
    const { folder } = await createTestVault(world);
    const header = JSON.parse(readFileSync(join(folder, 'vault.json'), 'utf8')) as { users: { kdf: Record<string, unknown> }[] };
    expect(header.users[0]?.kdf).toMatchObject({ algorithm: 'argon2id' });
    expect(header.users[0]?.kdf['memoryKiB']).toBeGreaterThanOrEqual(65_536);
    expect(header.users[0]?.kdf['passes']).toBeGreaterThanOrEqual(3);
  });
});

describe('unlocking', () => {
  test('gives the same answer to a wrong passphrase and to a wrong name', async () => {
    await createTestVault(world);
    world.core.vaults.lock();
    const wrongPassphrase = await world.call('vault.unlock', { userName, passphrase: 'nope', takeOver: false });
    const wrongName = await world.call('vault.unlock', { userName: 'Nobody', passphrase: goodPassphrase, takeOver: false });
    expect(wrongPassphrase).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
    expect(wrongName).toEqual(wrongPassphrase);
  });

  test('makes the third wrong try wait, longer each time, and opens after the wait', async () => {
    await createTestVault(world);
    world.core.vaults.lock();
    const wrong = () => world.call('vault.unlock', { userName, passphrase: 'nope', takeOver: false });
    await wrong();
    await wrong();
    expect(await wrong()).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS', params: { retryAfterMs: 2000 } } });
    expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'TOO_EARLY', params: { retryAfterMs: 2000 } } });
    world.clock.advance(2000);
    expect(await wrong()).toMatchObject({ error: { params: { retryAfterMs: 4000 } } });
    world.clock.advance(4000);
    expect(await unlockTestVault(world)).toMatchObject({ ok: true, value: { state: 'unlocked' } });
  });

  test('keeps the window’s thread free while the key is derived', async () => {
    await createTestVault(world);
    world.core.vaults.lock();
    let turns = 0;
    let isCounting = true;
    const count = (): void => {
      turns += 1;
      if (isCounting) setImmediate(count);
    };
    count();
    await unlockTestVault(world);
    isCounting = false;
    // On this thread the derivation would leave the event loop a handful of turns.
    expect(turns).toBeGreaterThan(50);
  });

  test('locking closes the door to every operation that needs the vault', async () => {
    await createTestVault(world);
    await world.must('vault.lock', undefined);
    const reply = await world.call('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 10 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'VAULT_LOCKED' } });
  });
});

describe('changing the passphrase', () => {
  test('lets the new one in and the old one no longer', async () => {
    await createTestVault(world);
    await world.must('vault.changePassphrase', { current: goodPassphrase, next: otherPassphrase });
    world.core.vaults.lock();
    expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
    const reply = await world.call('vault.unlock', { userName, passphrase: otherPassphrase, takeOver: false });
    expect(reply).toMatchObject({ ok: true });
  });

  test('asks for the present passphrase and for a strong new one', async () => {
    await createTestVault(world);
    const wrong = await world.call('vault.changePassphrase', { current: 'nope', next: otherPassphrase });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
    const weak = await world.call('vault.changePassphrase', { current: goodPassphrase, next: 'qwerty123' });
    expect(weak).toMatchObject({ ok: false, error: { code: 'WEAK_PASSPHRASE' } });
  });
});

describe('the recovery code', () => {
  test('sets a new passphrase, typed in any case and with look-alike letters', async () => {
    const { recoveryCode } = await createTestVault(world);
    world.core.vaults.lock();
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const reply = await world.call('vault.recover', { userName, recoveryCode: typed, passphrase: otherPassphrase });
    expect(reply).toMatchObject({ ok: true, value: { state: 'unlocked', compartments: ['core', 'clauses', 'finance'] } });
    world.core.vaults.lock();
    expect(await unlockTestVault(world)).toMatchObject({ ok: false });
  });

  test('is refused when one character differs, and the passphrase still opens', async () => {
    const { recoveryCode } = await createTestVault(world);
    world.core.vaults.lock();
    const last = recoveryCode.at(-1) === '7' ? '8' : '7';
    const wrong = recoveryCode.slice(0, -1) + last;
    const reply = await world.call('vault.recover', { userName, recoveryCode: wrong, passphrase: otherPassphrase });
    expect(reply).toMatchObject({ ok: false, error: { code: 'WRONG_RECOVERY_CODE' } });
    expect(await unlockTestVault(world)).toMatchObject({ ok: true });
  });
});

describe('a new recovery code', () => {
  test('opens the vault once it was retyped, and the old one no longer does', async () => {
    const { recoveryCode } = await createTestVault(world);
    const begun = await world.must('vault.beginRecoveryRenewal', { passphrase: goodPassphrase });
    const groups = begun.recoveryCode.split('-');
    const typed = (text: (group: number) => string) => ({ confirmations: begun.askedGroups.map((group) => ({ group, text: text(group) })) });
    expect(await world.call('vault.finishRecoveryRenewal', typed(() => 'AAAA'))).toMatchObject({ ok: false, error: { code: 'RECOVERY_CODE_MISTYPED' } });
    await world.must('vault.finishRecoveryRenewal', typed((group) => groups[group] ?? ''));
    world.core.vaults.lock();
    const input = { userName, passphrase: otherPassphrase };
    expect(await world.call('vault.recover', { ...input, recoveryCode })).toMatchObject({ ok: false, error: { code: 'WRONG_RECOVERY_CODE' } });
    expect(await world.call('vault.recover', { ...input, recoveryCode: begun.recoveryCode })).toMatchObject({ ok: true });
  });

  test('takes the passphrase, and a person who holds every key', async () => {
    await createTestVault(world);
    expect(await world.call('vault.beginRecoveryRenewal', { passphrase: 'wrong' })).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
    const { passphrase } = await world.must('users.invite', { name: '管理员', roles: ['administrator'] });
    world.core.vaults.lock();
    await world.must('vault.unlock', { userName: '管理员', passphrase, takeOver: false });
    expect(await world.call('vault.beginRecoveryRenewal', { passphrase })).toMatchObject({ ok: false, error: { code: 'NOT_HELD' } });
  });
});

test('the log tells when a session began, after how many wrong tries, and when it ended', async () => {
  await makeTestVault(world);
  world.core.vaults.lock();
  await world.call('vault.unlock', { userName, passphrase: 'wrong', takeOver: false });
  await unlockTestVault(world);
  const { events } = await world.must('audit.list', { filter: { subjectKind: 'session' }, before: null, limit: 10 });
  expect(events.map(({ operation, facts }) => [operation, facts])).toEqual([
    ['vault.unlock', '{"failures":1}'],
    ['vault.lock', '{}'],
  ]);
});

test('every change leaves an event in an unbroken audit chain', async () => {
  await makeTestVault(world);
  await world.must('vault.changePassphrase', { current: goodPassphrase, next: otherPassphrase });
  const session = world.core.vaults.session();
  if (session === null) throw new Error('locked');
  const check = checkAuditChain(session.db);
  expect(check.firstBroken).toBeNull();
  const operations = session.db.all<{ operation: string }>({ text: 'SELECT operation FROM audit_events ORDER BY sequence', values: [] });
  expect(operations.map(({ operation }) => operation)).toEqual(['vault.finishCreate', 'vault.changePassphrase']);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import { readHeader } from '../../../src-main/vault/header.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { askSqlCipher } from '../../harness/sqlcipher-judge.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, unlockTestVault, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let folder: string;
let recoveryCode: string;
beforeEach(async () => {
  world = testWorld();
  ({ folder, recoveryCode } = await createTestVault(world));
});
afterEach(() => world.close());

async function invite(name: string, roles: readonly Role[]): Promise<{ readonly id: UserId; readonly passphrase: string }> {
  const { passphrase } = await world.must('users.invite', { name, roles });
  const user = (await world.must('users.list', undefined)).find((one) => one.name === name);
  return { id: user?.id ?? ('' as never), passphrase };
}

const unlockAs = (name: string, passphrase: string) => world.call('vault.unlock', { userName: name, passphrase, takeOver: false });
const dayMs = 86_400_000;

describe('who is disabled', () => {
  test('opens nothing, by passphrase or recovery code, and is told so only with the right passphrase', async () => {
    const legal = await invite('法务', ['legal']);
    await world.must('users.disable', { id: legal.id });
    world.core.vaults.lock();
    expect(await unlockAs('法务', 'wrong')).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
    expect(await unlockAs('法务', legal.passphrase)).toMatchObject({ ok: false, error: { code: 'USER_DISABLED' } });
    expect(await world.call('vault.recover', { userName: '法务', recoveryCode, passphrase: 'brass-kettle-моросит-91-竹林' })).toMatchObject({ ok: false, error: { code: 'WRONG_RECOVERY_CODE' } });
  });

  test('has no key left in the vault’s header, and what they noted is of no use once the keys were changed', async () => {
    await world.must('contracts.create', await sampleEntry(world));
    const legal = await invite('法务', ['legal']);
    world.core.vaults.lock();
    await unlockAs('法务', legal.passphrase);
    const noted = world.core.vaults.session()?.ring.compartments.core.expose().toString('hex') ?? '';
    world.core.vaults.lock();
    await unlockTestVault(world);
    await world.must('users.disable', { id: legal.id });
    const header = readHeader(folder);
    expect(header.ok && header.value.users.some(({ id }) => id === legal.id)).toBe(false);
    expect(JSON.stringify(header.ok && header.value.disabledUsers)).not.toContain('grants');
    expect((await world.must('users.keys', undefined)).due).toEqual(['core', 'clauses']);
    await world.must('users.rotateKeys', { taskId: taskId() });
    world.core.vaults.lock();
    expect(askSqlCipher(join(folder, 'core.db'), noted).readable).toBe(false);
  });

  test('comes back with the passphrase and the roles that they had, also after the keys were changed', async () => {
    const legal = await invite('法务', ['legal']);
    await world.must('users.disable', { id: legal.id });
    expect((await world.must('users.list', undefined)).find(({ id }) => id === legal.id)).toMatchObject({ name: '法务', roles: ['legal'], compartments: [], isDisabled: true });
    await world.must('users.rotateKeys', { taskId: taskId() });
    await world.must('users.enable', { id: legal.id });
    world.core.vaults.lock();
    expect((await unlockAs('法务', legal.passphrase)).ok).toBe(true);
    expect(world.core.vaults.session()?.compartments).toEqual(['core', 'clauses']);
  });

  test('is enabled only by somebody who holds the keys, keeps their name, and can be removed for good', async () => {
    const legal = await invite('法务', ['legal']);
    const administrator = await invite('管理员', ['administrator']);
    await world.must('users.disable', { id: legal.id });
    expect(await world.call('users.invite', { name: '法务', roles: ['legal'] })).toMatchObject({ ok: false, error: { code: 'NAME_TAKEN' } });
    world.core.vaults.lock();
    await unlockAs('管理员', administrator.passphrase);
    expect(await world.call('users.enable', { id: legal.id })).toMatchObject({ ok: false, error: { code: 'NOT_HELD' } });
    await world.must('users.remove', { id: legal.id });
    expect((await world.must('users.list', undefined)).some(({ id }) => id === legal.id)).toBe(false);
    world.core.vaults.lock();
    expect(await unlockAs('法务', legal.passphrase)).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
  });

  test('is not oneself, nor the last administrator', async () => {
    const own = world.core.vaults.session()?.user.id ?? ('' as never);
    expect(await world.call('users.disable', { id: own })).toMatchObject({ ok: false, error: { code: 'NOT_ONESELF' } });
    const other = await invite('管理员', ['administrator']);
    await world.must('users.disable', { id: other.id });
    expect(await world.call('users.disable', { id: other.id })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

test('whoever never opened the vault gets another first passphrase, the one before opens nothing, and a passphrase of one’s own is left alone', async () => {
  const legal = await invite('法务', ['legal']);
  const shown = async () => (await world.must('users.list', undefined)).find(({ id }) => id === legal.id)?.hasOpened;
  expect(await shown()).toBe(false);
  const { passphrase } = await world.must('users.renewPassphrase', { id: legal.id });
  const noted = world.core.vaults.session()?.db.get<{ operation: string; facts: string }>({ text: 'SELECT operation, facts FROM audit_events ORDER BY sequence DESC LIMIT 1', values: [] });
  expect(noted).toEqual({ operation: 'users.renewPassphrase', facts: JSON.stringify({ firstPassphrase: true }) });
  world.core.vaults.lock();
  expect(await unlockAs('法务', legal.passphrase)).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
  expect((await unlockAs('法务', passphrase)).ok).toBe(true);
  expect(world.core.vaults.session()?.compartments).toEqual(['core', 'clauses']);
  expect(await world.call('users.renewPassphrase', { id: legal.id })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  world.core.vaults.lock();
  await unlockTestVault(world);
  expect(await shown()).toBe(true);
  expect(await world.call('users.renewPassphrase', { id: legal.id })).toMatchObject({ ok: false, error: { code: 'ALREADY_OPENED' } });
  const administrator = await invite('管理员', ['administrator']);
  const finance = await invite('财务', ['finance']);
  world.core.vaults.lock();
  await unlockAs('管理员', administrator.passphrase);
  expect(await world.call('users.renewPassphrase', { id: finance.id })).toMatchObject({ ok: false, error: { code: 'NOT_HELD' } });
});

test('other roles and a withdrawal say which keys became due, so that they are changed at once', async () => {
  const person = await invite('甲', ['legal', 'finance']);
  expect(await world.must('users.changeRoles', { id: person.id, roles: ['finance'] })).toEqual({ keysDue: ['clauses'] });
  expect(await world.must('users.changeRoles', { id: person.id, roles: ['legal', 'finance'] })).toEqual({ keysDue: [] });
  await world.must('users.startAccessReview', undefined);
  const reviewId = (await world.must('users.accessReview', undefined)).current?.id ?? ('' as never);
  expect(await world.must('users.decideGrant', { reviewId, userId: person.id, decision: 'withdrawn' })).toEqual({ keysDue: ['core', 'clauses', 'finance'] });
});

describe('an access review', () => {
  test('falls due a quarter after the vault was made and after the last one', async () => {
    expect((await world.must('users.accessReview', undefined)).isDue).toBe(false);
    world.clock.advance(92 * dayMs);
    expect((await world.must('users.accessReview', undefined)).isDue).toBe(true);
    await world.must('users.startAccessReview', undefined);
    const { current } = await world.must('users.accessReview', undefined);
    await world.must('users.decideGrant', { reviewId: current?.id ?? ('' as never), userId: current?.grants[0]?.userId ?? ('' as never), decision: 'confirmed' });
    await world.must('users.finishAccessReview', { reviewId: current?.id ?? ('' as never) });
    const after = await world.must('users.accessReview', undefined);
    expect(after).toMatchObject({ current: null, isDue: false });
    expect(after.past).toHaveLength(1);
  });

  test('confirms what is held at that moment: a grant that changed is shown first, and who came meanwhile is decided on too', async () => {
    const [person, finance] = [await invite('甲', ['field']), await invite('财务', ['finance'])];
    await world.must('users.startAccessReview', undefined);
    const running = async () => (await world.must('users.accessReview', undefined)).current;
    const reviewId = (await running())?.id ?? ('' as never);
    const rolesShown = async (name: string) => (await running())?.grants.find(({ userName }) => userName === name)?.roles;
    const decide = (userId: UserId, decision: 'confirmed' | 'withdrawn' = 'confirmed') => world.call('users.decideGrant', { reviewId, userId, decision });
    await world.must('users.changeRoles', { id: person.id, roles: ['finance', 'legal'] });
    const late = await invite('乙', ['legal']);
    await world.must('users.remove', { id: finance.id });
    expect(await decide(person.id)).toMatchObject({ ok: false, error: { code: 'GRANT_CHANGED', params: { name: '甲' } } });
    expect(await rolesShown('甲')).toEqual(['finance', 'legal']);
    expect(await decide(person.id)).toMatchObject({ ok: true });
    expect(await decide(finance.id, 'withdrawn')).toMatchObject({ ok: false, error: { code: 'GRANT_CHANGED' } });
    expect(await decide(finance.id, 'withdrawn')).toMatchObject({ ok: true });
    expect(await decide(world.core.vaults.session()?.user.id ?? ('' as never))).toMatchObject({ ok: true });
    await world.must('users.changeRoles', { id: person.id, roles: ['legal'] });
    expect(await world.call('users.finishAccessReview', { reviewId })).toMatchObject({ ok: false, error: { code: 'GRANTS_OPEN', params: { count: 2 } } });
    expect([await rolesShown('甲'), await rolesShown('乙')]).toEqual([['legal'], ['legal']]);
    for (const { id } of [person, late]) expect(await decide(id)).toMatchObject({ ok: true });
    await world.must('users.finishAccessReview', { reviewId });
  });

  test('withdraws at once, ends only when everybody was decided on, and is written out as PDF', async () => {
    const legal = await invite('法务', ['legal']);
    await invite('财务', ['finance']);
    await world.must('users.startAccessReview', undefined);
    expect(await world.call('users.startAccessReview', undefined)).toMatchObject({ ok: false, error: { code: 'REVIEW_RUNNING' } });
    const reviewId = (await world.must('users.accessReview', undefined)).current?.id ?? ('' as never);
    await world.must('users.decideGrant', { reviewId, userId: legal.id, decision: 'withdrawn' });
    expect(await world.call('users.finishAccessReview', { reviewId })).toMatchObject({ ok: false, error: { code: 'GRANTS_OPEN', params: { count: 2 } } });
    const own = world.core.vaults.session()?.user.id ?? ('' as never);
    expect(await world.call('users.decideGrant', { reviewId, userId: own, decision: 'withdrawn' })).toMatchObject({ ok: false, error: { code: 'NOT_ONESELF' } });
    for (const { userId, decision } of (await world.must('users.accessReview', undefined)).current?.grants ?? []) {
      if (decision === null) await world.must('users.decideGrant', { reviewId, userId, decision: 'confirmed' });
    }
    await world.must('users.finishAccessReview', { reviewId });
    const target = join(world.folder, 'review.pdf');
    world.answers.push(target);
    expect(await world.must('users.saveAccessReport', { reviewId, language: 'zh' })).toEqual({ fileName: 'review.pdf' });
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
    world.core.vaults.lock();
    expect(await unlockAs('法务', legal.passphrase)).toMatchObject({ ok: false, error: { code: 'USER_DISABLED' } });
  });
});

test('the sessions tell who opened and locked the vault, after how many wrong tries', async () => {
  const legal = await invite('法务', ['legal']);
  world.core.vaults.lock();
  await unlockAs('法务', 'wrong');
  await unlockAs('法务', legal.passphrase);
  world.core.vaults.lock();
  await unlockTestVault(world);
  const events = await world.must('users.sessions', { before: null, limit: 5 });
  expect(events.map((event) => [event.userName, event.kind, event.failures])).toEqual([
    [userName, 'unlocked', 0],
    ['法务', 'locked', 0],
    ['法务', 'unlocked', 1],
    [userName, 'locked', 0],
    [userName, 'unlocked', 0],
  ]);
  expect(await world.must('users.sessions', { before: events[2]?.sequence ?? 0, limit: 1 })).toEqual([events[3]]);
});

test('the keys fall due by their schedule, and not again once they were changed', async () => {
  expect(await world.must('users.keys', undefined)).toMatchObject({ everyMonths: 12, isDue: false });
  await world.must('users.setRotationSchedule', { everyMonths: 3 });
  world.clock.advance(100 * dayMs);
  expect(await world.must('users.keys', undefined)).toMatchObject({ everyMonths: 3, isDue: true });
  await world.must('users.rotateKeys', { taskId: taskId() });
  expect((await world.must('users.keys', undefined)).isDue).toBe(false);
});

test('a passphrase that is cheap to guess for this laptop is sealed anew at the next unlock, and opens as before', { timeout: 60_000 }, async () => {
  world.core.vaults.lock();
  const kdfOf = () => {
    const header = readHeader(folder);
    return header.ok ? header.value.users[0]?.kdf : undefined;
  };
  const before = kdfOf();
  const faster = testWorld(undefined, undefined, 2_000);
  try {
    faster.answers.push(folder);
    const picked = await faster.must('vault.pickFolder', { purpose: 'open' });
    await faster.must('vault.select', { pickId: picked?.pickId ?? ('' as never) });
    expect((await unlockTestVault(faster)).ok).toBe(true);
    await expect.poll(() => kdfOf()?.memoryKiB, { timeout: 40_000 }).toBeGreaterThan(before?.memoryKiB ?? 0);
    expect(kdfOf()?.salt).not.toBe(before?.salt);
    faster.core.vaults.lock();
    expect((await faster.call('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false })).ok).toBe(true);
    expect((await faster.must('audit.check', { taskId: taskId() })).breaks).toEqual([]);
  } finally {
    await faster.close();
  }
});

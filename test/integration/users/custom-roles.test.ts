import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Compartment } from '#shared/features/vault/compartments.ts';
import type { CustomRole, CustomRoleId } from '#shared/features/vault/custom-roles.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import { readHeader } from '../../../src-main/vault/header.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { askSqlCipher } from '../../harness/sqlcipher-judge.ts';
import { createTestVault, taskId, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let folder: string;
const passphrases = new Map<string, string>();
beforeEach(async () => {
  world = testWorld();
  ({ folder } = await createTestVault(world));
});
afterEach(() => world.close());

const clerk = { id: null, nameZh: '投标专员', nameEn: 'Tender clerk', permissions: ['contracts.read', 'contracts.write', 'parties.read'], compartments: ['core', 'clauses'] } as const satisfies Draft;

interface Draft {
  readonly id: CustomRoleId | null;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly permissions: CustomRole['permissions'];
  readonly compartments: readonly Compartment[];
}

const makeRole = async (draft: Draft = clerk): Promise<CustomRoleId> => (await world.must('users.saveCustomRole', draft)).id;

async function invite(name: string, roles: readonly Role[], customRoles: readonly CustomRoleId[]): Promise<UserId> {
  passphrases.set(name, (await world.must('users.invite', { name, roles, customRoles })).passphrase);
  return (await world.must('users.list', undefined)).find((one) => one.name === name)?.id ?? ('' as never);
}

async function become(name: string): Promise<void> {
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: name, passphrase: passphrases.get(name) ?? '', takeOver: false });
}

/** Which sealed keys stand in the header for a person. */
function sealedFor(id: UserId): readonly string[] {
  const header = readHeader(folder);
  return header.ok ? Object.keys(header.value.users.find((user) => user.id === id)?.grants ?? {}).toSorted() : [];
}

test('who holds only a role of the vault’s own may do what it says and nothing else, and sees no amount', async () => {
  await world.must('contracts.create', await sampleEntry(world));
  const roleId = await makeRole();
  const id = await invite('周投标', [], [roleId]);
  expect(sealedFor(id)).toEqual(['clauses', 'core', 'header']);
  await become('周投标');
  const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 10 });
  expect(contracts[0]?.amount).toEqual(withheld);
  expect(JSON.stringify(contracts)).not.toContain('128604000');
  expect((await world.must('contracts.get', { id: contracts[0]?.id ?? ('' as never) })).values).not.toEqual(withheld);
  expect(world.core.vaults.session()?.ring.compartments.finance).toBeUndefined();
  for (const [operation, input] of [['users.list', undefined], ['audit.check', { taskId: taskId() }], ['users.saveCustomRole', clerk]] as const) {
    expect(await world.call(operation, input), operation).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  }
});

test('it can be given to a person besides a shipped role and taken again, and their keys follow', async () => {
  const payments = await makeRole({ ...clerk, nameZh: '付款', nameEn: 'Payments', permissions: ['payments.write', 'contracts.read'], compartments: ['core', 'finance'] });
  const id = await invite('李法务', ['legal'], []);
  expect(sealedFor(id)).toEqual(['clauses', 'core', 'header']);
  await world.must('users.changeRoles', { id, roles: ['legal'], customRoles: [payments] });
  expect(sealedFor(id)).toEqual(['clauses', 'core', 'finance', 'header']);
  expect((await world.must('users.customRoles', undefined))[0]).toMatchObject({ nameEn: 'Payments', holders: 1, isRetired: false });
  await become('李法务');
  expect(world.core.vaults.session()?.permissions.has('payments.write')).toBe(true);
  world.core.vaults.lock();
  await unlockTestVault(world);
  await world.must('users.changeRoles', { id, roles: ['legal'] });
  expect(sealedFor(id)).toEqual(['clauses', 'core', 'header']);
  expect((await world.must('users.keys', undefined)).due).toEqual(['finance']);
});

describe('a role that gives a key no more', () => {
  test('takes it from who holds it by no other role, and what they noted opens nothing once the keys were changed', async () => {
    const roleId = await makeRole({ ...clerk, compartments: ['core', 'clauses', 'finance'] });
    const only = await invite('周投标', [], [roleId]);
    const also = await invite('王财务', ['finance'], [roleId]);
    await become('周投标');
    const noted = world.core.vaults.session()?.ring.compartments.finance?.expose().toString('hex') ?? '';
    world.core.vaults.lock();
    await unlockTestVault(world);
    const { withdrawn } = await world.must('users.saveCustomRole', { ...clerk, id: roleId });
    expect(withdrawn).toEqual(['finance']);
    expect(sealedFor(only)).toEqual(['clauses', 'core', 'header']);
    expect(sealedFor(also)).toEqual(['clauses', 'core', 'finance', 'header']);
    expect((await world.must('users.keys', undefined)).due).toEqual(['finance']);
    await world.must('users.rotateKeys', { taskId: taskId() });
    await become('周投标');
    expect(world.core.vaults.session()?.compartments).toEqual(['core', 'clauses']);
    world.core.vaults.lock();
    expect(askSqlCipher(join(folder, 'finance.db'), noted).readable).toBe(false);
    await become('王财务');
    expect(world.core.vaults.session()?.compartments).toEqual(['core', 'clauses', 'finance']);
  });

  test('gives one when it is widened, to all who hold it', async () => {
    const roleId = await makeRole();
    const id = await invite('周投标', [], [roleId]);
    expect((await world.must('users.saveCustomRole', { ...clerk, id: roleId, compartments: ['core', 'clauses', 'finance'] })).withdrawn).toEqual([]);
    expect(sealedFor(id)).toEqual(['clauses', 'core', 'finance', 'header']);
  });
});

describe('nobody gains by a role of their own making', () => {
  test('it can’t carry the rule over people and keys', async () => {
    expect(await world.core.router('users.saveCustomRole', { ...clerk, permissions: ['vault.configure'] })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  test('an administrator makes none that gives a key which they don’t hold, nor widens one so', async () => {
    const roleId = await makeRole();
    await invite('管理员', ['administrator'], []);
    await become('管理员');
    expect(await world.call('users.saveCustomRole', { ...clerk, nameZh: '另一', nameEn: 'Other', compartments: ['core', 'finance'], permissions: ['payments.write'] })).toMatchObject({ ok: false, error: { code: 'NOT_HELD' } });
    expect(await world.call('users.saveCustomRole', { ...clerk, id: roleId, compartments: ['core', 'clauses', 'finance'] })).toMatchObject({ ok: false, error: { code: 'NOT_HELD' } });
    expect((await world.call('users.saveCustomRole', { ...clerk, id: roleId, nameEn: 'Renamed' })).ok).toBe(true);
    expect(await world.call('users.invite', { name: '新人', roles: [], customRoles: [roleId] })).toMatchObject({ ok: false, error: { code: 'NOT_HELD' } });
  });

  test('who holds one does not change what it gives, only its name', async () => {
    const roleId = await makeRole({ ...clerk, permissions: ['contracts.read'] });
    await invite('管理员', ['administrator', 'legal'], [roleId]);
    await become('管理员');
    expect(await world.call('users.saveCustomRole', { ...clerk, id: roleId })).toMatchObject({ ok: false, error: { code: 'NOT_ONESELF' } });
    expect((await world.call('users.saveCustomRole', { ...clerk, id: roleId, permissions: ['contracts.read'], nameEn: 'Reader' })).ok).toBe(true);
  });

  test('a permission is not given without the keys that its work needs', async () => {
    expect(await world.call('users.saveCustomRole', { ...clerk, compartments: ['core'] })).toMatchObject({ ok: false, error: { code: 'KEY_NEEDED' } });
    expect(await world.call('users.saveCustomRole', { ...clerk, permissions: ['payments.write'] })).toMatchObject({ ok: false, error: { code: 'KEY_NEEDED' } });
  });

  test('the last administrator stays, whatever roles there are besides', async () => {
    const roleId = await makeRole();
    const id = await invite('管理员', ['administrator'], [roleId]);
    await world.must('users.changeRoles', { id, roles: [], customRoles: [roleId] });
    expect(await world.call('users.invite', { name: '无角色', roles: [] })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const header = readHeader(folder);
    expect(header.ok && header.value.users.filter(({ roles }) => roles.includes('administrator'))).toHaveLength(1);
  });
});

test('a role is retired once nobody holds it, also nobody who is disabled; its name stays for what was written down', async () => {
  const roleId = await makeRole();
  const id = await invite('周投标', [], [roleId]);
  await world.must('users.startAccessReview', undefined);
  await world.must('users.disable', { id });
  expect(await world.call('users.retireCustomRole', { id: roleId })).toMatchObject({ ok: false, error: { code: 'ROLE_IN_USE', params: { count: 1 } } });
  await world.must('users.enable', { id });
  await world.must('users.changeRoles', { id, roles: ['field'] });
  await world.must('users.retireCustomRole', { id: roleId });
  expect(await world.must('users.customRoles', undefined)).toMatchObject([{ id: roleId, nameZh: '投标专员', isRetired: true, holders: 0 }]);
  expect(await world.call('users.changeRoles', { id, roles: ['field'], customRoles: [roleId] })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  const { current } = await world.must('users.accessReview', undefined);
  expect(current?.grants.find(({ userId }) => userId === id)).toMatchObject({ roles: [], customRoles: [roleId], compartments: ['core', 'clauses'] });
  // Its name is free for another one.
  expect((await world.call('users.saveCustomRole', clerk)).ok).toBe(true);
  expect(await world.call('users.saveCustomRole', { ...clerk, nameEn: 'Other' })).toMatchObject({ ok: false, error: { code: 'ROLE_NAME_TAKEN' } });
  expect((await world.must('audit.check', { taskId: taskId() })).breaks).toEqual([]);
});

test('a new passphrase by the recovery code grants what a role of the vault’s own gives, and no more', async () => {
  await world.close();
  world = testWorld();
  const made = await createTestVault(world);
  folder = made.folder;
  const roleId = await makeRole();
  const id = await invite('周投标', [], [roleId]);
  world.core.vaults.lock();
  await world.must('vault.recover', { userName: '周投标', recoveryCode: made.recoveryCode, passphrase: 'brass-kettle-моросит-91-竹林' });
  expect(sealedFor(id)).toEqual(['clauses', 'core', 'header']);
  expect(world.core.vaults.session()?.compartments).toEqual(['core', 'clauses']);
  expect(world.core.vaults.session()?.permissions.has('contracts.write')).toBe(true);
});

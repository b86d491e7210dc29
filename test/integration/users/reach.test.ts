import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contractSorts, type ContractFilter } from '#shared/features/contracts/list.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Reach } from '#shared/features/vault/reach.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, taskId, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

// A person sees all contracts, those of their departments, or those that they made, keep or work on.

const lin = '林经理';
let world: TestWorld;
let bought: Contract;
let sold: Contract;
let handed: Contract;
let passphrase: string;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  bought = await registerSigned(world, '钢材采购', { department: '采购部' });
  sold = await registerSigned(world, '设备销售', { department: '销售部' });
  handed = await registerSigned(world, '仓库租赁', { department: '行政部', ownerName: lin });
});
afterEach(() => world.close());

async function invite(reach: Reach): Promise<void> {
  ({ passphrase } = await world.must('users.invite', { name: lin, roles: ['contract_manager'], reach }));
}

async function become(): Promise<void> {
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: lin, passphrase, takeOver: false });
}

async function back(): Promise<void> {
  world.core.vaults.lock();
  await unlockTestVault(world);
}

async function titles(): Promise<readonly string[]> {
  return (await world.must('contracts.list', { search: '', sort: 'number', limit: 50 })).contracts.map(({ title }) => title).toSorted();
}

async function idOfLin(): Promise<UserId> {
  const id = (await world.must('users.list', undefined)).find(({ name }) => name === lin)?.id;
  if (id === undefined) throw new Error('nobody was invited');
  return id;
}

describe('a person who sees their own contracts', () => {
  test('is offered the owners and departments of those only, and finds by a part of their names', async () => {
    expect(await world.must('contracts.namesInUse', undefined)).toMatchObject({ departments: ['采购部', '销售部', '行政部'] });
    await invite({ scope: 'own' });
    await become();
    expect(await world.must('contracts.namesInUse', undefined)).toEqual({ owners: [lin], departments: ['行政部'] });
    const count = (filter: ContractFilter) => world.must('contracts.count', { search: '', sort: 'number', filter });
    expect([await count({ ownerName: '林' }), await count({ department: '行政' }), await count({ department: '采购' })]).toEqual([1, 1, 0]);
  });

  test('turns the pages of those in every order', async () => {
    await invite({ scope: 'own' });
    await become();
    for (const title of ['车辆租用', '叉车租用', '吊车租用']) await registerSigned(world, title, { ownerName: lin, department: '行政部' });
    for (const sort of contractSorts) {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await world.must('contracts.list', { search: '', sort, limit: 1, ...(cursor === undefined ? {} : { cursor }) });
        seen.push(...page.contracts.map(({ title }) => title));
        cursor = page.nextCursor;
      }
      expect(seen.toSorted(), sort).toEqual(await titles());
    }
  });

  test('sees what they keep, what they make, and what they have to do something in', async () => {
    await invite({ scope: 'own' });
    await world.must('problems.addTask', { contractId: sold.summary.id, title: '联系客户', assigneeId: await idOfLin(), dueOn: '2026-12-01' as Day });
    await become();
    expect(await titles()).toEqual(['仓库租赁', '设备销售']);
    const made = await registerSigned(world, '车辆租用', { ownerName: '李雷' });
    expect(await titles()).toEqual(['仓库租赁', '设备销售', '车辆租用']);
    expect(await world.must('contracts.get', { id: made.summary.id })).toMatchObject({ summary: { title: '车辆租用' } });
  });

  test('is refused what names another contract, and finds it by no search', async () => {
    await invite({ scope: 'own' });
    await become();
    expect(await world.call('contracts.get', { id: bought.summary.id })).toMatchObject({ ok: false, error: { code: 'OUT_OF_REACH' } });
    expect(await world.call('contracts.changeMany', { ids: [handed.summary.id, bought.summary.id], archived: true })).toMatchObject({ ok: false, error: { code: 'OUT_OF_REACH' } });
    for (const search of ['钢材', bought.summary.number, '部门:采购部']) {
      expect((await world.must('contracts.list', { search, sort: 'number', limit: 50 })).contracts, search).toEqual([]);
      expect(await world.must('contracts.count', { search, sort: 'number' }), search).toBe(0);
    }
    expect(await titles()).toEqual(['仓库租赁']);
    expect(await world.must('home.dashboard', undefined)).not.toMatchObject({ total: 3 });
  });

  test('can do nothing to the whole book', async () => {
    await invite({ scope: 'own' });
    await become();
    const status = await world.must('vault.status', undefined);
    expect(status).toMatchObject({ state: 'unlocked', user: { reach: { scope: 'own' } } });
    for (const permission of ['backups.make', 'takeout.run', 'imports.run', 'exchange.use', 'audit.read']) expect(JSON.stringify(status)).not.toContain(`"${permission}"`);
    expect(await world.call('backups.overview', undefined)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  test('goes on in a transaction of theirs with what it wrote', async () => {
    await invite({ scope: 'own' });
    await become();
    const { id } = handed.summary;
    await world.must('problems.addTask', { contractId: id, title: '催缴', assigneeId: await memberId(), dueOn: '2026-12-01' as Day });
    expect((await world.must('problems.myTasks', undefined)).map(({ title }) => title)).toEqual(['催缴']);
  });
});

test('a backup from before they saw everything is rehearsed and read whole once they do', async () => {
  await invite({ scope: 'own' });
  const place = join(world.folder, 'backups');
  mkdirSync(place);
  world.answers.push(place);
  await world.must('backups.chooseFolder', undefined);
  await world.must('backups.run', { taskId: taskId() });
  await world.must('users.changeRoles', { id: await idOfLin(), roles: ['contract_manager'], reach: { scope: 'all' } });
  await become();
  expect(await world.must('backups.drill', { taskId: taskId() })).toMatchObject({ passed: true });
  const [backup] = (await world.must('backups.overview', undefined)).backups;
  const listed = await world.must('backups.contracts', { id: backup?.id ?? ('' as never), passphrase: null, taskId: taskId() });
  expect(listed.map(({ title }) => title).toSorted()).toEqual(['仓库租赁', '设备销售', '钢材采购']);
});

test('a table of which nobody said whose rows it holds keeps the vault closed to them', async () => {
  await invite({ scope: 'own' });
  world.core.vaults.session()?.derive((db) => void db.run(sql`CREATE TABLE main.strays (id TEXT PRIMARY KEY) STRICT`));
  world.core.vaults.lock();
  expect(await world.call('vault.unlock', { userName: lin, passphrase, takeOver: false })).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  await unlockTestVault(world);
});

async function memberId(): Promise<UserId> {
  const id = (await world.must('approvals.members', undefined)).find(({ name }) => name === lin)?.id;
  if (id === undefined) throw new Error('nobody is there');
  return id;
}

describe('a person who sees their departments’ contracts', () => {
  test('sees these and their own', async () => {
    await invite({ scope: 'department', departments: ['采购部', '法务部'] });
    await become();
    expect(await titles()).toEqual(['仓库租赁', '钢材采购']);
  });
});

describe('what a person sees', () => {
  test('changes with the next unlocking, and is listed beside their roles', async () => {
    await invite({ scope: 'own' });
    await world.must('users.changeRoles', { id: await idOfLin(), roles: ['drafter'], reach: { scope: 'department', departments: ['销售部'] } });
    expect((await world.must('users.list', undefined)).find(({ name }) => name === lin)?.reach).toEqual({ scope: 'department', departments: ['销售部'] });
    await become();
    expect(await titles()).toEqual(['仓库租赁', '设备销售']);
    await back();
    await world.must('users.changeRoles', { id: await idOfLin(), roles: ['drafter'] });
    await world.must('users.changeRoles', { id: await idOfLin(), roles: ['drafter'], reach: { scope: 'all' } });
    await become();
    expect(await titles()).toHaveLength(3);
  });

  test('is all of it for an administrator', async () => {
    expect(await world.call('users.invite', { name: '另一人', roles: ['administrator'], reach: { scope: 'own' } })).toMatchObject({ ok: false, error: { code: 'ADMINISTRATOR_SEES_ALL' } });
    await invite({ scope: 'own' });
    expect(await world.call('users.changeRoles', { id: await idOfLin(), roles: ['administrator'] })).toMatchObject({ ok: false, error: { code: 'ADMINISTRATOR_SEES_ALL' } });
    expect(await world.must('users.departments', undefined)).toEqual(['采购部', '销售部', '行政部']);
  });

  test('is confirmed or withdrawn with their roles in the quarterly review', async () => {
    await invite({ scope: 'department', departments: ['采购部'] });
    await world.must('users.startAccessReview', undefined);
    const { current } = await world.must('users.accessReview', undefined);
    expect(current?.grants.map(({ reach }) => reach)).toEqual(expect.arrayContaining([{ scope: 'all' }, { scope: 'department', departments: ['采购部'] }]));
  });

  test('is counted without reading a contract beyond what the index holds of it', async () => {
    await invite({ scope: 'own' });
    const plan = world.core.vaults
      .session()
      ?.whole.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN SELECT count(*) FROM contracts WHERE +id IN (SELECT contract_id FROM contract_tags) AND (contracts.archived_at IS NULL) = 1`)
      .map(({ detail }) => detail);
    expect(plan?.[0]).toContain('COVERING INDEX contracts_by_standing');
    await become();
    expect(await world.must('contracts.count', { search: '', sort: 'number' })).toBe(1);
  });
});

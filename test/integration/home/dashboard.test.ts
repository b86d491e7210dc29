import { afterEach, beforeEach, expect, test } from 'vitest';
import { signMonthByMonth } from '../../harness/signing-history.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

test('the first page counts by stage, whatever way contracts go', async () => {
  await signMonthByMonth(world, [2]);
  const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 50 });
  const stages = async () => (await world.must('home.dashboard', undefined)).stages;
  expect(await stages()).toEqual([{ stage: 'signed', count: 2 }]);
  const [first] = contracts;
  if (first === undefined) throw new Error();
  await world.must('contracts.changeMany', { ids: [first.id], archived: true });
  expect(await stages()).toEqual([{ stage: 'signed', count: 1 }]);
  await world.must('contracts.changeMany', { ids: [first.id], archived: false });
  expect(await stages()).toEqual([{ stage: 'signed', count: 2 }]);
  expect(await world.must('home.cycleTimes', undefined)).toMatchObject([{ signed: 2, medianDays: 2 }]);
});

test('each person arranges the page for themselves', async () => {
  expect(await world.must('home.layout', undefined)).toEqual({ order: [], hidden: [] });
  await world.must('home.saveLayout', { order: ['money', 'recent'], hidden: ['quick'] });
  expect(await world.must('home.layout', undefined)).toEqual({ order: ['money', 'recent'], hidden: ['quick'] });
  const { passphrase } = await world.must('users.invite', { name: '法务甲', roles: ['legal'] });
  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName: '法务甲', passphrase, takeOver: false });
  expect(await world.must('home.layout', undefined)).toEqual({ order: [], hidden: [] });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { registerTerms } from '../../harness/portfolio.ts';
import { signMonthByMonth } from '../../harness/signing-history.ts';
import { createTestVault, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

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

test('a term that turned while nobody looked at a list counts by its new end, over midnight and after the vault was closed', async () => {
  registerTerms(world, [{ title: '续约', from: '2026-01-01', until: '2026-12-10', renewal: 'auto', details: { renewalTermMonths: 1 } }]);
  const counted = async () => {
    const { expiring, ended } = await world.must('home.dashboard', undefined);
    return [ended.count, expiring.within30.count];
  };
  await world.pass(60_000);
  expect(await counted()).toEqual([0, 1]);
  await world.pass(20 * 86_400_000);
  expect(await counted()).toEqual([0, 1]);
  world.core.vaults.lock();
  world.clock.advance(60 * 86_400_000);
  await unlockTestVault(world);
  await world.pass(60_000);
  expect(await counted()).toEqual([0, 1]);
});

test('what ends and has to be given notice of counts as long as it is signed and not archived', async () => {
  const renewal = { renewal: 'auto', details: { renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } } } as const;
  const [ending, drafted] = registerTerms(world, [
    { title: '将到期', from: '2026-01-01', until: '2026-12-10' },
    { title: '草稿', from: '2026-01-01', until: '2026-12-10', stage: 'draft' },
    { title: '已到期', from: '2025-01-01', until: '2026-10-31' },
    { title: '续约', from: '2026-01-01', until: '2027-01-10', ...renewal },
  ]);
  // The rules' dates are kept for lists in the background.
  await world.must('contracts.list', { search: '', sort: 'end', limit: 50 });
  const counted = async () => {
    const { expiring, ended, noticeDue } = await world.must('home.dashboard', undefined);
    return [ended.count, expiring.within30.count, expiring.within60.count, noticeDue.count];
  };
  expect(await counted()).toEqual([1, 1, 2, 1]);
  await world.must('contracts.changeMany', { ids: [ending ?? ('' as never)], archived: true });
  expect(await counted()).toEqual([1, 0, 1, 1]);
  await world.must('contracts.changeMany', { ids: [ending ?? ('' as never)], archived: false });
  expect(await counted()).toEqual([1, 1, 2, 1]);
  const { revision } = await world.must('contracts.get', { id: ending ?? ('' as never) });
  await world.must('contracts.changeStage', { id: ending ?? ('' as never), revision, to: 'completed', details: { reason: '已结清', basis: '', notice: '', effectiveOn: null, signedOn: null } });
  expect(await counted()).toEqual([1, 0, 1, 1]);
  expect((await world.must('contracts.get', { id: drafted ?? ('' as never) })).summary.stage).toBe('draft');
});

test('the reviews that are due are as many as the list has that the figure leads to, one that was begun early too', async () => {
  const [early] = registerTerms(world, [
    { title: '早审', from: '2026-03-30', until: '2030-12-31', details: {} },
    { title: '将审', from: '2026-03-01', until: '2027-12-31' },
  ]);
  const [review] = (await world.must('reviews.ofContract', { contractId: early ?? ('' as never) })).reviews;
  const listed = async (mine: boolean) => (await world.must('reviews.list', { show: 'due', mine, search: '', offset: 0, limit: 50 })).total;
  const figures = async () => {
    const { reviews } = await world.must('home.dashboard', undefined);
    return [reviews.due.count, reviews.mineDue.count];
  };
  expect([await listed(false), await listed(true)]).toEqual(await figures());
  await world.must('reviews.start', { id: review?.id ?? ('' as never) });
  expect([await listed(false), await listed(true)]).toEqual([2, 2]);
  expect(await figures()).toEqual([2, 2]);
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

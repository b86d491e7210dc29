import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { Trigger } from '#shared/features/risks/warnings.ts';
import { addDays, dayAt, type Day } from '#shared/kernel/day.ts';
import { membersOf } from '../../harness/members.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, unlockTestVault, userName, type TestWorld } from '../../harness/world.ts';

vi.setConfig({ testTimeout: 120_000 });

// What scores and warnings count, and from where. The clock stands at nine on 23 November 2026.

const minute = 60_000;
const dayMs = 24 * 60 * minute;
const today = '2026-11-23' as Day;
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await world.pass(0);
});
afterEach(() => world.close());

const build = (trigger: Trigger) => world.must('risks.saveRule', { id: null, revision: 0, draft: { name: '试规则', trigger, audience: { kind: 'everybody' }, how: 'list', isOn: true } });
const warned = async () => (await world.must('risks.alerts', { open: false, limit: 100 })).length;
const two: Trigger = { kind: 'obligations_overdue', count: 2 };
function register(): ContractId {
  const [id] = registerTerms(world, [{ title: '浮标采购', from: '2026-01-01', until: '2030-12-31' }]);
  if (id === undefined) throw new Error('nothing was registered');
  return id;
}
const owe = (contractId: ContractId, days: number, graceDays = 0) =>
  world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry(`第 ${days} 天`, { due: { kind: 'fixed', on: addDays(today, days) }, graceDays }) });
async function meet(contractId: ContractId, ...days: readonly number[]): Promise<void> {
  for (const number of days) {
    const { obligations } = await world.must('fulfilment.ofContract', { contractId });
    const found = obligations.find(({ title }) => title === `第 ${number} 天`);
    await world.must('fulfilment.move', { id: found?.id ?? ('' as ObligationId), revision: found?.revision ?? 0, to: 'met', on: dayAt(world.clock.now(), 480), reason: '' });
  }
}
const onPage = async (contractId: ContractId) => (await world.must('risks.score', { contractId })).score;
const inList = async (contractId: ContractId) => (await world.must('risks.scores', { from: 0, limit: 100 })).find((line) => line.contractId === contractId)?.score;
const onFirstPage = async () => (await world.must('home.dashboard', undefined)).obligationsOverdue.count;
const overduePart = async (contractId: ContractId) => (await world.must('risks.score', { contractId })).items.find(({ part }) => part === 'obligations')?.count;

describe('a rule for obligations that are overdue', () => {
  test('counts those too that were overdue before it was switched on', async () => {
    const id = register();
    await owe(id, -10);
    await owe(id, 1);
    await build(two);
    await world.pass(dayMs);
    expect(await warned()).toBe(0);
    await world.pass(dayMs);
    expect(await warned()).toBe(1);
    await world.pass(3 * dayMs);
    expect(await warned()).toBe(1);
  });

  test('does not count one that was met before the next one came', async () => {
    const id = register();
    await build(two);
    await owe(id, 1);
    await owe(id, 5);
    await world.pass(3 * dayMs);
    await meet(id, 1);
    await world.pass(5 * dayMs);
    expect(await warned()).toBe(0);
    expect((await world.must('risks.dryRun', { trigger: two })).total).toBe(0);
  });

  test('waits for the days of grace, as the list of what is overdue does', async () => {
    const id = register();
    await build(two);
    await owe(id, 1, 10);
    await owe(id, 2, 10);
    await world.pass(8 * dayMs);
    expect(await warned()).toBe(0);
    expect([await overduePart(id), await onFirstPage()]).toEqual([0, 0]);
    expect((await world.must('risks.dryRun', { trigger: two })).total).toBe(0);
    await world.pass(6 * dayMs);
    expect(await warned()).toBe(1);
    expect([await overduePart(id), await onFirstPage()]).toEqual([2, 2]);
    expect((await world.must('risks.dryRun', { trigger: two })).total).toBe(1);
  });

  test('does not count in the trial what was met in time and entered later', async () => {
    const id = register();
    await owe(id, -30);
    await owe(id, -20);
    expect((await world.must('risks.dryRun', { trigger: two })).total).toBe(1);
    const { obligations } = await world.must('fulfilment.ofContract', { contractId: id });
    for (const { id: owed, revision, dueOn } of obligations) await world.must('fulfilment.move', { id: owed, revision, to: 'met', on: dueOn ?? today, reason: '' });
    expect((await world.must('risks.dryRun', { trigger: two })).total).toBe(0);
  });

  test('warns again when the number is reached anew, and the trial on the past says the same', async () => {
    const id = register();
    await build(two);
    for (const days of [1, 2, 10, 11]) await owe(id, days);
    await world.pass(4 * dayMs);
    expect(await warned()).toBe(1);
    await meet(id, 1, 2);
    await world.pass(10 * dayMs);
    expect(await warned()).toBe(2);
    expect((await world.must('risks.dryRun', { trigger: two })).total).toBe(2);
  });
});

describe('the list of scores says what the page of a contract says', () => {
  test('after weeks in which the vault was locked', async () => {
    const id = register();
    await owe(id, 3);
    await world.pass(20 * minute);
    await world.must('vault.lock', undefined);
    world.clock.advance(30 * dayMs);
    await unlockTestVault(world);
    await world.pass(20 * minute);
    expect(await overduePart(id)).toBe(1);
    expect(await inList(id)).toBe(await onPage(id));
  });

  test('when the clock was a month ahead and is right again', async () => {
    const id = register();
    await owe(id, 3);
    await world.pass(20 * minute);
    world.clock.advance(30 * dayMs);
    world.core.scheduler.plan();
    await world.pass(20 * minute);
    expect(await inList(id)).toBe(await onPage(id));
    world.clock.advance(-30 * dayMs);
    world.core.scheduler.plan();
    await world.pass(20 * minute);
    expect(await overduePart(id)).toBe(0);
    expect(await inList(id)).toBe(await onPage(id));
  });

  test('once a term has turned whose notice was missed', async () => {
    // No review falls due on the day on which the term turns.
    const { policy } = await world.must('reviews.policy', undefined);
    await world.must('reviews.savePolicy', { version: 0, policy: { ...policy, ordinary: null } });
    const { summary } = await registerSigned(world, '续约', { signedOn: '2025-12-21' as Day, effectiveOn: '2025-12-21' as Day, expiresOn: '2026-12-20' as Day, renewalType: 'auto', details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 25, unit: 'day' } }) });
    await world.pass(20 * dayMs);
    expect([await onPage(summary.id), await inList(summary.id)]).toEqual([20, 20]);
    await world.pass(12 * dayMs);
    expect([await onPage(summary.id), await inList(summary.id)]).toEqual([5, 5]);
  });

  test('by bands of value that somebody without the key to sums set', async () => {
    const people = membersOf(world);
    await people.invite('李法务', 'legal');
    const { record } = await registerSigned(world, '灯器采购');
    const amount = { inclusive: { minor: 300_000_00, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' } as const;
    const { summary } = await world.must('contracts.register', { title: '浮标采购', contractType: 'purchase', language: 'zh', stage: 'signed', number: '', record, amount });
    const { id } = summary;
    await world.pass(20 * minute);
    const before = await onPage(id);
    expect(await inList(id)).toBe(before);
    await people.become('李法务');
    const weights = await world.must('risks.weights', undefined);
    await world.must('risks.saveWeights', { weights: { ...weights, bandsMinor: [1_000_00, 2_000_00, 3_000_00, 4_000_00] } });
    await world.pass(20 * minute);
    await people.become(userName);
    await world.pass(20 * minute);
    expect(await onPage(id)).toBeGreaterThan(before);
    expect(await inList(id)).toBe(await onPage(id));
  });
});

test('a warning that is seen among the reminders is seen in the list of warnings, and waits in both when that is taken back', async () => {
  registerTerms(world, [{ title: '浮标采购', from: '2026-01-01', until: addDays(today, 61) }]);
  await world.must('risks.saveRule', { id: null, revision: 0, draft: { name: '试规则', trigger: { kind: 'expiry_near', days: 60 }, audience: { kind: 'everybody' }, how: 'notify', isOn: true } });
  await world.pass(2 * dayMs);
  const reminders = async () => (await world.must('reminders.list', { view: 'now', everybody: true, kind: 'warning', search: '', contractId: null, limit: 10 })).map(({ id }) => id);
  const open = async () => (await world.must('risks.alerts', { open: true, limit: 10 })).length;
  const ids = await reminders();
  expect([ids.length, await open()]).toEqual([1, 1]);
  await world.must('reminders.acknowledge', { ids });
  expect([(await reminders()).length, await open()]).toEqual([0, 0]);
  expect((await world.must('risks.alerts', { open: false, limit: 10 }))[0]).toMatchObject({ acknowledgedByName: userName });
  await world.must('reminders.withdraw', { ids });
  expect([(await reminders()).length, await open()]).toEqual([1, 1]);
});

test('a score that falls and is reached again warns again', async () => {
  const id = register();
  await build({ kind: 'score_reached', score: 20 });
  for (const days of [1, 2, 20, 21]) await owe(id, days);
  await world.pass(5 * dayMs);
  expect([await onPage(id), await warned()]).toEqual([20, 1]);
  await meet(id, 1, 2);
  await world.pass(2 * dayMs);
  expect([await onPage(id), await warned()]).toEqual([5, 1]);
  await world.pass(20 * dayMs);
  expect([await onPage(id), await warned()]).toEqual([20, 2]);
});

test('a rule that was made while the clock was ahead warns once the clock is right', async () => {
  world.clock.advance(30 * dayMs);
  await build({ kind: 'expiry_near', days: 60 });
  world.clock.advance(-30 * dayMs);
  world.core.scheduler.plan();
  registerTerms(world, [{ title: '浮标采购', from: '2026-01-01', until: addDays(today, 62) }]);
  await world.pass(minute);
  expect(await warned()).toBe(0);
  await world.pass(3 * dayMs);
  expect(await warned()).toBe(1);
});

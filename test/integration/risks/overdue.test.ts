import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ObligationEntry } from '#shared/features/fulfilment/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { silenceReviews } from '../../harness/reminder-policy.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

// The test world's clock stands at nine on 23 November 2026.
const minute = 60_000;
const dayMs = 24 * 60 * minute;
let world: TestWorld;
let contractId: ContractId;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world);
  contractId = (await registerSigned(world, '浮标采购')).summary.id;
});
afterEach(() => world.close());

async function owe(title: string, on: string, over: Partial<ObligationEntry> = {}) {
  await world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry(title, { due: { kind: 'fixed', on: on as Day }, ...over }) });
}
async function meet(title: string, on: string) {
  const found = (await world.must('fulfilment.ofContract', { contractId })).obligations.find((one) => one.title === title);
  await world.must('fulfilment.move', { id: found?.id ?? ('' as never), revision: found?.revision ?? 0, to: 'met', on: on as Day, reason: '' });
}
const figures = async () => {
  const score = (await world.must('risks.score', { contractId })).items.find(({ part }) => part === 'obligations');
  const listed = (await world.must('risks.scores', { limit: 10, from: 0 })).find((one) => one.contractId === contractId)?.score;
  const { count } = (await world.must('home.dashboard', undefined)).obligationsOverdue;
  return { count, score: score !== undefined && 'count' in score ? score.count : null, listed: listed ?? null };
};
const warned = async () => (await world.must('risks.alerts', { open: true, limit: 10 })).length;

test('an obligation weighs in the score once it is overdue, as the lists count it, not within its days of grace', async () => {
  await owe('交付', '2026-11-24', { graceDays: 20 });
  await world.pass(minute);
  const before = (await figures()).listed;
  await world.pass(3 * dayMs);
  expect(await figures()).toEqual({ count: 0, score: 0, listed: before });
  await world.pass(19 * dayMs);
  const after = await figures();
  expect([after.count, after.score]).toEqual([1, 1]);
  expect(after.listed).toBeGreaterThan(before ?? 100);
});

test('the list of scores catches up after an absence, however long it was', async () => {
  await owe('交付', '2026-11-24');
  await world.pass(minute);
  const before = (await figures()).listed;
  await world.must('vault.lock', undefined);
  world.clock.advance(40 * dayMs);
  await unlockTestVault(world);
  await world.pass(minute);
  const after = await figures();
  expect(after).toMatchObject({ count: 1, score: 1 });
  expect(after.listed).toBeGreaterThan(before ?? 100);
});

test('a rule warns of obligations that are overdue, not of those that were met in time or may still be', async () => {
  const trigger = { kind: 'obligations_overdue', count: 2 } as const;
  for (const rule of await world.must('risks.rules', undefined)) await world.must('risks.removeRule', { id: rule.id });
  await world.must('risks.saveRule', { id: null, revision: 0, draft: { name: '逾期', trigger, audience: { kind: 'everybody' }, how: 'list', isOn: true } });
  await owe('第一批', '2026-11-24');
  await owe('第二批', '2026-11-25');
  await owe('第三批', '2026-11-25', { graceDays: 10 });
  await world.pass(minute);
  await meet('第一批', '2026-11-23');
  await world.pass(4 * dayMs);
  expect([await warned(), (await world.must('risks.dryRun', { trigger })).total]).toEqual([0, 0]);
  await world.pass(10 * dayMs);
  expect([await warned(), (await world.must('risks.dryRun', { trigger })).total]).toEqual([1, 1]);
  await meet('第三批', '2026-12-06');
  expect((await world.must('risks.dryRun', { trigger })).total).toBe(1);
});

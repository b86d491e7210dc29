import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ReviewPolicy } from '#shared/features/reviews/policy.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { membersOf } from '../../harness/members.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

vi.setConfig({ testTimeout: 120_000 });

// Reviews that are planned anew, and what follows them. The clock stands at nine on 23 November 2026.

const minute = 60_000;
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await world.pass(0);
});
afterEach(() => world.close());

const planned = async (contractId: ContractId) => (await world.must('reviews.ofContract', { contractId })).reviews.filter(({ state }) => state === 'scheduled');
const dues = async (contractId: ContractId) => (await planned(contractId)).map(({ reason, dueOn }) => `${reason} ${dueOn}`).toSorted();
const reminded = async () =>
  (await world.must('reminders.due', { everybody: true, kind: 'review', search: '', contractId: null, limit: 50, view: 'coming', days: 400 })).map(({ targetOn, ownerName }) => `${targetOn} ${ownerName ?? ''}`);
async function savePolicy(change: (policy: ReviewPolicy) => Partial<ReviewPolicy>): Promise<void> {
  const { policy, version } = await world.must('reviews.policy', undefined);
  await world.must('reviews.savePolicy', { version, policy: { ...policy, ...change(policy) } });
}
function register(over: { readonly from?: string; readonly until?: string; readonly renews?: boolean } = {}): ContractId {
  const { from = '2026-03-08', until = '2027-09-30', renews = false } = over;
  const [id] = registerTerms(world, [{ title: '机房维护', from, until, ...(renews ? { renewal: 'auto', details: { renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } } } : {}) }]);
  if (id === undefined) throw new Error('nothing was registered');
  return id;
}

describe('reminders of reviews', () => {
  test('go with a review that the policy plans no more, or on another day', async () => {
    const id = register();
    expect(await dues(id)).toEqual(['cadence 2026-12-08']);
    await world.pass(minute);
    expect(await reminded()).toEqual([`2026-12-08 ${userName}`]);
    await savePolicy(() => ({ ordinary: 'yearly' }));
    expect(await dues(id)).toEqual(['cadence 2027-03-08']);
    await world.pass(minute);
    expect(await reminded()).toEqual([`2027-03-08 ${userName}`]);
    await savePolicy(() => ({ ordinary: null }));
    expect(await dues(id)).toEqual([]);
    await world.pass(minute);
    expect(await reminded()).toEqual([]);
  });

  test('go to whom a review is given, at once', async () => {
    const people = membersOf(world);
    await people.invite('李法务', 'legal');
    const [one, other] = [register(), register({ from: '2026-03-09' })];
    const ids = [...(await planned(one)), ...(await planned(other))].map((line) => line.id);
    await world.pass(minute);
    expect(await reminded()).toEqual([`2026-12-08 ${userName}`, `2026-12-09 ${userName}`]);
    await world.must('reviews.assign', { ids, reviewerId: (await people.idOf('李法务')) as UserId });
    await world.pass(minute);
    expect(await reminded()).toEqual(['2026-12-08 李法务', '2026-12-09 李法务']);
  });
});

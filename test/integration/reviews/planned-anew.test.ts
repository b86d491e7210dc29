import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ReviewPolicy } from '#shared/features/reviews/policy.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { membersOf } from '../../harness/members.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { obligationEntry } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

vi.setConfig({ testTimeout: 120_000 });

// Reviews that are planned anew, and what follows them. The clock stands at nine on 23 November 2026.

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

describe('what events ask for', () => {
  const owe = (contractId: ContractId, title: string, on: string) =>
    world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry(title, { due: { kind: 'fixed', on: on as Day } }) });

  test('follows the policy: other days before the notice, or none of it any more', async () => {
    const id = register({ from: '2026-01-01', until: '2027-01-15', renews: true });
    const ofNotice = async () => (await dues(id)).filter((line) => line.startsWith('safe_send'));
    expect(await ofNotice()).toEqual([`safe_send ${today}`]);
    await savePolicy(({ extra }) => ({ extra: { ...extra, safeSendLeadDays: 5 } }));
    expect(await ofNotice()).toEqual(['safe_send 2026-12-06']);
    await savePolicy(({ extra }) => ({ extra: { ...extra, safeSendLeadDays: 10 } }));
    expect(await ofNotice()).toEqual(['safe_send 2026-12-01']);
    // What has come due waits on: that its day has passed by now is not news.
    await world.pass(9 * dayMs);
    await savePolicy(({ extra }) => ({ extra: { ...extra, safeSendLeadDays: 30 } }));
    expect(await ofNotice()).toEqual(['safe_send 2026-12-01']);
    await savePolicy(({ extra }) => ({ extra: { ...extra, safeSendLeadDays: null } }));
    expect(await ofNotice()).toEqual([]);
  });

  test('is not asked for again each month while it waits', async () => {
    const id = register({ from: '2025-12-01', until: '2030-11-30' });
    for (const title of ['一', '二']) await owe(id, title, '2026-11-20');
    await world.pass(minute);
    expect((await dues(id)).filter((line) => line.startsWith('overdue'))).toEqual(['overdue 2026-11-30']);
    await world.pass(10 * dayMs);
    await world.must('vault.lock', undefined);
    await membersOf(world).become(userName);
    await world.pass(minute);
    expect((await dues(id)).filter((line) => line.startsWith('overdue'))).toEqual(['overdue 2026-11-30']);
    // Once it was held, what is overdue still next month asks anew.
    const [waiting] = (await planned(id)).filter(({ reason }) => reason === 'overdue');
    await world.must('reviews.skip', { id: waiting?.id ?? ('' as never), reason: '已在催办' });
    expect((await dues(id)).filter((line) => line.startsWith('overdue'))).toEqual(['overdue 2026-12-10']);
  });

  test('is planned when a day passes, also while the vault stays open', async () => {
    const id = register({ from: '2025-12-01', until: '2030-11-30' });
    for (const title of ['一', '二']) await owe(id, title, today);
    expect((await dues(id)).filter((line) => line.startsWith('overdue'))).toEqual([]);
    await world.pass(2 * dayMs);
    expect((await dues(id)).filter((line) => line.startsWith('overdue'))).toEqual(['overdue 2026-12-02']);
  });
});

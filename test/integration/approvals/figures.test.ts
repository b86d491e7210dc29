import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import { always, approvalDesk, startApproving, step } from '../../harness/approval-desk.ts';
import type { Members } from '../../harness/members.ts';
import { userName, type TestWorld } from '../../harness/world.ts';

// What was counted once stays counted.

let world: TestWorld;
let people: Members;
let contract: Contract;
beforeEach(async () => {
  ({ world, people, contract } = await startApproving());
});
afterEach(() => world.close());

const { contractId, now, saveFlow, submit, rounds, idOf } = approvalDesk(() => ({ world, people, contract }));

const day = 86_400_000;
async function approve() {
  const { tasks } = await world.must('approvals.inbox', { show: 'open' });
  return world.call('approvals.decide', { taskId: tasks[0]?.id ?? ('' as never), decision: 'approved', comment: '', contentHash: (await rounds())[0]?.contentHash ?? '' });
}
const reported = (measure: 'firstPass' | 'approvals' | 'approvalHours', groupBy: 'month' | 'result') =>
  world.must('analytics.run', { definition: { measure, groupBy, splitBy: null, filter: { types: [], stages: [], ownerName: '' }, period: { lastMonths: null, from: null, to: null }, show: 'bar' } });
async function counted() {
  const [months, reports] = [(await world.must('approvals.figures', undefined)).months, await Promise.all([reported('firstPass', 'month'), reported('approvalHours', 'month'), reported('approvals', 'result')])];
  const metrics = (await world.must('improvement.metrics', undefined)).filter(({ metric }) => metric === 'approval_hours' || metric === 'first_pass');
  return { months, reports: reports.map(({ rows }) => rows), metrics: metrics.map(({ metric, points }) => ({ metric, points })) };
}
/** The text of a contract is another one. */
const change = async () => world.must('versions.restore', { contractId: contractId(), revision: (await now()).revision, versionNumber: 1 });

test('an approval that is voided afterwards stays in the figures of its month, and one that was voided while it ran is in none', async () => {
  await saveFlow([step('法务', 1, 'legal')]);
  await submit();
  await people.become('法务甲');
  world.clock.advance(3 * 3_600_000);
  await approve();
  await people.become(userName);
  const before = await counted();
  expect(before.months).toMatchObject([{ month: '2026-11', ended: 1, approved: 1, firstPass: 1, medianMs: 3 * 3_600_000 }]);
  world.clock.advance(20 * day);
  const rangeWithMore = await counted();
  await change();
  expect((await rounds())[0]).toMatchObject({ state: 'voided' });
  expect(await counted()).toEqual(rangeWithMore);
  await submit();
  await change();
  expect((await rounds()).map(({ state }) => state)).toEqual(['voided', 'voided']);
  expect(await counted()).toEqual(rangeWithMore);
  expect(rangeWithMore.months).toEqual(before.months);
});

test('people who bore one name after the other are counted apart', async () => {
  await saveFlow([step('法务', 1, 'legal')]);
  await submit();
  await people.become('法务甲');
  await approve();
  await people.become(userName);
  await world.must('users.remove', { id: await idOf('法务甲') });
  await people.invite('法务甲', 'legal');
  await change();
  await submit();
  const { waiting } = await world.must('approvals.figures', undefined);
  expect(waiting.map(({ userName: name, open, decided }) => [name, open, decided])).toEqual([['法务甲', 1, 0], ['法务甲', 0, 1]]);
});

test('a contract that nobody had to decide on is in none of the figures, and is no first attempt', async () => {
  const flow = await saveFlow([step('法务', 1, 'legal', { condition: { ...always, amountFromMinor: 1_000_000_000_00 } })]);
  await submit();
  expect(await rounds()).toMatchObject([{ state: 'approved', tasks: [] }]);
  expect(await counted()).toMatchObject({ months: [], reports: [[], [], []], metrics: [{ points: [] }, { points: [] }] });
  world.clock.advance(day);
  await change();
  await world.must('approvals.saveFlow', { id: flow.id, version: flow.version, draft: { name: flow.name, contractTypes: [], steps: [step('法务', 1, 'legal')], isOn: true, drafterMayApprove: false, needsSecondReviewer: false } });
  await submit();
  await people.become('法务甲');
  world.clock.advance(3 * 3_600_000);
  await approve();
  await people.become(userName);
  const { months, reports, metrics } = await counted();
  expect(months).toMatchObject([{ ended: 1, approved: 1, firstPass: 1, medianMs: 3 * 3_600_000 }]);
  expect(reports.map((rows) => rows.map(({ value }) => value))).toEqual([[1], [3], [1]]);
  expect(metrics.map(({ points }) => points.map(({ value }) => value))).toEqual(expect.arrayContaining([[1], [3]]));
});

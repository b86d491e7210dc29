import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UserId } from '#shared/features/vault/model.ts';
import { lastOfMonth, type Day } from '#shared/kernel/day.ts';
import { membersOf } from '../../harness/members.ts';
import { signMonthByMonth } from '../../harness/signing-history.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld(undefined, Date.UTC(2026, 10, 1, 1, 0));
  await createTestVault(world);
});
afterEach(() => world.close());

const report = (title = '审批太慢') => world.must('improvement.report', { kind: 'problem', origin: 'page', originRef: '#/contracts', title, description: '' });
const act = async (id: Awaited<ReturnType<typeof report>>['id']) => {
  const { revision } = await world.must('improvement.get', { id });
  return world.must('improvement.move', { id, revision, from: 'new', to: 'acting', result: '', outcome: null });
};

test('a problem goes from its cause to what is made standard, and keeps what was written', async () => {
  const { id } = await report();
  const item = await world.must('improvement.get', { id });
  const content = { ...item.content, whys: ['等待签字', '授权不清'], rootCause: '没有授权表', standards: [{ kind: 'flow' as const, text: '标准审批流程改为两级', ref: '' }] };
  const saved = await world.must('improvement.save', { id, revision: item.revision, content, ownerId: null });
  expect(saved.content).toEqual(content);
  expect(await world.call('improvement.save', { id, revision: item.revision, content, ownerId: null })).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } });
  const acting = await act(id);
  const closed = await world.must('improvement.move', { id, revision: acting.revision, from: 'acting', to: 'closed', result: '流程已改', outcome: 'achieved' });
  expect(closed.line).toMatchObject({ state: 'closed', outcome: 'achieved' });
  expect(await world.call('improvement.save', { id, revision: closed.revision, content, ownerId: null })).toMatchObject({ error: { code: 'ITEM_CLOSED' } });
  expect((await world.must('improvement.list', { show: 'ended', mine: true })).map(({ title }) => title)).toEqual(['审批太慢']);
});

test('a step leaves what is being written to be saved, and saving leaves the result; a step from a state that is no more is refused', async () => {
  const { id } = await report();
  const seen = await world.must('improvement.get', { id });
  await world.must('improvement.move', { id, revision: seen.revision, from: 'new', to: 'acting', result: '先试行', outcome: null });
  const content = { ...seen.content, rootCause: '没有授权表', result: '旧的结果' };
  const saved = await world.must('improvement.save', { id, revision: seen.revision, content, ownerId: null });
  expect(saved.content).toMatchObject({ rootCause: '没有授权表', result: '先试行' });
  const stale = { id, revision: saved.revision, from: 'new', to: 'declined', result: '不做了', outcome: null } as const;
  expect(await world.call('improvement.move', stale)).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } });
  expect(await world.call('improvement.move', { ...stale, revision: seen.revision, from: 'acting', to: 'closed', outcome: 'partly' })).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } });
});

test('an item whose owner left the vault is still written on, keeps their name, and goes to nobody else who left', async () => {
  const members = membersOf(world);
  await members.invite('李雷', 'legal');
  await members.invite('韩梅梅', 'legal');
  const [ownerId, other] = [await members.idOf('李雷') as UserId, await members.idOf('韩梅梅') as UserId];
  const { id } = await report();
  const item = await world.must('improvement.get', { id });
  await world.must('improvement.save', { id, revision: item.revision, content: item.content, ownerId });
  for (const left of [ownerId, other]) await world.must('users.remove', { id: left });
  const saved = await world.must('improvement.save', { id, revision: item.revision + 1, content: { ...item.content, rootCause: '没有授权表' }, ownerId });
  expect(saved).toMatchObject({ content: { rootCause: '没有授权表' }, line: { ownerId, ownerName: '李雷' } });
  expect(await world.call('improvement.save', { id, revision: saved.revision, content: saved.content, ownerId: other })).toMatchObject({ error: { code: 'NO_SUCH_MEMBER' } });
});

test('goals are judged by the vault’s own events: one met, one met only within the usual variation, one missed', async () => {
  const before = [18, 22, 19, 21, 20, 23, 18, 21, 19, 22, 20, 18];
  const months = await signMonthByMonth(world, [...before, 18, 17, 18, 6, 5, 6]);
  const { id } = await report('签约周期太长');
  const goal = (from: number, to: number, target: number) =>
    world.must('improvement.saveGoal', { itemId: id, goal: { id: null, horizon: 'short', metric: 'cycle_days', target, fromOn: months[from] as Day, untilOn: lastOfMonth(months[to] as Day) } });
  await goal(12, 14, 18);
  await goal(12, 14, 10);
  const item = await goal(15, 17, 10);
  expect(item.goals.map(({ goal: { target }, judgement }) => [target, judgement.verdict])).toEqual([[18, 'met_within_noise'], [10, 'not_met'], [10, 'met']]);
  expect(item.goals[0]?.goal.baseline).toBeCloseTo(20.08, 1);
  expect(item.goals[0]?.points).toHaveLength(18);
  const acting = await act(id);
  expect(await world.call('improvement.move', { id, revision: acting.revision, from: 'acting', to: 'closed', result: '有改进', outcome: 'achieved' })).toMatchObject({ error: { code: 'GOAL_NOT_MET' } });
  await world.must('improvement.removeGoal', { goalId: item.goals[0]?.goal.id as never });
  await world.must('improvement.removeGoal', { goalId: item.goals[1]?.goal.id as never });
  const { revision } = await world.must('improvement.get', { id });
  expect((await world.call('improvement.move', { id, revision, from: 'acting', to: 'closed', result: '有改进', outcome: 'achieved' })).ok).toBe(true);
});

test('a goal is measured over the whole book for everybody, whichever contracts they see', async () => {
  const months = await signMonthByMonth(world, [20, 20, 20, 20, 20, 20, 6]);
  const { id } = await report('签约周期太长');
  const first = months[6] as Day;
  const seen = await world.must('improvement.saveGoal', { itemId: id, goal: { id: null, horizon: 'short', metric: 'cycle_days', target: 10, fromOn: first, untilOn: lastOfMonth(first) } });
  const measured = await world.must('improvement.metrics', undefined);
  const { passphrase } = await world.must('users.invite', { name: '林经理', roles: ['contract_manager'], reach: { scope: 'own' } });
  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName: '林经理', passphrase, takeOver: false });
  expect((await world.must('improvement.get', { id })).goals).toEqual(seen.goals);
  expect(await world.must('improvement.metrics', undefined)).toEqual(measured);
  expect(seen.goals[0]).toMatchObject({ judgement: { verdict: 'met', monthsWithin: 1 } });
});

test('a goal whose events are gone says that there is no data, and is not closed as achieved', async () => {
  const months = await signMonthByMonth(world, [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 6, 5, 6]);
  const { id } = await report('签约周期太长');
  await world.must('improvement.saveGoal', { itemId: id, goal: { id: null, horizon: 'short', metric: 'cycle_days', target: 10, fromOn: months[12] as Day, untilOn: lastOfMonth(months[14] as Day) } });
  const verdict = async () => (await world.must('improvement.get', { id })).goals.map(({ judgement }) => judgement.verdict);
  expect(await verdict()).toEqual(['met']);
  world.core.vaults.session()?.derive((db) => db.run({ text: 'DELETE FROM stage_events', values: [] }));
  expect(await verdict()).toEqual(['no_data']);
  const acting = await act(id);
  expect(await world.call('improvement.move', { id, revision: acting.revision, from: 'acting', to: 'closed', result: '有改进', outcome: 'achieved' })).toMatchObject({ error: { code: 'GOAL_NOT_MET' } });
});

test('a closed item keeps its verdicts as at its closing, and is judged anew once it is opened again', async () => {
  const months = await signMonthByMonth(world, [20, 20, 20, 20, 20, 20, 6]);
  const { id } = await report('签约周期太长');
  const first = months[6] as Day;
  await world.must('improvement.saveGoal', { itemId: id, goal: { id: null, horizon: 'short', metric: 'cycle_days', target: 10, fromOn: first, untilOn: lastOfMonth(first) } });
  const { revision } = await act(id);
  const { goals } = await world.must('improvement.move', { id, revision, from: 'acting', to: 'closed', result: '流程已改', outcome: 'achieved' });
  expect(goals).toMatchObject([{ judgement: { verdict: 'met' } }]);
  world.core.vaults.session()?.derive((db) => db.run({ text: 'DELETE FROM stage_events', values: [] }));
  expect((await world.must('improvement.get', { id })).goals).toEqual(goals);
  const again = await world.must('improvement.move', { id, revision, from: 'closed', to: 'acting', result: '', outcome: null });
  expect(again.goals).toMatchObject([{ judgement: { verdict: 'no_data' } }]);
});

test('a metric without events, or behind a key, says so', async () => {
  const named = async () => Object.fromEntries((await world.must('improvement.metrics', undefined)).map(({ metric, missing }) => [metric, missing]));
  expect(await named()).toMatchObject({ approval_hours: 'no_events', cycle_days: 'no_events', findings_per_contract: 'no_events' });
  const { passphrase } = await world.must('users.invite', { name: '审计', roles: ['auditor'] });
  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName: '审计', passphrase, takeOver: false });
  expect(await named()).toMatchObject({ findings_per_contract: 'withheld' });
  const mine = await report('看不到原因');
  expect(await world.call('improvement.move', { id: mine.id, revision: 1, from: 'new', to: 'acting', result: '', outcome: null })).toMatchObject({ error: { code: 'FORBIDDEN' } });
});

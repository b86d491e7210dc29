import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ApprovalRound, Decision, FlowDraft, FlowStep } from '#shared/features/approvals/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import { always } from '../../harness/approval-desk.ts';
import { sampleEntry, type EntryToMake } from '../../harness/entries.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let people: Members;
let made: EntryToMake;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  people = membersOf(world);
  made = await sampleEntry(world);
  contract = await world.must('contracts.create', made);
});
afterEach(() => world.close());

const step = (name: string, order: number, role: Role, over: Partial<FlowStep> = {}): FlowStep => ({ name, order, mode: 'any', assignees: [{ kind: 'role', role }], condition: always, deadlineHours: 8, escalateTo: null, ...over });
const flow = (...steps: readonly FlowStep[]): FlowDraft => ({ name: '标准流程', contractTypes: [], steps, isOn: true, drafterMayApprove: false, needsSecondReviewer: false });
const saveFlow = (draft: FlowDraft) => world.must('approvals.saveFlow', { id: null, version: 0, draft });
const now = () => world.must('contracts.get', { id: contract.summary.id });
const submit = async () => world.call('approvals.submit', { contractId: contract.summary.id, revision: (await now()).revision, note: '请审' });
const rounds = () => world.must('approvals.ofContract', { contractId: contract.summary.id });

async function decide(decision: Decision, comment = '', contentHash?: string) {
  const { tasks } = await world.must('approvals.inbox', { show: 'open' });
  const [round] = await rounds();
  const task = tasks.find(({ contractId }) => contractId === contract.summary.id);
  return world.call('approvals.decide', { taskId: task?.id ?? round?.tasks[0]?.id ?? ('' as never), decision, comment, contentHash: contentHash ?? round?.contentHash ?? '' });
}
const shown = (round: ApprovalRound | undefined) => [round?.state, ...(round?.tasks.map(({ stepName, assigneeName, state }) => `${stepName} ${assigneeName} ${state}`) ?? [])];

describe('a contract under a flow', () => {
  beforeEach(async () => {
    await people.invite('法务甲', 'legal');
    await people.invite('财务乙', 'finance');
    await saveFlow(flow(step('法务', 1, 'legal'), step('财务', 2, 'finance')));
  });

  test('goes past those who must agree, in order, and only then to signature', async () => {
    const submitted = await submit();
    expect(submitted.ok && shown(submitted.value)).toEqual(['pending', '法务 法务甲 pending', '财务 财务乙 waiting']);
    expect((await now()).summary.stage).toBe('pending_approval');
    await people.become('财务乙');
    expect((await world.must('approvals.inbox', { show: 'open' })).total).toBe(0);
    await people.become('法务甲');
    expect((await decide('approved')).ok).toBe(true);
    await people.become('财务乙');
    expect((await world.must('approvals.inbox', { show: 'open' })).tasks).toMatchObject([{ contractId: contract.summary.id, stepName: '财务', submittedByName: userName }]);
    expect((await decide('approved', '同意')).ok).toBe(true);
    await people.become(userName);
    expect((await now()).summary.stage).toBe('approved');
    expect(shown((await rounds())[0])).toEqual(['approved', '法务 法务甲 approved', '财务 财务乙 approved']);
    const { revision } = await now();
    const moved = await world.call('contracts.changeStage', { id: contract.summary.id, revision, to: 'pending_signature', details: { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: null } });
    expect(moved.ok).toBe(true);
    expect(await world.must('approvals.figures', undefined)).toMatchObject({ months: [{ contractType: 'sales', ended: 1, approved: 1, firstPass: 1 }], steps: [{ contractType: 'sales', passed: 1, open: 0 }, { passed: 1, open: 0 }] });
  });

  test('is not approved or sent to signature by hand', async () => {
    for (const to of ['in_review', 'pending_approval', 'approved', 'pending_signature', 'signed'] as const) {
      const { revision, summary } = await now();
      const reply = await world.call('contracts.changeStage', { id: summary.id, revision, to, details: { reason: 'x', basis: '', notice: '', effectiveOn: null, signedOn: '2026-11-20' as never } });
      expect([to, reply.ok]).toEqual([to, to === 'in_review']);
    }
  });

  test('comes back with a reason, and not without', async () => {
    await submit();
    await people.become('法务甲');
    expect(await decide('returned')).toMatchObject({ ok: false, error: { code: 'REASON_MISSING' } });
    expect((await decide('returned', '第八条付款期限不明')).ok).toBe(true);
    await people.become(userName);
    expect((await now()).summary.stage).toBe('in_review');
    expect((await now()).stageEvents[0]).toMatchObject({ to: 'in_review', reason: '第八条付款期限不明' });
    expect((await submit()).ok).toBe(true);
    expect((await rounds()).map(({ state }) => state)).toEqual(['pending', 'returned']);
  });

  test('whose text changes loses its approvals and says so', async () => {
    await submit();
    await people.become('法务甲');
    await decide('approved');
    await people.become(userName);
    await world.must('versions.restore', { contractId: contract.summary.id, revision: (await now()).revision, versionNumber: 1 });
    expect((await now()).summary.stage).toBe('in_review');
    expect((await now()).stageEvents[0]).toMatchObject({ from: 'pending_approval', to: 'in_review', reason: 'CONTENT_CHANGED' });
    expect(shown((await rounds())[0])).toEqual(['voided', '法务 法务甲 approved', '财务 财务乙 voided']);
    await people.become('财务乙');
    expect((await world.must('approvals.inbox', { show: 'open' })).total).toBe(0);
  });

  test('is recalled by who submitted it, and by nobody else', async () => {
    const submitted = await submit();
    const roundId = submitted.ok ? submitted.value.id : ('' as never);
    await people.become('法务甲');
    expect(await world.call('approvals.recall', { roundId, reason: 'x' })).toMatchObject({ ok: false, error: { code: 'NOT_YOURS' } });
    await people.become(userName);
    expect((await world.call('approvals.recall', { roundId, reason: '改价格' })).ok).toBe(true);
    expect(await world.call('approvals.recall', { roundId, reason: '改价格' })).toMatchObject({ ok: false, error: { code: 'ROUND_CLOSED' } });
    expect((await now()).summary.stage).toBe('in_review');
  });

  test('that was recalled before anybody decided fails no first pass, in the figures of approvals nor in the reports', async () => {
    const submitted = await submit();
    await world.must('approvals.recall', { roundId: submitted.ok ? submitted.value.id : ('' as never), reason: '改价格' });
    const reported = (measure: 'firstPass' | 'approvals') =>
      world.must('analytics.run', { definition: { measure, groupBy: 'type', splitBy: null, filter: { types: [], stages: [], ownerName: '' }, period: { lastMonths: null, from: null, to: null }, show: 'bar' } });
    expect((await world.must('approvals.figures', undefined)).months).toEqual([]);
    expect((await reported('firstPass')).rows).toEqual([]);
    expect((await reported('approvals')).rows).toMatchObject([{ count: 1 }]);
  });

  test('is decided on by the person asked only, on the text that they saw', async () => {
    await submit();
    const [round] = await rounds();
    const task = round?.tasks[0];
    if (task === undefined || round === undefined) throw new Error('no task');
    expect(await world.call('approvals.decide', { taskId: task.id, decision: 'approved', comment: '', contentHash: round.contentHash })).toMatchObject({ ok: false, error: { code: 'NOT_YOURS' } });
    await people.become('法务甲');
    expect(await decide('approved', '', 'another text')).toMatchObject({ ok: false, error: { code: 'CONTENT_CHANGED' } });
    expect((await decide('approved')).ok).toBe(true);
    expect(await world.call('approvals.decide', { taskId: task.id, decision: 'rejected', comment: 'x', contentHash: round.contentHash })).toMatchObject({ ok: false, error: { code: 'TASK_NOT_OPEN' } });
  });

  test('keeps its way when the flow is changed while it is under way', async () => {
    await submit();
    const [present] = await world.must('approvals.flows', undefined);
    if (present === undefined) throw new Error('no flow');
    const { id, version, name, contractTypes, isOn, drafterMayApprove, needsSecondReviewer } = present;
    await world.must('approvals.saveFlow', { id, version, draft: { name, contractTypes, isOn, drafterMayApprove, needsSecondReviewer, steps: [step('财务', 1, 'finance')] } });
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending', '财务 财务乙 waiting']);
    expect(await world.call('approvals.saveFlow', { id, version, draft: flow(step('财务', 1, 'finance')) })).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
  });

  test('whose approver leaves goes back, unless a colleague may decide as well', async () => {
    const idOf = async (name: string) => (await world.must('users.list', undefined)).find((user) => user.name === name)?.id ?? ('' as never);
    await people.invite('法务丙', 'legal');
    await submit();
    await world.must('users.remove', { id: await idOf('法务甲') });
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 not_required', '法务 法务丙 pending', '财务 财务乙 waiting']);
    await world.must('users.remove', { id: await idOf('财务乙') });
    expect((await rounds())[0]?.state).toBe('voided');
    expect((await now()).summary.stage).toBe('in_review');
    expect((await now()).stageEvents[0]).toMatchObject({ to: 'in_review', reason: 'APPROVER_LEFT' });
    expect(await submit()).toMatchObject({ ok: false, error: { code: 'NO_ONE_FOR_STEP', params: { step: '财务' } } });
  });

  test('waits for the delegate of somebody who is away', async () => {
    await people.invite('法务丙', 'legal');
    await submit();
    await people.become('法务甲');
    const other = (await world.must('approvals.members', undefined)).find(({ name }) => name === '法务丙');
    await world.must('approvals.setAbsence', { absence: { fromOn: '2026-11-01', untilOn: '2026-12-31', delegateId: other?.id ?? null } });
    expect((await world.must('approvals.inbox', { show: 'open' })).total).toBe(0);
    await people.become('法务丙');
    expect((await world.must('approvals.inbox', { show: 'open' })).tasks.length).toBeGreaterThan(0);
  });
});

test('a flow without anybody to decide is told before anything is submitted', async () => {
  await saveFlow(flow(step('法务', 1, 'legal')));
  expect(await submit()).toMatchObject({ ok: false, error: { code: 'NO_ONE_FOR_STEP', params: { step: '法务' } } });
  expect((await now()).summary.stage).toBe('draft');
  expect(await rounds()).toEqual([]);
});

describe('the people of a vault', () => {
  test('open it with their own passphrase, as far as their roles go', async () => {
    await people.invite('法务甲', 'legal');
    await people.become('法务甲');
    expect(world.core.vaults.session()?.compartments).toEqual(['core', 'clauses']);
    expect(await world.call('users.list', undefined)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    await people.become(userName);
    const legal = (await world.must('users.list', undefined)).find(({ name }) => name === '法务甲');
    await world.must('users.changeRoles', { id: legal?.id ?? ('' as never), roles: ['finance'] });
    await people.become('法务甲');
    expect(world.core.vaults.session()?.compartments).toEqual(['core', 'finance']);
    await people.become(userName);
    await world.must('users.remove', { id: legal?.id ?? ('' as never) });
    await world.must('vault.lock', undefined);
    expect(await world.call('vault.unlock', { userName: '法务甲', passphrase: people.passphraseOf('法务甲'), takeOver: false })).toMatchObject({ ok: false });
  });

  test('have names of their own, and the administrator stays', async () => {
    await people.invite('法务甲', 'legal');
    expect(await world.call('users.invite', { name: ' 法务甲 ', roles: ['legal'] })).toMatchObject({ ok: false, error: { code: 'NAME_TAKEN' } });
    const self = (await world.must('users.list', undefined)).find(({ name }) => name === userName);
    expect(await world.call('users.remove', { id: self?.id ?? ('' as never) })).toMatchObject({ ok: false, error: { code: 'NOT_ONESELF' } });
    await people.invite('管理员', 'administrator');
    await people.become('管理员');
    expect(await world.call('users.invite', { name: '财务乙', roles: ['finance'] })).toMatchObject({ ok: false, error: { code: 'NOT_HELD' } });
    await world.must('users.changeRoles', { id: self?.id ?? ('' as never), roles: ['administrator'] });
  });
});

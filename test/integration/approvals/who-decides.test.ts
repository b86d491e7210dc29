import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FlowStep } from '#shared/features/approvals/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { approvalDesk, shown, startApproving, step } from '../../harness/approval-desk.ts';
import type { Members } from '../../harness/members.ts';
import { userName, type TestWorld } from '../../harness/world.ts';

// Only who may decide is asked, from the first asking to the last.

let world: TestWorld;
let people: Members;
let contract: Contract;
beforeEach(async () => {
  ({ world, people, contract } = await startApproving());
});
afterEach(() => world.close());

const { now, saveFlow, submit, rounds, idOf } = approvalDesk(() => ({ world, people, contract }));
const away = { fromOn: '2026-11-01', untilOn: '2026-12-31' };

describe('a step', () => {
  test('that names who may not decide has nobody, also where it names them by themselves', async () => {
    await people.invite('起草丙', 'drafter');
    await saveFlow([step('起草', 1, 'drafter')]);
    expect(await submit()).toMatchObject({ ok: false, error: { code: 'NO_ONE_FOR_STEP', params: { step: '起草' } } });
    await replaceFlow([step('本人', 1, 'legal', { assignees: [{ kind: 'user', userId: await idOf('起草丙') }] })]);
    expect(await submit()).toMatchObject({ ok: false, error: { code: 'NO_ONE_FOR_STEP', params: { step: '本人' } } });
  });

  test('is not handed on to who may not decide', async () => {
    await people.invite('外勤丁', 'field');
    await saveFlow([step('法务', 1, 'legal', { deadlineHours: 8, escalateTo: { kind: 'role', role: 'field' } })]);
    expect((await submit()).ok).toBe(true);
    await world.pass(4 * 86_400_000);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending']);
  });
});

describe('a delegate', () => {
  test('is refused who may not decide', async () => {
    await people.invite('起草丙', 'drafter');
    const delegateId = await idOf('起草丙');
    await people.become('法务甲');
    expect(await world.call('approvals.setAbsence', { absence: { ...away, delegateId } })).toMatchObject({ ok: false, error: { code: 'DELEGATE_MAY_NOT_DECIDE', params: { name: '起草丙' } } });
    expect(await world.must('approvals.absences', undefined)).toEqual([]);
  });

  test('who lost the permission since stands in for nobody', async () => {
    await saveFlow([step('法务', 1, 'legal')]);
    const delegateId = await idOf('财务乙');
    await people.become('法务甲');
    await world.must('approvals.setAbsence', { absence: { ...away, delegateId } });
    await people.become(userName);
    await world.must('users.changeRoles', { id: delegateId, roles: ['field'] });
    expect((await submit()).ok).toBe(true);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending']);
  });

  test('who wrote the contract does not silence who is away: they are asked themselves', async () => {
    await people.invite('法务戊', 'legal');
    await saveFlow([step('法务', 1, 'legal', { mode: 'all' })]);
    const delegateId = await idOf(userName);
    await people.become('法务甲');
    await world.must('approvals.setAbsence', { absence: { ...away, delegateId } });
    await people.become(userName);
    expect((await submit()).ok).toBe(true);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending', '法务 法务戊 pending']);
  });
});

describe('who may decide no more while they are asked', () => {
  test('by other roles counts as who left: the contract goes back and says why', async () => {
    await saveFlow([step('法务', 1, 'legal')]);
    await submit();
    await world.must('users.changeRoles', { id: await idOf('法务甲'), roles: ['auditor'] });
    expect(shown((await rounds())[0])).toEqual(['voided', '法务 法务甲 voided']);
    expect((await now()).summary.stage).toBe('in_review');
    expect((await now()).stageEvents[0]).toMatchObject({ to: 'in_review', reason: 'APPROVER_MAY_NOT_DECIDE' });
  });

  test('is not needed where another of the step may decide', async () => {
    await people.invite('法务戊', 'legal');
    await saveFlow([step('法务', 1, 'legal')]);
    await submit();
    await world.must('users.changeRoles', { id: await idOf('法务甲'), roles: ['auditor'] });
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 not_required', '法务 法务戊 pending']);
  });

  test('by a role of the vault’s own that gives less is taken out as well', async () => {
    const role = { id: null, nameZh: '评审', nameEn: 'Reviewer', permissions: ['contracts.read', 'approvals.decide'], compartments: ['core', 'clauses', 'finance'] } as const;
    const { id } = await world.must('users.saveCustomRole', role);
    await world.must('users.invite', { name: '评审己', roles: [], customRoles: [id] });
    await saveFlow([step('评审', 1, 'legal', { assignees: [{ kind: 'user', userId: await idOf('评审己') }] })]);
    expect((await submit()).ok).toBe(true);
    await world.must('users.saveCustomRole', { ...role, id, permissions: ['contracts.read'] });
    expect(shown((await rounds())[0])).toEqual(['voided', '评审 评审己 voided']);
    expect((await now()).summary.stage).toBe('in_review');
  });

  test('is not meant by roles that change and still let them decide, nor by a narrower reach: what waits for them is within it', async () => {
    await saveFlow([step('法务', 1, 'legal')]);
    await submit();
    await world.must('users.changeRoles', { id: await idOf('法务甲'), roles: ['approver'], reach: { scope: 'own' } });
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending']);
    await people.become('法务甲');
    const [task] = (await world.must('approvals.inbox', { show: 'open' })).tasks;
    expect((await world.call('approvals.decide', { taskId: task?.id ?? ('' as never), decision: 'approved', comment: '', contentHash: (await rounds())[0]?.contentHash ?? '' })).ok).toBe(true);
  });
});

async function replaceFlow(steps: readonly FlowStep[]): Promise<void> {
  for (const { id } of await world.must('approvals.flows', undefined)) await world.must('approvals.removeFlow', { id });
  await saveFlow(steps);
}

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import { approvalDesk, shown, startApproving, step } from '../../harness/approval-desk.ts';
import type { Members } from '../../harness/members.ts';
import { userName, type TestWorld } from '../../harness/world.ts';

// Who submitted or decides leaves, while contracts are under approval.

let world: TestWorld;
let people: Members;
let contract: Contract;
beforeEach(async () => {
  ({ world, people, contract } = await startApproving());
});
afterEach(() => world.close());

const { now, saveFlow, submit, rounds, idOf } = approvalDesk(() => ({ world, people, contract }));

describe('a round whose submitter left', () => {
  test('is recalled by anybody who may write contracts, and by nobody else', async () => {
    await people.invite('经办丙', 'contract_manager');
    await people.invite('起草丁', 'drafter');
    await saveFlow([step('法务', 1, 'legal')]);
    await people.become('经办丙');
    expect((await submit()).ok).toBe(true);
    const roundId = (await rounds())[0]?.id ?? ('' as never);
    await people.become('起草丁');
    expect(await world.call('approvals.recall', { roundId, reason: '改价格' })).toMatchObject({ ok: false, error: { code: 'NOT_YOURS' } });
    await people.become(userName);
    await world.must('users.remove', { id: await idOf('经办丙') });
    await people.become('财务乙');
    expect(await world.call('approvals.recall', { roundId, reason: '改价格' })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    await people.become('起草丁');
    expect((await world.call('approvals.recall', { roundId, reason: '改价格' })).ok).toBe(true);
    expect((await now()).summary.stage).toBe('in_review');
  });
});

describe('who leaves', () => {
  const late = { mode: 'all', deadlineHours: 8, escalateTo: { kind: 'role', role: 'approver' } } as const;
  beforeEach(async () => {
    await people.invite('总监', 'approver');
    await saveFlow([step('法务', 1, 'legal', late)]);
    await submit();
    await world.pass(4 * 86_400_000);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending', '法务 总监 pending']);
  });

  test('is not missed where a colleague got their late task', async () => {
    await world.must('users.remove', { id: await idOf('法务甲') });
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 not_required', '法务 总监 pending']);
  });

  test('and was to decide a late task too leaves it to who was asked first', async () => {
    await world.must('users.remove', { id: await idOf('总监') });
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending', '法务 总监 not_required']);
    await world.must('users.remove', { id: await idOf('法务甲') });
    expect((await rounds())[0]?.state).toBe('voided');
  });
});

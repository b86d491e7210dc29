import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { approvalDesk, shown, startApproving, step } from '../../harness/approval-desk.ts';
import type { Members } from '../../harness/members.ts';
import { userName, type TestWorld } from '../../harness/world.ts';

// Tasks go to a delegate while somebody is away, and come back with them.

let world: TestWorld;
let people: Members;
let contract: Contract;
beforeEach(async () => {
  ({ world, people, contract } = await startApproving());
});
afterEach(() => world.close());

const { now, saveFlow, submit, rounds, idOf } = approvalDesk(() => ({ world, people, contract }));

const day = 86_400_000;
async function setAway(name: string, delegate: string, fromOn = '2026-11-20', untilOn = '2026-12-31') {
  const delegateId = await idOf(delegate);
  await people.become(name);
  return world.call('approvals.setAbsence', { absence: { fromOn, untilOn, delegateId } });
}
async function back(name: string) {
  await people.become(name);
  await world.must('approvals.setAbsence', { absence: null });
}
async function approve() {
  const { tasks } = await world.must('approvals.inbox', { show: 'open' });
  return world.call('approvals.decide', { taskId: tasks[0]?.id ?? ('' as never), decision: 'approved', comment: '', contentHash: (await rounds())[0]?.contentHash ?? '' });
}

describe('tasks that were given to a delegate', () => {
  test('come back with the person, those of both reviewers and those that were cast meanwhile', async () => {
    await saveFlow([step('法务', 1, 'legal'), step('财务', 2, 'finance')]);
    await people.invite('总监', 'approver');
    expect((await setAway('法务甲', '总监')).ok).toBe(true);
    await people.become(userName);
    await submit();
    await setAway('财务乙', '总监');
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 总监 pending', '财务 总监 waiting']);
    await back('法务甲');
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending', '财务 总监 waiting']);
    expect((await rounds())[0]?.tasks[0]?.insteadOfName).toBeNull();
    expect((await approve()).ok).toBe(true);
    await back('财务乙');
    expect((await approve()).ok).toBe(true);
    expect((await rounds())[0]?.state).toBe('approved');
  });

  test('go from one delegate to the other who is named instead', async () => {
    await saveFlow([step('法务', 1, 'legal')]);
    await people.invite('总监', 'approver');
    await submit();
    await setAway('法务甲', '财务乙');
    await setAway('法务甲', '总监');
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 总监 pending']);
    expect((await rounds())[0]?.tasks[0]?.insteadOfName).toBe('法务甲');
  });
});

describe('a round that needs two reviewers', () => {
  beforeEach(async () => {
    await saveFlow([step('法务', 1, 'legal'), step('财务', 2, 'finance')], { needsSecondReviewer: true });
    expect((await submit()).ok).toBe(true);
  });

  test('keeps both: nothing is given to who has all the rest of it', async () => {
    await setAway('法务甲', '财务乙');
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending', '财务 财务乙 waiting']);
  });

  test('gives a delegate what leaves somebody else in it', async () => {
    await people.become('法务甲');
    await approve();
    await setAway('财务乙', '法务甲');
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 approved', '财务 财务乙 pending']);
    await people.become(userName);
    await people.invite('总监', 'approver');
    await setAway('财务乙', '总监');
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 approved', '财务 总监 pending']);
  });
});

describe('a reviewer who is asked after all, because one person alone approved', () => {
  const alone = async (delegate: string) => {
    await people.invite('法务戊', 'legal');
    await people.invite('总监', 'approver');
    await saveFlow([step('法务', 1, 'legal'), step('复核', 2, 'legal', { assignees: [{ kind: 'user', userId: await idOf('法务甲') }] })], { needsSecondReviewer: true });
    await submit();
    await people.become('法务甲');
    await approve();
    await setAway('法务戊', delegate);
    await people.become('法务甲');
    expect((await approve()).ok).toBe(true);
    return shown((await rounds())[0]);
  };

  test('is stood in for while they are away', async () => {
    expect(await alone('总监')).toEqual(['pending', '法务 法务甲 approved', '法务 总监 pending', '复核 法务甲 approved']);
  });

  describe('whose delegate is another of them', () => {
    beforeEach(async () => {
      for (const [name, role] of [['法务戊', 'legal'], ['法务己', 'legal'], ['总监', 'approver']] as const) await people.invite(name, role);
      await saveFlow([step('法务', 1, 'legal'), step('复核', 2, 'legal', { assignees: [{ kind: 'user', userId: await idOf('法务甲') }] })], { needsSecondReviewer: true });
      await submit();
      await people.become('法务甲');
      await approve();
      await setAway('法务戊', '法务己');
      await people.become('法务甲');
      await approve();
    });

    test('leaves them with one task, not two', async () => {
      expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 approved', '法务 法务戊 not_required', '法务 法务己 pending', '复核 法务甲 approved']);
    });

    test('and leaves no round behind that nobody can decide when they leave', async () => {
      await people.become(userName);
      await world.must('users.remove', { id: await idOf('法务己') });
      expect((await rounds())[0]?.state).toBe('voided');
      expect((await now()).summary.stage).toBe('in_review');
    });

    test('nor where an earlier version of the program asked them twice', async () => {
      const [both, absent] = [await idOf('法务己'), await idOf('法务戊')];
      connectionOf(world).transact(() => connectionOf(world).run(sql`UPDATE approval_tasks SET assignee_id = ${both}, instead_of_id = ${absent}, state = 'pending' WHERE assignee_id = ${absent}`));
      await people.become(userName);
      await world.must('users.remove', { id: both });
      expect((await rounds())[0]?.state).toBe('voided');
    });
  });

  test('is asked themselves where their delegate is the one who approved', async () => {
    expect(await alone('法务甲')).toEqual(['pending', '法务 法务甲 approved', '法务 法务戊 pending', '复核 法务甲 approved']);
  });
});

describe('an absence that is entered ahead', () => {
  test('gives the tasks on its first day, once, and is in the log', async () => {
    await saveFlow([step('法务', 1, 'legal')]);
    await submit();
    await setAway('法务甲', '财务乙', '2026-11-25', '2026-11-30');
    await people.become(userName);
    await world.pass(day);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending']);
    await world.pass(day);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 财务乙 pending']);
    await world.pass(2 * day);
    const { events } = await world.must('audit.list', { filter: { feature: 'approvals' }, before: null, limit: 50 });
    expect(events.filter(({ operation }) => operation === 'approvals.handOver')).toHaveLength(1);
  });

  test('and has passed unseen gives nothing any more', async () => {
    await saveFlow([step('法务', 1, 'legal')]);
    await submit();
    await setAway('法务甲', '财务乙', '2026-11-25', '2026-11-26');
    await world.must('vault.lock', undefined);
    world.clock.advance(10 * day);
    await people.become(userName);
    await world.pass(60_000);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending']);
  });
});

describe('an absence that is over', () => {
  const handedOver = async () => {
    await people.invite('总监', 'approver');
    await saveFlow([step('法务', 1, 'legal')]);
    await submit();
    await setAway('法务甲', '总监', '2026-11-23', '2026-11-25');
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 总监 pending']);
  };

  test('gives what is undecided back on the day after its last, whoever has the vault open, and is in the log', async () => {
    await handedOver();
    await people.become(userName);
    await world.pass(2 * day);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 总监 pending']);
    await world.pass(day);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending']);
    expect((await rounds())[0]?.tasks[0]?.insteadOfName).toBeNull();
    expect(await world.must('approvals.absences', undefined)).toEqual([]);
    const { events } = await world.must('audit.list', { filter: { feature: 'approvals' }, before: null, limit: 50 });
    expect(events.filter(({ operation }) => operation === 'approvals.takeBack')).toHaveLength(1);
  });

  test('does so when the vault is opened later', async () => {
    await handedOver();
    await world.must('vault.lock', undefined);
    world.clock.advance(10 * day);
    await people.become('法务甲');
    await world.pass(60_000);
    expect((await approve()).ok).toBe(true);
    expect((await rounds())[0]?.state).toBe('approved');
  });

  test('gives nothing back to who left meanwhile', async () => {
    await handedOver();
    await people.become(userName);
    await world.must('users.remove', { id: await idOf('法务甲') });
    await world.pass(4 * day);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 总监 pending']);
    expect(await world.must('approvals.absences', undefined)).toEqual([]);
  });

  test('leaves who was asked meanwhile with one task, where one decision is enough', async () => {
    await people.invite('总监', 'approver');
    await people.invite('法务戊', 'legal');
    await saveFlow([step('法务', 1, 'legal', { deadlineHours: 8, escalateTo: { kind: 'user', userId: await idOf('法务甲') } })]);
    await submit();
    await setAway('法务甲', '总监', '2026-11-23', '2026-11-27');
    // Who stands in for the delegate submitted the contract: what is late comes to the absent person themselves.
    await setAway('总监', userName, '2026-11-23', '2026-11-30');
    await people.become(userName);
    await world.pass(4 * day);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 总监 pending', '法务 法务戊 pending', '法务 法务甲 pending']);
    await world.pass(day);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 总监 not_required', '法务 法务戊 pending', '法务 法务甲 pending']);
  });
});

test('delegates that lead in a circle only from the middle of an absence on are refused now', async () => {
  await setAway('财务乙', '法务甲', '2026-11-28', '2026-12-10');
  expect(await setAway('法务甲', '财务乙', '2026-11-24', '2026-12-05')).toMatchObject({ ok: false, error: { code: 'DELEGATION_CYCLE' } });
  expect((await setAway('法务甲', '财务乙', '2026-11-24', '2026-11-27')).ok).toBe(true);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ApprovalRound, FlowDraft, FlowStep } from '#shared/features/approvals/model.ts';
import { shippedFlowKeys, shippedStepKeys } from '#shared/features/approvals/shipped-flows.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { partyDetailsSchema } from '#shared/features/parties/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { always } from '../../harness/approval-desk.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { createTestVault, taskId, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// What goes wrong with the people and the clock while contracts are under approval.

let world: TestWorld;
let people: Members;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  people = membersOf(world);
  contract = await world.must('contracts.create', await sampleEntry(world));
});
afterEach(() => world.close());

const step = (name: string, order: number, role: Role, over: Partial<FlowStep> = {}): FlowStep => ({ name, order, mode: 'any', assignees: [{ kind: 'role', role }], condition: always, deadlineHours: null, escalateTo: null, ...over });
const draftOf = (steps: readonly FlowStep[], over: Partial<FlowDraft> = {}): FlowDraft => ({ name: '标准流程', contractTypes: [], steps, isOn: true, drafterMayApprove: false, needsSecondReviewer: false, ...over });
const saveFlow = (draft: FlowDraft) => world.must('approvals.saveFlow', { id: null, version: 0, draft });
const contractId = () => contract.summary.id;
const now = () => world.must('contracts.get', { id: contractId() });
const submit = async () => world.call('approvals.submit', { contractId: contractId(), revision: (await now()).revision, note: '' });
const rounds = () => world.must('approvals.ofContract', { contractId: contractId() });
const shown = (round: ApprovalRound | undefined) => [round?.state, ...(round?.tasks.map(({ stepName, assigneeName, state }) => `${stepName} ${assigneeName} ${state}`) ?? [])];

async function approve() {
  const { tasks } = await world.must('approvals.inbox', { show: 'open' });
  const [round] = await rounds();
  return world.call('approvals.decide', { taskId: tasks[0]?.id ?? ('' as never), decision: 'approved', comment: '', contentHash: round?.contentHash ?? '' });
}

describe('a step that passes its deadline', () => {
  beforeEach(async () => {
    await people.invite('法务甲', 'legal');
    await people.invite('总监', 'approver');
    await saveFlow(draftOf([step('法务', 1, 'legal', { deadlineHours: 8, escalateTo: { kind: 'role', role: 'approver' } })]));
    await submit();
  });

  test('goes to whoever is named for it as well, once, in the log, and with a reminder', async () => {
    await world.pass(7 * 3_600_000);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending']);
    await world.pass(3 * 86_400_000);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending', '法务 总监 pending']);
    await world.pass(3 * 86_400_000);
    expect((await rounds())[0]?.tasks).toHaveLength(2);
    const { events } = await world.must('audit.list', { filter: { feature: 'approvals' }, before: null, limit: 20 });
    expect(events.filter(({ operation }) => operation === 'approvals.escalate')).toHaveLength(1);
    await people.become('总监');
    expect((await world.must('approvals.inbox', { show: 'open' })).tasks).toMatchObject([{ isEscalated: true, stepName: '法务' }]);
    await world.pass(86_400_000);
    expect((await world.must('reminders.list', { view: 'now', everybody: false, kind: 'approval', search: '', contractId: null, limit: 50 })).map(({ event, title, ownerName }) => [event, title, ownerName])).toContainEqual(['approval_due', '法务', '总监']);
    expect((await approve()).ok).toBe(true);
    expect(shown((await rounds())[0])).toEqual(['approved', '法务 法务甲 not_required', '法务 总监 approved']);
  });

  test('may still be decided by the one who was late, and then the other is not asked any more', async () => {
    await world.pass(4 * 86_400_000);
    await people.become('法务甲');
    expect((await approve()).ok).toBe(true);
    expect(shown((await rounds())[0])).toEqual(['approved', '法务 法务甲 approved', '法务 总监 not_required']);
  });

  test('is noted even where nobody is left to hand it to', async () => {
    await world.must('users.remove', { id: (await people.idOf('总监')) as never });
    await world.pass(4 * 86_400_000);
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 pending']);
    const { events } = await world.must('audit.list', { filter: { feature: 'approvals' }, before: null, limit: 20 });
    expect(events.filter(({ operation }) => operation === 'approvals.escalate')).toHaveLength(1);
  });
});

describe('segregation of duties', () => {
  test('keeps who wrote the text from deciding, also when somebody else submits it', async () => {
    await people.invite('法务甲', 'legal');
    await people.invite('法务乙', 'legal');
    await saveFlow(draftOf([step('法务', 1, 'legal'), step('经办', 2, 'contract_manager')]));
    await people.become('法务甲');
    // Everybody who holds the second step's role wrote the text.
    expect(await submit()).toMatchObject({ ok: false, error: { code: 'NO_ONE_FOR_STEP', params: { step: '经办' } } });
  });

  test('asks a second reviewer before the round closes, and is in the log with the flow', async () => {
    await people.invite('法务甲', 'legal');
    await saveFlow(draftOf([step('法务', 1, 'legal')], { needsSecondReviewer: true }));
    expect(await submit()).toMatchObject({ ok: false, error: { code: 'NO_SECOND_REVIEWER' } });
    await people.invite('法务乙', 'legal');
    expect((await submit()).ok).toBe(true);
    await people.become('法务甲');
    await approve();
    expect(shown((await rounds())[0])).toEqual(['pending', '法务 法务甲 approved', '法务 法务乙 pending']);
    await people.become('法务乙');
    await approve();
    expect((await rounds())[0]?.state).toBe('approved');
    await people.become(userName);
    const facts = world.core.vaults.session()?.db.all<{ facts: string }>({ text: "SELECT facts FROM audit_events WHERE operation = 'approvals.saveFlow'", values: [] });
    expect(facts?.map((row) => JSON.parse(row.facts) as unknown)).toMatchObject([{ needsSecondReviewer: true, drafterMayApprove: false }]);
  });
});

describe('a delegate', () => {
  const away = { fromOn: '2026-11-01', untilOn: '2026-12-31' };
  const setAway = async (name: string, delegate: string) => {
    const delegateId = (await people.idOf(delegate)) as never;
    await people.become(name);
    await world.must('approvals.setAbsence', { absence: { ...away, delegateId } });
  };
  beforeEach(async () => {
    await people.invite('法务甲', 'legal');
    await people.invite('财务乙', 'finance');
  });

  test('gets nothing to decide that they wrote, whoever submitted it', async () => {
    await saveFlow(draftOf([step('财务', 1, 'finance')]));
    await people.become('法务甲');
    expect((await submit()).ok).toBe(true);
    await setAway('财务乙', userName);
    expect(shown((await rounds())[0])).toEqual(['pending', '财务 财务乙 pending']);
  });

  test('gets also what they submitted where the flow lets its drafter decide', async () => {
    await saveFlow(draftOf([step('财务', 1, 'finance')], { drafterMayApprove: true }));
    expect((await submit()).ok).toBe(true);
    await setAway('财务乙', userName);
    expect(shown((await rounds())[0])).toEqual(['pending', `财务 ${userName} pending`]);
  });
});

describe('a contract that is put into the archive while others decide', () => {
  beforeEach(async () => {
    await people.invite('法务甲', 'legal');
    await saveFlow(draftOf([step('法务', 1, 'legal')]));
    expect((await submit()).ok).toBe(true);
    await world.must('contracts.changeMany', { ids: [contractId()], archived: true });
  });

  test('is decided on like any other', async () => {
    await people.become('法务甲');
    expect((await approve()).ok).toBe(true);
    expect([(await now()).summary.stage, (await rounds())[0]?.state]).toEqual(['approved', 'approved']);
  });

  test('is recalled by who submitted it', async () => {
    expect((await world.call('approvals.recall', { roundId: (await rounds())[0]?.id ?? ('' as never), reason: '改价格' })).ok).toBe(true);
    expect((await now()).summary.stage).toBe('in_review');
    expect(await submit()).toMatchObject({ ok: false, error: { code: 'ARCHIVED' } });
  });

  test('lets who has to decide leave the vault, and goes back', async () => {
    await world.must('users.remove', { id: (await people.idOf('法务甲')) as never });
    expect([(await now()).summary.stage, (await rounds())[0]?.state]).toEqual(['in_review', 'voided']);
  });
});

describe('a fault in mid-flow', () => {
  test('a role that nobody holds holds nothing up halfway: nothing is submitted', async () => {
    await people.invite('法务甲', 'legal');
    await saveFlow(draftOf([step('法务', 1, 'legal'), step('审计', 2, 'approver')]));
    expect(await submit()).toMatchObject({ ok: false, error: { code: 'NO_ONE_FOR_STEP', params: { step: '审计' } } });
    expect([(await now()).summary.stage, await rounds()]).toEqual(['draft', []]);
  });

  test('delegates that lead in a circle are refused by whoever closes it, and the tasks stay where they are', async () => {
    await people.invite('法务甲', 'legal');
    await people.invite('法务乙', 'legal');
    await saveFlow(draftOf([step('法务', 1, 'legal', { mode: 'all' })]));
    await submit();
    const away = { fromOn: '2026-11-01', untilOn: '2026-12-31' };
    const [first, second] = [await people.idOf('法务甲'), await people.idOf('法务乙')];
    await people.become('法务甲');
    await world.must('approvals.setAbsence', { absence: { ...away, delegateId: second as never } });
    await people.become('法务乙');
    expect(await world.call('approvals.setAbsence', { absence: { ...away, delegateId: first as never } })).toMatchObject({ ok: false, error: { code: 'DELEGATION_CYCLE' } });
    expect((await world.must('approvals.absences', undefined)).map(({ userId }) => userId)).toEqual([first]);
    expect((await world.must('approvals.inbox', { show: 'open' })).total).toBe(1);
    expect((await approve()).ok).toBe(true);
    expect((await rounds())[0]?.state).toBe('approved');
  });

  test('a clock that is set back neither loses the present round nor makes a decision older than its question', async () => {
    await people.invite('法务甲', 'legal');
    await saveFlow(draftOf([step('法务', 1, 'legal', { deadlineHours: 8, escalateTo: { kind: 'role', role: 'contract_manager' } })]));
    await submit();
    const first = (await rounds())[0];
    await world.must('approvals.recall', { roundId: first?.id ?? ('' as never), reason: '改价格' });
    world.clock.advance(-40 * 86_400_000);
    expect((await submit()).ok).toBe(true);
    const [present, before] = await rounds();
    expect([present?.state, before?.id]).toEqual(['pending', first?.id]);
    world.clock.advance(-86_400_000);
    await world.pass(60_000);
    await people.become('法务甲');
    expect((await approve()).ok).toBe(true);
    const [round] = await rounds();
    const [task] = round?.tasks ?? [];
    expect(round?.state).toBe('approved');
    expect(task?.decidedAt).toBeGreaterThanOrEqual(task?.openedAt ?? Infinity);
    expect((await world.must('approvals.figures', undefined)).months.every(({ medianMs }) => medianMs >= 0)).toBe(true);
    expect((await world.must('approvals.figures', undefined)).months).toMatchObject([{ approved: 1, firstPass: 0 }]);
  });

  test('the flow’s removal and change leave a running round as it was, and the next one goes by the new', async () => {
    await people.invite('法务甲', 'legal');
    await people.invite('财务乙', 'finance');
    const { id, version } = await saveFlow(draftOf([step('法务', 1, 'legal')]));
    await submit();
    await world.must('approvals.saveFlow', { id, version, draft: draftOf([step('财务', 1, 'finance')]) });
    await people.become('法务甲');
    expect((await approve()).ok).toBe(true);
    await people.become(userName);
    expect(shown((await rounds())[0])).toEqual(['approved', '法务 法务甲 approved']);
    expect(await world.must('approvals.route', { contractId: contractId() })).toMatchObject({ tasks: [{ stepName: '财务' }] });
    await world.must('approvals.removeFlow', { id });
    expect((await rounds())[0]?.state).toBe('approved');
  });
});

describe('a condition', () => {
  const steps = async () => (await world.must('approvals.route', { contractId: contractId() }))?.tasks.map(({ stepName }) => stepName) ?? [];
  beforeEach(async () => {
    await people.invite('法务甲', 'legal');
    await people.invite('财务乙', 'finance');
  });

  test('for the other side’s paper holds also once their text was edited here', async () => {
    await saveFlow(draftOf([step('财务', 1, 'finance'), step('法务', 2, 'legal', { condition: { ...always, onlyForeignPaper: true } })]));
    expect(await steps()).toEqual(['财务']);
    const path = join(world.folder, 'round.txt');
    writeFileSync(path, '买卖合同\n\n第一条 标的');
    world.answers.push(path);
    const pick = await world.must('versions.pickFile', undefined);
    await world.must('versions.importRound', { contractId: contractId(), revision: (await now()).revision, pickId: pick?.pickId ?? ('' as never), label: '', roundFrom: 'them', taskId: taskId() });
    expect(await steps()).toEqual(['财务', '法务']);
    const { body, revision } = await now();
    if (body === null || isWithheld(body)) throw new Error('no text');
    const bodyZh = { ...body.bodyZh, content: body.bodyZh.content.slice(0, -1) };
    await world.must('editor.save', { contractId: contractId(), revision, bodyZh, bodyEn: body.bodyEn, label: '', goesOn: null });
    expect((await now()).versions[0]?.source).toBe('editor');
    expect(await steps()).toEqual(['财务', '法务']);
  });
});

test('the shipped flows are adopted once, off where a role has nobody, and serve by risk and grade', async () => {
  await people.invite('法务甲', 'legal');
  const names = Object.fromEntries([...shippedFlowKeys, ...shippedStepKeys].map((key) => [key, key]));
  expect(await world.must('approvals.addShipped', { names })).toEqual({ added: 6, off: 6 });
  expect(await world.must('approvals.addShipped', { names })).toEqual({ added: 0, off: 0 });
  const flows = await world.must('approvals.flows', undefined);
  expect(flows.map(({ name }) => name).toSorted()).toEqual([...shippedFlowKeys].toSorted());
  await people.invite('财务乙', 'finance');
  await people.invite('总监', 'approver');
  const trade = flows.find(({ name }) => name === 'trade');
  if (trade === undefined) throw new Error('no flow for trade');
  const { id, version, changedAt: _at, changedByName: _by, ...draft } = trade;
  await world.must('approvals.saveFlow', { id, version, draft: { ...draft, isOn: true } });
  const steps = async () => (await world.must('approvals.route', { contractId: contractId() }))?.tasks.map(({ stepName }) => stepName) ?? [];
  const theirs = (await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 50 })).parties.filter(({ kind }) => kind !== 'internal');
  const judge = async (riskGrade: 'A' | 'D') => {
    for (const { id: partyId } of theirs) {
      const party = await world.must('parties.get', { id: partyId });
      await world.must('parties.update', { id: partyId, revision: party.revision, details: partyDetailsSchema.parse(party), bank: null, standing: { riskGrade, isBlacklisted: false } });
    }
  };
  expect(await steps()).toContain('counterparty');
  await judge('D');
  expect(await steps()).toContain('counterparty');
  await judge('A');
  expect(await steps()).not.toContain('counterparty');
});

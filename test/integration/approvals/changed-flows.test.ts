import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ApprovalRound, FlowDraft, FlowStep } from '#shared/features/approvals/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// The flows, or the contract itself, change while people decide or after they have.

let world: TestWorld;
let people: Members;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  people = membersOf(world);
  await people.invite('法务甲', 'legal');
  contract = await world.must('contracts.create', await sampleEntry(world));
});
afterEach(() => world.close());

const always = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null };
const step = (role: Role, over: Partial<FlowStep> = {}): FlowStep => ({ name: role, order: 1, mode: 'any', assignees: [{ kind: 'role', role }], condition: always, deadlineHours: null, escalateTo: null, ...over });
const draftOf = (over: Partial<FlowDraft> = {}): FlowDraft => ({ name: '销售审批', contractTypes: ['sales'], steps: [step('legal')], isOn: true, drafterMayApprove: false, needsSecondReviewer: false, ...over });
const saveFlow = (draft: FlowDraft) => world.must('approvals.saveFlow', { id: null, version: 0, draft });
const contractId = () => contract.summary.id;
const now = () => world.must('contracts.get', { id: contractId() });
const rounds = () => world.must('approvals.ofContract', { contractId: contractId() });
const submit = async () => world.must('approvals.submit', { contractId: contractId(), revision: (await now()).revision, note: '' });
const move = async (to: Stage) => world.call('contracts.changeStage', { id: contractId(), revision: (await now()).revision, to, details: { reason: '手工', basis: '', notice: '', effectiveOn: null, signedOn: null } });
const start = async () => world.call('signing.startEnvelope', { contractId: contractId(), revision: (await now()).revision, draft: { signers: [{ side: 'us', name: '陈静', title: '', partyName: '', method: 'drawn', userId: null }], expiresOn: null } });
const decide = async ({ contentHash, tasks: [task] }: ApprovalRound, decision: 'approved' | 'rejected', comment = '') => world.call('approvals.decide', { taskId: task?.id ?? ('' as never), decision, comment, contentHash });

async function saveRecord(over: { readonly title?: string; readonly contractType?: ContractType }) {
  const { summary, record, revision } = await now();
  return world.must('contracts.saveRecord', { id: contractId(), revision, title: summary.title, contractType: summary.contractType, record, ...over });
}

describe('a round that runs while its flow is switched off', () => {
  let round: ApprovalRound;
  beforeEach(async () => {
    const flow = await saveFlow(draftOf());
    round = await submit();
    await world.must('approvals.saveFlow', { id: flow.id, version: flow.version, draft: draftOf({ isOn: false }) });
  });

  test('is passed by nobody by hand, nor by a signature', async () => {
    for (const to of ['approved', 'in_review'] as const) expect(await move(to)).toMatchObject({ ok: false, error: { code: 'APPROVAL_RUNNING' } });
    expect(await start()).toMatchObject({ ok: false, error: { code: 'APPROVAL_RUNNING' } });
    expect(await world.must('signing.envelopes', { contractId: contractId() })).toEqual([]);
    expect((await now()).summary.stage).toBe('pending_approval');
  });

  test('is decided by who was asked, and the contract can be signed then', async () => {
    await people.become('法务甲');
    expect(await decide(round, 'approved')).toMatchObject({ ok: true, value: { state: 'approved' } });
    await people.become(userName);
    expect((await now()).summary.stage).toBe('approved');
    expect((await start()).ok).toBe(true);
  });

  test('ends with its contract where that is cancelled', async () => {
    expect((await move('cancelled')).ok).toBe(true);
    expect(await rounds()).toMatchObject([{ state: 'voided' }]);
  });

  test('answers in words where its contract is elsewhere all the same, and nothing is decided', async () => {
    world.core.vaults.session()?.derive((db) => db.run({ text: "UPDATE contracts SET stage = 'signed' WHERE id = ?", values: [contractId()] }));
    await people.become('法务甲');
    expect(await decide(round, 'approved')).toMatchObject({ ok: false, error: { code: 'MOVED_ON' } });
    expect(await rounds()).toMatchObject([{ state: 'pending', tasks: [{ state: 'pending' }] }]);
  });
});

test('a contract that waits for approval without a round can be taken back once a flow is there', async () => {
  await move('in_review');
  await move('pending_approval');
  await saveFlow(draftOf());
  expect((await move('in_review')).ok).toBe(true);
  expect((await submit()).state).toBe('pending');
});

describe('an approval', () => {
  beforeEach(async () => {
    await people.invite('财务乙', 'finance');
    await saveFlow(draftOf());
    await saveFlow(draftOf({ name: '工程审批', contractTypes: ['construction'], steps: [step('finance')] }));
    const round = await submit();
    await people.become('法务甲');
    await decide(round, 'approved');
    await people.become(userName);
    expect((await now()).summary.stage).toBe('approved');
  });

  test('does not hold once its contract is of another type, which others approve', async () => {
    await saveRecord({ contractType: 'construction' });
    expect((await now()).stageEvents[0]).toMatchObject({ from: 'approved', to: 'in_review', reason: 'CONTENT_CHANGED' });
    expect(await rounds()).toMatchObject([{ state: 'voided' }]);
    expect((await submit()).tasks).toMatchObject([{ assigneeName: '财务乙' }]);
  });

  test('does not hold under another title, and the signing that is under way ends', async () => {
    await start();
    await saveRecord({ title: '另一份合同' });
    expect((await now()).summary).toMatchObject({ stage: 'in_review', title: '另一份合同' });
    expect(await rounds()).toMatchObject([{ state: 'voided' }]);
    expect(await world.must('signing.envelopes', { contractId: contractId() })).toMatchObject([{ state: 'voided', endedBy: 'content_changed' }]);
  });

  test('holds where only its keeping is corrected, and a signed contract’s title may be', async () => {
    const { summary, record, revision } = await now();
    await world.must('contracts.saveRecord', { id: contractId(), revision, title: summary.title, contractType: summary.contractType, record: { ...record, department: '销售二部' } });
    expect(await rounds()).toMatchObject([{ state: 'approved' }]);
    await move('pending_signature');
    const waiting = await now();
    await world.must('contracts.changeStage', { id: contractId(), revision: waiting.revision, to: 'signed', details: { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: '2026-11-20' as Day } });
    await saveRecord({ title: '更正后的名称' });
    expect((await now()).summary).toMatchObject({ stage: 'signed', title: '更正后的名称' });
    expect(await rounds()).toMatchObject([{ state: 'approved' }]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ApprovalRound, FlowDraft, FlowStep } from '#shared/features/approvals/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import { consentText } from '#shared/features/signing/consent.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import type { Day } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { always } from '../../harness/approval-desk.ts';
import { boxPrinter } from '../../harness/box-printer.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { createTestVault, taskId, testWorld, userName, type TestWorld } from '../../harness/world.ts';

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

describe('a contract to which no step of its flow applies', () => {
  let pages: string[];
  beforeEach(async () => {
    await world.close();
    pages = [];
    world = testWorld(boxPrinter(pages));
    await createTestVault(world);
    people = membersOf(world);
    await people.invite('法务甲', 'legal');
    contract = await world.must('contracts.create', await sampleEntry(world));
    await saveFlow(draftOf({ name: '大额审批', steps: [step('legal', { condition: { ...always, amountFromMinor: 1_000_000_000_00 } })] }));
  });

  test('is approved by being submitted, and that is said before, in its history and in the log', async () => {
    expect(await world.must('approvals.route', { contractId: contractId() })).toEqual({ flowName: '大额审批', tasks: [] });
    expect(await start()).toMatchObject({ ok: false, error: { code: 'APPROVAL_NEEDED' } });
    expect(await submit()).toMatchObject({ state: 'approved', flowName: '大额审批', tasks: [], closedAt: world.clock.now() });
    const { summary, stageEvents } = await now();
    expect(summary.stage).toBe('approved');
    expect(stageEvents.map(({ to, reason }) => [to, reason])).toEqual([['approved', 'NO_STEP_APPLIED'], ['pending_approval', ''], ['in_review', '']]);
    const facts = world.core.vaults.session()?.db.all<{ facts: string }>({ text: "SELECT facts FROM audit_events WHERE operation = 'approvals.submit'", values: [] });
    expect(JSON.stringify(facts?.map((row) => JSON.parse(row.facts) as unknown))).toContain('"steps":0');
  });

  test('is signed then, and its certificate page says that nobody had to approve it', async () => {
    await submit();
    const { summary } = await now();
    const begun = await start();
    if (!begun.ok) throw new Error(begun.error.code);
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '' });
    const [signer] = begun.value.signers;
    const consent = consentText({ language: summary.language, number: summary.number, title: summary.title, signerName: '陈静', partyName: '', contentHash: begun.value.contentHash });
    const drawing = { width: 600, height: 200, strokes: [0, 1].map((stroke) => Array.from({ length: 20 }, (_, index) => ({ x: 60 + stroke * 150 + index * 4, y: 100 + Math.sin(index / 3) * 50, pressure: 0.5, time: 1000 + stroke * 500 + index * 10 }))) };
    await world.must('signing.signByHand', { signerId: signer?.id ?? ('' as never), drawing, idCheck: { kind: 'passport', note: '' }, consent, taskId: taskId() });
    expect(pages.at(-1)).toContain('No step of the approval flow “大额审批” applied to this contract.');
  });

  test('needs its approval once it has become one to which a step applies', async () => {
    await submit();
    const { summary, revision, record, amount } = await now();
    if (amount === null || isWithheld(amount)) throw new Error('no amount');
    await world.must('contracts.saveRecord', { id: contractId(), revision, title: summary.title, contractType: summary.contractType, record, amount: { ...amount, inclusive: { ...amount.inclusive, minor: 2_000_000_000_00 }, exclusiveMinor: null } });
    expect(await rounds()).toMatchObject([{ state: 'voided' }]);
    expect(await submit()).toMatchObject({ state: 'pending', tasks: [{ assigneeName: '法务甲' }] });
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ApprovalRound, FlowDraft, FlowStep } from '#shared/features/approvals/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { Role } from '#shared/features/vault/roles.ts';
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

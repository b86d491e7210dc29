import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Decision } from '#shared/features/approvals/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { PackId } from '#shared/features/exchange/model.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { pickPack, twoVaults, type TwoVaults } from '../../harness/two-vaults.ts';
import { goodPassphrase, taskId, userName } from '../../harness/world.ts';

// An approver of the office's vault sits elsewhere, with a laptop and a vault of their own.

let both: TwoVaults;
let contract: Contract;
let secret: string;
beforeEach(async () => {
  both = await twoVaults();
  const { office } = both;
  secret = (await office.must('users.invite', { name: '赵审批', roles: ['approver'] })).passphrase;
  await office.must('approvals.saveFlow', {
    id: null,
    version: 0,
    draft: { name: '流程', contractTypes: [], isOn: true, drafterMayApprove: false, needsSecondReviewer: false, steps: [{ name: '批准', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'approver' }], condition: { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null }, deadlineHours: null, escalateTo: null }] },
  });
  contract = await office.must('contracts.create', await sampleEntry(office));
  await office.must('approvals.submit', { contractId: contract.summary.id, revision: contract.revision, note: '' });
});
afterEach(() => both.close());

const code = (reply: { readonly ok: boolean; readonly error?: { readonly code: string } }) => (reply.ok ? 'ok' : reply.error?.code);
const path = (name: string) => join(both.office.folder, name);
async function becomeAtOffice(name: string, passphrase: string) {
  await both.office.must('vault.lock', undefined);
  await both.office.must('vault.unlock', { userName: name, passphrase, takeOver: false });
}
/** The approver says at the office which contact is their own laptop. */
async function claim() {
  await becomeAtOffice('赵审批', secret);
  await both.office.must('exchange.linkContact', { id: both.siteContact, isMe: true });
  await becomeAtOffice(userName, goodPassphrase);
}
async function request(name: string) {
  const [task] = await both.office.must('exchange.approvalsToSend', undefined);
  if (task === undefined) throw new Error('nothing to send');
  both.office.answers.push(path(name));
  await both.office.must('exchange.sendApproval', { contactId: task.contactId, approvalTaskId: task.approvalTaskId, withFiles: false, withAmounts: true, message: '', taskId: taskId() });
  return path(name);
}
async function receive(file: string) {
  return (await both.site.must('exchange.receive', await pickPack(both.site, file))).packId;
}
async function decide(packId: PackId, decision: Decision, comment: string, name: string) {
  both.site.answers.push(path(name));
  await both.site.must('exchange.answer', { packId, decision, comment, taskId: taskId() });
  return path(name);
}
const apply = async (file: string) => code(await both.office.call('exchange.applyAnswer', await pickPack(both.office, file)));
const stage = async () => (await both.office.must('contracts.get', { id: contract.summary.id })).summary.stage;

test('an approver decides on another laptop, and the decision counts as theirs for exactly that text', async () => {
  await claim();
  const packId = await receive(await request('ask.deedpack'));
  expect(await both.site.must('exchange.sheet', { packId })).toMatchObject({ kind: 'approval', approval: { stepName: '批准' }, contracts: [{ number: contract.summary.number }] });
  const answer = await decide(packId, 'approved', '同意', 'answer.deedpack');
  expect(await both.office.must('exchange.openPack', await pickPack(both.office, answer))).toMatchObject({ kind: 'approvalAnswer', decision: 'approved', comment: '同意', isStillTheText: true });
  expect(await apply(answer)).toBe('ok');
  expect(await stage()).toBe('approved');
  const [round] = await both.office.must('approvals.ofContract', { contractId: contract.summary.id });
  expect(round).toMatchObject({ state: 'approved', tasks: [{ assigneeName: '赵审批', state: 'approved', comment: '同意' }] });
  expect(await apply(answer)).toBe('PACK_REPLAYED');
});

test('only the approver can say which contact they are, and nobody else’s decision counts', async () => {
  // The manager marks the contact as themselves: that makes nobody else's task theirs.
  await both.office.must('exchange.linkContact', { id: both.siteContact, isMe: true });
  expect(await both.office.must('exchange.approvalsToSend', undefined)).toEqual([]);
  await becomeAtOffice('赵审批', secret);
  expect(code(await both.office.call('exchange.linkContact', { id: both.siteContact, isMe: true }))).toBe('NOT_YOUR_CONTACT');
  await becomeAtOffice(userName, goodPassphrase);
  await both.office.must('exchange.linkContact', { id: both.siteContact, isMe: false });
  await claim();
  const packId = await receive(await request('ask.deedpack'));
  const answer = await decide(packId, 'approved', '', 'answer.deedpack');
  await becomeAtOffice('赵审批', secret);
  await both.office.must('exchange.linkContact', { id: both.siteContact, isMe: false });
  await becomeAtOffice(userName, goodPassphrase);
  expect(await apply(answer)).toBe('NOT_THE_APPROVER');
  expect(await stage()).toBe('pending_approval');
});

test('a decision is void once the contract went back or changed meanwhile', async () => {
  await claim();
  const packId = await receive(await request('ask.deedpack'));
  expect(code(await both.site.call('exchange.answer', { packId, decision: 'rejected', comment: '', taskId: taskId() }))).toBe('REASON_MISSING');
  const answer = await decide(packId, 'approved', '', 'answer.deedpack');
  const [round] = await both.office.must('approvals.ofContract', { contractId: contract.summary.id });
  await both.office.must('approvals.recall', { roundId: round?.id ?? ('' as never), reason: '改价' });
  expect(await both.office.must('exchange.openPack', await pickPack(both.office, answer))).toMatchObject({ isStillTheText: false });
  expect(await apply(answer)).toBe('TASK_NOT_OPEN');
  expect(await stage()).toBe('in_review');
});

test('templates travel in the same container and arrive as drafts', async () => {
  const [template] = await both.office.must('templates.list', undefined);
  both.office.answers.push(path('templates.deedpack'));
  await both.office.must('exchange.sendTemplates', { contactId: both.siteContact, versionIds: [template?.versionId ?? ('' as never)], message: '', taskId: taskId() });
  const picked = await pickPack(both.site, path('templates.deedpack'));
  expect(await both.site.must('exchange.openPack', picked)).toMatchObject({ kind: 'templates', templates: [{ titleZh: template?.titleZh }] });
  expect(await both.site.must('exchange.takeTemplates', { ...picked, chosen: [0] })).toEqual({ drafts: 1 });
  expect(code(await both.site.call('exchange.takeTemplates', { ...picked, chosen: [0] }))).toBe('PACK_REPLAYED');
});

test('a decision from elsewhere counts only while its maker may decide', async () => {
  await claim();
  const packId = await receive(await request('ask.deedpack'));
  const answer = await decide(packId, 'approved', '', 'answer.deedpack');
  const id = (await both.office.must('users.list', undefined)).find(({ name }) => name === '赵审批')?.id ?? ('' as never);
  await both.office.must('users.changeRoles', { id, roles: ['auditor'] });
  // As a vault has it in which the task was left where it was.
  both.office.core.vaults.session()?.derive((db) => {
    db.run(sql`UPDATE approval_tasks SET state = 'pending'`);
    db.run(sql`UPDATE approval_rounds SET state = 'pending', closed_at = NULL`);
    db.run(sql`UPDATE contracts SET stage = 'pending_approval'`);
  });
  expect(await apply(answer)).toBe('NOT_THE_APPROVER');
  expect(await stage()).toBe('pending_approval');
});

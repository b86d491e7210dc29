import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aboutCorrection, type KeptDialog, type KeptObstacle } from '#shared/features/contracts/kept-dialogs.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import type { Day } from '#shared/kernel/day.ts';
import { always } from '../../harness/approval-desk.ts';
import { badContract } from '../../harness/bad-contract.ts';
import { enterParty, proposedMerge } from '../../harness/duplicate-parties.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, taskId, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// Something is typed, and before it is gone on with the world has moved on: the contract is closed, what it was about is
// gone, or the person may do it no more. It stays theirs to read, and says what hinders it.

let world: TestWorld;
let people: Members;
let contract: Contract;
let contractId: ContractId;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  people = membersOf(world);
  contract = await registerSigned(world, '厂房租赁');
  contractId = contract.summary.id;
});
afterEach(() => world.close());

const keep = (dialog: KeptDialog, about = '') => world.must('contracts.keepDialog', { of: { contractId, dialog, about }, form: { revision: null, entries: { reason: '想好的话' } } });
const obstacles = async (): Promise<Readonly<Record<string, KeptObstacle | null>>> =>
  Object.fromEntries((await world.must('contracts.unfinishedDialogs', { contractId })).map(({ dialog, about, obstacle }) => [`${dialog} ${about}`.trim(), obstacle]));
const now = () => world.must('contracts.get', { id: contractId });
const details = { reason: '业主违约', basis: '第八条', notice: '已书面通知', effectiveOn: '2026-10-01' as Day, signedOn: null };
const move = async (to: 'terminated' | 'completed') => world.must('contracts.changeStage', { id: contractId, revision: (await now()).revision, to, details });
const notice = { kind: 'breach', termIndex: null, sentOn: '2026-09-10' as Day, method: 'ems', trackingNumber: '', receivedOn: null } as const;

test('the values measured against a check sheet go on while that is there, and a task at any time', async () => {
  await world.must('problems.addSheet', { contractId, name: '浮标抽检', items: [{ name: '壁厚', unit: 'mm', minimum: 8, maximum: null }] });
  const [sheet] = (await world.must('problems.ofContract', { contractId })).sheets;
  await keep('checkRun', sheet?.id);
  await keep('checkRun', 'gone');
  await keep('task');
  expect(await obstacles()).toEqual({ [`checkRun ${sheet?.id ?? ''}`]: null, 'checkRun gone': 'GONE', task: null });
});

describe('what a contract’s stage hinders', () => {
  test('is nothing while it runs; once it was ended early, only what still counts goes on', async () => {
    const { notices } = await world.must('contracts.addNotice', { id: contractId, notice });
    const noticeId = notices[0]?.id ?? '';
    for (const dialog of ['amendment', 'notice', 'endingLetter', 'letter', 'problem', 'communication', 'risk', 'obligation', 'payment'] as const) await keep(dialog);
    await keep('notice', noticeId);
    await keep('stage', 'terminated');
    expect(new Set(Object.values(await obstacles()))).toEqual(new Set([null]));
    await move('terminated');
    expect(await obstacles()).toMatchObject({ amendment: 'CLOSED', notice: 'CLOSED', endingLetter: null, letter: null, problem: null, [`notice ${noticeId}`]: null, 'stage terminated': 'MOVED_ON' });
  });

  test('is that a termination is corrected before it is recorded, and recorded again after', async () => {
    await keep('stage', 'terminated');
    await keep('stage', aboutCorrection);
    expect(await obstacles()).toEqual({ 'stage terminated': null, [`stage ${aboutCorrection}`]: 'MOVED_ON' });
    await move('terminated');
    expect(await obstacles()).toEqual({ 'stage terminated': 'MOVED_ON', [`stage ${aboutCorrection}`]: null });
    await world.must('contracts.changeMany', { ids: [contractId], archived: true });
    expect(await obstacles()).toMatchObject({ [`stage ${aboutCorrection}`]: 'ARCHIVED' });
  });

  test('is every notice once it is completed, also a correction, and a move that leads nowhere', async () => {
    const { notices } = await world.must('contracts.addNotice', { id: contractId, notice });
    const noticeId = notices[0]?.id ?? '';
    await keep('notice');
    await keep('withdrawal', noticeId);
    await keep('endingLetter');
    await keep('stage', 'terminated');
    await move('completed');
    expect(await obstacles()).toEqual({ notice: 'CLOSED', [`withdrawal ${noticeId}`]: 'CLOSED', endingLetter: 'CLOSED', 'stage terminated': 'IS_CLOSED' });
  });

  test('is a letter of non-renewal once its term was renewed, and not before', async () => {
    const renewing = { signedOn: '2026-01-01' as Day, effectiveOn: '2026-01-01' as Day, expiresOn: '2026-12-31' as Day, renewalType: 'auto' } as const;
    contractId = (await registerSigned(world, '机房运维', { ...renewing, details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 10, unit: 'day' } }) })).summary.id;
    await keep('endingLetter', '2026-12-31');
    expect(await obstacles()).toEqual({ 'endingLetter 2026-12-31': null });
    world.clock.advance(40 * 86_400_000);
    await people.become(userName);
    expect(await obstacles()).toEqual({ 'endingLetter 2026-12-31': 'MOVED_ON' });
    await keep('endingLetter', '2027-12-31');
    expect(await obstacles()).toEqual({ 'endingLetter 2026-12-31': 'MOVED_ON', 'endingLetter 2027-12-31': null });
  });

  test('is told in the words of what has to come first', async () => {
    await keep('stage', 'completed');
    await keep('amendment');
    await world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry('交货') });
    expect(await obstacles()).toEqual({ 'stage completed': 'OBLIGATIONS_OPEN', amendment: null });
    await world.must('contracts.changeMany', { ids: [contractId], archived: true });
    expect(await obstacles()).toEqual({ 'stage completed': 'ARCHIVED', amendment: 'ARCHIVED' });
  });

  test('is all that asks for a signature on one that is not signed', async () => {
    const { summary } = await world.must('contracts.create', await sampleEntry(world));
    contractId = summary.id;
    await keep('amendment');
    await keep('notice');
    expect(await obstacles()).toEqual({ amendment: 'NOT_SIGNED', notice: 'NOT_SIGNED' });
  });
});

describe('what is gone, or was settled by somebody else', () => {
  test('hinders what was about it', async () => {
    const { notices } = await world.must('contracts.addNotice', { id: contractId, notice });
    const noticeId = notices[0]?.id ?? ('' as never);
    const { amendments } = await world.must('amendments.record', { contractId, revision: (await now()).revision, draft: { kind: 'change', effectiveOn: '2026-09-15' as Day, documentId: null, terms: { seat: '上海' }, amount: null, clauses: [], rationale: '' } });
    const amendmentId = amendments[0]?.id ?? ('' as never);
    await world.must('problems.save', { contractId, id: null, revision: 0, entry: { title: '漏水', kind: 'quality', severity: 'medium', action: '', effect: 'none', obligationId: null, ownerId: null, dueOn: null } });
    const [problem] = (await world.must('problems.ofContract', { contractId })).problems;
    await world.must('fulfilment.savePayment', { contractId, id: null, revision: 0, entry: { direction: 'pay', due: { kind: 'none' }, ownerId: null, condition: '', shareBasisPoints: null, amount: { minor: 100, currency: 'CNY' } } });
    const [payment] = (await world.must('fulfilment.ofContract', { contractId })).payments;
    const ids = { problem: problem?.id ?? ('' as never), payment: payment?.id ?? ('' as never) };
    await keep('withdrawal', noticeId);
    await keep('voiding', amendmentId);
    await keep('problemStep', `${ids.problem} resolved`);
    await world.must('fulfilment.saveMilestone', { contractId, id: null, revision: 0, entry: { name: '投产', dueOn: null } });
    await world.must('fulfilment.saveMetric', { contractId, id: null, revision: 0, entry: { name: '可用率', comparison: 'atLeast', target: 99, unit: '%', period: 'month' } });
    const parts = await world.must('fulfilment.ofContract', { contractId });
    const [milestoneId, metricId] = [parts.milestones[0]?.id ?? ('' as never), parts.metrics[0]?.id ?? ('' as never)];
    await keep('milestone', milestoneId);
    await keep('metric', metricId);
    await keep('payment', ids.payment);
    await keep('moneyLine', `${ids.payment} invoice`);
    expect(new Set(Object.values(await obstacles()))).toEqual(new Set([null]));
    await world.must('contracts.withdrawNotice', { id: contractId, noticeId, reason: '登记错了' });
    await world.must('amendments.void', { contractId, amendmentId, reason: '登记错了' });
    await world.must('problems.move', { id: ids.problem, revision: 1, to: 'resolved', reason: '修好了' });
    await world.must('fulfilment.removePayment', { id: ids.payment });
    await world.must('fulfilment.removeMilestone', { id: milestoneId });
    await world.must('fulfilment.removeMetric', { id: metricId });
    expect(await obstacles()).toEqual({
      [`withdrawal ${noticeId}`]: 'TAKEN_BACK',
      [`voiding ${amendmentId}`]: 'VOIDED',
      [`problemStep ${ids.problem} resolved`]: 'MOVED_ON',
      [`milestone ${milestoneId}`]: 'GONE',
      [`metric ${metricId}`]: 'GONE',
      [`payment ${ids.payment}`]: 'GONE',
      [`moneyLine ${ids.payment} invoice`]: 'GONE',
    });
  });

  test('hinders every form about what the vault never held', async () => {
    const strange = '00000000-0000-4000-8000-000000000000';
    for (const dialog of ['voiding', 'notice', 'withdrawal', 'decision', 'risk', 'letter', 'problem', 'problemStep', 'obligation', 'payment', 'moneyLine', 'completion', 'finding', 'recall', 'obligationStep', 'obligationNote', 'siteSignature', 'refusal', 'envelopeVoiding', 'waiver', 'reviewSkip', 'milestone', 'metric', 'mail', 'deliverable'] as const) await keep(dialog, strange);
    expect(new Set(Object.values(await obstacles()))).toEqual(new Set(['GONE']));
  });
});

test('what is on no contract is hindered by what became of it', async () => {
  const keepOfHouse = (dialog: KeptDialog, about: string) => world.must('contracts.keepDialog', { of: { contractId: null, dialog, about }, form: { revision: null, entries: {} } });
  const found = async () => Object.fromEntries((await world.must('contracts.unfinishedDialogs', { contractId: null })).map(({ dialog, about, obstacle }) => [about === '' ? dialog : `${dialog} ${about}`, obstacle]));
  const [clause] = await world.must('clauses.list', undefined);
  const [template] = await world.must('templates.list', undefined);
  const [course] = await world.must('training.courses', undefined);
  const item = await world.must('improvement.report', { kind: 'problem', origin: 'page', originRef: '', title: '审批太慢', description: '' });
  const ids = { clause: clause?.id ?? ('' as never), template: template?.versionId ?? '', course: course?.id ?? '' };
  await keepOfHouse('clause', ids.clause);
  await keepOfHouse('course', ids.course);
  await keepOfHouse('course', `${ids.course} 1`);
  await keepOfHouse('course', '');
  for (const dialog of ['improvement', 'improvementResult', 'improvementGoal'] as const) await keepOfHouse(dialog, item.id);
  await keepOfHouse('improvementReport', '');
  await keepOfHouse('template', ids.template);
  const free = { [`clause ${ids.clause}`]: null, [`course ${ids.course}`]: null, [`course ${ids.course} 1`]: null, course: null, improvementReport: null, [`improvement ${item.id}`]: null, [`improvementResult ${item.id}`]: null, [`improvementGoal ${item.id}`]: null };
  // What is published is written in its next version.
  expect(await found()).toEqual({ ...free, [`template ${ids.template}`]: 'MOVED_ON' });
  await world.must('clauses.retire', { id: ids.clause, revision: clause?.revision ?? 1, isRetired: true });
  await world.must('improvement.move', { id: item.id, revision: 1, from: 'new', to: 'declined', result: '已有办法', outcome: null });
  expect(await found()).toMatchObject({ [`clause ${ids.clause}`]: 'MOVED_ON', [`improvement ${item.id}`]: 'MOVED_ON', [`improvementResult ${item.id}`]: 'MOVED_ON', [`improvementGoal ${item.id}`]: 'MOVED_ON', course: null });
  const strange = '00000000-0000-4000-8000-000000000000';
  for (const dialog of ['template', 'clause', 'course', 'improvement', 'improvementResult', 'improvementGoal', 'party', 'risk'] as const) await keepOfHouse(dialog, strange);
  expect(Object.entries(await found()).filter(([about]) => about.endsWith(strange)).map(([, obstacle]) => obstacle)).toEqual(Array.from({ length: 8 }, () => 'GONE'));
});

test('a step of a template is hindered once it was taken, and what changed in a draft once it was handed on', async () => {
  const keepOfHouse = (dialog: KeptDialog, about: string) => world.must('contracts.keepDialog', { of: { contractId: null, dialog, about }, form: { revision: null, entries: {} } });
  const found = async () => Object.fromEntries((await world.must('contracts.unfinishedDialogs', { contractId: null })).map(({ dialog, obstacle }) => [dialog, obstacle]));
  const [template] = await world.must('templates.list', undefined);
  const { versionId } = await world.must('templates.startDraft', { from: 'version', versionId: template?.versionId ?? ('' as never), isNewTemplate: false });
  const target = async () => ({ versionId, revision: (await world.must('templates.version', { versionId })).record.revision });
  await keepOfHouse('changeNote', versionId);
  await keepOfHouse('templateStep', `${versionId} sendBack`);
  expect(await found()).toEqual({ changeNote: null, templateStep: 'MOVED_ON' });
  await world.must('templates.submit', await target());
  expect(await found()).toEqual({ changeNote: 'MOVED_ON', templateStep: null });
  await keepOfHouse('templateStep', '00000000-0000-4000-8000-000000000000 publish');
  expect((await world.must('contracts.unfinishedDialogs', { contractId: null })).find(({ about }) => about.endsWith('publish'))?.obstacle).toBe('GONE');
});

test('a counterparty’s form is hindered once it was merged into another', async () => {
  const [merged, kept] = [await enterParty(world, { nameZh: '虹桥机电公司' }), await enterParty(world, { nameZh: '虹桥机电有限公司' })];
  await world.must('contracts.keepDialog', { of: { contractId: null, dialog: 'party', about: merged.id }, form: { revision: null, entries: { details: { notes: '换了联系人' } } } });
  const told = () => world.must('contracts.unfinishedDialogs', { contractId: null });
  expect(await told()).toMatchObject([{ dialog: 'party', about: merged.id, obstacle: null }]);
  await world.must('parties.merge', await proposedMerge(world, kept.id, merged.id));
  expect(await told()).toMatchObject([{ dialog: 'party', about: merged.id, obstacle: 'MOVED_ON' }]);
});

test('how the house works is hindered once it is gone, and a rule about money for who lost that key', async () => {
  const keepOfHouse = (dialog: KeptDialog, about: string) => world.must('contracts.keepDialog', { of: { contractId: null, dialog, about }, form: { revision: null, entries: {} } });
  const found = async () => Object.fromEntries((await world.must('contracts.unfinishedDialogs', { contractId: null })).map(({ dialog, about, obstacle }) => [`${dialog} ${about}`.trim(), obstacle]));
  const steps = [{ name: '法务', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'legal' }], condition: always, deadlineHours: null, escalateTo: null }] as const;
  const flow = await world.must('approvals.saveFlow', { id: null, version: 0, draft: { name: '租赁', contractTypes: [], steps, isOn: true, drafterMayApprove: false, needsSecondReviewer: false } });
  const [checklist] = await world.must('reviews.checklists', undefined);
  const [shipped] = await world.must('reviews.laws', undefined);
  const law = await world.must('reviews.saveLaw', { law: { id: null, nameZh: '港口法', nameEn: '', article: '', inForceOn: null, repealedOn: null, replacedBy: '', citedAs: ['港口法'], notAfter: [], notBefore: [], note: '' } });
  await world.must('risks.saveRule', { id: null, revision: 0, draft: { name: '逾期付款', trigger: { kind: 'payment_late', days: 7, amountMinor: 100 }, audience: { kind: 'everybody' }, how: 'list', isOn: true } });
  const [rule] = await world.must('risks.rules', undefined);
  const ids = { checklist: checklist?.id ?? '', shipped: shipped?.id ?? '', rule: rule?.id ?? ('' as never) };
  for (const dialog of ['flow', 'checklist', 'law', 'warningRule'] as const) await keepOfHouse(dialog, '');
  await keepOfHouse('flow', flow.id);
  await keepOfHouse('checklist', ids.checklist);
  for (const id of [ids.shipped, law.id]) await keepOfHouse('law', id);
  await keepOfHouse('warningRule', ids.rule);
  expect(new Set(Object.values(await found()))).toEqual(new Set([null]));
  await world.must('approvals.removeFlow', { id: flow.id });
  await world.must('reviews.removeLaw', { id: law.id });
  await world.must('risks.removeRule', { id: ids.rule });
  await keepOfHouse('checklist', '00000000-0000-4000-8000-000000000000');
  expect(Object.entries(await found()).filter(([, obstacle]) => obstacle !== null)).toEqual(
    expect.arrayContaining([[`flow ${flow.id}`, 'GONE'], [`law ${law.id}`, 'GONE'], [`warningRule ${ids.rule}`, 'GONE'], ['checklist 00000000-0000-4000-8000-000000000000', 'GONE']]),
  );
  expect(await found()).toMatchObject({ [`checklist ${ids.checklist}`]: null, [`law ${ids.shipped}`]: null, flow: null });
  await people.invite('Lin', 'legal');
  await world.must('risks.saveRule', { id: null, revision: 0, draft: { name: '逾期付款', trigger: { kind: 'payment_late', days: 7, amountMinor: 100 }, audience: { kind: 'everybody' }, how: 'list', isOn: true } });
  const [aboutMoney] = await world.must('risks.rules', undefined);
  await people.become('Lin');
  await keepOfHouse('warningRule', aboutMoney?.id ?? '');
  expect(await found()).toEqual({ [`warningRule ${aboutMoney?.id ?? ''}`]: 'NO_PERMISSION' });
});

test('an obligation’s step is hindered once it was taken, its notes and signatures never', async () => {
  await world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry('交货') });
  const [obligation] = (await world.must('fulfilment.ofContract', { contractId })).obligations;
  const [id, revision] = [obligation?.id ?? ('' as never), obligation?.revision ?? 0];
  for (const about of [`${id} waived`, `${id} in_progress`]) await keep('obligationStep', about);
  await keep('obligationNote', id);
  await keep('siteSignature', id);
  expect(new Set(Object.values(await obstacles()))).toEqual(new Set([null]));
  await world.must('fulfilment.move', { id, revision, to: 'waived', on: '2026-09-01' as Day, reason: '对方免除' });
  expect(await obstacles()).toEqual({ [`obligationStep ${id} waived`]: 'MOVED_ON', [`obligationStep ${id} in_progress`]: 'MOVED_ON', [`obligationNote ${id}`]: null, [`siteSignature ${id}`]: null });
});

test('a refusal is hindered while it is another’s turn, and both it and the voiding once the signing is over', async () => {
  const drafted = await world.must('contracts.create', await sampleEntry(world));
  contractId = drafted.summary.id;
  const [us, them] = (['us', 'them'] as const).map((side) => ({ side, name: side, title: '', partyName: '云帆', method: 'drawn', userId: null }) as const);
  if (us === undefined || them === undefined) throw new Error('nobody signs');
  await keep('signing');
  expect(await obstacles()).toEqual({ signing: null });
  const { id, signers } = await world.must('signing.startEnvelope', { contractId, revision: drafted.revision, draft: { signers: [us, them], expiresOn: null } });
  const [first, second] = signers.map((signer) => signer.id);
  if (first === undefined || second === undefined) throw new Error('nobody signs');
  await keep('refusal', first);
  await keep('refusal', second);
  await keep('envelopeVoiding', id);
  await keep('mail', id);
  expect(await obstacles()).toEqual({ [`refusal ${first}`]: null, [`refusal ${second}`]: 'MOVED_ON', [`envelopeVoiding ${id}`]: null, [`mail ${id}`]: 'MOVED_ON', signing: 'MOVED_ON' });
  await world.must('signing.voidEnvelope', { envelopeId: id, reason: '改由总经理签' });
  expect(await obstacles()).toEqual({ [`refusal ${first}`]: 'MOVED_ON', [`refusal ${second}`]: 'MOVED_ON', [`envelopeVoiding ${id}`]: 'MOVED_ON', [`mail ${id}`]: 'MOVED_ON', signing: null });
});

test('why a finding may stand is hindered once it was waived, or its words are no more', async () => {
  const drafted = await world.must('contracts.create', await sampleEntry(world));
  contractId = drafted.summary.id;
  const path = join(world.folder, 'round.txt');
  writeFileSync(path, badContract.zh);
  world.answers.push(path);
  const pick = await world.must('versions.pickFile', undefined);
  if (pick === null) throw new Error('no file was picked');
  await world.must('versions.importRound', { contractId, revision: drafted.revision, pickId: pick.pickId, taskId: taskId(), label: '', roundFrom: 'them' });
  const [finding] = (await world.must('checker.check', { contractId })).findings;
  if (finding === undefined) throw new Error('nothing is found');
  await keep('waiver', finding.fingerprint);
  await keep('waiver', 'elsewhere');
  expect(await obstacles()).toEqual({ [`waiver ${finding.fingerprint}`]: null, 'waiver elsewhere': 'GONE' });
  await world.must('checker.waive', { contractId, ruleId: finding.ruleId, fingerprint: finding.fingerprint, reason: '双方认可' });
  expect(await obstacles()).toMatchObject({ [`waiver ${finding.fingerprint}`]: 'MOVED_ON' });
});

test('a comment on the text is hindered once the text can’t be changed any more', async () => {
  await keep('comment', 'mark-1');
  expect(await obstacles()).toEqual({ 'comment mark-1': 'MOVED_ON' });
  contractId = (await world.must('contracts.create', await sampleEntry(world))).summary.id;
  await keep('comment', 'mark-1');
  expect(await obstacles()).toEqual({ 'comment mark-1': null });
});

test('skipping a review is hindered once it was begun', async () => {
  const review = await world.must('reviews.add', { contractId, dueOn: '2026-12-01' as Day });
  await keep('reviewSkip', review.id);
  expect(await obstacles()).toEqual({ [`reviewSkip ${review.id}`]: null });
  await world.must('reviews.start', { id: review.id });
  expect(await obstacles()).toEqual({ [`reviewSkip ${review.id}`]: 'MOVED_ON' });
});

test('a review’s completion is hindered until it is begun, and once it was held', async () => {
  const review = await world.must('reviews.add', { contractId, dueOn: '2026-12-01' as Day });
  await keep('completion', review.id);
  expect(await obstacles()).toEqual({ [`completion ${review.id}`]: 'MOVED_ON' });
  await world.must('reviews.start', { id: review.id });
  expect(await obstacles()).toEqual({ [`completion ${review.id}`]: null });
});

test('a decision is hindered once the contract waits for it no more, and is still read', async () => {
  const drafted = await world.must('contracts.create', await sampleEntry(world));
  contractId = drafted.summary.id;
  await people.invite('法务甲', 'legal');
  const steps = [{ name: '法务', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'legal' }], condition: always, deadlineHours: null, escalateTo: null }] as const;
  await world.must('approvals.saveFlow', { id: null, version: 0, draft: { name: '标准', contractTypes: [], steps, isOn: true, drafterMayApprove: false, needsSecondReviewer: false } });
  await keep('revision');
  await keep('submission');
  expect(await obstacles()).toEqual({ revision: null, submission: null });
  const round = await world.must('approvals.submit', { contractId, revision: drafted.revision, note: '' });
  const taskId = round.tasks[0]?.id ?? '';
  await keep('revision');
  expect(await obstacles()).toEqual({ revision: 'MOVED_ON', submission: 'MOVED_ON' });
  for (const dialog of ['revision', 'submission'] as const) await world.must('contracts.discardDialog', { of: { contractId, dialog, about: '' } });
  await keep('recall', round.id);
  expect(await obstacles()).toEqual({ [`recall ${round.id}`]: null });
  await people.become('法务甲');
  await keep('decision', taskId);
  expect(await obstacles()).toEqual({ [`decision ${taskId}`]: null });
  await people.become(userName);
  await world.must('approvals.recall', { roundId: round.id, reason: '还要改' });
  expect(await obstacles()).toEqual({ [`recall ${round.id}`]: 'DECIDED' });
  await people.become('法务甲');
  expect(await obstacles()).toEqual({ [`decision ${taskId}`]: 'DECIDED' });
  expect((await world.must('contracts.keptDialog', { of: { contractId, dialog: 'decision', about: taskId } }))?.form.entries).toEqual({ reason: '想好的话' });
});

test('a recall goes on for others only once who submitted may do so no more', async () => {
  await people.invite('Lin', 'contract_manager');
  await people.invite('法务甲', 'legal');
  const lin = await people.idOf('Lin');
  const steps = [{ name: '法务', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'legal' }], condition: always, deadlineHours: null, escalateTo: null }] as const;
  await world.must('approvals.saveFlow', { id: null, version: 0, draft: { name: '标准', contractTypes: [], steps, isOn: true, drafterMayApprove: false, needsSecondReviewer: false } });
  await people.become('Lin');
  const drafted = await world.must('contracts.create', await sampleEntry(world));
  contractId = drafted.summary.id;
  const { id } = await world.must('approvals.submit', { contractId, revision: drafted.revision, note: '' });
  await people.become(userName);
  await keep('recall', id);
  expect(await obstacles()).toEqual({ [`recall ${id}`]: 'NO_PERMISSION' });
  await world.must('users.changeRoles', { id: lin as never, roles: ['auditor'] });
  expect(await obstacles()).toEqual({ [`recall ${id}`]: null });
  await world.must('approvals.recall', { roundId: id, reason: '经办人已离职' });
  expect(await obstacles()).toEqual({ [`recall ${id}`]: 'DECIDED' });
});

test('who lost the permission reads what they typed and discards it, and keeps no more of it', async () => {
  await people.invite('Lin', 'contract_manager');
  await people.become('Lin');
  await keep('notice');
  const lin = await people.idOf('Lin');
  await people.become(userName);
  await world.must('users.changeRoles', { id: lin as never, roles: ['auditor'] });
  await people.become('Lin');
  expect(await obstacles()).toEqual({ notice: 'NO_PERMISSION' });
  const of = { contractId, dialog: 'notice', about: '' } as const;
  expect((await world.must('contracts.keptDialog', { of }))?.form.entries).toEqual({ reason: '想好的话' });
  expect(await world.call('contracts.keepDialog', { of, form: { revision: null, entries: {} } })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  await world.must('contracts.discardDialog', { of });
  expect(await obstacles()).toEqual({});
});

test('what is said of a lesson is hindered once the lesson is gone, and of a course that never was', async () => {
  const courseId = 'contract-basics';
  const keepRating = (about: string) => world.must('contracts.keepDialog', { of: { contractId: null, dialog: 'rating', about }, form: { revision: null, entries: { comment: '例子太少' } } });
  const told = async () => Object.fromEntries((await world.must('contracts.unfinishedDialogs', { contractId: null })).map(({ about, obstacle }) => [about, obstacle]));
  await keepRating(courseId);
  await keepRating(`${courseId} lesson-2`);
  await keepRating('never-made');
  expect(await told()).toEqual({ [courseId]: null, [`${courseId} lesson-2`]: null, 'never-made': 'GONE' });
  const { version, content } = await world.must('training.source', { courseId, version: null });
  await world.must('training.saveCourse', { courseId, version, content: { ...content, lessons: content.lessons.toSpliced(1, 1) } });
  expect(await told()).toMatchObject({ [courseId]: null, [`${courseId} lesson-2`]: 'GONE' });
});

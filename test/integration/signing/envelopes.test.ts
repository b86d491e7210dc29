import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { consentText } from '#shared/features/signing/consent.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Envelope, SignerDraft, SigningMethod } from '#shared/features/signing/envelope-model.ts';
import type { Drawing } from '#shared/features/signing/strokes.ts';
import { dayOf } from '#shared/kernel/day.ts';
import { boxPrinter } from '../../harness/box-printer.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { judgeWithPdfsig, judgeWithQpdf, run } from '../../harness/pdf-judges.ts';
import { issueP12 } from '../../harness/pdf-identities.ts';
import { redSealPng } from '../../harness/pictures.ts';
import { savedIn, verifyIn } from '../../harness/signing-desk.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contractId: ContractId;
let pages: string[];
beforeEach(async () => {
  pages = [];
  world = testWorld(boxPrinter(pages));
  await createTestVault(world);
  contractId = (await world.must('contracts.create', await sampleEntry(world))).summary.id;
});
afterEach(() => world.close());

const drawing: Drawing = {
  width: 600,
  height: 200,
  strokes: [0, 1].map((stroke) => Array.from({ length: 20 }, (_, index) => ({ x: 60 + stroke * 150 + index * 4, y: 100 + Math.sin(index / 3) * 50, pressure: 0.3 + index / 40, time: 1000 + stroke * 500 + index * 10 }))),
};

function myId() {
  const status = world.core.vaults.session()?.user.id;
  if (status === undefined) throw new Error('locked');
  return status;
}

const us = (method: SigningMethod): SignerDraft => ({ side: 'us', name: '陈静', title: '采购经理', partyName: '云帆', method, userId: method === 'certificate' ? myId() : null });
const them = (method: SigningMethod, name = '李娜'): SignerDraft => ({ side: 'them', name, title: '', partyName: '龙门飞马食品有限公司', method, userId: null });

async function start(...signers: readonly SignerDraft[]): Promise<Envelope> {
  const { revision } = await world.must('contracts.get', { id: contractId });
  return world.must('signing.startEnvelope', { contractId, revision, draft: { signers: [...signers], expiresOn: null } });
}

const identity = () => world.must('signing.createIdentity', { commonName: '陈静', organisation: '云帆' });
const signerAt = (envelope: Envelope, index: number) => {
  const signer = envelope.signers[index];
  if (signer === undefined) throw new Error(`no signer ${index}`);
  return signer;
};

async function certify(envelope: Envelope, index: number) {
  return world.must('signing.signWithCertificate', { signerId: signerAt(envelope, index).id, source: { kind: 'identity' }, taskId: taskId() });
}

async function draw(envelope: Envelope, index: number) {
  const { summary } = await world.must('contracts.get', { id: contractId });
  const { id: signerId, name, partyName } = signerAt(envelope, index);
  const consent = consentText({ language: summary.language, number: summary.number, title: summary.title, signerName: name, partyName, contentHash: envelope.contentHash });
  return world.must('signing.signByHand', { signerId, drawing, idCheck: { kind: 'id_card', note: '尾号 1234' }, consent, taskId: taskId() });
}

const saved = (envelope: Envelope) => savedIn(world, envelope);
const verify = (pdf: Uint8Array) => verifyIn(world, pdf);

describe('an envelope', () => {
  test('takes the contract to signature, and with the last signature to signed, on that day', async () => {
    await identity();
    const begun = await start(us('certificate'), them('drawn'));
    expect(begun).toMatchObject({ state: 'pending', pdfSha256: null });
    expect((await world.must('contracts.get', { id: contractId })).summary.stage).toBe('pending_signature');
    const half = await certify(begun, 0);
    expect(half.state).toBe('partially_signed');
    expect(await world.must('signing.allEnvelopes', { show: 'running' })).toMatchObject([{ number: 'HT-2026-0001', signedCount: 1, signerCount: 2, nextName: '李娜', nextMethod: 'drawn' }]);
    const done = await draw(half, 1);
    expect(done.state).toBe('completed');
    expect(await world.must('signing.allEnvelopes', { show: 'completed' })).toMatchObject([{ state: 'completed', nextName: null }]);
    expect(await world.must('signing.allEnvelopes', { show: 'closed' })).toEqual([]);
    expect((await world.must('contracts.get', { id: contractId })).summary).toMatchObject({ stage: 'signed', signedOn: '2026-11-23' });
    const pdf = await saved(done);
    expect(judgeWithPdfsig(pdf).map(({ isValid }) => isValid)).toEqual([true, true]);
    expect(judgeWithQpdf(pdf).status).toBe(0);
    const { report, known } = await verify(pdf);
    expect(report.verdict).toBe('intact');
    expect(known).toEqual({ contractNumber: 'HT-2026-0001', versionNumber: 1, signing: { state: 'completed', isLatest: true } });
  });

  test('puts what is drawn and stamped first into the pages, and seals it with the certificate at the end', async () => {
    await identity();
    const path = join(world.folder, 'seal.png');
    writeFileSync(path, redSealPng());
    world.answers.push(path);
    const picked = await world.must('signing.pickSealImage', undefined);
    if (picked === null) throw new Error('nothing picked');
    const seal = await world.must('signing.addSeal', { pickId: picked.pickId, draft: { name: '公章', kind: 'official', widthMillimetres: 42 } });
    let envelope = await start(us('seal'), them('drawn'), us('certificate'));
    envelope = await world.must('signing.stampSeal', { signerId: signerAt(envelope, 0).id, sealId: seal.id, taskId: taskId() });
    envelope = await draw(envelope, 1);
    expect(envelope).toMatchObject({ state: 'partially_signed', pdfSha256: null });
    expect(signerAt(envelope, 1).evidence).toMatchObject({ idCheck: { kind: 'id_card', note: '尾号 1234' }, strokes: 2, points: 40, hasPressure: true });
    envelope = await certify(envelope, 2);
    const pdf = await saved(envelope);
    expect(judgeWithPdfsig(pdf)).toMatchObject([{ isValid: true, coversAll: true }]);
    const certificate = pages.at(-1) ?? '';
    expect(certificate).toContain('签署证明');
    expect(certificate).toContain(envelope.contentHash);
    // The number of the card is nobody's business who reads the file.
    expect(certificate).toContain('居民身份证');
    expect(certificate).not.toContain('1234');
    expect(await world.must('signing.sealUses', undefined)).toMatchObject([{ sealName: '公章', contractNumber: 'HT-2026-0001' }]);
    expect((await verify(pdf)).report.verdict).toBe('intact');
  });

  test('in which nobody has a certificate is sealed once, by the person at the keyboard', async () => {
    await identity();
    const begun = await start(them('drawn'), us('drawn'));
    const done = await draw(await draw(begun, 0), 1);
    const pdf = await saved(done);
    expect(judgeWithPdfsig(pdf)).toMatchObject([{ isValid: true, coversAll: true }]);
  });

  test('is signed by the other side with a .p12 of their own, which is kept nowhere', async () => {
    await identity();
    const { p12 } = issueP12({ key: 'rsa2048', password: 'secret-1' });
    const path = join(world.folder, 'li.p12');
    writeFileSync(path, p12);
    const begun = await certify(await start(us('certificate'), them('certificate')), 0);
    world.answers.push(path);
    const picked = await world.must('signing.pickPkcs12', undefined);
    if (picked === null) throw new Error('nothing picked');
    const request = { signerId: signerAt(begun, 1).id, source: { kind: 'pkcs12' as const, pickId: picked.pickId, password: 'wrong' }, taskId: taskId() };
    expect(await world.call('signing.signWithCertificate', request)).toMatchObject({ ok: false, error: { code: 'P12_WRONG_PASSWORD' } });
    const done = await world.must('signing.signWithCertificate', { ...request, source: { ...request.source, password: 'secret-1' } });
    expect(signerAt(done, 1).certificateSubject).toContain('李娜');
    expect(judgeWithPdfsig(await saved(done)).map(({ isValid }) => isValid)).toEqual([true, true]);
    expect(await world.must('signing.identity', undefined)).toMatchObject({ commonName: '陈静' });
  });

  test('keeps to its order, to each one’s method, and to its end', async () => {
    await identity();
    const begun = await start(us('certificate'), them('drawn'));
    const second = signerAt(begun, 1).id;
    expect(await world.call('signing.signByHand', { signerId: second, drawing, idCheck: { kind: 'passport', note: '' }, consent: '', taskId: taskId() })).toMatchObject({ ok: false, error: { code: 'NOT_THEIR_TURN', params: { name: '陈静' } } });
    expect(await world.call('signing.declineEnvelope', { signerId: second, reason: '付款条件要改' })).toMatchObject({ ok: false, error: { code: 'NOT_THEIR_TURN', params: { name: '陈静' } } });
    const half = await certify(begun, 0);
    expect(await world.call('signing.signWithCertificate', { signerId: second, source: { kind: 'identity' }, taskId: taskId() })).toMatchObject({ ok: false, error: { code: 'WRONG_METHOD' } });
    expect(await world.call('signing.signByHand', { signerId: second, drawing, idCheck: { kind: 'passport', note: '' }, consent: '我同意', taskId: taskId() })).toMatchObject({ ok: false, error: { code: 'CONSENT_DIFFERS' } });
    const declined = await world.must('signing.declineEnvelope', { signerId: second, reason: '付款条件要改' });
    expect(declined).toMatchObject({ state: 'declined', closingReason: '付款条件要改' });
    expect((await world.must('contracts.get', { id: contractId })).summary.stage).toBe('pending_signature');
    expect(await world.call('signing.signByHand', { signerId: second, drawing, idCheck: { kind: 'passport', note: '' }, consent: '', taskId: taskId() })).toMatchObject({ ok: false, error: { code: 'ENVELOPE_CLOSED' } });
    expect(half.signers[0]?.state).toBe('signed');
  });

  test('of a contract that is put into the archive is signed to its end, and none is begun there', async () => {
    await identity();
    const [archived, present] = [{ ids: [contractId], archived: true }, { ids: [contractId], archived: false }];
    const first = await start(us('certificate'));
    await world.must('signing.voidEnvelope', { envelopeId: first.id, reason: '换签署人' });
    await world.must('contracts.changeMany', archived);
    const { revision } = await world.must('contracts.get', { id: contractId });
    expect(await world.call('signing.startEnvelope', { contractId, revision, draft: { signers: [us('certificate')], expiresOn: null } })).toMatchObject({ error: { code: 'ARCHIVED' } });
    await world.must('contracts.changeMany', present);
    const envelope = await start(us('certificate'));
    await world.must('contracts.changeMany', archived);
    expect(await certify(envelope, 0)).toMatchObject({ state: 'completed' });
    expect((await world.must('contracts.get', { id: contractId })).summary).toMatchObject({ stage: 'signed' });
  });

  test('expires with its last day, and another can then be started', async () => {
    await identity();
    const { revision } = await world.must('contracts.get', { id: contractId });
    const begun = await world.must('signing.startEnvelope', { contractId, revision, draft: { signers: [us('certificate')], expiresOn: dayOf(2026, 11, 24) } });
    const now = await world.must('contracts.get', { id: contractId });
    expect(await world.call('signing.startEnvelope', { contractId, revision: now.revision, draft: { signers: [us('certificate')], expiresOn: null } })).toMatchObject({ ok: false, error: { code: 'ENVELOPE_RUNNING' } });
    world.clock.advance(2 * 86_400_000);
    await world.call('vault.unlock', { userName: '陈静 Chen Jing', passphrase: 'lantern-orbit-велосипед-47-苔藓', takeOver: false });
    expect(await world.call('signing.signWithCertificate', { signerId: signerAt(begun, 0).id, source: { kind: 'identity' }, taskId: taskId() })).toMatchObject({ ok: false, error: { code: 'ENVELOPE_CLOSED' } });
    expect(await world.must('signing.envelopes', { contractId })).toMatchObject([{ state: 'expired' }]);
    await start(us('certificate'));
  });

  test('is not begun with ink after other marks, nor for a contract that must be approved', async () => {
    const { revision } = await world.must('contracts.get', { id: contractId });
    const draft = { signers: [them('drawn'), us('wet_ink')], expiresOn: null };
    expect(await world.call('signing.startEnvelope', { contractId, revision, draft })).toMatchObject({ ok: false, error: { code: 'INK_AFTER_OTHERS' } });
    const step = { name: '法务', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'legal' }], condition: { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null }, deadlineHours: null, escalateTo: null } as const;
    await world.must('approvals.saveFlow', { id: null, version: 0, draft: { name: '采购审批', contractTypes: ['sales'], steps: [step], isOn: true, drafterMayApprove: false, needsSecondReviewer: false } });
    expect(await world.call('signing.startEnvelope', { contractId, revision, draft: { signers: [them('drawn')], expiresOn: null } })).toMatchObject({ ok: false, error: { code: 'APPROVAL_NEEDED' } });
  });
});

describe('signed files', () => {
  test('are written in bulk into a folder, and those without one are named', async () => {
    await identity();
    const done = await certify(await start(us('certificate')), 0);
    const folder = join(world.folder, 'bulk');
    mkdirSync(folder);
    world.answers.push(folder);
    expect(await world.must('signing.exportMany', { envelopeIds: [done.id, done.id], taskId: taskId() })).toMatchObject({ written: 2, skipped: [], isCancelled: false });
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('go into a mail draft as an attachment, wrapped with a password where one is given', async () => {
    await identity();
    const done = await certify(await start(us('certificate')), 0);
    const path = join(world.folder, 'draft.eml');
    world.answers.push(path);
    await world.must('signing.draftMail', { envelopeId: done.id, to: 'li@example.com', subject: '已签署的合同', text: '您好', password: null, taskId: taskId() });
    const mail = readFileSync(path, 'utf8');
    expect(mail).toContain('X-Unsent: 1');
    expect(mail).toContain('li@example.com');
    expect(mail).not.toMatch(/^From:/m);
    const copy = join(world.folder, 'copy.pdf');
    world.answers.push(copy, copy);
    expect(await world.call('signing.saveSigned', { envelopeId: done.id, password: '密码密码密码密码', taskId: taskId() })).toMatchObject({ ok: false, error: { code: 'PASSWORD_NOT_ASCII' } });
    await world.must('signing.saveSigned', { envelopeId: done.id, password: 'lantern-47', taskId: taskId() });
    expect(run('qpdf', ['--password=lantern-47', '--list-attachments', copy]).text).toContain('HT-2026-0001');
  });
});

describe('paper and other programs', () => {
  async function returned(envelope: Envelope, bytes: Uint8Array, reason = '') {
    const path = join(world.folder, 'returned.pdf');
    writeFileSync(path, bytes);
    world.answers.push(path);
    const picked = await world.must('signing.pickReturned', undefined);
    if (picked === null) throw new Error('nothing picked');
    const signer = envelope.signers.find(({ state }) => state === 'waiting');
    if (signer === undefined) throw new Error('nobody waits');
    const check = await world.call('signing.checkReturned', { signerId: signer.id, pickId: picked.pickId });
    const accept = () => world.call('signing.acceptReturned', { signerId: signer.id, pickId: picked.pickId, reason, signedOn: null, taskId: taskId() });
    return { check, accept };
  }

  async function handedOut(envelope: Envelope): Promise<Buffer> {
    const path = join(world.folder, 'handed-out.pdf');
    world.answers.push(path);
    const signer = envelope.signers.find(({ state }) => state === 'waiting');
    await world.must('signing.handOut', { signerId: signer?.id ?? signerAt(envelope, 0).id, taskId: taskId() });
    return readFileSync(path);
  }

  test('a scan with the same words is taken for all who signed on the paper, sealed, with the certificate page behind it', async () => {
    await identity();
    const begun = await start(us('wet_ink'), them('wet_ink'));
    const paper = await handedOut(begun);
    const { check, accept } = await returned(begun, Buffer.concat([paper, Buffer.from('\n')]));
    expect(check).toMatchObject({ ok: true, value: { comparison: { outcome: 'same' } } });
    const done = await accept();
    expect(done).toMatchObject({ ok: true, value: { state: 'completed', signers: [{ state: 'signed' }, { state: 'signed' }] } });
    const pdf = await saved((await world.must('signing.envelopes', { contractId }))[0] as Envelope);
    expect(judgeWithPdfsig(pdf)).toMatchObject([{ isValid: true, coversAll: true }]);
    expect((await verify(pdf)).report.pageCount).toBeGreaterThan(2);
  });

  test('a scan with other words is only taken with a reason, and says where they differ', async () => {
    await identity();
    const begun = await start(us('wet_ink'));
    await handedOut(begun);
    const other = readFileSync(new URL('../../fixtures/pdf/printed-contract.pdf', import.meta.url));
    const { check, accept } = await returned(begun, other);
    expect(check).toMatchObject({ ok: true, value: { comparison: { outcome: 'differs' }, needsReason: true } });
    expect(await accept()).toMatchObject({ ok: false, error: { code: 'REASON_MISSING' } });
    const again = await returned(begun, other, '双方确认以扫描件为准');
    expect(await again.accept()).toMatchObject({ ok: true, value: { state: 'completed' } });
  });

  test('a file that the other side signed goes on from ours, and an unsigned or broken one is refused', async () => {
    await identity();
    const begun = await start(us('certificate'), them('external'));
    const half = await certify(begun, 0);
    const sent = await handedOut(half);
    const unsigned = await returned(half, sent);
    expect(await unsigned.accept()).toMatchObject({ ok: false, error: { code: 'NO_SIGNATURE' } });
    const { createSelfIssuedIdentity } = await import('../../../src-main/crypto/certificates.ts');
    const { signPdf } = await import('../../../src-main/pdf/sign.ts');
    const { signatureRequest } = await import('../../harness/pdf-documents.ts');
    const theirs = await createSelfIssuedIdentity({ commonName: '李娜', organisation: null, now: world.clock.now(), years: 3 });
    const signed = await signPdf({ pdf: sent, ...signatureRequest(theirs, { placement: { anchor: 'signature-2' }, fieldName: '乙方' }) });
    const broken = Buffer.from(signed);
    broken[1200] = (broken[1200] ?? 0) ^ 1;
    const refused = await returned(half, broken);
    const answer = await refused.accept();
    expect(answer.ok).toBe(false);
    const { check, accept } = await returned(half, signed);
    expect(check).toMatchObject({ ok: true, value: { continuesOurs: true, newSignatures: 1, needsReason: false, verification: { verdict: 'intact' } } });
    expect(await accept()).toMatchObject({ ok: true, value: { state: 'completed' } });
    expect(judgeWithPdfsig(await saved((await world.must('signing.envelopes', { contractId }))[0] as Envelope)).map(({ isValid }) => isValid)).toEqual([true, true]);
  });
});

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { loadAttachment, type AttachmentId } from '../../../src-main/attachments/attachment-store.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { createTestVault, taskId, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contractId: ContractId;
let pages: string[];
/** What happens while the next page prints. */
let meanwhile: (() => Promise<unknown>) | null;
const printed = readFileSync(join(import.meta.dirname, '../../fixtures/pdf/printed-contract.pdf'));
beforeEach(async () => {
  pages = [];
  meanwhile = null;
  world = testWorld({
    printToPdf: async (html) => {
      pages.push(html);
      await meanwhile?.();
      return new Uint8Array(printed);
    },
  });
  await createTestVault(world);
  const contract = await world.must('contracts.create', await sampleEntry(world));
  contractId = contract.summary.id;
});
afterEach(() => world.close());

const target = (): string => join(world.folder, 'HT-2026-0001.pdf');

async function exportTo(path: string | null) {
  world.answers.push(path);
  return world.call('signing.exportSigned', { contractId, taskId: taskId() });
}

describe('a signed export', () => {
  test('needs an identity first', async () => {
    expect(await exportTo(target())).toMatchObject({ ok: false, error: { code: 'NO_IDENTITY' } });
    expect(existsSync(target())).toBe(false);
  });

  test('writes the file, keeps an encrypted copy and records both', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '云帆' });
    const reply = await exportTo(target());
    expect(reply).toMatchObject({ ok: true, value: { fileName: 'HT-2026-0001.pdf', folder: world.folder } });
    const written = readFileSync(target());
    const session = world.core.vaults.session();
    if (session === null) throw new Error('locked');
    const row = session.db.get<{ attachment_id: AttachmentId }>({ text: 'SELECT attachment_id FROM signed_exports', values: [] });
    if (row === undefined) throw new Error('no record');
    expect(loadAttachment(session, session.db, row.attachment_id)).toEqual(written);
    const [stored] = readdirSync(join(session.folder, 'attachments'));
    expect(readFileSync(join(session.folder, 'attachments', stored ?? '')).includes(Buffer.from('%PDF'))).toBe(false);
    const contract = await world.must('contracts.get', { id: contractId });
    expect(contract.signedExports).toMatchObject([{ versionNumber: 1, fileName: 'HT-2026-0001.pdf' }]);
  });

  test('carries the certificate page: what is signed by whom, and where the chain of changes ends', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '云帆' });
    await exportTo(target());
    const [page = ''] = pages;
    const { versions } = await world.must('contracts.get', { id: contractId });
    expect(page.indexOf('签署证明')).toBeGreaterThan(page.indexOf('signature-a'));
    for (const words of ['Certificate of signing', versions[0]?.contentHash ?? '-', '陈静', '随后以数字签名加入本文件', '本合同按规定无需审批流程']) expect(page).toContain(words);
    expect(page).toMatch(/#\d+ [0-9a-f]{64}/);
  });

  test('is recognised as this vault’s own when it is verified, and as intact', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '' });
    await exportTo(target());
    world.answers.push(target());
    const picked = await world.must('verification.pickFile', undefined);
    if (picked === null) throw new Error('nothing picked');
    const verified = await world.must('verification.run', { pickId: picked.pickId });
    expect(verified.report.verdict).toBe('intact');
    expect(verified.known).toEqual({ contractNumber: 'HT-2026-0001', versionNumber: 1, signing: null });
  });

  test('with one flipped byte is no longer intact nor the vault’s own', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '' });
    await exportTo(target());
    const bytes = readFileSync(target());
    bytes[2000] = (bytes[2000] ?? 0) ^ 1;
    writeFileSync(target(), bytes);
    world.answers.push(target());
    const picked = await world.must('verification.pickFile', undefined);
    if (picked === null) throw new Error('nothing picked');
    const reply = await world.call('verification.run', { pickId: picked.pickId });
    if (reply.ok) {
      expect(reply.value.report.verdict).not.toBe('intact');
      expect(reply.value.known).toBeNull();
    } else expect(reply.error.code).toMatch(/^PDF_/);
  });

  test('changes nothing when the dialog is cancelled', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '' });
    expect(await exportTo(null)).toEqual({ ok: true, value: null });
    const contract = await world.must('contracts.get', { id: contractId });
    expect(contract.signedExports).toEqual([]);
  });

  test('into a folder that was removed fails with the folder’s name and leaves an earlier record alone', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '' });
    const folder = join(world.folder, 'usb-stick');
    mkdirSync(folder);
    rmSync(folder, { recursive: true });
    expect(await exportTo(join(folder, 'x.pdf'))).toMatchObject({ ok: false, error: { code: 'TARGET_MISSING', params: { folder } } });
  });

  test('that can’t take its place leaves neither a record nor a stray file', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '' });
    mkdirSync(target());
    writeFileSync(join(target(), 'in-the-way'), '');
    expect(await exportTo(target())).toMatchObject({ ok: false });
    const contract = await world.must('contracts.get', { id: contractId });
    expect(contract.signedExports).toEqual([]);
    expect(readdirSync(world.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('is refused with an expired certificate', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '' });
    world.clock.advance(4 * 365 * 86_400_000);
    await unlockTestVault(world);
    expect(await exportTo(target())).toMatchObject({ ok: false, error: { code: 'CERTIFICATE_EXPIRED' } });
  });
});

describe('the signing identity', () => {
  test('keeps its private key out of reach of the database’s own keys', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '' });
    const session = world.core.vaults.session();
    const row = session?.db.get<{ sealed_private_key: Buffer }>({ text: 'SELECT sealed_private_key FROM signing_identities', values: [] });
    expect(row?.sealed_private_key.includes(Buffer.from('PRIVATE KEY'))).toBe(false);
  });

  test('that replaces another retires it', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '' });
    await world.must('signing.createIdentity', { commonName: 'Chen Jing', organisation: '' });
    const identity = await world.must('signing.identity', undefined);
    expect(identity).toMatchObject({ commonName: 'Chen Jing', origin: 'self_issued' });
  });

  test('can’t be imported from a file that is no .p12', async () => {
    const path = join(world.folder, 'notes.p12');
    writeFileSync(path, 'not a certificate');
    world.answers.push(path);
    const picked = await world.must('signing.pickPkcs12', undefined);
    if (picked === null) throw new Error('nothing picked');
    const reply = await world.call('signing.importPkcs12', { pickId: picked.pickId, password: 'x' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'P12_UNREADABLE' } });
  });
});

describe('a contract that must not be signed', () => {
  beforeEach(() => world.must('signing.createIdentity', { commonName: '陈静', organisation: '' }));

  async function cancel() {
    const { revision } = await world.must('contracts.get', { id: contractId });
    const details = { reason: '项目取消', basis: '', notice: '', effectiveOn: null, signedOn: null };
    await world.must('contracts.changeStage', { id: contractId, revision, to: 'cancelled', details });
  }

  async function retitle() {
    const { revision, record, summary } = await world.must('contracts.get', { id: contractId });
    if (record === null) throw new Error('no record');
    await world.must('contracts.saveRecord', { id: contractId, revision, title: `${summary.title}（改）`, contractType: summary.contractType, record, amount: null });
  }

  async function demandApproval() {
    const step = { name: '法务', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'legal' }], condition: { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null }, deadlineHours: null, escalateTo: null } as const;
    await world.must('approvals.saveFlow', { id: null, version: 0, draft: { name: '采购审批', contractTypes: ['sales'], steps: [step], isOn: true, drafterMayApprove: false, needsSecondReviewer: false } });
  }

  test('is not exported once it is cancelled', async () => {
    await cancel();
    expect(await exportTo(target())).toMatchObject({ ok: false, error: { code: 'CONTRACT_CANCELLED' } });
  });

  test.each([
    ['is cancelled', cancel, 'CONTRACT_CANCELLED'],
    ['is changed in its record', retitle, 'CHANGED_MEANWHILE'],
    ['falls under a flow that has not approved it', demandApproval, 'APPROVAL_NEEDED'],
  ] as const)('leaves no file when it %s while it is printed', async (_, happening, code) => {
    meanwhile = happening;
    expect(await exportTo(target())).toMatchObject({ ok: false, error: { code } });
    expect(existsSync(target())).toBe(false);
    expect((await world.must('contracts.get', { id: contractId })).signedExports).toEqual([]);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Envelope, SigningMethod } from '#shared/features/signing/envelope-model.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { createTestVault, taskId, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

// Whenever the process dies, the signed file and its record exist, or neither does: once the vault was opened again.

let world: TestWorld;
let folder: string;
let out: string;
let contractId: ContractId;
beforeEach(async () => {
  world = testWorld();
  ({ folder } = await createTestVault(world));
  contractId = (await world.must('contracts.create', await sampleEntry(world))).summary.id;
  await world.must('signing.createIdentity', { commonName: '陈静', organisation: '' });
  out = join(world.folder, 'out');
  mkdirSync(out);
});
afterEach(() => world.close());

async function start(method: SigningMethod): Promise<Envelope> {
  const userId = world.core.vaults.session()?.user.id ?? null;
  const { revision } = await world.must('contracts.get', { id: contractId });
  const signer = { side: 'us', name: '陈静', title: '', partyName: '云帆', method, userId: method === 'certificate' ? userId : null } as const;
  return world.must('signing.startEnvelope', { contractId, revision, draft: { signers: [signer], expiresOn: null } });
}

/** Lets a process do the deed and die at the n-th moment; whether it was killed, and not done before. */
async function dies(target: string, moment: number, deed: object): Promise<boolean> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../harness/signing-victim.ts'), folder, target, String(moment), JSON.stringify(deed)], { env: { ...process.env, TMPDIR: world.folder }, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += String(text)));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(complaint);
  return signal === 'SIGKILL';
}

const reopen = async () => expect(await unlockTestVault(world)).toMatchObject({ ok: true });
const written = () => readdirSync(out).sort();
const digestOf = (name: string) => createHash('sha256').update(readFileSync(join(out, name))).digest('hex');
const intents = () => world.core.vaults.session()?.db.all({ text: 'SELECT id FROM export_intents', values: [] });
const exportsOf = async () => (await world.must('contracts.get', { id: contractId })).signedExports;
async function countEvents(operation: string): Promise<number> {
  const { events } = await world.must('audit.list', { filter: { feature: 'signing' }, before: null, limit: 200 });
  return events.filter((event) => event.operation === operation).length;
}

describe('a process that is killed at any moment', { timeout: 300_000 }, () => {
  test('of a signed export leaves the file and its record, or neither', async () => {
    world.core.vaults.lock();
    let moment = 1;
    for (; await dies(join(out, `export-${moment}.pdf`), moment, { kind: 'export', contractId }); moment += 1) {
      await reopen();
      const recorded = await exportsOf();
      expect(recorded.map(({ fileName }) => fileName).sort(), `moment ${moment}`).toEqual(written());
      for (const { fileName, pdfSha256 } of recorded) expect(digestOf(fileName)).toBe(pdfSha256);
      expect(intents()).toEqual([]);
      world.core.vaults.lock();
    }
    // Note, file, record with the encrypted copy, rename, end of the note: moments on both sides of the record were met.
    expect(moment).toBeGreaterThan(12);
    expect(written().length).toBeGreaterThan(1);
    expect(written().length).toBeLessThan(moment);
    await reopen();
    expect((await world.must('audit.check', { taskId: taskId() })).breaks).toEqual([]);
  });

  test('of signing an envelope leaves a signer who signed with the sealed file, or who still waits', async () => {
    const envelope = await start('certificate');
    const signerId = envelope.signers[0]?.id ?? '';
    world.core.vaults.lock();
    const states: string[] = [];
    for (let moment = 1; ; moment += 1) {
      expect(await dies('', moment, { kind: 'sign', signerId }), `moment ${moment}`).toBe(true);
      await reopen();
      const [present] = await world.must('signing.envelopes', { contractId });
      const { summary } = await world.must('contracts.get', { id: contractId });
      states.push(present?.state ?? '');
      if (present?.state === 'completed') {
        expect([present.signers[0]?.state, summary.stage]).toEqual(['signed', 'signed']);
        break;
      }
      expect([present?.state, present?.pdfSha256, present?.signers[0]?.state, summary.stage]).toEqual(['pending', null, 'waiting', 'pending_signature']);
      world.core.vaults.lock();
    }
    expect(states.filter((state) => state === 'pending').length).toBeGreaterThan(4);
    const target = join(out, 'signed.pdf');
    world.answers.push(target);
    await world.must('signing.saveSigned', { envelopeId: envelope.id, password: null, taskId: taskId() });
    world.answers.push(target);
    const picked = await world.must('verification.pickFile', undefined);
    if (picked === null) throw new Error('nothing picked');
    expect(await world.must('verification.run', { pickId: picked.pickId })).toMatchObject({ report: { verdict: 'intact' }, known: { versionNumber: 1 } });
  });

  test('of writing out a signed file leaves the file and its note in the log, or neither', async () => {
    const envelope = await start('certificate');
    await world.must('signing.signWithCertificate', { signerId: envelope.signers[0]?.id ?? ('' as never), source: { kind: 'identity' }, taskId: taskId() });
    world.core.vaults.lock();
    let moment = 1;
    // Every other moment: what happens in between is tried at each moment of an export, which writes its file out alike.
    for (; await dies(join(out, `save-${moment}.pdf`), moment, { kind: 'save', envelopeId: envelope.id }); moment += 2) {
      await reopen();
      expect(await countEvents('signing.saveSigned'), `moment ${moment}`).toBe(written().length);
      expect(intents()).toEqual([]);
      world.core.vaults.lock();
    }
    expect(moment).toBeGreaterThan(8);
    expect(written().length).toBeGreaterThan(1);
  });

  test('of handing out a file to be signed on paper leaves the file and its note, or neither', async () => {
    const envelope = await start('wet_ink');
    const signerId = envelope.signers[0]?.id ?? '';
    world.core.vaults.lock();
    // Every third moment: what happens in between is tried at each moment above.
    for (let moment = 2; await dies(join(out, `paper-${moment}.pdf`), moment, { kind: 'handOut', signerId }); moment += 3) {
      await reopen();
      expect(await countEvents('signing.handOut'), `moment ${moment}`).toBe(written().length);
      expect(intents()).toEqual([]);
      world.core.vaults.lock();
    }
    expect(written().length).toBeGreaterThan(1);
  });
});

describe('an export that was cut short', () => {
  const note = (recordedAt: number | null, attachmentId: string | null, path: string, staged: string, bytes: string) =>
    world.core.vaults.session()?.derive((db) => {
      db.run({
        text: 'INSERT INTO export_intents (id, path, staged_path, pdf_sha256, begun_at, recorded_at, attachment_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
        values: [path, path, staged, createHash('sha256').update(bytes).digest('hex'), world.clock.now(), recordedAt, attachmentId],
      });
    });

  test('into a folder that is away is put in its place when the folder is back', async () => {
    const stick = join(world.folder, 'stick');
    const [path, staged] = [join(stick, 'a.pdf'), join(stick, '.a.pdf.part')];
    note(1, null, path, staged, 'signed');
    world.core.vaults.lock();
    await reopen();
    expect(intents()).toHaveLength(1);
    mkdirSync(stick);
    writeFileSync(staged, 'signed');
    world.core.vaults.lock();
    await reopen();
    expect([existsSync(staged), readFileSync(path, 'utf8'), intents()]).toEqual([false, 'signed', []]);
  });

  test('whose file aside was lost is written anew from the vault’s own copy', async () => {
    const target = join(out, 'lost.pdf');
    world.answers.push(target);
    await world.must('signing.exportSigned', { contractId, taskId: taskId() });
    const signed = readFileSync(target);
    const [stored] = world.core.vaults.session()?.db.all<{ id: string }>({ text: 'SELECT attachment_id AS id FROM signed_exports', values: [] }) ?? [];
    rmSync(target);
    note(1, stored?.id ?? null, target, join(out, '.lost.pdf.part'), 'whatever');
    world.core.vaults.lock();
    await reopen();
    expect(readFileSync(target)).toEqual(signed);
    expect(intents()).toEqual([]);
  });

  test('before its record was made is forgotten, and what stood at its place stays', async () => {
    const [path, staged] = [join(out, 'kept.pdf'), join(out, '.kept.pdf.part')];
    writeFileSync(path, 'the file of before');
    writeFileSync(staged, 'half of the new');
    note(null, null, path, staged, 'the whole new');
    world.core.vaults.lock();
    await reopen();
    expect([readFileSync(path, 'utf8'), existsSync(staged), intents()]).toEqual(['the file of before', false, []]);
  });
});

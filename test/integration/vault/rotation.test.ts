import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { loadAttachment, storeAttachment, type AttachmentId } from '../../../src-main/attachments/attachment-store.ts';
import { chunkBytes } from '../../../src-main/attachments/chunked-file.ts';
import { loadChunks, stageAttachment } from '../../../src-main/attachments/streamed-store.ts';
import { walkAuditChain } from '../../../src-main/audit/check-chain.ts';
import { randomIds } from '../../../src-main/system-world.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { askSqlCipher } from '../../harness/sqlcipher-judge.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, unlockTestVault, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let folder: string;
let recoveryCode: string;
beforeEach(async () => {
  world = testWorld();
  ({ folder, recoveryCode } = await createTestVault(world));
  await world.must('contracts.create', await sampleEntry(world));
});
afterEach(() => world.close());

function keysNow(): Record<Compartment, string> {
  const ring = world.core.vaults.session()?.ring.compartments;
  const hex = (name: Compartment): string => ring?.[name]?.expose().toString('hex') ?? '';
  return { core: hex('core'), clauses: hex('clauses'), finance: hex('finance') };
}

const rotate = () => world.must('users.rotateKeys', { taskId: taskId() });
const contracts = async () => (await world.must('contracts.list', { search: '', sort: 'number', limit: 10 })).contracts;

describe('fresh keys', () => {
  test('open every compartment for a real SQLCipher, and the old ones none', async () => {
    const old = keysNow();
    expect(await rotate()).toEqual({ rotated: ['core', 'clauses', 'finance'], files: 0, filesLeft: 0 });
    const fresh = keysNow();
    world.core.vaults.lock();
    for (const name of compartments) {
      expect(fresh[name]).not.toBe(old[name]);
      expect(askSqlCipher(join(folder, `${name}.db`), fresh[name]).readable).toBe(true);
      expect(askSqlCipher(join(folder, `${name}.db`), old[name]).readable).toBe(false);
    }
  });

  test('are handed to everybody: the session goes on, the passphrases and the recovery code open the vault as before', async () => {
    const { passphrase } = await world.must('users.invite', { name: '财务', roles: ['finance'] });
    await rotate();
    expect(await contracts()).toHaveLength(1);
    await world.must('contracts.create', await sampleEntry(world));
    expect((await world.must('audit.check', { taskId: taskId() })).breaks).toEqual([]);
    world.core.vaults.lock();
    await world.must('vault.unlock', { userName: '财务', passphrase, takeOver: false });
    expect((await contracts())[0]?.amount).toMatchObject({ currency: 'CNY' });
    world.core.vaults.lock();
    await world.must('vault.recover', { userName, recoveryCode, passphrase: 'brass-kettle-моросит-91-竹林' });
    expect(await contracts()).toHaveLength(2);
  });

  test('leave nothing beside the vault, and are noted in the log', async () => {
    await rotate();
    expect(readdirSync(folder).filter((name) => !name.endsWith('-journal')).sort()).toEqual(['attachments', 'clauses.db', 'core.db', 'finance.db', 'vault.json', 'vault.lock']);
    const { events } = await world.must('audit.list', { filter: { feature: 'users' }, before: null, limit: 5 });
    expect(events[0]).toMatchObject({ operation: 'users.rotateKeys', subjectKind: 'keys' });
  });

  test('come compartment by compartment, and tell how far they are', async () => {
    await rotate();
    expect(world.progress).toEqual(['write 1/4', 'write 2/4', 'write 3/4']);
  });

  test('are cut short without a trace when the person stops it', async () => {
    const task = taskId();
    const old = keysNow();
    const running = world.call('users.rotateKeys', { taskId: task });
    await world.must('users.cancelRotation', { taskId: task });
    const reply = await running;
    if (reply.ok) return;
    expect(reply.error.code).toBe('CANCELLED');
    expect(keysNow()).toEqual(old);
    expect(existsSync(join(folder, 'core.db.next'))).toBe(false);
    await world.must('contracts.create', await sampleEntry(world));
  });

  test('are given up when the vault is locked, and can be asked for again at once', async () => {
    const old = keysNow();
    const preparing = world.hold('prepareCompartment');
    const running = world.call('users.rotateKeys', { taskId: taskId() });
    await preparing.reached;
    world.core.vaults.lock();
    await unlockTestVault(world);
    expect(await world.call('users.rotateKeys', { taskId: taskId() })).toMatchObject({ ok: true, value: { rotated: ['core', 'clauses', 'finance'] } });
    expect(await running).toEqual({ ok: false, error: { code: 'VAULT_LOCKED' } });
    expect(keysNow().core).not.toBe(old.core);
    expect(await contracts()).toHaveLength(1);
  });

  test('that come while the log is checked are no sign that it was forged', async () => {
    const session = world.core.vaults.session();
    const anchor = session?.auditAnchor();
    if (session === null || anchor?.ok !== true) throw new Error('not open');
    const walk = walkAuditChain(session.whole, anchor.value);
    walk.next();
    await rotate();
    let step = walk.next();
    while (step.done !== true) step = walk.next();
    expect(step.value.breaks).toEqual([]);
  });

  test('leave no backup of files whose keys are about to change', async () => {
    const place = join(world.folder, 'usb-stick');
    mkdirSync(place);
    world.answers.push(place);
    await world.must('backups.chooseFolder', undefined);
    const preparing = world.hold('prepareHeader');
    const running = world.must('users.rotateKeys', { taskId: taskId() });
    await preparing.reached;
    expect(await world.call('backups.run', { taskId: taskId() })).toMatchObject({ ok: false, error: { code: 'VAULT_BUSY' } });
    expect(readdirSync(place)).toEqual([]);
    preparing.open();
    await running;
    await world.must('backups.run', { taskId: taskId() });
  });

  test('leave no file outside of which nothing could be noted, and no setting changed', async () => {
    const place = join(world.folder, 'usb-stick');
    mkdirSync(place);
    world.answers.push(place);
    await world.must('backups.chooseFolder', undefined);
    await world.must('backups.run', { taskId: taskId() });
    const { backups: [backup] } = await world.must('backups.overview', undefined);
    const preparing = world.hold('prepareHeader');
    const running = world.must('users.rotateKeys', { taskId: taskId() });
    await preparing.reached;
    const busy = { ok: false, error: { code: 'VAULT_BUSY' } };
    const target = join(world.folder, 'log.csv');
    world.answers.push(target, world.folder);
    const filter = { feature: 'users' } as const;
    expect(await world.call('audit.exportList', { filter, fileName: 'log', headings: ['', '', '', '', '', '', ''] })).toMatchObject(busy);
    expect(await world.call('backups.chooseFolder', undefined)).toMatchObject(busy);
    expect(await world.call('backups.remove', { id: backup?.id ?? ('' as never) })).toMatchObject(busy);
    expect(existsSync(target)).toBe(false);
    expect(await world.must('backups.overview', undefined)).toMatchObject({ folder: place, backups: [{ id: backup?.id }] });
    preparing.open();
    await running;
  });

  test('refuse a write that comes in between, and take it afterwards', async () => {
    const running = world.must('users.rotateKeys', { taskId: taskId() });
    const entry = { details: { kind: 'company', nameZh: '甲', nameEn: '', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '', contactName: '', contactPhone: '', contactEmail: '', notes: '' }, bank: null } as const;
    expect(await world.call('parties.create', entry)).toMatchObject({ ok: false, error: { code: 'VAULT_BUSY' } });
    await running;
    await world.must('parties.create', entry);
  });
});

describe('who is removed', () => {
  test('leaves keys that are due to be changed; whoever opens the vault with them changes them', async () => {
    const legal = await world.must('users.invite', { name: '法务', roles: ['legal'] });
    const administrator = await world.must('users.invite', { name: '管理员', roles: ['administrator'] });
    const { id } = (await world.must('users.list', undefined)).find(({ name }) => name === '法务') ?? {};
    world.core.vaults.lock();
    await world.must('vault.unlock', { userName: '法务', passphrase: legal.passphrase, takeOver: false });
    const known = keysNow();
    world.core.vaults.lock();
    await world.must('vault.unlock', { userName: '管理员', passphrase: administrator.passphrase, takeOver: false });
    await world.must('users.remove', { id: id ?? ('' as never) });
    expect((await world.must('users.keys', undefined)).due).toEqual(['core', 'clauses']);
    await rotate();
    // An administrator holds core alone: the key to clauses has to wait for somebody who has it.
    expect((await world.must('users.keys', undefined)).due).toEqual(['clauses']);
    world.core.vaults.lock();
    expect(askSqlCipher(join(folder, 'core.db'), known.core).readable).toBe(false);
    expect(askSqlCipher(join(folder, 'clauses.db'), known.clauses).readable).toBe(true);

    expect((await unlockTestVault(world)).ok).toBe(true);
    await expect.poll(async () => (await world.must('users.keys', undefined)).due, { timeout: 20_000 }).toEqual([]);
    world.core.vaults.lock();
    expect(askSqlCipher(join(folder, 'clauses.db'), known.clauses).readable).toBe(false);
    expect((await world.call('vault.unlock', { userName: '法务', passphrase: legal.passphrase, takeOver: false })).ok).toBe(false);
  });
});

test('a file whose text was read while keys were changed is found afterwards, even if the change was called off', async () => {
  const { contracts: [contract] } = await world.must('contracts.list', { search: '', sort: 'number', limit: 1 });
  const contractId = contract?.id ?? ('' as never);
  const source = join(world.folder, 'plan.txt');
  writeFileSync(source, 'a plan of the hall');
  const reading = world.hold('readText');
  await world.must('attachments.add', { contractId, pickIds: [world.core.picks.add(source)], taskId: taskId() });
  await reading.reached;
  const preparing = world.hold('prepareCompartment');
  const task = taskId();
  const rotating = world.call('users.rotateKeys', { taskId: task });
  await preparing.reached;
  const state = async () => (await world.must('attachments.list', { contractId }))[0]?.textState;
  reading.open();
  await expect.poll(state, { timeout: 20_000 }).toBe('pending');
  await world.must('users.cancelRotation', { taskId: task });
  expect(await rotating).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
  await expect.poll(state, { timeout: 20_000 }).toBe('done');
});

test('what fell due while keys were changed by themselves is done as soon as they are', async () => {
  await world.must('users.invite', { name: '法务', roles: ['legal'] });
  const administrator = await world.must('users.invite', { name: '管理员', roles: ['administrator'] });
  registerTerms(world, [{ title: '浮标采购', from: '2026-01-01', until: '2026-11-24' }]);
  const { id } = (await world.must('users.list', undefined)).find(({ name }) => name === '法务') ?? {};
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: '管理员', passphrase: administrator.passphrase, takeOver: false });
  await world.must('users.remove', { id: id ?? ('' as never) });
  world.core.vaults.lock();
  const preparing = world.hold('prepareCompartment');
  await unlockTestVault(world);
  await preparing.reached;
  await world.pass(0);
  expect(world.notifier.shown).toEqual([]);
  preparing.open();
  await expect.poll(async () => (await world.must('users.keys', undefined)).due, { timeout: 20_000 }).toEqual([]);
  await world.pass(0);
  expect(world.notifier.shown).not.toEqual([]);
});

describe('the stored files', () => {
  const parts = { ids: randomIds, get clock() { return world.clock; } };
  const noSignal = new AbortController().signal;
  const large = Buffer.alloc(2 * chunkBytes + 7, 'deedbox');

  /** A small file that two compartments guard, one that clauses guards, and one that is kept in chunks. */
  async function storeThree(): Promise<readonly AttachmentId[]> {
    const session = world.core.vaults.session();
    if (session === null) throw new Error('not open');
    const source = join(world.folder, 'large.bin');
    writeFileSync(source, large);
    const staged = await stageAttachment(session, source, { signal: noSignal, onBytes: () => undefined, largestBytes: 1e9 }, parts);
    let stored: AttachmentId[] = [];
    session.write('attachments.add', (db, note) => {
      const kept = staged.keep(db);
      staged.place();
      stored = [storeAttachment(session, db, Buffer.from('signed'), ['clauses', 'finance'], parts), storeAttachment(session, db, Buffer.from('evidence'), ['clauses'], parts), kept];
      note('attachment', kept);
      return { ok: true, value: null };
    });
    await staged.discard();
    return stored;
  }

  async function expectAllOpen([signed, evidence, kept]: readonly AttachmentId[]): Promise<void> {
    const session = world.core.vaults.session();
    if (session === null || signed === undefined || evidence === undefined || kept === undefined) throw new Error('not open');
    expect(loadAttachment(session, session.db, signed)?.toString()).toBe('signed');
    expect(loadAttachment(session, session.db, evidence)?.toString()).toBe('evidence');
    const chunks: Buffer[] = [];
    for await (const chunk of loadChunks(session, kept)) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(large)).toBe(true);
  }

  const files = () => readdirSync(join(folder, 'attachments')).toSorted();
  const sharesNow = () => (['clauses', 'finance'] as const).flatMap((name) => world.core.vaults.session()?.db.all<{ share: Buffer }>({ text: `SELECT share FROM ${name}.attachment_shares ORDER BY attachment_id`, values: [] }).map(({ share }) => share.toString('hex')) ?? []);

  test('lie under other keys than before, open as before, are found again by their content, and the old ones are swept', async () => {
    world.clock.advance(60_000);
    const stored = await storeThree();
    const [before, noted] = [files(), sharesNow()];
    world.clock.advance(60_000);
    expect(await rotate()).toMatchObject({ files: 3, filesLeft: 0 });
    expect(world.progress.at(-1)).toBe('write 7/7');
    await expectAllOpen(stored);
    expect(sharesNow().filter((share) => noted.includes(share))).toEqual([]);
    // The same bytes are not stored a second time.
    expect(await storeThree()).toEqual(stored);
    world.core.vaults.lock();
    await unlockTestVault(world);
    await expect.poll(files, { timeout: 10_000 }).toHaveLength(3);
    expect(files().filter((name) => before.includes(name))).toEqual([]);
    await expectAllOpen(stored);
    expect((await world.must('users.keys', undefined)).filesLeft).toBe(0);
  });

  test('that only another person’s keys open wait for that person', async () => {
    const stored = await storeThree();
    const { passphrase } = await world.must('users.invite', { name: '管理员', roles: ['administrator', 'legal'] });
    world.core.vaults.lock();
    world.clock.advance(60_000);
    await world.must('vault.unlock', { userName: '管理员', passphrase, takeOver: false });
    expect(await rotate()).toMatchObject({ rotated: ['core', 'clauses'], files: 2, filesLeft: 0 });
    world.core.vaults.lock();
    await unlockTestVault(world);
    expect((await world.must('users.keys', undefined)).filesLeft).toBe(1);
    await expect.poll(async () => (await world.must('users.keys', undefined)).filesLeft, { timeout: 20_000 }).toBe(0);
    await expectAllOpen(stored);
  });

  test('open after every kill while their keys were changed, and the change goes on by itself', { timeout: 180_000 }, async () => {
    const stored = await storeThree();
    world.core.vaults.lock();
    for (let kill = 0; kill < 6; kill += 1) {
      world.clock.advance(60_000);
      const child = spawn(process.execPath, [join(import.meta.dirname, '../../harness/rotating-child.ts'), folder], { env: { ...process.env, TMPDIR: world.folder }, stdio: ['ignore', 'pipe', 'ignore'] });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 600));
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      expect(await unlockTestVault(world), `kill ${kill}`).toMatchObject({ ok: true });
      await expectAllOpen(stored);
      world.core.vaults.lock();
    }
    world.clock.advance(86_400_000);
    await unlockTestVault(world);
    await expect.poll(async () => (await world.must('users.keys', undefined)).filesLeft, { timeout: 20_000 }).toBe(0);
    await expectAllOpen(stored);
  });
});

describe('a change of keys that was killed', () => {
  // Six processes start one after the other, each with the whole core.
  test('at random moments leaves a vault that opens with all that was in it', { timeout: 180_000 }, async () => {
    world.core.vaults.lock();
    for (let kill = 0; kill < 6; kill += 1) {
      const child = spawn(process.execPath, [join(import.meta.dirname, '../../harness/rotating-child.ts'), folder], { env: { ...process.env, TMPDIR: world.folder }, stdio: ['ignore', 'pipe', 'ignore'] });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      const reply = await world.call('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
      expect(reply, `kill ${kill}`).toMatchObject({ ok: true });
      const [contract] = await contracts();
      expect(contract?.amount).toMatchObject({ currency: 'CNY' });
      expect((await world.must('audit.check', { taskId: taskId() })).breaks).toEqual([]);
      expect(readdirSync(folder).filter((name) => name.endsWith('.next') || name === 'rotation.json')).toEqual([]);
      world.core.vaults.lock();
    }
  });

  test('before the decision keeps the old keys', async () => {
    world.core.vaults.lock();
    writeFileSync(join(folder, 'core.db.next'), 'half of a file');
    expect((await unlockTestVault(world)).ok).toBe(true);
    expect(existsSync(join(folder, 'core.db.next'))).toBe(false);
  });
});

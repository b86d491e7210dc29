import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { undoMilliseconds } from '#shared/features/attachments/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import type { Connection } from '../../../src-main/db/connection.ts';
import { holdStill } from '../../../src-main/db/open.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { VaultBusy } from '../../../src-main/vault/session.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { askSqlCipher } from '../../harness/sqlcipher-judge.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, unlockTestVault, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let folder: string;
let place: string;
beforeEach(async () => {
  world = testWorld();
  ({ folder } = await createTestVault(world));
  place = join(world.folder, 'usb-stick');
  mkdirSync(place);
  world.answers.push(place);
  await world.must('backups.chooseFolder', undefined);
  await world.must('contracts.create', await sampleEntry(world));
});
afterEach(() => world.close());

const company = { kind: 'company', nameZh: '甲', nameEn: '', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '', contactName: '', contactPhone: '', contactEmail: '', notes: '' } as const;
const run = () => world.must('backups.run', { taskId: taskId() });
const onlyBackup = (): string => join(place, readdirSync(place)[0] ?? '');

async function addFile(text: string): Promise<void> {
  const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 1 });
  const source = join(world.folder, 'plan.txt');
  writeFileSync(source, text);
  world.answers.push(source);
  const picked = await world.must('attachments.pickFile', undefined);
  await world.must('attachments.add', { contractId: contracts[0]?.id ?? ('' as never), pickIds: picked === null ? [] : [picked.pickId], taskId: taskId() });
}

async function become(name: string, roles: readonly Role[]): Promise<void> {
  const { passphrase } = await world.must('users.invite', { name, roles });
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: name, passphrase, takeOver: false });
}

async function restoreTo(name: string): Promise<string> {
  const target = join(world.folder, name);
  world.answers.push(target);
  const picked = await world.must('backups.pickRestoreFolder', undefined).catch(() => null);
  const { backups } = await world.must('backups.overview', undefined);
  await world.must('backups.restore', { id: backups[0]?.id ?? ('' as never), pickId: picked?.pickId ?? ('' as never), taskId: taskId() });
  return target;
}

describe('a backup', () => {
  test('is encrypted as the vault is, and a real SQLCipher reads it with the same keys only', async () => {
    const ring = world.core.vaults.session()?.ring.compartments;
    await run();
    const key = (name: 'core' | 'clauses' | 'finance'): string => ring?.[name]?.expose().toString('hex') ?? '';
    expect(askSqlCipher(join(onlyBackup(), 'core.db'), key('core'))).toMatchObject({ readable: true, rows: { contracts: 1 } });
    expect(askSqlCipher(join(onlyBackup(), 'finance.db'), key('finance'))).toMatchObject({ readable: true });
    expect(askSqlCipher(join(onlyBackup(), 'finance.db'), key('core'))).toEqual({ readable: false });
  });

  test('quotes where the audit chain ended, and is on the list', async () => {
    const head = await world.must('audit.check', { taskId: taskId() });
    const made = await run();
    expect(made).toMatchObject({ reason: 'manual', auditHash: head.head, checkedCompartments: ['core', 'clauses', 'finance'] });
    const { backups, folder: shown } = await world.must('backups.overview', undefined);
    expect(backups).toEqual([made]);
    expect(shown).toBe(place);
  });

  test('is restored into another folder, where the same passphrase opens the same contracts and files', async () => {
    await addFile('drawing no. 7');
    await run();
    await world.must('contracts.create', await sampleEntry(world));
    mkdirSync(join(world.folder, 'restored'));
    const target = await restoreTo('restored');
    world.answers.push(target);
    const picked = await world.must('vault.pickFolder', { purpose: 'open' });
    await world.must('vault.select', { pickId: picked?.pickId ?? ('' as never) });
    await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
    const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 10 });
    expect(contracts).toHaveLength(1);
    expect(await world.must('attachments.list', { contractId: contracts[0]?.id ?? ('' as never) })).toHaveLength(1);
  });

  test('that somebody without the key to money makes holds that compartment byte for byte', async () => {
    await become('法务', ['legal', 'administrator']);
    const made = await run();
    expect(made.checkedCompartments).toEqual(['core', 'clauses']);
    expect(readFileSync(join(onlyBackup(), 'finance.db')).equals(readFileSync(join(folder, 'finance.db')))).toBe(true);
  });

  test('of a vault that is written to meanwhile is of one moment, and no write fails; two at once come one after the other', async () => {
    let isRunning = true;
    const running = Promise.all([run(), run()]).finally(() => (isRunning = false));
    let written = 0;
    while (isRunning) {
      await world.must('parties.create', { details: { ...company, nameZh: `第${(written += 1)}号公司` }, bank: null });
      await setTimeout(1);
    }
    await running;
    expect(written).toBeGreaterThan(2);
    expect(readdirSync(place)).toHaveLength(2);
    expect(await world.must('backups.drill', { taskId: taskId() })).toMatchObject({ passed: true });
  });

  test('that takes longer than a write waits makes the write be refused, and nothing is half written', () => {
    const session = world.core.vaults.session();
    if (session === null) throw new Error('the vault is locked');
    (session.whole as Connection).execute('PRAGMA busy_timeout = 1');
    const rows = () => session.whole.get(sql`SELECT count(*) AS rows FROM search_pending`);
    const before = rows();
    const write = () => session.derive((db) => db.run(sql`INSERT INTO search_pending (contract_id, part) VALUES ('none', 'record')`));
    holdStill({ folder, keys: session.ring.compartments, nativeBinding: null }, () => expect(write).toThrow(VaultBusy));
    expect(rows()).toEqual(before);
    write();
    expect(rows()).not.toEqual(before);
  });

  test('shares unchanged attachments with the one before it', async () => {
    await addFile('a large drawing');
    await run();
    world.clock.advance(60_000);
    await run();
    const [first, second] = readdirSync(place).sort().map((name) => join(place, name, 'attachments'));
    const [stored] = readdirSync(first ?? '');
    const inode = async (path: string): Promise<number> => (await import('node:fs')).statSync(path).ino;
    expect(await inode(join(first ?? '', stored ?? ''))).toBe(await inode(join(second ?? '', stored ?? '')));
  });

  test('has every file that the vault had at its moment, even if one is swept while it is written', async () => {
    await addFile('a plan of the hall');
    const writing = world.hold('finish');
    const running = world.call('backups.run', { taskId: taskId() });
    await writing.reached;
    const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 1 });
    const [file] = await world.must('attachments.list', { contractId: contracts[0]?.id ?? ('' as never) });
    await world.must('attachments.remove', { id: file?.id ?? ('' as never) });
    world.clock.advance(undoMilliseconds + 1);
    world.core.vaults.lock();
    await unlockTestVault(world);
    const rows = () => world.core.vaults.session()?.db.all(sql`SELECT 1 FROM attachments`);
    await expect.poll(rows, { timeout: 20_000 }).toEqual([]);
    // Long enough for what goes with the row.
    await setTimeout(200);
    writing.open();
    await running;
    expect(readdirSync(join(onlyBackup(), 'attachments'))).toHaveLength(1);
    world.core.vaults.lock();
    await unlockTestVault(world);
    await expect.poll(() => readdirSync(join(folder, 'attachments')), { timeout: 20_000 }).toEqual([]);
  });

  test('into a folder that is gone is refused with a sentence of its own, and nothing is written', async () => {
    world.answers.push(folder);
    expect(await world.call('backups.chooseFolder', undefined)).toMatchObject({ ok: false, error: { code: 'FOLDER_IN_VAULT' } });
    const { rmSync } = await import('node:fs');
    rmSync(place, { recursive: true });
    expect(await world.call('backups.run', { taskId: taskId() })).toMatchObject({ ok: false, error: { code: 'BACKUP_FOLDER_MISSING' } });
    expect(existsSync(place)).toBe(false);
  });

  test('that was changed by one byte is not restored, and the folder stays empty', async () => {
    await run();
    damage('clauses.db');
    mkdirSync(join(world.folder, 'restored'));
    await expect(restoreTo('restored')).rejects.toThrow('BACKUP_DAMAGED');
    expect(readdirSync(join(world.folder, 'restored'))).toEqual([]);
  });
});

describe('a restore that is cancelled', () => {
  test('leaves the folder as it was, and what somebody put there since', async () => {
    await addFile('x'.repeat(60_000_000));
    await run();
    const target = join(world.folder, 'restored');
    mkdirSync(target);
    world.answers.push(target);
    const picked = await world.must('backups.pickRestoreFolder', undefined);
    const { backups } = await world.must('backups.overview', undefined);
    const task = taskId();
    const restoring = world.call('backups.restore', { id: backups[0]?.id ?? ('' as never), pickId: picked?.pickId ?? ('' as never), taskId: task });
    await expect.poll(() => readdirSync(target).length, { interval: 2, timeout: 20_000 }).toBeGreaterThan(0);
    writeFileSync(join(target, 'mine.txt'), 'my own');
    await world.must('backups.cancel', { taskId: task });
    expect(await restoring).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(readdirSync(target)).toEqual(['mine.txt']);
  });
});

function inTemporary(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('deedbox-drill-'));
}

function damage(name: string): void {
  const path = join(onlyBackup(), name);
  const bytes = readFileSync(path);
  bytes[5_000] = (bytes[5_000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe('a restore drill', () => {
  test('restores the newest backup, finds everything in order, leaves nothing behind and files a report', async () => {
    await addFile('drawing no. 7');
    await run();
    const before = inTemporary();
    const drill = await world.must('backups.drill', { taskId: taskId() });
    expect(drill.checks.map(({ step, passed }) => [step, passed])).toEqual([
      ['files', true],
      ['open', true],
      ['integrity', true],
      ['counts', true],
      ['attachments', true],
      ['audit', true],
    ]);
    expect(drill).toMatchObject({ passed: true, byName: userName });
    expect(inTemporary()).toEqual(before);
    expect((await world.must('backups.overview', undefined)).drills).toEqual([drill]);
  });

  test('that is cancelled leaves nothing behind either', async () => {
    await addFile('x'.repeat(60_000_000));
    await run();
    const before = inTemporary();
    const task = taskId();
    const rehearsing = world.call('backups.drill', { taskId: task });
    await expect.poll(inTemporary, { interval: 2, timeout: 20_000 }).not.toEqual(before);
    await world.must('backups.cancel', { taskId: task });
    expect(await rehearsing).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(inTemporary()).toEqual(before);
  });

  test('of a damaged backup fails and says at which step', async () => {
    await run();
    damage('finance.db');
    const drill = await world.must('backups.drill', { taskId: taskId() });
    expect(drill.passed).toBe(false);
    expect(drill.checks.filter(({ passed }) => !passed).map(({ step }) => step)).toContain('files');
  });

  test('finds a backup whose list of files was rewritten to fit', async () => {
    await run();
    const path = join(onlyBackup(), 'backup.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { counts: Record<string, number> };
    writeFileSync(path, JSON.stringify({ ...manifest, counts: { ...manifest.counts, 'core.contracts': 5 } }));
    expect((await world.must('backups.drill', { taskId: taskId() })).checks.at(-1)).toMatchObject({ step: 'open', passed: false });
  });

  test('without a backup is refused, and one that was not made for long is said to be overdue', async () => {
    expect(await world.call('backups.drill', { taskId: taskId() })).toMatchObject({ ok: false, error: { code: 'NO_BACKUP' } });
    await run();
    expect((await world.must('backups.overview', undefined)).isDrillOverdue).toBe(false);
    world.clock.advance(91 * 86_400_000);
    expect((await world.must('backups.overview', undefined)).isDrillOverdue).toBe(true);
  });
});

test('who only reads contracts makes no backup and restores none', async () => {
  await become('审计', ['auditor']);
  expect(await world.call('backups.run', { taskId: taskId() })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  world.core.vaults.lock();
  expect((await unlockTestVault(world)).ok).toBe(true);
});

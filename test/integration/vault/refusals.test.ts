import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestVault, goodPassphrase, testWorld, unlockTestVault, userName, type TestWorld } from '../../harness/world.ts';

// What keeps a vault from opening: each refusal has its own code, and leaves the folder as it was.

let world: TestWorld;
let folder: string;
beforeEach(async () => {
  world = testWorld();
  ({ folder } = await createTestVault(world));
  world.core.vaults.lock();
});
afterEach(() => world.close());

const file = (name: string): string => join(folder, name);
type Header = Record<string, unknown> & { users: Record<string, unknown>[]; generation: number };
const readHeader = (): Header => JSON.parse(readFileSync(file('vault.json'), 'utf8')) as Header;
const writeHeader = (header: unknown): void => writeFileSync(file('vault.json'), JSON.stringify(header));

test('a folder without a header is not a vault', async () => {
  rmSync(file('vault.json'));
  expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'NOT_A_VAULT' } });
});

test('a folder that has gone is said to be missing', async () => {
  cpSync(folder, `${folder}-moved`, { recursive: true });
  rmSync(folder, { recursive: true });
  expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'FOLDER_MISSING' } });
});

test('a header of a later format is refused, not misread', async () => {
  writeHeader({ ...readHeader(), formatVersion: 99 });
  expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'NEWER_FORMAT' } });
});

test.each([
  ['empty', ''],
  ['cut in the middle', '{"format":"deedbox-vault","formatVersion":1,'],
  ['not JSON', '\u0000\u0001'],
  ['another program’s', '{"format":"other"}'],
])('a header that is %s is damaged', async (_kind, text) => {
  writeFileSync(file('vault.json'), text);
  expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'DAMAGED_HEADER' } });
});

test('a header with a role slipped in is found by its code of authenticity', async () => {
  const header = readHeader();
  writeHeader({ ...header, users: header.users.map((user) => ({ ...user, roles: ['auditor'] })) });
  expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'DAMAGED_HEADER' } });
});

test('an older copy of the header, put back, is noticed', async () => {
  const old = readHeader();
  await unlockTestVault(world);
  await world.must('vault.changePassphrase', { current: goodPassphrase, next: 'brass-kettle-моросит-91-竹林' });
  world.core.vaults.lock();
  await world.call('vault.unlock', { userName, passphrase: 'brass-kettle-моросит-91-竹林', takeOver: false });
  world.core.vaults.lock();
  writeHeader(old);
  expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'HEADER_ROLLED_BACK' } });
});

test.each(['core', 'clauses', 'finance'])('a missing %s file is named', async (compartment) => {
  rmSync(file(`${compartment}.db`));
  expect(await unlockTestVault(world)).toMatchObject({
    ok: false,
    error: { code: 'MISSING_COMPARTMENT', params: { compartment } },
  });
  expect(existsSync(file(`${compartment}.db`))).toBe(false);
});

test.each(['core', 'clauses', 'finance'])('a single flipped byte in %s is found and named', async (compartment) => {
  const bytes = readFileSync(file(`${compartment}.db`));
  const place = Math.floor(bytes.length * 0.7);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(file(`${compartment}.db`), bytes);
  expect(await unlockTestVault(world)).toMatchObject({
    ok: false,
    error: { code: 'DAMAGED_COMPARTMENT', params: { compartment } },
  });
});

test.each(['core', 'clauses', 'finance'])('an unencrypted file in the place of %s is refused, for a key opens no such file', async (compartment) => {
  const path = file(`${compartment}.db`);
  rmSync(path);
  const plain = new Driver(path);
  plain.exec('CREATE TABLE contracts (id TEXT)');
  plain.close();
  expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'DAMAGED_COMPARTMENT', params: { compartment } } });
});

test('a compartment of a later schema is refused', async () => {
  await unlockTestVault(world);
  const session = world.core.vaults.session();
  session?.write('vault.unlock', (db, record) => {
    record('vault', 'test');
    db.run({ text: 'PRAGMA clauses.user_version = 99990', values: [] });
    return { ok: true, value: null };
  });
  world.core.vaults.lock();
  expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'NEWER_FORMAT' } });
});

test('a vault that another process of this laptop holds is refused with host and pid', async () => {
  const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(holder, 'spawn');
  const pid = holder.pid ?? 0;
  writeFileSync(file('vault.lock'), JSON.stringify({ host: hostname(), pid, token: 'x', startedAt: '' }));
  expect(await unlockTestVault(world)).toMatchObject({
    ok: false,
    error: { code: 'VAULT_IN_USE', params: { host: hostname(), pid, canTakeOver: false } },
  });
  holder.kill();
  await once(holder, 'exit');
  expect(await unlockTestVault(world)).toMatchObject({ ok: true });
});

test('a lock whose process number went to another process is stale', async () => {
  const lock = { host: hostname(), pid: process.pid, token: 'x', startedAt: 'another boot 1' };
  writeFileSync(file('vault.lock'), JSON.stringify(lock));
  expect(await unlockTestVault(world)).toMatchObject({ ok: true });
});

test('a lock of another laptop is taken over only when it is silent and the person says so', async () => {
  writeFileSync(file('vault.lock'), JSON.stringify({ host: 'other-laptop', pid: 7, token: 'x', startedAt: '' }));
  const takeOver = (yes: boolean) => world.call('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: yes });
  expect(await takeOver(true)).toMatchObject({ error: { code: 'VAULT_IN_USE', params: { canTakeOver: false } } });
  const longAgo = new Date(Date.now() - 10 * 60_000);
  utimesSync(file('vault.lock'), longAgo, longAgo);
  expect(await takeOver(false)).toMatchObject({ error: { code: 'VAULT_IN_USE', params: { host: 'other-laptop', canTakeOver: true } } });
  expect(await takeOver(true)).toMatchObject({ ok: true });
});

test('locking gives the vault free for another process', async () => {
  await unlockTestVault(world);
  expect(existsSync(file('vault.lock'))).toBe(true);
  world.core.vaults.lock();
  expect(existsSync(file('vault.lock'))).toBe(false);
});

test('a refused vault opens again once what was wrong is put right', async () => {
  cpSync(file('finance.db'), join(world.folder, 'kept.db'));
  rmSync(file('finance.db'));
  expect(await unlockTestVault(world)).toMatchObject({ ok: false });
  cpSync(join(world.folder, 'kept.db'), file('finance.db'));
  expect(await unlockTestVault(world)).toMatchObject({ ok: true });
});

test('a copied vault folder opens in its new place', async () => {
  cpSync(folder, `${folder}-copy`, { recursive: true });
  world.answers.push(`${folder}-copy`);
  const picked = await world.must('vault.pickFolder', { purpose: 'open' });
  if (picked === null) throw new Error('nothing picked');
  await world.must('vault.select', { pickId: picked.pickId });
  expect(await unlockTestVault(world)).toMatchObject({ ok: true, value: { vault: { folder: `${folder}-copy` } } });
});

test('an empty folder is not taken for a vault', async () => {
  const empty = join(world.folder, 'empty');
  mkdirSync(empty);
  world.answers.push(empty);
  const picked = await world.must('vault.pickFolder', { purpose: 'open' });
  if (picked === null) throw new Error('nothing picked');
  expect(await world.call('vault.select', { pickId: picked.pickId })).toMatchObject({ error: { code: 'NOT_A_VAULT' } });
});

test('a folder that can only be read is refused, and opens once it can be written to', async (context) => {
  const mount = (...options: string[]): void => void execFileSync('mount', options, { stdio: 'ignore' });
  try {
    mount('--bind', folder, folder);
  } catch {
    context.skip('only root can make a folder read-only for itself');
  }
  try {
    mount('-o', 'remount,ro,bind', folder);
    expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'READ_ONLY_FOLDER' } });
    mount('-o', 'remount,rw,bind', folder);
    expect(await unlockTestVault(world)).toMatchObject({ ok: true });
    world.core.vaults.lock();
  } finally {
    execFileSync('umount', [folder]);
  }
});

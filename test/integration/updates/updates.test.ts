import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { maximumInstallerBytes } from '#shared/features/updates/model.ts';
import { makeReleaseKey, makeUpdate, type MadeUpdate } from '../../harness/update-files.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

const key = makeReleaseKey();
let world: TestWorld;
let update: MadeUpdate;
let target: string;

beforeEach(async () => {
  world = testWorld();
  world.release.key = key.publicKey;
  await createTestVault(world);
  target = join(world.folder, 'target');
  mkdirSync(target);
  update = await makeUpdate(world.folder, 'update', key);
});
afterEach(() => world.close());

async function open(path: string) {
  world.answers.push(path);
  return world.call('updates.open', undefined);
}

const refused = (code: string) => ({ ok: false, error: { code } });

/** A copy of the genuine update with one byte changed. */
function tampered(at: number): string {
  const bytes = readFileSync(update.path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const path = join(world.folder, `tampered-${at}.deedbox-update`);
  writeFileSync(path, bytes);
  return path;
}

describe('a genuine update', () => {
  test('is shown with its version, day and notes, and its installer is laid in the folder and opened by the system', async () => {
    const opened = await open(update.path);
    expect(opened).toMatchObject({ ok: true, value: { version: '9.0.0', releasedOn: '2026-11-20', fileName: 'Deedbox-9.0.0-x64.AppImage', bytes: update.installer.length } });
    const updateId = opened.ok ? (opened.value?.updateId ?? ('' as never)) : ('' as never);
    expect(readdirSync(target)).toEqual([]);
    world.answers.push(target);
    const placed = await world.must('updates.install', { updateId });
    expect(placed?.path).toBe(join(target, 'Deedbox-9.0.0-x64.AppImage'));
    expect(readFileSync(placed?.path ?? '').equals(update.installer)).toBe(true);
    expect(statSync(placed?.path ?? '').mode & 0o777).toBe(0o700);
    expect(world.opened).toEqual([placed?.path]);
    // A file that is there already is never written over, nor opened in place of ours.
    world.answers.push(target);
    expect(await world.call('updates.install', { updateId })).toMatchObject(refused('INSTALLER_EXISTS'));
    expect(world.opened).toHaveLength(1);
  });

  test('does nothing where a dialog was cancelled', async () => {
    world.answers.push(null);
    expect(await world.must('updates.open', undefined)).toBe(null);
    world.answers.push(update.path, null);
    const updateId = (await world.must('updates.open', undefined))?.updateId ?? ('' as never);
    expect(await world.must('updates.install', { updateId })).toBe(null);
    expect([readdirSync(target), world.opened]).toEqual([[], []]);
  });

  test('that was exchanged after it was checked is caught before anything is opened, and leaves nothing behind', async () => {
    const opened = await open(update.path);
    const updateId = opened.ok ? (opened.value?.updateId ?? ('' as never)) : ('' as never);
    writeFileSync(update.path, readFileSync(tampered(statSync(update.path).size - 1)));
    world.answers.push(target);
    expect(await world.call('updates.install', { updateId })).toMatchObject(refused('UPDATE_DAMAGED'));
    expect([readdirSync(target), world.opened]).toEqual([[], []]);
  });

  test('is not installed under an id that nobody was given', async () => {
    expect(await world.call('updates.install', { updateId: '6c1b2f0a-8f2e-4d5c-9b3a-1e2d3c4b5a69' as never })).toMatchObject(refused('PICK_EXPIRED'));
  });
});

describe('refused, and nothing opened, is', () => {
  afterEach(() => expect(world.opened).toEqual([]));

  test('a file with any one byte changed, in every part of it', async () => {
    const { size } = statSync(update.path);
    const head = 14;
    const manifest = readFileSync(update.path).readUInt32BE(10);
    const start = head + manifest + 64;
    const places = [...Array(head).keys(), ...[0, 1, 7, 40, manifest - 1].map((at) => head + at), ...[0, 31, 63].map((at) => head + manifest + at), start, start + 100, size - 1];
    for (const at of places) {
      const reply = await open(tampered(at));
      expect([at, reply.ok]).toEqual([at, false]);
      const codes = at < 8 ? ['NOT_AN_UPDATE'] : at < head ? ['UPDATE_FORMAT_NEWER', 'UPDATE_DAMAGED', 'UPDATE_SIGNATURE_INVALID'] : at < start ? ['UPDATE_SIGNATURE_INVALID'] : ['UPDATE_DAMAGED'];
      expect(codes).toContain(reply.ok ? '' : reply.error.code);
    }
  });

  test('a file cut off at any length, and one with something behind it', async () => {
    const { size } = statSync(update.path);
    for (const length of [size - 1, size - 500, 200, 15, 13, 8, 0]) {
      const path = tampered(0);
      writeFileSync(path, readFileSync(update.path));
      truncateSync(path, length);
      expect([length, await open(path)]).toMatchObject([length, refused(length < 14 ? 'NOT_AN_UPDATE' : 'UPDATE_DAMAGED')]);
    }
    writeFileSync(update.path, Buffer.concat([readFileSync(update.path), Buffer.from('x')]));
    expect(await open(update.path)).toMatchObject(refused('UPDATE_DAMAGED'));
  });

  test('one signed by another key', async () => {
    const { path } = await makeUpdate(world.folder, 'stranger', makeReleaseKey());
    expect(await open(path)).toMatchObject(refused('UPDATE_SIGNATURE_INVALID'));
  });

  test('an older one, the same one, and one for another system, with what runs here', async () => {
    for (const version of ['0.0.9', '1.0.0']) {
      const { path } = await makeUpdate(world.folder, `old-${version}`, key, { version });
      expect(await open(path)).toMatchObject({ ok: false, error: { code: 'UPDATE_NOT_NEWER', params: { version, running: '1.0.0' } } });
    }
    const { path } = await makeUpdate(world.folder, 'other', key, { platform: 'win32', arch: 'arm64' }, 'Deedbox-9.0.0-arm64-setup.exe');
    expect(await open(path)).toMatchObject({ ok: false, error: { code: 'UPDATE_OTHER_SYSTEM', params: { wanted: 'win32 arm64', here: 'linux x64' } } });
  });

  test('what is no update, what is gone, and what is larger than any', async () => {
    const text = join(world.folder, 'letter.deedbox-update');
    writeFileSync(text, 'Dear colleague, this is the new Deedbox.');
    expect(await open(text)).toMatchObject(refused('NOT_AN_UPDATE'));
    expect(await open(join(world.folder, 'gone.deedbox-update'))).toMatchObject(refused('NOT_AN_UPDATE'));
    // A sparse file: it takes no room.
    truncateSync(update.path, maximumInstallerBytes + 1024 * 1024);
    expect(await open(update.path)).toMatchObject(refused('UPDATE_TOO_LARGE'));
  });

  test('every file in a build that was given no release key', async () => {
    world.release.key = null;
    expect(await world.must('updates.status', undefined)).toEqual({ canCheck: false });
    expect(await world.call('updates.open', undefined)).toMatchObject(refused('NO_RELEASE_KEY'));
  });

  test('every file while the vault is locked', async () => {
    world.core.vaults.lock();
    expect(await world.call('updates.open', undefined)).toMatchObject(refused('VAULT_LOCKED'));
    expect(existsSync(join(target, 'Deedbox-9.0.0-x64.AppImage'))).toBe(false);
  });
});

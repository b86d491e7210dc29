import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDeviceState, withBackupPlace, type DeviceState } from '../../../src-main/device/device-state.ts';
import { createBackupPlaces } from '../../../src-main/features/backups/places.ts';
import { createBackupTaking } from '../../../src-main/features/backups/taking.ts';
import { readHeader } from '../../../src-main/vault/header.ts';
import type { Session } from '../../../src-main/vault/session.ts';
import { randomIds } from '../../../src-main/system-world.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// Backups go to a disk that somebody pulled out. Whoever works on must learn that none is made.

const hour = 3_600_000;
const day = 24 * hour;

let world: TestWorld;
let device: DeviceState;
let place: string;
let changed: number;
beforeEach(async () => {
  world = testWorld();
  const { folder } = await createTestVault(world);
  place = join(world.folder, 'usb-stick');
  mkdirSync(place);
  device = openDeviceState(join(world.folder, 'other-device.json'), { language: 'en', theme: 'light', idleLockMinutes: 10 });
  const header = readHeader(folder);
  if (!header.ok) throw new Error(header.error.code);
  device.change((state) => withBackupPlace(state, header.value.vaultId, { folder: place, last: { takenAt: world.clock.now(), sequence: 1 } }));
  changed = 0;
});
afterEach(() => world.close());

function taking() {
  const parts = { clock: world.clock, ids: randomIds, log: { info: () => undefined, error: () => undefined }, device, nativeBinding: null, backupFolder: join(world.folder, 'own'), onChanged: () => void (changed += 1) };
  const tasks = { take: () => Promise.reject(new Error('nothing is to be taken')) } as never;
  return createBackupTaking({ ...parts, tasks }, createBackupPlaces({ device, backupFolder: parts.backupFolder }));
}

function open(): Session {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('no vault is open');
  return session;
}

test('a backup that was due while its disk was away is told as one that failed, and looked for again after an hour', async () => {
  rmSync(place, { recursive: true });
  const { nextDueAt, runDue } = taking();
  world.clock.set(world.clock.now() + day);
  const now = world.clock.now();
  expect(nextDueAt(open())).toBeLessThanOrEqual(now);
  await runDue(open());
  expect(Object.values(device.read().backups ?? {})).toMatchObject([{ lastFailure: { at: now, code: 'BACKUP_FOLDER_MISSING' } }]);
  expect(changed).toBe(1);
  expect(nextDueAt(open())).toBe(now + hour);
});

test('a backup at a lock does the same', () => {
  rmSync(place, { recursive: true });
  const { orderAtLock } = taking();
  world.clock.set(world.clock.now() + day);
  expect(orderAtLock(open())).toBeNull();
  expect(Object.values(device.read().backups ?? {})).toMatchObject([{ lastFailure: { code: 'BACKUP_FOLDER_MISSING' } }]);
});

test('a clock that ran years ahead when the last backup was taken holds back none', () => {
  const { nextDueAt } = taking();
  const [vaultId] = Object.keys(device.read().backups ?? {});
  const now = world.clock.now();
  device.change((state) => withBackupPlace(state, vaultId as never, { last: { takenAt: now + 900 * day, sequence: 1 }, lastFailure: { at: now + 900 * day, code: 'DISK_FULL' } }));
  expect(nextDueAt(open())).toBeLessThanOrEqual(now + hour);
});

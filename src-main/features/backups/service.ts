import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { BackupId, BackupReason, BackupSummary, Drill, Manifest } from '#shared/features/backups/model.ts';
import { backupsToDrop, isBackupDue, isDrillOverdue, type BackupMoment } from '#shared/features/backups/retention.ts';
import type { PickId, VaultId } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { auditHead } from '../../audit/audit-chain.ts';
import { listBackups, unfinished, type FoundBackup } from '../../backup/manifest.ts';
import type { BackupOrder } from '../../backup/take-backup.ts';
import { backupPlaceOf, withBackupPlace, type BackupPlace, type DeviceState } from '../../device/device-state.ts';
import type { Picks } from '../../device/picks.ts';
import { systemErrorCode } from '../../files/file-errors.ts';
import { isWritable } from '../../files/writable-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker, Ids, Log } from '../../ports.ts';
import { readHeader } from '../../vault/header.ts';
import type { Session } from '../../vault/session.ts';
import type { BackupFailure, BackupTasks } from '../../workers/backup-tasks.ts';
import { insertDrill, listDrills } from './queries.ts';

export interface BackupServiceParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly picker: FilePicker;
  readonly picks: Picks;
  readonly device: DeviceState;
  readonly tasks: BackupTasks;
  readonly nativeBinding: string | null;
  /** Where backups go until a folder is chosen; null: none are made by themselves. */
  readonly backupFolder: string | null;
  readonly session: () => Session | null;
  readonly onChanged: (features: readonly string[]) => void;
}

/** What is thrown where the router knows the code from the disk: the operation declares what only backups know. */
class DiskTrouble extends Error {
  readonly code: string;
  constructor(code: string) {
    super('the backup could not be written');
    this.code = code;
  }
}

const shownDrills = 12;
const dayMs = 86_400_000;

/** Backups of the open vault: taken, kept as long as the rule says, rehearsed and restored. */
export function createBackupService(parts: BackupServiceParts) {
  const { clock, ids, device, tasks, picker } = parts;
  let lastTaken: Promise<unknown> = Promise.resolve();

  function placeOf(session: Session): { vaultId: VaultId; folder: string | null; isDefault: boolean; place: BackupPlace } | null {
    const header = readHeader(session.folder);
    if (!header.ok) return null;
    const { vaultId } = header.value;
    const place = backupPlaceOf(device.read(), vaultId);
    return { vaultId, folder: place.folder ?? parts.backupFolder, isDefault: place.folder === null, place };
  }

  function backupsOf(session: Session): readonly FoundBackup[] {
    const found = placeOf(session);
    return found === null || found.folder === null ? [] : listBackups(found.folder, found.vaultId);
  }

  function overview({ session, db }: Call) {
    const found = placeOf(session);
    const folder = found?.folder ?? null;
    const backups = backupsOf(session);
    const drills = listDrills(db, shownDrills);
    return {
      folder: folder ?? '',
      isDefaultFolder: found?.isDefault ?? true,
      // The program's own folder is made when it is needed.
      isFolderThere: folder !== null && (found?.isDefault === true || existsSync(folder)),
      isAutomatic: found?.place.isAutomatic ?? false,
      backups: backups.map(({ manifest }) => summaryOf(manifest)),
      drills,
      isDrillOverdue: isDrillOverdue(drills[0]?.at ?? null, backups.at(-1)?.manifest.takenAt ?? null, clock.now()),
      lastFailure: found?.place.lastFailure ?? null,
    };
  }

  async function chooseFolder(call: Call): Promise<Result<{ folder: string } | null, 'READ_ONLY_FOLDER' | 'FOLDER_IN_VAULT'>> {
    const folder = await picker.chooseFolder();
    const found = placeOf(call.session);
    if (folder === null || found === null) return succeed(null);
    if (!relative(call.session.folder, resolve(folder)).startsWith('..')) return fail('FOLDER_IN_VAULT');
    if (!isWritable(folder)) return fail('READ_ONLY_FOLDER');
    device.change((state) => withBackupPlace(state, found.vaultId, { folder, lastFailure: null }));
    return noted(call, 'folder', { folder });
  }

  function setAutomatic(call: Call, isAutomatic: boolean): Result<null, never> {
    const found = placeOf(call.session);
    if (found !== null) device.change((state) => withBackupPlace(state, found.vaultId, { isAutomatic }));
    return noted(call, isAutomatic ? 'automatic' : 'manual', null);
  }

  async function run(call: Call, signal: AbortSignal): Promise<Result<BackupSummary, 'BACKUP_FOLDER_MISSING' | 'BACKUP_DAMAGED'>> {
    const order = orderFor(call.session, 'manual');
    if (order === null) return fail('BACKUP_FOLDER_MISSING');
    const taken = await take(order, signal);
    if (!taken.ok) {
      const { code } = taken.error;
      if (code === 'DISK_FULL') throw new DiskTrouble('ENOSPC');
      if (code === 'READ_ONLY') throw new DiskTrouble('EROFS');
      return fail(code);
    }
    return call.write<BackupSummary, never>((_db, note) => {
      note('backup', taken.value.id, { files: taken.value.files.length, sequence: taken.value.audit.sequence });
      return succeed(summaryOf(taken.value));
    });
  }

  /** Takes a backup by itself when one is due; what goes wrong is told on the page, for nobody waits for it. */
  async function runDue(session: Session): Promise<void> {
    await orderDue(session, 'daily')?.();
  }

  /** When the next daily backup is due (epoch ms), or null for none: they are switched off, or nothing changed. */
  function nextDueAt(session: Session): number | null {
    // Asked at every planning: nothing is read from the disk where there is nowhere to go.
    if (parts.backupFolder === null) return null;
    const found = placeOf(session);
    if (found === null || !found.place.isAutomatic || found.place.last === null || isSample(found.vaultId)) return null;
    if (auditHead(session.whole).sequence <= found.place.last.sequence) return null;
    // A disk that is not connected is looked for once an hour.
    return Math.max(found.place.last.takenAt + dayMs, (found.place.lastFailure?.at ?? 0) + dayMs / 24);
  }

  /** The order for a backup at a lock: made while the keys are at hand, carried out once the vault is closed. */
  function orderAtLock(session: Session): (() => Promise<void>) | null {
    return orderDue(session, 'lock');
  }

  /** Neither opening nor locking may fail because a backup can't be made. */
  function orderDue(session: Session, moment: BackupMoment): (() => Promise<void>) | null {
    try {
      const order = orderIfDue(session, moment);
      if (order === null) return null;
      session.write('backups.automatic', (_db, note) => {
        note('backup', order.id, { moment });
        return succeed(null);
      });
      return () => takeQuietly(order);
    } catch (error) {
      logFailure(error);
      return null;
    }
  }

  function logFailure(error: unknown): void {
    parts.log.error('backup-failed', { kind: error instanceof Error ? error.name : '', code: systemErrorCode(error) ?? '' });
  }

  function orderIfDue(session: Session, moment: BackupMoment): BackupOrder | null {
    const found = placeOf(session);
    if (parts.backupFolder === null || found === null || !found.place.isAutomatic || isSample(found.vaultId)) return null;
    // One right after the vault was made would hold nothing.
    if (moment === 'daily' && found.place.last === null) return null;
    return isBackupDue(moment, found.place.last, clock.now(), auditHead(session.whole).sequence) ? orderFor(session, moment) : null;
  }

  function isSample(vaultId: VaultId): boolean {
    return device.read().vaults.find(({ id }) => id === vaultId)?.sample === true;
  }

  async function takeQuietly(order: BackupOrder): Promise<void> {
    try {
      const taken = await take(order);
      const lastFailure = taken.ok ? null : { at: clock.now(), code: taken.error.code };
      device.change((state) => withBackupPlace(state, order.vaultId, { lastFailure }));
      if (taken.ok) dropOld(order);
    } catch (error) {
      logFailure(error);
    }
    parts.onChanged(['backups']);
  }

  /** Only those that were taken by themselves go by themselves. */
  function dropOld({ target, vaultId }: BackupOrder): void {
    const own = listBackups(resolve(target, '..'), vaultId).filter(({ manifest }) => manifest.reason !== 'manual');
    const dropped = new Set(backupsToDrop(own.map(({ manifest }) => manifest), clock.offsetMinutes(clock.now())));
    for (const { folder, manifest } of own) if (dropped.has(manifest.id)) rmSync(folder, { recursive: true, force: true });
  }

  function orderFor(session: Session, reason: BackupReason): BackupOrder | null {
    const found = placeOf(session);
    if (found === null || found.folder === null) return null;
    if (found.isDefault) mkdirSync(found.folder, { recursive: true });
    if (!existsSync(found.folder)) return null;
    const takenAt = clock.now();
    const stamp = new Date(takenAt + clock.offsetMinutes(takenAt) * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
    return {
      id: ids.create<'backup'>(),
      vaultId: found.vaultId,
      takenAt,
      takenBy: session.user.id,
      reason,
      folder: session.folder,
      target: join(found.folder, `${basename(session.folder)}-${stamp}-${randomUUID().slice(0, 4)}`),
      previous: listBackups(found.folder, found.vaultId)[0]?.folder ?? null,
      keys: { header: copyOf(session.ring.header), ...Object.fromEntries(session.compartments.map((name) => [name, copyOf(session.ring.compartments[name])])) },
      nativeBinding: parts.nativeBinding,
    };
  }

  /** One after the other: to close the files of one would give up what another holds still. */
  function take(order: BackupOrder, signal?: AbortSignal): Promise<Result<Manifest, BackupFailure>> {
    const taken = lastTaken.then(() => takeNow(order, signal));
    lastTaken = taken.catch(() => null);
    return taken;
  }

  async function takeNow(order: BackupOrder, signal: AbortSignal | undefined): Promise<Result<Manifest, BackupFailure>> {
    try {
      const taken = await tasks.take(order, signal);
      if (taken.kind === 'failed') return fail(taken.code);
      const { takenAt, audit } = taken.value;
      device.change((state) => withBackupPlace(state, order.vaultId, { last: { takenAt, sequence: audit.sequence }, lastFailure: null }));
      return succeed(taken.value);
    } finally {
      rmSync(`${order.target}${unfinished}`, { recursive: true, force: true });
      for (const key of Object.values(order.keys)) key.fill(0);
    }
  }

  function find(session: Session, id: BackupId): FoundBackup | undefined {
    return backupsOf(session).find(({ manifest }) => manifest.id === id);
  }

  function remove(call: Call, id: BackupId): Result<null, 'NOT_FOUND'> {
    const found = find(call.session, id);
    if (found === undefined) return fail('NOT_FOUND');
    rmSync(found.folder, { recursive: true, force: true });
    return call.write<null, never>((_db, note) => {
      note('backup', id, { removed: true });
      return succeed(null);
    });
  }

  async function drill(call: Call, signal: AbortSignal): Promise<Result<Drill, 'NO_BACKUP' | 'NOT_YOUR_BACKUP'>> {
    const { session } = call;
    const newest = backupsOf(session)[0];
    if (newest === undefined) return fail('NO_BACKUP');
    const privateKey = copyOf(session.pair.privateKey);
    const started = performance.now();
    try {
      const { checks, isNotTheirs } = await tasks.rehearse(
        { folder: newest.folder, userId: session.user.id, pair: { publicKey: session.pair.publicKey, privateKey }, nativeBinding: parts.nativeBinding },
        signal,
      );
      if (isNotTheirs) return fail('NOT_YOUR_BACKUP');
      const passed = checks.every((check) => check.passed);
      const report = { id: ids.create<'drill'>(), at: clock.now(), backupTakenAt: newest.manifest.takenAt, milliseconds: Math.round(performance.now() - started), passed, checks };
      return call.write<Drill, never>((db, note) => {
        insertDrill(db, report, session.user.id);
        note('backup', newest.manifest.id, { drill: report.id, passed });
        return succeed({ ...report, byName: session.user.name });
      });
    } finally {
      privateKey.fill(0);
    }
  }

  async function pickRestoreFolder(): Promise<Result<{ pickId: PickId; folder: string } | null, 'FOLDER_NOT_EMPTY' | 'READ_ONLY_FOLDER'>> {
    const folder = await picker.chooseFolder();
    if (folder === null) return succeed(null);
    if (!isEmpty(folder)) return fail('FOLDER_NOT_EMPTY');
    return isWritable(folder) ? succeed({ pickId: parts.picks.add(folder), folder }) : fail('READ_ONLY_FOLDER');
  }

  async function restore(call: Call, id: BackupId, pickId: PickId, signal: AbortSignal): Promise<Result<{ folder: string; files: number }, 'NOT_FOUND' | 'PICK_EXPIRED' | 'FOLDER_NOT_EMPTY' | 'BACKUP_DAMAGED'>> {
    const found = find(call.session, id);
    const folder = parts.picks.find(pickId);
    if (found === undefined) return fail('NOT_FOUND');
    if (folder === undefined) return fail('PICK_EXPIRED');
    if (!isEmpty(folder)) return fail('FOLDER_NOT_EMPTY');
    const damaged = await tasks.restore(found.folder, folder, signal);
    if (damaged.length > 0) return fail('BACKUP_DAMAGED');
    return call.write<{ folder: string; files: number }, never>((_db, note) => {
      note('backup', id, { restored: true });
      return succeed({ folder, files: found.manifest.files.length });
    });
  }

  function showFolder({ session }: Call): Result<null, 'BACKUP_FOLDER_MISSING'> {
    const folder = placeOf(session)?.folder ?? null;
    if (folder === null || !existsSync(folder)) return fail('BACKUP_FOLDER_MISSING');
    picker.reveal(folder);
    return succeed(null);
  }

  return { find, overview, chooseFolder, setAutomatic, run, runDue, nextDueAt, orderAtLock, remove, drill, pickRestoreFolder, restore, showFolder };
}

function noted<Value>(call: Call, change: string, value: Value): Result<Value, never> {
  return call.write<Value, never>((_db, note) => {
    note('backup', 'settings', { change });
    return succeed(value);
  });
}

function summaryOf({ id, takenAt, reason, files, checkedCompartments, audit }: Manifest): BackupSummary {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { id, takenAt, reason, bytes, files: files.length, checkedCompartments, auditSequence: audit.sequence, auditHash: audit.hash };
}

/** A copy that can cross to a worker and be overwritten apart from the session's own. */
function copyOf(key: { expose(): Buffer } | undefined): Uint8Array {
  return new Uint8Array(key?.expose() ?? Buffer.alloc(0));
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { BackupId, BackupSummary, Drill, Manifest } from '#shared/features/backups/model.ts';
import { isDrillOverdue } from '#shared/features/backups/retention.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { FoundBackup } from '../../backup/manifest.ts';
import { withBackupPlace } from '../../device/device-state.ts';
import type { Picks } from '../../device/picks.ts';
import { isWritable } from '../../files/writable-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { FilePicker } from '../../ports.ts';
import { VaultBusy, type Session } from '../../vault/session.ts';
import { copyOf } from './key-copy.ts';
import { createBackupPlaces, type BackupPlacesParts } from './places.ts';
import { insertDrill, listDrills } from './queries.ts';
import { createBackupTaking, type BackupTakingParts } from './taking.ts';

export interface BackupServiceParts extends BackupPlacesParts, BackupTakingParts {
  readonly picker: FilePicker;
  readonly picks: Picks;
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

/** Backups of the open vault: taken, kept as long as the rule says, rehearsed and restored. */
export function createBackupService(parts: BackupServiceParts) {
  const { clock, ids, device, tasks, picker } = parts;
  const places = createBackupPlaces(parts);
  const { placeOf, backupsOf } = places;
  const { orderFor, take, runDue, nextDueAt, orderAtLock, isTaking } = createBackupTaking(parts, places);

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
    return noted(call, 'folder', { folder }, () => device.change((state) => withBackupPlace(state, found.vaultId, { folder, lastFailure: null })));
  }

  function setAutomatic(call: Call, isAutomatic: boolean): Result<null, never> {
    const found = placeOf(call.session);
    return noted(call, isAutomatic ? 'automatic' : 'manual', null, () => {
      if (found !== null) device.change((state) => withBackupPlace(state, found.vaultId, { isAutomatic }));
    });
  }

  async function run(call: Call, signal: AbortSignal): Promise<Result<BackupSummary, 'BACKUP_FOLDER_MISSING' | 'BACKUP_DAMAGED'>> {
    // The keys that are at hand now may not be those of the files that are copied.
    if (call.session.isBusy) throw new VaultBusy();
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

  function find(session: Session, id: BackupId): FoundBackup | undefined {
    return backupsOf(session).find(({ manifest }) => manifest.id === id);
  }

  function remove(call: Call, id: BackupId): Result<null, 'NOT_FOUND'> {
    const found = find(call.session, id);
    if (found === undefined) return fail('NOT_FOUND');
    return call.write<null, never>((_db, note) => {
      note('backup', id, { removed: true });
      rmSync(found.folder, { recursive: true, force: true });
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

  return { find, overview, chooseFolder, setAutomatic, run, runDue, nextDueAt, orderAtLock, isTaking, remove, drill, pickRestoreFolder, restore, showFolder };
}

/** Changes what this laptop keeps, together with the note of it: neither where the vault can't be written to. */
function noted<Value>(call: Call, changed: string, value: Value, change: () => void): Result<Value, never> {
  return call.write<Value, never>((_db, note) => {
    note('backup', 'settings', { change: changed });
    change();
    return succeed(value);
  });
}

function summaryOf({ id, takenAt, reason, files, checkedCompartments, audit }: Manifest): BackupSummary {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { id, takenAt, reason, bytes, files: files.length, checkedCompartments, auditSequence: audit.sequence, auditHash: audit.hash };
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

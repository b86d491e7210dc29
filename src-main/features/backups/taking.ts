import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { BackupReason, Manifest } from '#shared/features/backups/model.ts';
import { backupsToDrop, dueAfter, hasChangedSince, isBackupDue, type BackupMoment } from '#shared/features/backups/retention.ts';
import type { VaultId } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { auditHead } from '../../audit/audit-chain.ts';
import { listBackups, unfinished } from '../../backup/manifest.ts';
import type { BackupOrder } from '../../backup/take-backup.ts';
import { withBackupPlace, type DeviceState } from '../../device/device-state.ts';
import { systemErrorCode } from '../../files/file-errors.ts';
import type { Clock, Ids, Log } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import type { BackupFailure, BackupTasks } from '../../workers/backup-tasks.ts';
import { copyOf } from './key-copy.ts';
import type { BackupPlaces } from './places.ts';

export interface BackupTakingParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly device: DeviceState;
  readonly tasks: BackupTasks;
  readonly nativeBinding: string | null;
  readonly backupFolder: string | null;
  readonly onChanged: (features: readonly string[]) => void;
}

const hourMs = 3_600_000;

/** How backups are taken: by order, one after the other, and by themselves when one is due. */
export function createBackupTaking(parts: BackupTakingParts, { placeOf }: BackupPlaces) {
  const { clock, ids, device, tasks } = parts;
  let lastTaken: Promise<unknown> = Promise.resolve();
  /** How many are being taken, or wait for their turn. */
  let underWay = 0;

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
    if (!hasChangedSince(found.place.last, auditHead(session.whole).sequence)) return null;
    const now = clock.now();
    // A disk that is not connected is looked for once an hour; never longer, should the clock have been set back.
    return Math.max(dueAfter('daily', found.place.last, now), Math.min((found.place.lastFailure?.at ?? 0) + hourMs, now + hourMs));
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
    if (!isBackupDue(moment, found.place.last, clock.now(), auditHead(session.whole).sequence)) return null;
    const order = orderFor(session, moment);
    if (order === null) noteMissingFolder(found.vaultId);
    return order;
  }

  /** A disk that is not connected is a backup that was not made: told as any other is, and looked for again an hour later. */
  function noteMissingFolder(vaultId: VaultId): void {
    device.change((state) => withBackupPlace(state, vaultId, { lastFailure: { at: clock.now(), code: 'BACKUP_FOLDER_MISSING' } }));
    parts.onChanged(['backups']);
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
    underWay += 1;
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
      underWay -= 1;
      rmSync(`${order.target}${unfinished}`, { recursive: true, force: true });
      for (const key of Object.values(order.keys)) key.fill(0);
    }
  }

  return { orderFor, take, runDue, nextDueAt, orderAtLock, isTaking: () => underWay > 0 };
}

import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '#shared/features/backups/model.ts';
import type { BackedUpRows, RowsOrder } from '../backup/read-contract.ts';
import type { Rehearsal, RehearsalReport } from '../backup/rehearse-restore.ts';
import { clearRestored } from '../backup/restore-files.ts';
import { withFilesOf, type BackupOrder } from '../backup/take-backup.ts';
import type { RotationOrder } from '../vault/prepare-rotation.ts';
import type { Workers } from './worker-pool.ts';

export type BackupFailure = 'BACKUP_DAMAGED' | 'BACKUP_FOLDER_MISSING' | 'DISK_FULL' | 'READ_ONLY';
/** How a half of a backup went, or all of it. */
export type Halfway<Value> = { readonly kind: 'done'; readonly value: Value } | { readonly kind: 'failed'; readonly code: BackupFailure };

/** Work on whole files of the vault, away from the main thread: backups and fresh keys. */
export interface BackupTasks {
  /** Takes a backup; throws an AbortError when the signal is aborted. Without an end it leaves an unfinished folder behind. */
  take(order: BackupOrder, signal?: AbortSignal): Promise<Halfway<Manifest>>;
  /** As `restoreFiles`: the names of files that are not what was backed up. Without an end nothing of it stays. */
  restore(backup: string, target: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Makes every file of a change of keys ready; tells after each compartment how many are. */
  prepareRotation(order: RotationOrder, signal: AbortSignal, onPrepared: (compartments: number) => void): Promise<void>;
  /** As `rehearseRestore`, in a folder of its own that is gone afterwards, whatever happened. */
  rehearse(rehearsal: Omit<Rehearsal, 'place'>, signal: AbortSignal): Promise<RehearsalReport>;
  /** As `readBackedUp`, in such a folder too. */
  readContract(order: Omit<RowsOrder, 'place'>, signal: AbortSignal): Promise<BackedUpRows>;
}

export function createBackupTasks(workers: Workers): BackupTasks {
  const run = (task: string, input: unknown, signal?: AbortSignal) => workers.run('backup', task, input, signal === undefined ? {} : { signal });
  return {
    take: async (order, signal) => {
      const copied = (await withFilesOf(order.folder, (files) => run('copy', { order, files }, signal))) as Halfway<readonly string[]>;
      return copied.kind === 'failed' ? copied : ((await run('finish', { order, attachments: copied.value }, signal)) as Halfway<Manifest>);
    },
    restore: async (backup, target, signal) => {
      try {
        return (await run('restore', { backup, target }, signal)) as readonly string[];
      } catch (error) {
        clearRestored(target);
        throw error;
      }
    },
    prepareRotation: async (order, signal, onPrepared) => {
      for (const [index, compartment] of order.rotated.entries()) {
        await run('prepareCompartment', { order, compartment }, signal);
        onPrepared(index + 1);
      }
      await run('prepareHeader', order, signal);
    },
    readContract: async (order, signal) => (await inOwnFolder('deedbox-look-', (place) => run('readContract', { ...order, place }, signal))) as BackedUpRows,
    rehearse: async (rehearsal, signal) => (await inOwnFolder('deedbox-drill-', (place) => run('rehearse', { ...rehearsal, place }, signal))) as RehearsalReport,
  };
}

/** Cleared away here and not in the thread: one that is cancelled ends in the middle of its work. */
async function inOwnFolder<Value>(prefix: string, work: (place: string) => Promise<Value>): Promise<Value> {
  const place = mkdtempSync(join(tmpdir(), prefix));
  try {
    return await work(place);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

import type { Manifest } from '#shared/features/backups/model.ts';
import { readManifest } from '../backup/manifest.ts';
import { BackupDamaged, copyAtOneMoment, finishBackup, type BackupOrder, type OpenFiles } from '../backup/take-backup.ts';
import { readBackedUp } from '../backup/read-contract.ts';
import { rehearseRestore } from '../backup/rehearse-restore.ts';
import { restoreFiles } from '../backup/restore-files.ts';
import { isDiskFull, isMissing, isReadOnly } from '../files/file-errors.ts';
import { prepareCompartment, prepareHeader } from '../vault/prepare-rotation.ts';
import { serveTasks } from './serve-tasks.ts';
import type { Halfway } from './backup-tasks.ts';

/** An error loses its code on the way to the main thread: what a person can mend is answered by name. */
function answered<Value>(work: () => Value): Halfway<Value> {
  try {
    return { kind: 'done', value: work() };
  } catch (error) {
    if (error instanceof BackupDamaged) return { kind: 'failed', code: 'BACKUP_DAMAGED' };
    if (isDiskFull(error)) return { kind: 'failed', code: 'DISK_FULL' };
    if (isReadOnly(error)) return { kind: 'failed', code: 'READ_ONLY' };
    if (isMissing(error)) return { kind: 'failed', code: 'BACKUP_FOLDER_MISSING' };
    throw error;
  }
}

function copy({ order, files }: { readonly order: BackupOrder; readonly files: OpenFiles }): Halfway<readonly string[]> {
  return answered(() => copyAtOneMoment(order, files));
}

function finish({ order, attachments }: { readonly order: BackupOrder; readonly attachments: readonly string[] }): Halfway<Manifest> {
  return answered(() => finishBackup(order, attachments));
}

function restore({ backup, target }: { readonly backup: string; readonly target: string }): readonly string[] {
  const manifest = readManifest(backup);
  return manifest === null ? ['backup.json'] : restoreFiles(backup, manifest, target);
}

serveTasks({ copy, finish, restore, prepareCompartment, prepareHeader, rehearse: rehearseRestore, readContract: readBackedUp });

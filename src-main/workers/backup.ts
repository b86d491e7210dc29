import { readManifest } from '../backup/manifest.ts';
import { BackupDamaged, takeBackup, type BackupOrder } from '../backup/take-backup.ts';
import { readBackedUp } from '../backup/read-contract.ts';
import { rehearseRestore } from '../backup/rehearse-restore.ts';
import { restoreFiles } from '../backup/restore-files.ts';
import { isDiskFull, isMissing, isReadOnly } from '../files/file-errors.ts';
import { prepareCompartment, prepareHeader } from '../vault/prepare-rotation.ts';
import { serveTasks } from './serve-tasks.ts';
import type { Taken } from './backup-tasks.ts';

/** An error loses its code on the way to the main thread: what a person can mend is answered by name. */
function take(order: BackupOrder): Taken {
  try {
    return { kind: 'taken', manifest: takeBackup(order) };
  } catch (error) {
    if (error instanceof BackupDamaged) return { kind: 'failed', code: 'BACKUP_DAMAGED' };
    if (isDiskFull(error)) return { kind: 'failed', code: 'DISK_FULL' };
    if (isReadOnly(error)) return { kind: 'failed', code: 'READ_ONLY' };
    if (isMissing(error)) return { kind: 'failed', code: 'BACKUP_FOLDER_MISSING' };
    throw error;
  }
}

function restore({ backup, target }: { readonly backup: string; readonly target: string }): readonly string[] {
  const manifest = readManifest(backup);
  return manifest === null ? ['backup.json'] : restoreFiles(backup, manifest, target);
}

serveTasks({ take, restore, prepareCompartment, prepareHeader, rehearse: rehearseRestore, readContract: readBackedUp });

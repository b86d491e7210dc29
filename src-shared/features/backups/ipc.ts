import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { pickIdSchema } from '../vault/model.ts';
import { backupIdSchema, backupSummarySchema, drillSchema } from './model.ts';

const access = 'backups.make';
const changes = ['backups'];
const taskId = idSchema<'task'>();
const ofTask = z.object({ taskId }).readonly();
const ofBackup = z.object({ id: backupIdSchema, taskId }).readonly();

export const backupsOperations = {
  /** Where backups go, those that lie there of this vault, and how the last rehearsals went. */
  overview: query({
    input: nothing,
    output: z
      .object({
        /** For the eye only. */
        folder: z.string(),
        /** Nobody chose another place: the folder lies on the same disk as the program's own data. */
        isDefaultFolder: z.boolean(),
        isFolderThere: z.boolean(),
        isAutomatic: z.boolean(),
        backups: z.array(backupSummarySchema).readonly(),
        drills: z.array(drillSchema).readonly(),
        isDrillOverdue: z.boolean(),
        /** Why the last automatic backup failed, or null. */
        lastFailure: z.object({ at: z.int(), code: z.string() }).readonly().nullable(),
      })
      .readonly(),
    errors: [],
    access,
  }),
  /** Asks for the folder that backups go to from now on; null when cancelled. Those made before stay where they are. */
  chooseFolder: command({
    input: nothing,
    output: z.object({ folder: z.string() }).readonly().nullable(),
    errors: ['READ_ONLY_FOLDER', 'FOLDER_IN_VAULT'],
    access: 'vault.configure',
    changes,
  }),
  setAutomatic: command({ input: z.object({ isAutomatic: z.boolean() }).readonly(), output: z.null(), errors: [], access: 'vault.configure', changes }),
  /** Writes a backup and reads it back. */
  run: command({ input: ofTask, output: backupSummarySchema, errors: ['BACKUP_FOLDER_MISSING', 'BACKUP_DAMAGED'], access, changes }),
  cancel: command({ input: ofTask, output: z.null(), errors: [], access }),
  /** Deletes one backup for good. */
  remove: command({ input: z.object({ id: backupIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'vault.configure', changes }),
  /** Restores the newest backup into a folder that is gone afterwards, and files what was found. */
  drill: command({ input: ofTask, output: drillSchema, errors: ['NO_BACKUP', 'NOT_YOUR_BACKUP'], access, changes }),
  /** Asks for an empty folder to restore into; null when cancelled. */
  pickRestoreFolder: command({
    input: nothing,
    output: z.object({ pickId: pickIdSchema, folder: z.string() }).readonly().nullable(),
    errors: ['FOLDER_NOT_EMPTY', 'READ_ONLY_FOLDER'],
    access: 'vault.configure',
  }),
  /** Writes a backup's vault into a picked folder, each file held against its hash. The open vault stays as it is. */
  restore: command({
    input: ofBackup.unwrap().extend({ pickId: pickIdSchema }).readonly(),
    output: z.object({ folder: z.string(), files: z.int() }).readonly(),
    errors: ['NOT_FOUND', 'PICK_EXPIRED', 'FOLDER_NOT_EMPTY', 'BACKUP_DAMAGED'],
    access: 'vault.configure',
    changes,
  }),
  /** Shows the folder with the backups in the system's file manager. */
  showFolder: command({ input: nothing, output: z.null(), errors: ['BACKUP_FOLDER_MISSING'], access }),
} as const;

import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { pickIdSchema } from '../vault/model.ts';
import { backedUpContractSchema, comparedContractSchema, contractPartSchema, restorationIdSchema, restorationSchema } from './selective.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { backupIdSchema, backupSummarySchema, drillSchema } from './model.ts';

const access = 'backups.make';
const changes = ['backups'];
const taskId = idSchema<'task'>();
const ofTask = z.object({ taskId }).readonly();
const reading = ['NOT_FOUND', 'NOT_YOUR_BACKUP', 'WRONG_CREDENTIALS', 'BACKUP_DAMAGED'] as const;
/** The passphrase of that time, where the present keys don't open the backup; null: the present keys. */
const ofRows = { id: backupIdSchema, passphrase: z.string().max(1000).nullable(), taskId } as const;
const single = { access: 'backups.restoreContract', compartments: ['clauses', 'finance'] } as const;
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
  /** Writes the report of one rehearsal as a PDF where the person chooses; null when cancelled. */
  saveDrill: command({
    input: z.object({ id: drillSchema.unwrap().shape.id, language: z.enum(['zh', 'en']) }).readonly(),
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'FOLDER_GONE'],
    access,
  }),
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
  /** The contracts that a backup holds. */
  contracts: command({ input: z.object(ofRows).readonly(), output: z.array(backedUpContractSchema).readonly(), errors: reading, ...single }),
  /** One contract of a backup beside what is here now. Nothing is changed. */
  compareContract: command({ input: z.object({ ...ofRows, contractId: contractIdSchema }).readonly(), output: comparedContractSchema, errors: reading, ...single, discloses: { subject: 'contract', named: 'contractId' } }),
  /** Brings back parts of a contract, or all of it as a new one (`parts` null); all that was asked for or nothing. */
  restoreContract: command({
    input: z.object({ ...ofRows, contractId: contractIdSchema, parts: z.array(contractPartSchema).min(1).max(5).readonly().nullable() }).readonly(),
    output: z.object({ contractId: contractIdSchema, restorationId: restorationIdSchema, rows: z.int() }).readonly(),
    errors: [...reading, 'SIGNED_IS_FIXED', 'DAMAGED_FILE', 'NOTHING_TO_RESTORE'],
    ...single,
    changes: [...changes, 'contracts', 'fulfilment', 'attachments', 'versions', 'parties'],
  }),
  restorations: query({ input: nothing, output: z.array(restorationSchema).readonly(), errors: [], ...single }),
  /** Takes a restoration back, unless something of it was changed since. A new version of the text stays. */
  undoRestoration: command({ input: z.object({ id: restorationIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'], ...single, changes: [...changes, 'contracts', 'fulfilment', 'attachments'] }),
  /** Shows the folder with the backups in the system's file manager. */
  showFolder: command({ input: nothing, output: z.null(), errors: ['BACKUP_FOLDER_MISSING'], access }),
} as const;

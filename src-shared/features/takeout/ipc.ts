import { z } from 'zod';
import { command, nothing } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { pickIdSchema } from '../vault/model.ts';

const access = 'takeout.run';
const taskId = idSchema<'task'>();

export const takeoutOperations = {
  /** Asks for an empty folder; null when cancelled. */
  pickFolder: command({
    input: nothing,
    output: z.object({ pickId: pickIdSchema, folder: z.string() }).readonly().nullable(),
    errors: ['FOLDER_NOT_EMPTY', 'READ_ONLY_FOLDER', 'FOLDER_IN_VAULT'],
    access,
  }),
  /**
   * Writes everything that the person may read in open formats, unencrypted: per contract JSON, PDFs and files; an index;
   * the counterparties. Aborted, the folder is empty again. What is withheld from them is marked as withheld.
   */
  run: command({
    input: z.object({ pickId: pickIdSchema, language: z.enum(['zh', 'en']), taskId }).readonly(),
    output: z.object({ folder: z.string(), contracts: z.int(), files: z.int(), damaged: z.int(), isPartial: z.boolean() }).readonly(),
    errors: ['PICK_EXPIRED', 'FOLDER_NOT_EMPTY'],
    access,
    discloses: { subject: 'takeout', named: null },
  }),
  cancel: command({ input: z.object({ taskId }).readonly(), output: z.null(), errors: [], access }),
} as const;

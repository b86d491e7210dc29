import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { isPlain } from '../../kernel/plain-text.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { pickIdSchema } from '../vault/model.ts';
import {
  addFailures,
  attachmentNameSchema,
  attachmentPreviewSchema,
  contractAttachmentIdSchema,
  contractAttachmentSchema,
  mostAtOnce,
} from './model.ts';

const one = z.object({ id: contractAttachmentIdSchema }).readonly();
const taskId = idSchema<'task'>();
const writing = { access: 'contracts.write', compartments: ['clauses'], changes: ['attachments'] } as const;

export const attachmentsOperations = {
  /** The files of a contract, the latest first. */
  list: query({
    input: z.object({ contractId: contractIdSchema }).readonly(),
    output: z.array(contractAttachmentSchema).readonly(),
    errors: [],
    access: 'contracts.read',
    compartments: ['clauses'],
  }),
  pickFile: command({
    input: nothing,
    output: z.object({ pickId: pickIdSchema }).readonly().nullable(),
    errors: [],
    access: 'contracts.write',
  }),
  /** Stores picked or dropped files; those that can't be stored are named and the others are added all the same. */
  add: command({
    input: z.object({ contractId: contractIdSchema, pickIds: z.array(pickIdSchema).min(1).max(mostAtOnce).readonly(), taskId }).readonly(),
    output: z
      .object({
        added: z.int(),
        failed: z.array(z.object({ name: z.string(), code: z.enum(addFailures) }).readonly()).readonly(),
        isCancelled: z.boolean(),
      })
      .readonly(),
    errors: ['NOT_FOUND'],
    ...writing,
  }),
  rename: command({
    input: z.object({ id: contractAttachmentIdSchema, name: attachmentNameSchema.refine(isPlain, 'INVISIBLE_CHARACTERS') }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND'],
    ...writing,
  }),
  remove: command({ input: one, output: z.null(), errors: ['NOT_FOUND'], ...writing }),
  /** Takes a removal back, for a minute. */
  restore: command({ input: one, output: z.null(), errors: ['NOT_FOUND'], ...writing }),
  /** Writes the file where the person picks; null when cancelled. */
  saveAs: command({
    input: one,
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'TARGET_MISSING', 'DAMAGED_FILE'],
    access: 'contracts.read',
    compartments: ['clauses'],
    discloses: { subject: 'attachment', named: 'id' },
  }),
  preview: query({
    input: one,
    output: attachmentPreviewSchema,
    errors: ['NOT_FOUND', 'FILE_TOO_LARGE', 'DAMAGED_FILE'],
    access: 'contracts.read',
    compartments: ['clauses'],
    discloses: { subject: 'attachment', named: 'id' },
  }),
  /** Stops reading a file's text, or keeps it from beginning. */
  stopReading: command({ input: one, output: z.null(), errors: ['NOT_FOUND'], ...writing }),
  /** Reads the text of a file again that was stopped or could not be read. */
  readAgain: command({ input: one, output: z.null(), errors: ['NOT_FOUND'], ...writing }),
  /** Stops an addition; what was added before stays. */
  cancel: command({ input: z.object({ taskId }).readonly(), output: z.null(), errors: [], access: 'contracts.write' }),
} as const;

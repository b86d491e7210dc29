import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { contractIdSchema, roundSides } from '../contracts/model.ts';
import { numberedBlockSchema, readFailures, textAsidesSchema } from '../reading/model.ts';
import { pickIdSchema } from '../vault/model.ts';
import { exportFormats } from './model.ts';

const versionNumber = z.int().positive();
const ofVersion = { contractId: contractIdSchema, versionNumber } as const;
const round = { label: plainText(80), roundFrom: z.enum(roundSides) } as const;
const saved = z.object({ versionNumber }).readonly();
const textAndMoney = ['clauses', 'finance'] as const;
const taskId = idSchema<'task'>();

export const versionsOperations = {
  /** How a version reads; amounts that the person's keys don't open stand as ****. Version 0 is what the template says, with this contract's values. */
  text: query({
    input: z.object({ ...ofVersion, versionNumber: z.int().nonnegative() }).readonly(),
    output: z.object({ blocks: z.array(numberedBlockSchema).readonly() }).readonly(),
    errors: ['NOT_FOUND'],
    access: 'contracts.read',
    compartments: ['clauses'],
    discloses: { subject: 'contract', named: 'contractId' },
  }),
  /** Names a version and says whose round it is; its text and hash stay as they are. */
  label: command({
    input: z.object({ ...ofVersion, ...round }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND'],
    access: 'contracts.write', changes: ['contracts'],
  }),
  /** Saves an earlier version's text and values again, as the newest version. */
  restore: command({
    input: z.object({ ...ofVersion, revision: z.int().positive() }).readonly(),
    output: saved,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'SIGNED_IS_FIXED'],
    access: 'contracts.write', changes: ['contracts', 'versions'],
    compartments: textAndMoney,
  }),
  pickFile: command({
    input: nothing,
    output: z.object({ pickId: pickIdSchema, fileName: z.string() }).readonly().nullable(),
    errors: [],
    access: 'contracts.write',
  }),
  /** Reads a picked .docx, .pdf, .txt or .md file and saves its text as the newest version. `asides`: what a Word file says beside it, which is not kept; null for nothing. */
  importRound: command({
    input: z
      .object({ contractId: contractIdSchema, revision: z.int().positive(), pickId: pickIdSchema, taskId, ...round })
      .readonly(),
    output: saved.unwrap().extend({ asides: textAsidesSchema.nullable() }).readonly(),
    errors: [...readFailures, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'SIGNED_IS_FIXED', 'PICK_EXPIRED'],
    access: 'contracts.write', changes: ['contracts', 'versions'],
    compartments: textAndMoney,
  }),
  /** Writes a version, or what changed since another one, to a file that the person picks; null when cancelled. */
  exportFile: command({
    input: z
      .object({
        ...ofVersion,
        format: z.enum(exportFormats),
        /** The earlier version of a redline. */
        since: versionNumber.nullable(),
        /** Says in the redline which versions are compared. */
        heading: z.string().max(300),
        taskId,
      })
      .readonly(),
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'TARGET_MISSING'],
    access: 'contracts.read',
    compartments: ['clauses'],
    discloses: { subject: 'contract', named: 'contractId' },
  }),
  /** Stops an import or an export; it then answers CANCELLED and leaves nothing behind. */
  cancel: command({
    input: z.object({ taskId }).readonly(),
    output: z.null(),
    errors: [],
    access: 'contracts.read',
  }),
} as const;

import { z } from 'zod';
import { command, nothing } from '../../ipc/contract.ts';
import { pickIdSchema } from '../vault/model.ts';
import { verificationErrors, verificationReportSchema } from './model.ts';

export const verificationOperations = {
  pickFile: command({
    input: nothing,
    output: z.object({ pickId: pickIdSchema, fileName: z.string() }).readonly().nullable(),
    errors: [],
    access: 'anyone',
  }),
  /** Checks a PDF offline. `known` compares it with what this vault exported; null when locked or never exported. */
  run: command({
    input: z.object({ pickId: pickIdSchema }).readonly(),
    output: z
      .object({
        fileName: z.string(),
        report: verificationReportSchema,
        known: z.object({ contractNumber: z.string(), versionNumber: z.int() }).readonly().nullable(),
      })
      .readonly(),
    errors: ['PICK_EXPIRED', ...verificationErrors],
    access: 'anyone',
  }),
} as const;

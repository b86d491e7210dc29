import { z } from 'zod';
import { command, nothing } from '../../ipc/contract.ts';
import { envelopeStateSchema } from '../signing/envelope-model.ts';
import { pickIdSchema } from '../vault/model.ts';
import { verificationErrors, verificationReportSchema } from './model.ts';

export const knownFileSchema = z
  .object({
    contractNumber: z.string(),
    versionNumber: z.int(),
    /** Of the envelope that the file belongs to: what has become of it, and whether the vault keeps no later copy; null for an export that our side alone signed. */
    signing: z.object({ state: envelopeStateSchema, isLatest: z.boolean() }).readonly().nullable(),
  })
  .readonly();
export type KnownFile = z.infer<typeof knownFileSchema>;

export const verificationOperations = {
  pickFile: command({
    input: nothing,
    output: z.object({ pickId: pickIdSchema, fileName: z.string() }).readonly().nullable(),
    errors: [],
    access: 'anyone',
  }),
  /** Checks a PDF offline. `known` compares it with what this vault exported or gave out; null when locked or never given out. */
  run: command({
    input: z.object({ pickId: pickIdSchema }).readonly(),
    output: z
      .object({
        fileName: z.string(),
        report: verificationReportSchema,
        known: knownFileSchema.nullable(),
      })
      .readonly(),
    errors: ['PICK_EXPIRED', ...verificationErrors],
    access: 'anyone',
  }),
} as const;

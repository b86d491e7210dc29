import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { envelopeOperations } from './envelope-ipc.ts';
import { pickIdSchema } from '../vault/model.ts';
import { exportReceiptSchema, identitySchema, pkcs12Errors } from './model.ts';

/** Half a character, as a cut emoji leaves, can't be written into a certificate. */
const certificateText = z.string().trim().max(64).regex(/^\P{Surrogate}*$/u);

export const signingOperations = {
  ...envelopeOperations,
  /** The identity of the person who is signed in; null before the first use. */
  identity: query({ input: nothing, output: identitySchema.nullable(), errors: [], access: 'signing.sign' }),
  /** Makes a self-issued RSA-3072 certificate. An earlier identity is kept for the record and no longer signs. */
  createIdentity: command({
    input: z
      .object({ commonName: certificateText.min(1), organisation: certificateText })
      .readonly(),
    output: identitySchema,
    errors: [],
    access: 'signing.sign', changes: ['signing'],
  }),
  pickPkcs12: command({
    input: nothing,
    output: z.object({ pickId: pickIdSchema, fileName: z.string() }).readonly().nullable(),
    errors: [],
    access: 'signing.sign',
  }),
  importPkcs12: command({
    input: z.object({ pickId: pickIdSchema, password: z.string().max(256) }).readonly(),
    output: identitySchema,
    errors: ['PICK_EXPIRED', ...pkcs12Errors],
    access: 'signing.sign', changes: ['signing'],
  }),
  /** Prints, signs and writes the contract to a file that the person chooses; null when they cancelled the dialog. */
  exportSigned: command({
    input: z.object({ contractId: contractIdSchema, taskId: idSchema<'task'>() }).readonly(),
    output: exportReceiptSchema.nullable(),
    errors: ['NOT_FOUND', 'NO_IDENTITY', 'CERTIFICATE_EXPIRED', 'TARGET_MISSING', 'NO_TEXT', 'FINDINGS_BLOCK', 'CONTRACT_CANCELLED', 'APPROVAL_NEEDED', 'CHANGED_MEANWHILE'],
    access: 'signing.sign', changes: ['signing', 'contracts'],
    compartments: ['clauses', 'finance'],
  }),
  /** Stops an export that is under way; nothing is left behind. */
  cancelExport: command({
    input: z.object({ taskId: idSchema<'task'>() }).readonly(),
    output: z.null(),
    errors: [],
    access: 'signing.sign',
  }),
  /** Shows the file of the last export in the system's file manager. */
  showExport: command({
    input: z.object({ contractId: contractIdSchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'FILE_MISSING'],
    access: 'signing.sign',
  }),
} as const;

import { z } from 'zod';
import { command, query } from '../../ipc/contract.ts';
import { templateVersionIdSchema } from '../templates/model.ts';
import { keptDialogOfSchema, keptEntriesSchema, unfinishedDialogSchema } from './kept-dialogs.ts';
import { contractIdSchema, keptFormSchema, keptRecordOfSchema, keptRecordSchema } from './model.ts';

const ofTemplate = z.object({ templateVersionId: templateVersionIdSchema }).readonly();
const textAndMoney = ['clauses', 'finance'] as const;

/** What is typed and not saved yet: kept through a lock, each person's own. */
export const keptOperations = {
  /** Keeps an unfinished form, so that neither a lock nor a power cut loses what was typed. One for each template. */
  keepForm: command({
    input: z.object({ templateVersionId: templateVersionIdSchema, form: keptFormSchema }).readonly(),
    output: z.object({ keptAt: z.int() }).readonly(),
    errors: ['TEMPLATE_NOT_FOUND'],
    access: 'contracts.write',
    compartments: textAndMoney,
  }),
  keptForm: query({
    input: ofTemplate,
    output: z.object({ form: keptFormSchema, keptAt: z.int() }).readonly().nullable(),
    errors: [],
    access: 'contracts.write',
    compartments: textAndMoney,
  }),
  discardForm: command({
    input: ofTemplate,
    output: z.null(),
    errors: [],
    access: 'contracts.write',
    compartments: textAndMoney,
  }),
  /** Keeps the unfinished form of a record, as `keepForm` does; each person's own. */
  keepRecord: command({
    input: z.object({ of: keptRecordOfSchema, form: keptRecordSchema }).readonly(),
    output: z.object({ keptAt: z.int() }).readonly(),
    errors: ['NOT_FOUND'],
    access: 'contracts.write',
  }),
  keptRecord: query({
    input: z.object({ of: keptRecordOfSchema }).readonly(),
    output: z.object({ form: keptRecordSchema, keptAt: z.int() }).readonly().nullable(),
    errors: [],
    access: 'contracts.write',
  }),
  discardRecord: command({
    input: z.object({ of: keptRecordOfSchema }).readonly(),
    output: z.null(),
    errors: [],
    access: 'contracts.write',
  }),
  /** Keeps the unfinished form of a dialog; whether the person may fill it in at all, `keepingByDialog` says. */
  keepDialog: command({
    input: z.object({ of: keptDialogOfSchema, form: keptEntriesSchema }).readonly(),
    output: z.object({ keptAt: z.int() }).readonly(),
    errors: ['NOT_FOUND'],
    access: 'vault.use',
  }),
  /** What the person kept, also where they may go on with it no more. */
  keptDialog: query({
    input: z.object({ of: keptDialogOfSchema }).readonly(),
    output: z.object({ form: keptEntriesSchema, keptAt: z.int() }).readonly().nullable(),
    errors: [],
    access: 'vault.use',
  }),
  /** What the person left unfinished on a contract, or on none (null), the latest first. */
  unfinishedDialogs: query({ input: z.object({ contractId: contractIdSchema.nullable() }).readonly(), output: z.array(unfinishedDialogSchema).readonly(), errors: [], access: 'vault.use' }),
  discardDialog: command({
    input: z.object({ of: keptDialogOfSchema }).readonly(),
    output: z.null(),
    errors: [],
    access: 'vault.use',
  }),
} as const;

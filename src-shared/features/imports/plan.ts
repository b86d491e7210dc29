import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { currencySchema } from '../../kernel/money.ts';
import { contractFieldSchema, contractMappingSchema, dayOrderSchema, importKindSchema, partyFieldSchema, partyMappingSchema, rowProblemCodes } from './model.ts';

export const importBatchIdSchema = idSchema<'importBatch'>();
export type ImportBatchId = z.infer<typeof importBatchIdSchema>;

export const textEncodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export const textEncodingSchema = z.enum(textEncodings);

/** Why a file can't be read as a table, as the interface names it: what reading answers, with `TABLE_` before it. */
export const tableErrors = [
  'TABLE_EMPTY',
  'TABLE_NOT_A_TABLE',
  'TABLE_UNSUPPORTED',
  'TABLE_OLD_EXCEL',
  'TABLE_UNRECOGNISED',
  'TABLE_NOT_A_WORKBOOK',
  'TABLE_TOO_LARGE',
  'TABLE_DAMAGED',
  'TABLE_ENCRYPTED',
  'TABLE_BOMB',
] as const;
export type TableError = (typeof tableErrors)[number];

/** How doubtful rows are to be taken. */
export const importOptionsSchema = z
  .object({
    /** A number, a contract without one or a name that is there already: the row is left out, or added (a contract under a number of the vault's own series). */
    onDuplicate: z.enum(['skip', 'add']),
    /** A party whose name is nearly that of another: the other is meant, or it is a new one. */
    onSimilar: z.enum(['use', 'add']),
    /** For rows that name no currency. */
    currency: currencySchema,
    /** Null: a date such as 03/04/2026 is a problem. */
    dayOrder: dayOrderSchema.nullable(),
  })
  .readonly();
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** How a file is read; `null` leaves the choice to the reader. */
export const sourceViewSchema = z
  .object({ sheet: z.string().max(200).nullable(), encoding: textEncodingSchema.nullable() })
  .readonly();
export type SourceView = z.infer<typeof sourceViewSchema>;

const common = { view: sourceViewSchema, options: importOptionsSchema };

/** What is to become of which column. The renderer names the file by its handle. */
export const importPlanSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contracts'), mapping: contractMappingSchema, ...common }).readonly(),
  z.object({ kind: z.literal('parties'), mapping: partyMappingSchema, ...common }).readonly(),
]);
export type ImportPlan = z.infer<typeof importPlanSchema>;

/** What only shows once a row meets the other rows and the vault. */
export const bookProblemCodes = [
  'NUMBER_TAKEN', 'NUMBER_TWICE', 'CONTRACT_KNOWN', 'ROW_TWICE', 'PARENT_MISSING', 'PARENT_NOT_ALLOWED', 'PARENT_NOT_FOUND', 'PARENT_TOO_DEEP',
  'PARTY_TWICE', 'PARTY_UNKNOWN', 'TERM_MISSING', 'RENEWAL_TERM_MISSING', 'RATE_MISSING', 'USCC_TAKEN', 'NAME_TAKEN',
  'NAME_SIMILAR', 'TOTAL_ROW', 'SIGN_OFF_ROW',
] as const;
export const importProblemCodes = [...rowProblemCodes, ...bookProblemCodes] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

/**
 * The row is left out; it is, or holds, something that is there already; it is no record at all, but a total or a line
 * for signatures; or it was tidied on the way.
 */
export const problemWeights = ['refused', 'duplicate', 'aside', 'note'] as const;
export type ProblemWeight = (typeof problemWeights)[number];

/** Something about a row at a field; `other` is what it meets: a number, the name of a party. */
export const importProblemSchema = z
  .object({
    rowNumber: z.int().positive(),
    field: z.union([contractFieldSchema, partyFieldSchema]),
    code: z.enum(importProblemCodes),
    weight: z.enum(problemWeights),
    shown: z.string().max(80),
    other: z.string().max(240),
  })
  .readonly();
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** Rows by what a dry run found: `good` would be added, `bad` refused, `skipped` left out as duplicates, `aside` as no records. */
export const checkSummarySchema = z
  .object({
    rows: z.int(),
    good: z.int(),
    bad: z.int(),
    skipped: z.int(),
    aside: z.int(),
    newParties: z.int(),
    duplicates: z.object({ number: z.int(), contract: z.int(), uscc: z.int(), name: z.int(), similar: z.int() }).readonly(),
    /** Of all that was found, as many as a person looks through; the report has all. */
    problems: z.array(importProblemSchema).readonly(),
    problemCount: z.int(),
  })
  .readonly();
export type CheckSummary = z.infer<typeof checkSummarySchema>;

export const shownProblems = 200;

/** How an import ended. A stopped one can be gone on with or undone. */
export const importOutcomeSchema = z
  .object({
    batchId: importBatchIdSchema,
    state: z.enum(['done', 'stopped']),
    addedContracts: z.int(),
    addedParties: z.int(),
    skipped: z.int(),
    bad: z.int(),
  })
  .readonly();
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

export const batchStates = ['running', 'stopped', 'done', 'undone'] as const;
export const importBatchSchema = z
  .object({
    id: importBatchIdSchema,
    kind: importKindSchema,
    fileName: z.string(),
    state: z.enum(batchStates),
    rows: z.int(),
    rowsDone: z.int(),
    added: z.int(),
    skipped: z.int(),
    at: z.int(),
    byName: z.string(),
  })
  .readonly();
export type ImportBatch = z.infer<typeof importBatchSchema>;

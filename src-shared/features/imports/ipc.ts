import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { pickIdSchema } from '../vault/model.ts';
import { contractMappingSchema, importKindSchema, partyMappingSchema } from './model.ts';
import {
  checkSummarySchema,
  importBatchIdSchema,
  importBatchSchema,
  importOptionsSchema,
  importOutcomeSchema,
  importPlanSchema,
  sourceViewSchema,
  tableErrors,
  textEncodingSchema,
} from './plan.ts';
import { reportWordsSchema, watchChoiceSchema, watchStateSchema } from './watch.ts';

const ofTask = z.object({ taskId: idSchema<'task'>() }).readonly();
const planned = z.object({ pickId: pickIdSchema, plan: importPlanSchema, taskId: idSchema<'task'>() }).readonly();
const planErrors = ['PICK_EXPIRED', 'COLUMN_MISSING', 'FIELD_MISSING', 'AMOUNTS_WITHHELD', 'PARTIES_FORBIDDEN', 'IMPORT_RUNNING', ...tableErrors] as const;

export const importsOperations = {
  pickFile: command({
    input: nothing,
    output: z.object({ pickId: pickIdSchema, fileName: z.string() }).readonly().nullable(),
    errors: [],
    access: 'imports.run',
  }),
  /** The table's head and how its columns may be taken: as the last time for a file of this form, else as guessed. */
  preview: query({
    input: z.object({ pickId: pickIdSchema, kind: importKindSchema.nullable(), view: sourceViewSchema }).readonly(),
    output: z
      .object({
        kind: importKindSchema,
        format: z.enum(['csv', 'xlsx', 'json', 'vcard']),
        encoding: textEncodingSchema,
        sheetNames: z.array(z.string()).readonly(),
        headings: z.array(z.string()).readonly(),
        rows: z.array(z.object({ rowNumber: z.int(), cells: z.array(z.string()).readonly() }).readonly()).readonly(),
        mapping: z.union([contractMappingSchema, partyMappingSchema]),
        options: importOptionsSchema,
        isRemembered: z.boolean(),
      })
      .readonly(),
    errors: ['PICK_EXPIRED', ...tableErrors],
    access: 'imports.run',
  }),
  /** A dry run over the whole file; nothing is changed. */
  check: command({ input: planned, output: checkSummarySchema, errors: planErrors, access: 'imports.run' }),
  /** Writes every problem with its row's own cells to a CSV file that the person picks; null when they cancelled. */
  saveProblems: command({
    input: z
      .object({
        ...planned.unwrap().shape,
        fileName: z.string().trim().min(1).max(120),
        headings: z.object({ row: z.string().max(60), field: z.string().max(60), problem: z.string().max(60) }).readonly(),
        /** Sentences for `problem.CODE`, words for `field.NAME`. */
        words: z.record(z.string().max(60), z.string().max(300)).readonly(),
      })
      .readonly(),
    output: z.object({ fileName: z.string(), rows: z.int() }).readonly().nullable(),
    errors: ['TARGET_MISSING', ...planErrors],
    access: 'imports.run',
  }),
  /** Adds the good rows, a few hundred at a time. Cancelled: what was added stays until it is gone on with or undone. */
  run: command({
    input: planned,
    output: importOutcomeSchema,
    errors: planErrors,
    access: 'imports.run', changes: ['imports', 'contracts', 'parties'],
  }),
  /** Goes on with a batch that was stopped, from the row where it stood. */
  resume: command({
    input: z.object({ batchId: importBatchIdSchema, taskId: idSchema<'task'>() }).readonly(),
    output: importOutcomeSchema,
    errors: ['NOT_FOUND', 'NOT_RESUMABLE', 'SOURCE_CHANGED', ...planErrors],
    access: 'imports.run', changes: ['imports', 'contracts', 'parties'],
  }),
  /** Stops a dry run, a report, an import or an undoing that is under way. */
  cancel: command({ input: ofTask, output: z.null(), errors: [], access: 'imports.run' }),
  /** Removes what a batch added, some hundreds at a time; what somebody changed or used since stays and is counted. Stopped, it can be undone to the end later. */
  undo: command({
    input: z.object({ batchId: importBatchIdSchema, taskId: idSchema<'task'>() }).readonly(),
    output: z.object({ removedContracts: z.int(), removedParties: z.int(), keptContracts: z.int(), keptParties: z.int(), isStopped: z.boolean() }).readonly(),
    errors: ['NOT_FOUND', 'NOTHING_TO_UNDO', 'IMPORT_RUNNING', 'AMOUNTS_WITHHELD'],
    access: 'imports.run', changes: ['imports', 'contracts', 'parties'],
  }),
  batches: query({
    input: nothing,
    output: z.array(importBatchSchema).readonly(),
    errors: [],
    access: 'imports.run',
  }),
  /** The folder into which another program puts its files, and what came of those. */
  watch: query({ input: nothing, output: watchStateSchema, errors: [], access: 'imports.run' }),
  /** Asks for a folder and takes over what is put there, as long as a vault is open by who may import; null when cancelled. */
  watchFolder: command({
    input: z.object({ choice: watchChoiceSchema, report: reportWordsSchema }).readonly(),
    output: z.object({ folder: z.string() }).readonly().nullable(),
    errors: ['READ_ONLY_FOLDER', 'FOLDER_IN_VAULT'],
    access: 'imports.run',
    changes: ['imports'],
  }),
  changeWatch: command({ input: z.object({ choice: watchChoiceSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'imports.run', changes: ['imports'] }),
  /** The folder and what lies in it stay. */
  stopWatch: command({ input: nothing, output: z.null(), errors: [], access: 'imports.run', changes: ['imports'] }),
  /** Looks into the folder at once; a file that still grows waits for the next look. */
  lookNow: command({ input: nothing, output: z.object({ files: z.int() }).readonly(), errors: [], access: 'imports.run', changes: ['imports', 'contracts', 'parties'] }),
} as const;

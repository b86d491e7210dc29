import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { importBatchIdSchema, tableErrors } from './plan.ts';

/** Which columns are taken for what: only those of files whose like was imported by hand before, or guessed where there was none. */
export const watchMappings = ['remembered', 'suggested'] as const;

/** What becomes of a file whose rows were taken over: it is put into the folder `done`, or deleted. */
export const watchDisposals = ['keep', 'delete'] as const;

/** The words of the report of refused rows, as the person reads them who set the folder up. */
export const reportWordsSchema = z
  .object({
    headings: z.object({ row: z.string().max(60), field: z.string().max(60), problem: z.string().max(60) }).readonly(),
    /** Sentences for `problem.CODE`, words for `field.NAME`. */
    words: z.record(z.string().max(60), z.string().max(300)).readonly(),
  })
  .readonly();
export type ReportWords = z.infer<typeof reportWordsSchema>;

export const watchChoiceSchema = z.object({ mapping: z.enum(watchMappings), onDone: z.enum(watchDisposals) }).readonly();
export type WatchChoice = z.infer<typeof watchChoiceSchema>;

export const watchSettingsSchema = z.object({ folder: z.string().min(1).max(4000), ...watchChoiceSchema.unwrap().shape, report: reportWordsSchema }).readonly();
export type WatchSettings = z.infer<typeof watchSettingsSchema>;

/** Why a file was put aside as a whole. */
export const arrivalFailures = [...tableErrors, 'MAPPING_UNKNOWN', 'COLUMN_MISSING', 'FIELD_MISSING', 'AMOUNTS_WITHHELD', 'PARTIES_FORBIDDEN', 'SOURCE_CHANGED'] as const;
export type ArrivalFailure = (typeof arrivalFailures)[number];

/** A file that came: taken over whole, in part (the rest stands in a report beside it), or put aside. */
export const arrivalSchema = z
  .object({
    id: idSchema<'importArrival'>(),
    fileName: z.string(),
    at: z.int(),
    outcome: z.enum(['imported', 'partly', 'failed']),
    failure: z.enum(arrivalFailures).nullable(),
    batchId: importBatchIdSchema.nullable(),
    added: z.int(),
    skipped: z.int(),
    bad: z.int(),
  })
  .readonly();
export type Arrival = z.infer<typeof arrivalSchema>;

/** Null: no folder is watched. `isReachable`: it is there and can be written to. */
export const watchStateSchema = z
  .object({
    watched: watchChoiceSchema.unwrap().extend({ folder: z.string(), isReachable: z.boolean() }).readonly().nullable(),
    /** The latest first, at most fifty. */
    arrivals: z.array(arrivalSchema).readonly(),
  })
  .readonly();
export type WatchState = z.infer<typeof watchStateSchema>;


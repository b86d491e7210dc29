import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { daySchema } from '../../kernel/day.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { contractTypeSchema, templateVersionIdSchema } from '../templates/model.ts';
import { keptOperations } from './kept-ipc.ts';
import { moveRefusals } from './lifecycle.ts';
import { contractPageSchema, contractSelectionSchema, exportColumns, exportColumnSchema, savedViewSchema } from './list.ts';
import {
  contractEntrySchema,
  contractIdSchema,
  contractLanguageSchema,
  contractSchema,
  contractSummarySchema,
  familyMemberSchema,
  noticeEntrySchema,
  numberPatternSchema,
  searchHitSchema,
  wordPlaceSchema,
} from './model.ts';
import { noticeDayErrors } from './notices.ts';
import { contractRecordSchema, longestNumber, longestTitle, recordAmountSchema } from './record.ts';
import { stageSchema } from './stage.ts';

const numberingSchema = z.object({ pattern: z.string(), example: z.string() }).readonly();

const recordErrors = ['RECORD_INVALID', 'PARTY_NOT_FOUND', 'PARENT_NOT_FOUND', 'PARENT_CYCLE', 'WITHHELD_AMOUNT'] as const;

const recordEntrySchema = z
  .object({
    title: z.string().trim().min(1).max(longestTitle),
    contractType: contractTypeSchema,
    record: contractRecordSchema,
    /** Null: not known. Absent: not touched, as from someone who doesn't see it. */
    amount: recordAmountSchema.nullable().optional(),
  })
  .readonly();

const moveDetailsSchema = z
  .object({
    reason: plainText(1000),
    basis: plainText(1000),
    notice: plainText(1000),
    effectiveOn: daySchema.nullable(),
    signedOn: daySchema.nullable(),
  })
  .readonly();

const textAndMoney = ['clauses', 'finance'] as const;

const bulkChangeSchema = z
  .object({
    ids: z.array(contractIdSchema).min(1).max(1000).readonly(),
    addTags: z.array(plainText(40).min(1)).max(30).readonly().optional(),
    removeTags: z.array(z.string().max(40)).max(30).readonly().optional(),
    ownerName: plainText(80).optional(),
    archived: z.boolean().optional(),
  })
  .readonly();

/** What takes a change back: what was stored before may be older than the check of what comes in. */
const bulkUndoSchema = bulkChangeSchema.unwrap().extend({ addTags: z.array(z.string()).readonly().optional(), ownerName: z.string().optional() }).readonly();

/** What a search didn't reach: texts that the person's keys don't open, and what came lately and isn't in the index yet. */
const searched = { textsWithheld: z.boolean(), isIndexing: z.boolean() };

export const contractsOperations = {
  list: query({
    input: contractPageSchema,
    output: z
      .object({ contracts: z.array(contractSummarySchema).readonly(), total: z.int(), hasMore: z.boolean(), nextCursor: z.string().nullable(), ...searched })
      .readonly(),
    errors: ['WITHHELD_FILTER'],
    access: 'contracts.read',
    discloses: { subject: 'contracts', named: null },
  }),
  /** How many there are, where the page only said that they are more than a thousand. */
  count: query({ input: contractSelectionSchema, output: z.int(), errors: ['WITHHELD_FILTER'], access: 'contracts.read' }),
  /** The contracts that fit a search best, with the places where they do. */
  search: query({
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(100) }).readonly(),
    output: z.object({ hits: z.array(searchHitSchema).readonly(), ...searched }).readonly(),
    errors: ['WITHHELD_FILTER'],
    access: 'contracts.read',
    discloses: { subject: 'contracts', named: null },
  }),
  /** Of contracts that are listed, where those have what is looked for whose record alone doesn't say so. */
  wordPlaces: query({
    input: z.object({ ids: z.array(contractIdSchema).max(100).readonly(), text: z.string().max(200) }).readonly(),
    output: z.array(wordPlaceSchema).readonly(),
    errors: [],
    access: 'contracts.read',
    discloses: { subject: 'contracts', named: null },
  }),
  /** The contracts of these ids by number and name, in their order; one that is gone is left out. */
  named: query({
    input: z.object({ ids: z.array(contractIdSchema).max(100).readonly() }).readonly(),
    output: z.array(contractSummarySchema.unwrap().pick({ id: true, number: true, title: true }).readonly()).readonly(),
    errors: [],
    access: 'contracts.read',
    discloses: { subject: 'contracts', named: null },
  }),
  tags: query({
    input: nothing,
    output: z.array(z.object({ tag: z.string(), count: z.int() }).readonly()).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  /** The names of owners and departments in use, at most 500 of each. */
  namesInUse: query({
    input: nothing,
    output: z.object({ owners: z.array(z.string()).readonly(), departments: z.array(z.string()).readonly() }).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  /** A contract with everything that hangs together with it: what it replaced, framework, orders, amendments, the head first, and what replaced it. */
  family: query({
    input: z.object({ id: contractIdSchema }).readonly(),
    output: z.array(familyMemberSchema).readonly(),
    errors: ['NOT_FOUND'],
    access: 'contracts.read',
    discloses: { subject: 'contract', named: 'id' },
  }),
  /** Enters a contract that was made elsewhere; its text may follow. */
  register: command({
    input: recordEntrySchema
      .unwrap()
      .extend({ number: z.string().trim().max(longestNumber), language: contractLanguageSchema, stage: stageSchema })
      .readonly(),
    output: contractSchema,
    errors: [...recordErrors, 'NUMBER_TAKEN'],
    access: 'contracts.write', changes: ['contracts', 'parties'],
  }),
  saveRecord: command({
    input: recordEntrySchema.unwrap().extend({ id: contractIdSchema, revision: z.int().positive() }).readonly(),
    output: contractSchema,
    errors: [...recordErrors, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'SIGNED_IS_FIXED'],
    access: 'contracts.write', changes: ['contracts', 'parties'],
  }),
  changeStage: command({
    input: z
      .object({ id: contractIdSchema, revision: z.int().positive(), to: stageSchema, details: moveDetailsSchema })
      .readonly(),
    output: contractSchema,
    errors: [...moveRefusals, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'FINDINGS_BLOCK', 'APPROVAL_NEEDED', 'APPROVAL_RUNNING'],
    access: 'contracts.write', changes: ['contracts'],
  }),
  /** Lets another contract take the place of a signed one. */
  supersede: command({
    input: z.object({ id: contractIdSchema, revision: z.int().positive(), successorId: contractIdSchema, reason: plainText(1000) }).readonly(),
    output: contractSchema,
    errors: [...moveRefusals, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'SUCCESSOR_NOT_FOUND', 'SUCCESSOR_CANCELLED', 'SUCCESSOR_CYCLE'],
    access: 'contracts.write', changes: ['contracts'],
  }),
  /** Corrects what was recorded of a termination; what stood there before stays in the history. */
  correctTermination: command({
    input: z.object({ id: contractIdSchema, revision: z.int().positive(), correction: plainText(1000), details: moveDetailsSchema }).readonly(),
    output: contractSchema,
    errors: [...moveRefusals, 'NOT_FOUND', 'CHANGED_MEANWHILE'],
    access: 'contracts.write', changes: ['contracts'],
  }),
  addNotice: command({
    input: z.object({ id: contractIdSchema, notice: noticeEntrySchema }).readonly(),
    output: contractSchema,
    errors: ['NOT_FOUND', ...noticeDayErrors],
    access: 'contracts.write', changes: ['contracts'],
  }),
  /** Corrects a notice that was recorded, or adds the day of its receipt. */
  changeNotice: command({
    input: z.object({ id: contractIdSchema, noticeId: idSchema<'notice'>(), notice: noticeEntrySchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'NOTICE_WITHDRAWN', ...noticeDayErrors],
    access: 'contracts.write', changes: ['contracts'],
  }),
  /** Takes back a notice that was recorded by mistake; it stays on record, and counts no more. */
  withdrawNotice: command({
    input: z.object({ id: contractIdSchema, noticeId: idSchema<'notice'>(), reason: plainText(500).min(1) }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'NOTICE_WITHDRAWN'],
    access: 'contracts.write', changes: ['contracts'],
  }),
  views: query({ input: nothing, output: z.array(savedViewSchema).readonly(), errors: [], access: 'contracts.read' }),
  /** Keeps a view under a name; one of the same name is replaced. */
  saveView: command({
    input: savedViewSchema.unwrap().omit({ id: true }).extend({ name: plainText(60).min(1) }).readonly(),
    output: savedViewSchema,
    errors: ['TOO_MANY_VIEWS'],
    access: 'contracts.read', changes: ['contracts'],
  }),
  deleteView: command({
    input: z.object({ id: idSchema<'view'>() }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND'],
    access: 'contracts.read', changes: ['contracts'],
  }),
  /** Writes the chosen contracts, or the whole selection, to a file that the person picks; null when cancelled. */
  exportList: command({
    input: z
      .object({
        selection: contractSelectionSchema,
        ids: z.array(contractIdSchema).max(1000).readonly().optional(),
        format: z.enum(['csv', 'xlsx']),
        fileName: z.string().trim().min(1).max(80),
        columns: z
          .array(z.object({ column: exportColumnSchema, heading: z.string().max(60) }).readonly())
          .min(1)
          .max(exportColumns.length)
          .readonly(),
        /** Words for codes, as `stage.draft`. */
        words: z.record(z.string().max(60), z.string().max(60)).readonly(),
      })
      .readonly(),
    output: z.object({ fileName: z.string(), rows: z.int() }).readonly().nullable(),
    errors: ['TARGET_MISSING', 'WITHHELD_FILTER'],
    access: 'contracts.read',
  }),
  /**
   * Writes what changed since a day as JSON lines for another system, to a file that the person picks; null when cancelled.
   * The format stands in docs/crm.md.
   */
  exportChanges: command({
    input: z.object({ since: daySchema, fileName: z.string().trim().min(1).max(80) }).readonly(),
    output: z.object({ fileName: z.string(), rows: z.int() }).readonly().nullable(),
    errors: ['TARGET_MISSING'],
    access: 'contracts.read',
  }),
  changeMany: command({
    input: bulkChangeSchema,
    /** How many were changed, and what puts each of them back as it was: those that had the tag before keep it. */
    output: z.object({ changed: z.int(), undo: z.array(bulkUndoSchema).readonly() }).readonly(),
    errors: ['NOT_FOUND'],
    access: 'contracts.write', changes: ['contracts'],
  }),
  get: query({
    input: z.object({ id: contractIdSchema }).readonly(),
    output: contractSchema,
    errors: ['NOT_FOUND'],
    access: 'contracts.read',
    discloses: { subject: 'contract', named: 'id' },
  }),
  /** The contract that a link from another program asks for, once; null when none waits. `id` null: there is none of that number. */
  takeLinked: command({
    input: nothing,
    output: z.object({ number: z.string(), id: contractIdSchema.nullable() }).readonly().nullable(),
    errors: [],
    access: 'contracts.read',
  }),
  /** Makes the contract with its number and version 1. */
  create: command({
    input: z.object({ templateVersionId: templateVersionIdSchema, entry: contractEntrySchema }).readonly(),
    output: contractSchema,
    errors: ['TEMPLATE_NOT_FOUND', 'PARTY_NOT_FOUND', 'VALUES_INVALID'],
    access: 'contracts.write', changes: ['contracts', 'parties'],
    compartments: textAndMoney,
  }),
  /** Saves changed values of a draft as its next version; the same content again makes no new version. */
  revise: command({
    input: z
      .object({ id: contractIdSchema, revision: z.int().positive(), entry: contractEntrySchema })
      .readonly(),
    output: contractSchema,
    errors: ['NOT_FOUND', 'PARTY_NOT_FOUND', 'VALUES_INVALID', 'CHANGED_MEANWHILE', 'NOT_A_DRAFT'],
    access: 'contracts.write', changes: ['contracts', 'parties'],
    compartments: textAndMoney,
  }),
  ...keptOperations,
  numbering: query({ input: nothing, output: numberingSchema, errors: [], access: 'contracts.read' }),
  changeNumbering: command({
    input: z.object({ pattern: numberPatternSchema }).readonly(),
    output: numberingSchema,
    errors: ['COUNTER_MISSING', 'COUNTER_REPEATED', 'UNKNOWN_PART', 'UNFIT_CHARACTER'],
    access: 'vault.configure', changes: ['contracts'],
  }),
} as const;

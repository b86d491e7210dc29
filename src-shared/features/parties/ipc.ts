import { z } from 'zod';
import { command, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { duplicatesSchema, mergeEffectsSchema, partyMergeEntrySchema, partyMergeIdSchema, partyMergeSchema } from './merging.ts';
import {
  partyBankSchema,
  partyDetailsSchema,
  partyExportColumns,
  partyIdSchema,
  partySchema,
  partySelectionSchema,
  partyStandingSchema,
  partySummarySchema,
  similarPartySchema,
} from './model.ts';

const identified = z.object({ id: partyIdSchema }).readonly();
const ofTask = z.object({ taskId: idSchema<'task'>() }).readonly();
const pair = z.object({ first: partyIdSchema, second: partyIdSchema }).readonly();
// Bank accounts are merged with the rest, so that a merge takes the key to them.
const merging = { access: 'parties.merge', compartments: ['finance'] } as const;

export const partiesOperations = {
  /** A page of parties. `elsewhere`: where none is found, how many match among those archived, or in use if archived ones were looked for. */
  list: query({
    input: partySelectionSchema.unwrap().extend({ offset: z.int().min(0), limit: z.int().min(1).max(200) }).readonly(),
    output: z.object({ parties: z.array(partySummarySchema).readonly(), total: z.int(), elsewhere: z.int() }).readonly(),
    errors: [],
    access: 'parties.read',
  }),
  /** Writes the parties of a selection, with every column, to a file that the person picks; null when cancelled. Accounts stay empty without their key. */
  exportList: command({
    input: z
      .object({
        selection: partySelectionSchema,
        format: z.enum(['csv', 'xlsx']),
        fileName: z.string().trim().min(1).max(80),
        headings: z.array(z.string().max(60)).length(partyExportColumns.length).readonly(),
        /** Words for kinds, as `kind.company`, and for `yes`. */
        words: z.record(z.string().max(60), z.string().max(60)).readonly(),
      })
      .readonly(),
    output: z.object({ fileName: z.string(), rows: z.int() }).readonly().nullable(),
    errors: ['TARGET_MISSING'],
    access: 'parties.read',
    discloses: { subject: 'parties', named: null },
  }),
  get: query({ input: identified, output: partySchema, errors: ['NOT_FOUND'], access: 'parties.read', discloses: { subject: 'party', named: 'id' } }),
  /** Parties, archived ones included, whose names are like those entered; the likest first, at most three. `except`: the party itself. */
  similar: query({
    input: partyDetailsSchema.unwrap().pick({ nameZh: true, nameEn: true, uscc: true }).extend({ except: partyIdSchema.nullable() }).readonly(),
    output: z.array(similarPartySchema).readonly(),
    errors: [],
    access: 'parties.read',
  }),
  /** `bank` null: not given, or not the person's to give. Without a `standing` the party is not judged, or as before. */
  create: command({
    input: z.object({ details: partyDetailsSchema, bank: partyBankSchema.nullable(), standing: partyStandingSchema.optional() }).readonly(),
    output: partySchema,
    errors: ['PARTY_INVALID', 'USCC_TAKEN'],
    access: 'parties.write', changes: ['parties'],
  }),
  update: command({
    input: z
      .object({
        id: partyIdSchema,
        revision: z.int().positive(),
        details: partyDetailsSchema,
        bank: partyBankSchema.nullable(),
        standing: partyStandingSchema.optional(),
      })
      .readonly(),
    output: partySchema,
    errors: ['NOT_FOUND', 'PARTY_INVALID', 'USCC_TAKEN', 'CHANGED_MEANWHILE'],
    access: 'parties.write', changes: ['parties'],
  }),
  archive: command({ input: identified, output: partySchema, errors: ['NOT_FOUND'], access: 'parties.write', changes: ['parties'] }),
  restore: command({ input: identified, output: partySchema, errors: ['NOT_FOUND'], access: 'parties.write', changes: ['parties'] }),
  /**
   * Groups of parties that may be one, and the pairs of which somebody said that they are not. Asked again under the same
   * task, the former answer is CANCELLED; what takes more than a second tells how far it is.
   */
  duplicates: query({ input: ofTask, output: duplicatesSchema, errors: [], access: 'parties.merge' }),
  cancelDuplicates: command({ input: ofTask, output: z.null(), errors: [], access: 'parties.merge' }),
  /** Says that two parties are not one, so that they are not shown as possible duplicates again. */
  declareDistinct: command({ input: pair, output: z.null(), errors: ['NOT_FOUND'], access: 'parties.merge', changes: ['parties'] }),
  withdrawDistinct: command({ input: pair, output: z.null(), errors: ['NOT_FOUND'], access: 'parties.merge', changes: ['parties'] }),
  /** What a merge would do, before anybody decides. */
  mergeEffects: query({ input: z.object({ keptId: partyIdSchema, mergedId: partyIdSchema }).readonly(), output: mergeEffectsSchema, errors: ['NOT_FOUND'], ...merging }),
  /** Makes one record of two. PARTIES_OPPOSED: both stand on a contract as different sides, or in a draft's text; it counts the contracts. */
  merge: command({
    input: partyMergeEntrySchema,
    output: z.object({ mergeId: partyMergeIdSchema, party: partySchema }).readonly(),
    errors: ['NOT_FOUND', 'PARTY_INVALID', 'USCC_TAKEN', 'CHANGED_MEANWHILE', 'PARTIES_OPPOSED'],
    changes: ['parties', 'contracts', 'risks', 'problems'],
    ...merging,
  }),
  /** Takes a merge back: what it moved, and fields that nobody changed since. MERGED_FURTHER: its record was itself merged into another. */
  unmerge: command({
    input: z.object({ mergeId: partyMergeIdSchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'USCC_TAKEN', 'MERGED_FURTHER'],
    changes: ['parties', 'contracts', 'risks', 'problems'],
    ...merging,
  }),
  /** The merge that a record gave way in, and those by which others gave way to it; the latest first. */
  mergesOf: query({ input: identified, output: z.array(partyMergeSchema).readonly(), errors: [], access: 'parties.read' }),
  /** The merges that changed who stands on a contract, the latest first. */
  mergesIn: query({ input: z.object({ contractId: contractIdSchema }).readonly(), output: z.array(partyMergeSchema).readonly(), errors: [], access: 'parties.read' }),
} as const;

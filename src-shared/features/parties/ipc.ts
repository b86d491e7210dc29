import { z } from 'zod';
import { command, query } from '../../ipc/contract.ts';
import {
  partyBankSchema,
  partyDetailsSchema,
  partyIdSchema,
  partySchema,
  partySortSchema,
  partyStandingSchema,
  partySummarySchema,
  similarPartySchema,
} from './model.ts';

const identified = z.object({ id: partyIdSchema }).readonly();

export const partiesOperations = {
  /** A page of parties; `search` hits names in both languages, the credit code and the contact. */
  list: query({
    input: z
      .object({
        search: z.string().max(200),
        archived: z.boolean(),
        sort: partySortSchema,
        offset: z.int().min(0),
        limit: z.int().min(1).max(200),
      })
      .readonly(),
    output: z.object({ parties: z.array(partySummarySchema).readonly(), total: z.int() }).readonly(),
    errors: [],
    access: 'parties.read',
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
} as const;

import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { templateVersionIdSchema } from '../templates/model.ts';
import {
  contractEntrySchema,
  contractIdSchema,
  contractSchema,
  contractSummarySchema,
  keptFormSchema,
  numberPatternSchema,
} from './model.ts';

const numberingSchema = z.object({ pattern: z.string(), example: z.string() }).readonly();
const ofTemplate = z.object({ templateVersionId: templateVersionIdSchema }).readonly();
const textAndMoney = ['clauses', 'finance'] as const;

export const contractsOperations = {
  list: query({
    input: z
      .object({
        search: z.string().max(200),
        sort: z.enum(['updated', 'number', 'title']),
        offset: z.int().min(0),
        limit: z.int().min(1).max(200),
      })
      .readonly(),
    output: z.object({ contracts: z.array(contractSummarySchema).readonly(), total: z.int() }).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  get: query({
    input: z.object({ id: contractIdSchema }).readonly(),
    output: contractSchema,
    errors: ['NOT_FOUND'],
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
  numbering: query({ input: nothing, output: numberingSchema, errors: [], access: 'contracts.read' }),
  changeNumbering: command({
    input: z.object({ pattern: numberPatternSchema }).readonly(),
    output: numberingSchema,
    errors: ['COUNTER_MISSING', 'COUNTER_REPEATED', 'UNKNOWN_PART', 'UNFIT_CHARACTER'],
    access: 'vault.configure', changes: ['contracts'],
  }),
} as const;

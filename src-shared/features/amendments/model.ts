import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { orWithheld } from '../../kernel/withheld.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { phaseTermsSchema } from '../contracts/phases.ts';
import { partyRoleSchema, recordAmountSchema, recordDetailsSchema } from '../contracts/record.ts';
import { partyIdSchema } from '../parties/model.ts';

export const amendmentIdSchema = idSchema<'amendment'>();
export type AmendmentId = z.infer<typeof amendmentIdSchema>;

const details = recordDetailsSchema.unwrap().shape;

/** Who is bound, in which role. Who signs for a party is no term: it stays with the record. */
export const amendedPartySchema = z.object({ partyId: partyIdSchema, role: partyRoleSchema }).readonly();
export type AmendedParty = z.infer<typeof amendedPartySchema>;

/** What an amendment can change of a record, beside the sum and the wording. The stage, the owner and the tags are no terms. */
export const termsSchema = phaseTermsSchema
  .unwrap()
  .extend({
    governingLaw: details.governingLaw.removeDefault(),
    disputeMode: details.disputeMode.removeDefault(),
    disputeForum: details.disputeForum.removeDefault(),
    seat: details.seat.removeDefault(),
    warrantyUntil: details.warrantyUntil.removeDefault(),
    /** All of them from the amendment's day on: a change of one names the others too. */
    parties: z.array(amendedPartySchema).max(20).readonly(),
  })
  .readonly();
export type Terms = z.infer<typeof termsSchema>;
export type TermsField = keyof Terms;
export const termsFields = Object.keys(termsSchema.unwrap().shape) as readonly TermsField[];

/** The fields that an amendment changes, with what they are from its day on. */
export const termsChangeSchema = termsSchema.unwrap().partial().readonly();
export type TermsChange = z.infer<typeof termsChangeSchema>;

/** 变更, 续签 (a new term), 延期 (the same term, longer). */
export const amendmentKinds = ['change', 'renewal', 'extension'] as const;
export type AmendmentKind = (typeof amendmentKinds)[number];

/** A clause that reads otherwise from the amendment's day on. Before or after is empty for one that is added or struck out. */
export const clauseChangeSchema = z
  .object({ reference: z.string().trim().max(80), before: z.string().trim().max(20_000), after: z.string().trim().max(20_000) })
  .readonly();
export type ClauseChange = z.infer<typeof clauseChangeSchema>;
const clauseEntrySchema = z.object({ reference: plainText(80), before: plainText(20_000), after: plainText(20_000) }).readonly();

/** What a person says of an amendment (补充协议). The words lie in clauses, the sum in finance. */
export const amendmentDraftSchema = z
  .object({
    kind: z.enum(amendmentKinds),
    /** From this day on the changes hold. */
    effectiveOn: daySchema,
    /** The supplementary agreement itself, where it is a contract in the book. */
    documentId: contractIdSchema.nullable(),
    terms: termsChangeSchema,
    /** Null: the sum stays as it is. */
    amount: recordAmountSchema.nullable(),
    rationale: plainText(2000),
    clauses: z.array(clauseEntrySchema).max(100).readonly(),
  })
  .readonly();
export type AmendmentDraft = z.infer<typeof amendmentDraftSchema>;

export const amendmentSchema = z
  .object({
    id: amendmentIdSchema,
    /** Counted within the contract, from 1. */
    sequence: z.int().positive(),
    kind: z.enum(amendmentKinds),
    effectiveOn: daySchema,
    documentId: contractIdSchema.nullable(),
    documentNumber: z.string().nullable(),
    terms: termsChangeSchema,
    changesAmount: z.boolean(),
    amount: orWithheld(recordAmountSchema.nullable()),
    rationale: orWithheld(z.string()),
    clauses: orWithheld(z.array(clauseChangeSchema).readonly()),
    createdAt: z.int(),
    createdByName: z.string(),
    voidedAt: z.int().nullable(),
    voidedByName: z.string().nullable(),
    voidReason: z.string(),
  })
  .readonly();
export type Amendment = z.infer<typeof amendmentSchema>;

/** A contract's terms as signed, and everything that changed them since. */
export const amendedTermsSchema = z
  .object({
    original: termsSchema,
    originalAmount: orWithheld(recordAmountSchema.nullable()),
    amendments: z.array(amendmentSchema).readonly(),
    /** The names of everybody who is or was a party. */
    partyNames: z.array(z.object({ id: partyIdSchema, nameZh: z.string(), nameEn: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type AmendedTerms = z.infer<typeof amendedTermsSchema>;

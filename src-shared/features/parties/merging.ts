import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { isWithheld } from '../../kernel/withheld.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { duplicateReasons } from './duplicates.ts';
import { partyBankSchema, partyDetailsSchema, partyIdSchema, partyStandingSchema, partySummarySchema, type Party, type PartyBank, type PartyDetails, type PartyStanding } from './model.ts';

export const partyMergeIdSchema = idSchema<'partyMerge'>();
export type PartyMergeId = z.infer<typeof partyMergeIdSchema>;

const namedPartySchema = z.object({ id: partyIdSchema, nameZh: z.string(), nameEn: z.string() }).readonly();

/** Two parties of which somebody said that they are not one. */
export const distinctPairSchema = z.object({ first: namedPartySchema, second: namedPartySchema, at: z.int(), byName: z.string() }).readonly();
export type DistinctPair = z.infer<typeof distinctPairSchema>;

export const duplicatesSchema = z
  .object({
    /** The surest first; no more than a page holds, and of each no more than a person looks through: `size` are all of it. */
    groups: z.array(z.object({ reason: z.enum(duplicateReasons), parties: z.array(partySummarySchema).readonly(), size: z.int() }).readonly()).readonly(),
    /** All groups that there are. */
    total: z.int(),
    distinct: z.array(distinctPairSchema).readonly(),
  })
  .readonly();
export type Duplicates = z.infer<typeof duplicatesSchema>;

const contractNamedSchema = z.object({ id: contractIdSchema, number: z.string(), title: z.string() }).readonly();

/**
 * Why two records stand on one contract in a way that hinders a merge. `roles`: as different sides of it, now or by an
 * amendment. `draft`: in two blanks of a text that is still being written.
 */
const oppositionReasons = ['roles', 'draft'] as const;

/** What merging one record into another would do. */
export const mergeEffectsSchema = z
  .object({
    /** What names the record that gives way, and will name the other. */
    contracts: z.int(),
    communications: z.int(),
    risks: z.int(),
    /** Contracts on which both stand in the same role: one line of the two stays. */
    folded: z.array(contractNamedSchema).readonly(),
    /** Contracts that hinder the merge. */
    opposed: z.array(contractNamedSchema.unwrap().extend({ reason: z.enum(oppositionReasons) }).readonly()).readonly(),
  })
  .readonly();
export type MergeEffects = z.infer<typeof mergeEffectsSchema>;

/** A merge with what the record that is kept says after it. */
export const partyMergeEntrySchema = z
  .object({
    keptId: partyIdSchema,
    keptRevision: z.int().positive(),
    mergedId: partyIdSchema,
    mergedRevision: z.int().positive(),
    details: partyDetailsSchema,
    bank: partyBankSchema,
    standing: partyStandingSchema,
  })
  .readonly()
  .refine(({ keptId, mergedId }) => keptId !== mergedId);
export type PartyMergeEntry = z.infer<typeof partyMergeEntrySchema>;

/** A merge that took place. */
export const partyMergeSchema = z.object({ id: partyMergeIdSchema, kept: namedPartySchema, merged: namedPartySchema, at: z.int(), byName: z.string() }).readonly();
export type PartyMerge = z.infer<typeof partyMergeSchema>;

/** What a party's record says, field by field: the form of a merge. */
export type MergedFields = PartyDetails & PartyBank & PartyStanding;
export type MergedField = keyof MergedFields;

/** A record's fields side by side; a withheld account counts as none. */
export function fieldsOf(party: Party): MergedFields {
  const bank = isWithheld(party.bank) ? { bankName: '', bankAccount: '' } : party.bank;
  return { ...partyDetailsSchema.parse(party), ...bank, riskGrade: party.riskGrade, isBlacklisted: party.isBlacklisted };
}

/** The fields in which two records say different things, in the order of the form. */
export function differingFields(kept: MergedFields, merged: MergedFields): readonly MergedField[] {
  return (Object.keys(kept) as MergedField[]).filter((field) => kept[field] !== merged[field]);
}

/**
 * What the kept record says unless somebody chooses otherwise: its own values, and what is empty from the other. An account
 * is taken whole, and a telephone or an address only where it is not another person's. A blacklisting is never lost.
 */
export function proposedFields(kept: MergedFields, merged: MergedFields): MergedFields {
  const hasAccount = kept.bankName !== '' || kept.bankAccount !== '';
  const isOtherPerson = kept.contactName !== '' && merged.contactName !== '' && kept.contactName !== merged.contactName;
  const stays = (field: MergedField): boolean => {
    if (field === 'bankName' || field === 'bankAccount') return hasAccount;
    if (field === 'contactPhone' || field === 'contactEmail') return isOtherPerson || kept[field] !== '';
    return kept[field] !== '';
  };
  const fields = Object.keys(kept) as MergedField[];
  const proposed = Object.fromEntries(fields.map((field) => [field, (stays(field) ? kept : merged)[field]])) as unknown as MergedFields;
  return { ...proposed, isBlacklisted: kept.isBlacklisted || merged.isBlacklisted };
}

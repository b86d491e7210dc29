import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { orWithheld } from '../../kernel/withheld.ts';

export const partyIdSchema = idSchema<'party'>();
export type PartyId = z.infer<typeof partyIdSchema>;

export const partyKinds = ['company', 'individual', 'government', 'internal'] as const;
export const partyKindSchema = z.enum(partyKinds);
export type PartyKind = z.infer<typeof partyKindSchema>;

const line = (maximum: number) => z.string().trim().max(maximum);

/** Where money goes. Lies in the finance compartment. */
export const partyBankSchema = z.object({ bankName: line(120), bankAccount: line(64) }).readonly();
export type PartyBank = z.infer<typeof partyBankSchema>;

/** What a person enters about a party, the bank account apart. Empty text means not given. */
export const partyDetailsSchema = z
  .object({
    kind: partyKindSchema,
    nameZh: line(200),
    nameEn: line(200),
    /** 统一社会信用代码, 18 characters with a check character (GB 32100-2015). */
    uscc: line(18),
    legalRepresentative: line(80),
    registeredAddress: line(300),
    noticeAddress: line(300),
    contactName: line(80),
    contactPhone: line(40),
    contactEmail: line(120),
    notes: line(4000),
  })
  .readonly();
export type PartyDetails = z.infer<typeof partyDetailsSchema>;

export const riskGrades = ['', 'A', 'B', 'C', 'D'] as const;
export const riskGradeSchema = z.enum(riskGrades);
export type RiskGrade = z.infer<typeof riskGradeSchema>;

/** How far the party is trusted: one's own judgement, which no contract quotes. An empty grade: not judged. */
export const partyStandingSchema = z.object({ riskGrade: riskGradeSchema, isBlacklisted: z.boolean() }).readonly();
export type PartyStanding = z.infer<typeof partyStandingSchema>;

export const partySchema = z
  .object({
    id: partyIdSchema,
    ...partyDetailsSchema.unwrap().shape,
    ...partyStandingSchema.unwrap().shape,
    bank: orWithheld(partyBankSchema),
    archivedAt: z.int().nullable(),
    createdAt: z.int(),
    updatedAt: z.int(),
    /** Grows with each change; a change based on an older one is refused. */
    revision: z.int().positive(),
  })
  .readonly();
export type Party = z.infer<typeof partySchema>;

export const partySummarySchema = z
  .object({
    id: partyIdSchema,
    kind: partyKindSchema,
    nameZh: z.string(),
    nameEn: z.string(),
    uscc: z.string(),
    contactName: z.string(),
    contactPhone: z.string(),
    ...partyStandingSchema.unwrap().shape,
    contractCount: z.int(),
    archivedAt: z.int().nullable(),
    updatedAt: z.int(),
  })
  .readonly();
export type PartySummary = z.infer<typeof partySummarySchema>;

export const partySorts = ['name', 'grade', 'contracts', 'updated'] as const;

/** A grade, `none` for a party that is not judged, or `blacklisted`: whoever is that counts as nothing else. */
export const standingFilters = ['A', 'B', 'C', 'D', 'none', 'blacklisted'] as const;
export type StandingFilter = (typeof standingFilters)[number];

/** Which parties are listed, and in which order. Nothing chosen of kinds or standings: all of them. */
export const partySelectionSchema = z
  .object({
    /** Words, each of which must be in one of the names, the credit code, the representative or the contact. */
    search: z.string().max(200),
    archived: z.boolean(),
    kinds: z.array(partyKindSchema).max(partyKinds.length).readonly().optional(),
    standings: z.array(z.enum(standingFilters)).max(standingFilters.length).readonly().optional(),
    sort: z.enum(partySorts),
    /** Not given: as `partySortFalls` says. */
    descending: z.boolean().optional(),
  })
  .readonly();
export type PartySelection = z.infer<typeof partySelectionSchema>;

/** Whether a sort begins with what is most, unless somebody chooses otherwise. */
export const partySortFalls = { name: false, grade: true, contracts: true, updated: true } as const satisfies Readonly<Record<(typeof partySorts)[number], boolean>>;

/** The columns of a list that is written out, in their order. */
export const partyExportColumns = [
  ...(['nameZh', 'nameEn', 'kind', 'uscc', 'legalRepresentative', 'registeredAddress', 'noticeAddress', 'contactName', 'contactPhone', 'contactEmail'] as const),
  ...(['bankName', 'bankAccount', 'riskGrade', 'blacklisted', 'contractCount', 'notes'] as const),
] as const;
export type PartyExportColumn = (typeof partyExportColumns)[number];

/** A party whose name is like an entered one. */
export const similarPartySchema = z
  .object({ id: partyIdSchema, nameZh: z.string(), nameEn: z.string(), uscc: z.string(), isArchived: z.boolean(), likeness: z.enum(['same', 'near']) })
  .readonly();
export type SimilarParty = z.infer<typeof similarPartySchema>;

import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { moneySchema } from '../../kernel/money.ts';
import { hasInvisibleCharacters } from '../../kernel/invisible-characters.ts';
import { orWithheld, withheldSchema } from '../../kernel/withheld.ts';
import { documentSchema } from '../documents/model.ts';
import { variableSchema, variableValuesSchema } from '../documents/variables.ts';
import { partyIdSchema } from '../parties/model.ts';
import { contractTypeSchema, templateVersionIdSchema } from '../templates/model.ts';
import { derivedStatuses } from '../terms/model.ts';
import { userIdSchema } from '../vault/model.ts';
import { contractPhaseSchema } from './phases.ts';
import { contractRecordSchema, directionSchema, recordAmountSchema, recordKindSchema, renewalTypeSchema } from './record.ts';
import { stageSchema } from './stage.ts';

export const contractIdSchema = idSchema<'contract'>();
export type ContractId = z.infer<typeof contractIdSchema>;

export const contractVersionIdSchema = idSchema<'contractVersion'>();
export type ContractVersionId = z.infer<typeof contractVersionIdSchema>;

/** The language of the contract's text; bilingual sets Chinese and English clause by clause. */
export const contractLanguages = ['zh', 'en', 'bilingual'] as const;
export const contractLanguageSchema = z.enum(contractLanguages);
export type ContractLanguage = z.infer<typeof contractLanguageSchema>;

/** Which party each party variable names; main takes the party's data from the vault itself. */
export const chosenPartiesSchema = z.record(z.string().max(60), partyIdSchema).readonly();

/** What a person fills in to make a contract from a template. `values` holds everything but the parties. */
export const contractEntrySchema = z
  .object({
    language: contractLanguageSchema,
    title: z.string().trim().min(1).max(200).refine((title) => !hasInvisibleCharacters(title)),
    values: variableValuesSchema,
    parties: chosenPartiesSchema,
  })
  .readonly();
export type ContractEntry = z.infer<typeof contractEntrySchema>;

export const contractSummarySchema = z
  .object({
    id: contractIdSchema,
    number: z.string(),
    title: z.string(),
    contractType: contractTypeSchema,
    language: contractLanguageSchema,
    stage: stageSchema,
    /** Names of the parties in the order of the template. */
    partyNames: z.array(z.string()).readonly(),
    // Tried as a sum first: a list has hundreds of them, and most people see them.
    amount: z.union([moneySchema.nullable(), withheldSchema]),
    recordKind: recordKindSchema,
    direction: directionSchema,
    renewalType: renewalTypeSchema,
    ownerName: z.string(),
    department: z.string(),
    tags: z.array(z.string()).readonly(),
    signedOn: daySchema.nullable(),
    effectiveDate: daySchema.nullable(),
    /** The last day of the running term, or that of the termination; and the last on which notice of non-renewal may still arrive, null once it was given. */
    endsOn: daySchema.nullable(),
    noticeDeadlineOn: daySchema.nullable(),
    /** What today makes of the contract; computed, never stored. */
    status: z.enum(derivedStatuses),
    archivedAt: z.int().nullable(),
    /** 0 when the vault holds no text of it. */
    versionNumber: z.int().min(0),
    /** When this contract was last exported as a signed PDF. */
    exportedAt: z.int().nullable(),
    createdAt: z.int(),
    updatedAt: z.int(),
  })
  .readonly();
export type ContractSummary = z.infer<typeof contractSummarySchema>;

export const roundSides = ['us', 'them'] as const;
export type RoundSide = (typeof roundSides)[number];

/** Where a version's text comes from: the form, an imported file, an earlier version that was restored, or the editor. */
export const versionSources = ['form', 'file', 'restored', 'editor'] as const;
export type VersionSource = (typeof versionSources)[number];

export const contractVersionSchema = z
  .object({
    id: contractVersionIdSchema,
    versionNumber: z.int().positive(),
    /** SHA-256 of the version's text, values and parties; amounts enter through a commitment, so it betrays none. */
    contentHash: z.string().length(64),
    createdAt: z.int(),
    createdBy: userIdSchema,
    createdByName: z.string(),
    /** A name given by a person; may be empty. */
    label: z.string(),
    /** Whose round it is (谈判轮次). */
    roundFrom: z.enum(roundSides),
    source: z.enum(versionSources),
  })
  .readonly();
export type ContractVersion = z.infer<typeof contractVersionSchema>;

export const signedExportSchema = z
  .object({
    id: idSchema<'signedExport'>(),
    versionNumber: z.int().positive(),
    fileName: z.string(),
    pdfSha256: z.string().length(64),
    signerSubject: z.string(),
    signedAt: z.int(),
  })
  .readonly();
export type SignedExport = z.infer<typeof signedExportSchema>;

/** The wording that a version was made from, both languages, and the blanks in it. */
export const contractBodySchema = z
  .object({ bodyZh: documentSchema, bodyEn: documentSchema, variables: z.array(variableSchema).max(200).readonly() })
  .readonly();
export type ContractBody = z.infer<typeof contractBodySchema>;

/** How far a signing had come that ended with a step of its contract. */
const endedSigningSchema = z.object({ signed: z.int(), signers: z.int() }).readonly();
export type EndedSigning = z.infer<typeof endedSigningSchema>;

/** A step of the lifecycle that was taken. */
export const stageEventSchema = z
  .object({
    from: stageSchema,
    to: stageSchema,
    reason: z.string(),
    basis: z.string(),
    notice: z.string(),
    effectiveOn: daySchema.nullable(),
    /** Why a recorded termination was corrected by it, which then goes from `terminated` to `terminated`; else empty. */
    correction: z.string(),
    /** The signing that was under way and ended with it; null where none was. */
    endedSigning: endedSigningSchema.nullable(),
    at: z.int(),
    byName: z.string(),
  })
  .readonly();
export type StageEvent = z.infer<typeof stageEventSchema>;

/** Another contract, as it is named where only a way to it is needed. */
export const contractLinkSchema = z.object({ id: contractIdSchema, number: z.string(), title: z.string() }).readonly();
export type ContractLink = z.infer<typeof contractLinkSchema>;

/** How a contract of a family stands to the one that is asked about, where one took the other's place, also over others between. */
export const successionSides = ['predecessor', 'successor'] as const;
export const familyMemberSchema = z.object({ contract: contractSummarySchema, depth: z.int(), succession: z.enum(successionSides).nullable() }).readonly();
export type FamilyMember = z.infer<typeof familyMemberSchema>;

/** A notice that was sent (通知函). `termIndex` is the term, from 0, after which it says not to renew, or to, and `termEndsOn` the last day of that term as it was agreed then. One that was recorded by mistake stays, taken back. */
export const noticeKinds = ['non_renewal', 'exercise', 'termination', 'breach', 'claim', 'other'] as const;
export const contractNoticeSchema = z
  .object({
    id: idSchema<'notice'>(),
    kind: z.enum(noticeKinds),
    termIndex: z.int().min(0).nullable(),
    termEndsOn: daySchema.nullable(),
    sentOn: daySchema,
    method: z.string(),
    trackingNumber: z.string(),
    receivedOn: daySchema.nullable(),
    withdrawnAt: z.int().nullable(),
    withdrawnReason: z.string(),
  })
  .readonly();
export type ContractNotice = z.infer<typeof contractNoticeSchema>;

/** A notice as a person enters it. */
export const noticeEntrySchema = contractNoticeSchema.unwrap().omit({ id: true, termEndsOn: true, withdrawnAt: true, withdrawnReason: true }).extend({ method: plainText(80), trackingNumber: plainText(80) }).readonly();
export type NoticeEntry = z.infer<typeof noticeEntrySchema>;

/** What is owed under a contract after signing: how many obligations and payments are open, and how many there are in all. */
export const dutiesSchema = z.object({ openObligations: z.int(), openPayments: z.int(), total: z.int() }).readonly();
export type Duties = z.infer<typeof dutiesSchema>;
export const noDuties: Duties = { openObligations: 0, openPayments: 0, total: 0 };

const wholeContractSchema = z
  .object({
    summary: contractSummarySchema,
    /** Withheld without the clauses compartment, as are the values. */
    body: orWithheld(contractBodySchema.nullable()),
    /** Null for a contract that was not made from a template. */
    templateVersionId: templateVersionIdSchema.nullable(),
    record: contractRecordSchema,
    amount: orWithheld(recordAmountSchema.nullable()),
    stageEvents: z.array(stageEventSchema).readonly(),
    /** The contract that took its place; null also where that is out of the person's reach. */
    successor: contractLinkSchema.nullable(),
    /** The contracts whose place it took. */
    predecessors: z.array(contractLinkSchema).readonly(),
    notices: z.array(contractNoticeSchema).readonly(),
    duties: dutiesSchema,
    /** The terms from the signature on, those agreed for later days too; empty as long as nothing is amended. */
    phases: z.array(contractPhaseSchema).readonly(),
    revision: z.int().positive(),
    values: orWithheld(variableValuesSchema),
    /** Keys of `values` that lie in a compartment which the person's keys do not open. */
    withheldKeys: z.array(z.string()).readonly(),
    parties: chosenPartiesSchema,
    versions: z.array(contractVersionSchema).readonly(),
    signedExports: z.array(signedExportSchema).readonly(),
  })
  .readonly();

/** A contract with the text and values of its current version. */
export interface Contract extends z.infer<typeof wholeContractSchema> {
  /** Counts up whenever the record is changed or moved. */
  readonly revision: number;
}

/** By its name, not by its parts: a dozen operations give one, and their types are written out wherever the registry is. */
export const contractSchema: z.ZodType<Contract> = wholeContractSchema;

/**
 * A form that was begun and not finished, exactly as typed: wrong and missing input included. Money entries are
 * kept in the finance compartment by main, which knows the template's variables.
 */
export const keptFormSchema = z
  .object({
    language: contractLanguageSchema,
    title: z.string().max(400),
    entries: z.record(z.string().max(60), z.json()).readonly(),
  })
  .readonly();
export type KeptForm = z.infer<typeof keptFormSchema>;

/** Whose record a kept form is: a contract's, or that of one being registered, as an order below its framework. */
export const keptRecordOfSchema = z.union([
  z.object({ contractId: contractIdSchema }).readonly(),
  z.object({ kind: recordKindSchema, parentId: contractIdSchema.nullable() }).readonly(),
]);
export type KeptRecordOf = z.infer<typeof keptRecordOfSchema>;

/** The form of a record, exactly as typed; main keeps `recordAmountFields` in the finance compartment. */
export const keptRecordSchema = z
  .object({
    /** The contract's revision that the form was opened with; null for one being registered. */
    revision: z.int().positive().nullable(),
    entries: z.record(z.string().max(60), z.json()).readonly(),
  })
  .readonly();
export type KeptRecord = z.infer<typeof keptRecordSchema>;
export const recordAmountFields: readonly string[] = ['currency', 'inclusive', 'exclusive', 'taxRate', 'basis'];

/** Pattern of contract numbers: `{YYYY}`, `{YY}`, `{MM}`, `{TYPE}` and one run of `{0…}` for the counter. */
export const numberPatternSchema = z.string().trim().min(1).max(60);
export const defaultNumberPattern = 'HT-{YYYY}-{0000}';

const snippetSchema = z.array(z.object({ text: z.string(), isHit: z.boolean() }).readonly()).readonly();

/** A contract that a search found, with the place where it shows best. */
export const searchHitSchema = z
  .object({
    contract: contractSummarySchema,
    place: z.enum(['record', 'text', 'attachment']),
    /** The attached file that the snippet is of. */
    fileName: z.string().nullable(),
    /** The snippet is that file's name itself. */
    isFileName: z.boolean(),
    snippet: snippetSchema,
  })
  .readonly();
export type SearchHit = z.infer<typeof searchHitSchema>;

/** Where a contract that is listed has what was looked for, other than in its record. */
export const wordPlaceSchema = z.object({ contractId: contractIdSchema, fileName: z.string().nullable(), isFileName: z.boolean(), snippet: snippetSchema }).readonly();
export type WordPlace = z.infer<typeof wordPlaceSchema>;

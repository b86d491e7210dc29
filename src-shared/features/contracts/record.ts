import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { moneySchema } from '../../kernel/money.ts';
import { partyIdSchema } from '../parties/model.ts';

/** What a record stands for (domain.md, Contract 合同, record_kind). */
export const recordKinds = ['standalone', 'master', 'order', 'amendment', 'termination_agreement', 'nda'] as const;
export const recordKindSchema = z.enum(recordKinds);
export type RecordKind = z.infer<typeof recordKindSchema>;

/** Which way the money goes, seen from us. */
export const directions = ['pay', 'receive', 'none'] as const;
export const directionSchema = z.enum(directions);
export type Direction = z.infer<typeof directionSchema>;

export const partyRoles = ['party_a', 'party_b', 'party_c', 'guarantor'] as const;
export const partyRoleSchema = z.enum(partyRoles);

export const confidentialityLevels = ['public', 'internal', 'confidential', 'secret'] as const;
export const confidentialitySchema = z.enum(confidentialityLevels);
export type Confidentiality = z.infer<typeof confidentialitySchema>;

export const amountBases = ['fixed', 'estimated', 'ceiling', 'framework'] as const;
export const amountBasisSchema = z.enum(amountBases);
export type AmountBasis = z.infer<typeof amountBasisSchema>;

export const renewalTypes = ['none', 'auto', 'option', 'evergreen'] as const;
export const renewalTypeSchema = z.enum(renewalTypes);
export type RenewalType = z.infer<typeof renewalTypeSchema>;

/** When the contract takes effect (生效条件); the date is entered once the condition is met. */
export const effectiveConditions = ['on_signature', 'on_seal', 'on_approval', 'on_deposit'] as const;
export const effectiveConditionSchema = z.enum(effectiveConditions);

/** How a notice travels, which decides the days that it needs (domain.md, rule 6). */
export const noticeMethods = ['email', 'ems', 'courier_abroad'] as const;
export const noticeMethodSchema = z.enum(noticeMethods);
export type NoticeMethod = z.infer<typeof noticeMethodSchema>;

export const noticeUnits = ['day', 'workingDay', 'month'] as const;
const noticePeriodSchema = z.object({ amount: z.int().min(1).max(1000), unit: z.enum(noticeUnits) }).readonly();
export type NoticePeriod = z.infer<typeof noticePeriodSchema>;

export const exitAnchors = ['none', 'month', 'quarter', 'term'] as const;

export const disputeModes = ['court', 'arbitration'] as const;
export const disputeModeSchema = z.enum(disputeModes);

export const longestTitle = 200;
export const longestNumber = 60;

const line = (maximum: number) => z.string().trim().max(maximum);
const months = z.int().min(1).max(1200);

export const customKinds = ['text', 'number', 'date', 'boolean'] as const;

/** A field of one's own. `value` is the text of its kind: a date as YYYY-MM-DD, a number as decimal, a yes as `true`. */
export const customFieldSchema = z
  .object({ name: line(40).pipe(z.string().min(1)), kind: z.enum(customKinds), value: line(500) })
  .readonly();

export const recordPartySchema = z
  .object({ partyId: partyIdSchema, role: partyRoleSchema, signatory: line(80) })
  .readonly();
export type RecordParty = z.infer<typeof recordPartySchema>;

/**
 * The sum of a contract; it lies in the finance compartment. `taxBasisPoints` is the rate in hundredths of a percent
 * (13 % is 1300). Null: not known.
 */
export const recordAmountSchema = z
  .object({
    inclusive: moneySchema,
    exclusiveMinor: z.int().nullable(),
    taxBasisPoints: z.int().min(0).max(10_000).nullable(),
    basis: amountBasisSchema,
  })
  .readonly();
export type RecordAmount = z.infer<typeof recordAmountSchema>;

/** What is only shown and exported, never sorted or filtered by. Kept as one JSON text. */
export const recordDetailsSchema = z
  .object({
    signingPlace: line(100).default(''),
    effectiveCondition: effectiveConditionSchema.nullable().default(null),
    initialTermMonths: months.nullable().default(null),
    renewalTermMonths: months.nullable().default(null),
    maxRenewals: z.int().min(0).max(100).nullable().default(null),
    optOutOn: daySchema.nullable().default(null),
    optOutPeriod: noticePeriodSchema.nullable().default(null),
    noticeMethod: noticeMethodSchema.default('ems'),
    exitNotice: noticePeriodSchema.nullable().default(null),
    exitAnchor: z.enum(exitAnchors).default('none'),
    governingLaw: line(120).default(''),
    disputeMode: disputeModeSchema.nullable().default(null),
    disputeForum: line(160).default(''),
    seat: line(100).default(''),
    warrantyUntil: daySchema.nullable().default(null),
    continuingAfterExpiry: z.boolean().default(false),
    physicalCopyLocation: line(160).default(''),
    copies: z.int().min(0).max(999).nullable().default(null),
    notes: line(4000).default(''),
    custom: z.array(customFieldSchema).max(30).readonly().default([]),
  })
  .readonly();
export type RecordDetails = z.infer<typeof recordDetailsSchema>;

/** Everything about a contract that is not its text (domain.md, Contract 合同). */
export const contractRecordSchema = z
  .object({
    recordKind: recordKindSchema,
    parentId: idSchema<'contract'>().nullable(),
    direction: directionSchema,
    parties: z.array(recordPartySchema).max(20).readonly(),
    signedOn: daySchema.nullable(),
    effectiveOn: daySchema.nullable(),
    /** The inclusive last day, where the contract names one. */
    expiresOn: daySchema.nullable(),
    renewalType: renewalTypeSchema,
    ownerName: line(80),
    department: line(80),
    confidentiality: confidentialitySchema,
    tags: z.array(line(40).pipe(z.string().min(1))).max(30).readonly(),
    details: recordDetailsSchema,
  })
  .readonly();
export type ContractRecord = z.infer<typeof contractRecordSchema>;

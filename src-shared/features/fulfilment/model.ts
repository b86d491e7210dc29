import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { currencySchema, moneySchema } from '../../kernel/money.ts';
import { orWithheld } from '../../kernel/withheld.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { obligationTypeSchema } from '../templates/defaults.ts';
import { userIdSchema } from '../vault/model.ts';
import { dueEvents, dueRuleSchema, obligationIdSchema } from './due-rules.ts';
import { recurrenceSchema } from './recurrence.ts';

export const milestoneIdSchema = idSchema<'milestone'>();
export type MilestoneId = z.infer<typeof milestoneIdSchema>;
export const seriesIdSchema = idSchema<'obligationSeries'>();
export type SeriesId = z.infer<typeof seriesIdSchema>;
export const deliverableIdSchema = idSchema<'deliverable'>();
export type DeliverableId = z.infer<typeof deliverableIdSchema>;
export const evidenceIdSchema = idSchema<'evidence'>();
export type EvidenceId = z.infer<typeof evidenceIdSchema>;
export const metricIdSchema = idSchema<'slaMetric'>();
export type MetricId = z.infer<typeof metricIdSchema>;
export const reportScheduleIdSchema = idSchema<'reportSchedule'>();
export type ReportScheduleId = z.infer<typeof reportScheduleIdSchema>;

/** Who owes it. */
export const obligors = ['us', 'them'] as const;
export const obligorSchema = z.enum(obligors);
export type Obligor = z.infer<typeof obligorSchema>;

/** The stored states of an obligation (domain.md, "Other machines"); due soon, overdue and late are derived. */
export const obligationStatuses = ['planned', 'in_progress', 'submitted', 'met', 'partially_met', 'not_met', 'blocked', 'disputed', 'waived', 'cancelled'] as const;
export const obligationStatusSchema = z.enum(obligationStatuses);
export type ObligationStatus = z.infer<typeof obligationStatusSchema>;

/** What of an obligation is the contract's content; it lies in the clauses compartment. */
export const obligationTextsSchema = z.object({ criteria: z.string().trim().max(2000), clauseNumber: z.string().trim().max(40), quote: z.string().trim().max(600) }).readonly();
export type ObligationTexts = z.infer<typeof obligationTextsSchema>;

/**
 * An obligation as a person enters it. The title lies in core, where field staff who hold nothing else read it: it names
 * the deed (交付设备), not the clause. `texts` is absent where the person doesn't see them.
 */
export const obligationEntrySchema = z
  .object({
    title: plainText(120).min(1),
    obligor: obligorSchema,
    type: obligationTypeSchema,
    due: z.union([dueRuleSchema, recurrenceSchema]),
    graceDays: z.int().min(0).max(365),
    ownerId: userIdSchema.nullable(),
    evidenceRequired: z.boolean(),
    dependsOn: z.array(obligationIdSchema).max(20).readonly(),
    milestoneId: milestoneIdSchema.nullable(),
    texts: obligationTextsSchema.unwrap().extend({ criteria: plainText(2000), clauseNumber: plainText(40) }).readonly().optional(),
  })
  .readonly();
export type ObligationEntry = z.infer<typeof obligationEntrySchema>;

export const evidenceKinds = ['photo', 'signature', 'note', 'file'] as const;

/** A proof. Photos and signatures lie in core with the field staff who make them, files in clauses with their names. */
export const evidenceSchema = z
  .object({
    id: evidenceIdSchema,
    kind: z.enum(evidenceKinds),
    /** A file's name, withheld without clauses; a note's words; who signed; empty for a photo. */
    words: orWithheld(z.string()),
    byteLength: z.int().min(0),
    /** When a photo was taken, and where (degrees); null where the picture didn't say. */
    takenAt: z.int().nullable(),
    place: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).readonly().nullable(),
    addedAt: z.int(),
    addedByName: z.string(),
  })
  .readonly();
export type Evidence = z.infer<typeof evidenceSchema>;

const quantity = z.number().min(0).max(1e12);

export const deliverableSchema = z
  .object({
    id: deliverableIdSchema,
    name: z.string(),
    unit: z.string(),
    quantity,
    deliveredQuantity: quantity,
    acceptedQuantity: quantity,
    acceptedOn: daySchema.nullable(),
    spec: orWithheld(z.string()),
  })
  .readonly();
export type Deliverable = z.infer<typeof deliverableSchema>;

export const deliverableEntrySchema = z
  .object({ name: plainText(120).min(1), unit: plainText(20), quantity, spec: plainText(1000).optional() })
  .readonly();
export type DeliverableEntry = z.infer<typeof deliverableEntrySchema>;

export const obligationEventSchema = z
  .object({ from: obligationStatusSchema, to: obligationStatusSchema, on: daySchema, reason: z.string(), at: z.int(), byName: z.string() })
  .readonly();
export type ObligationEvent = z.infer<typeof obligationEventSchema>;

export const missingDues = [...dueEvents, 'calendar', 'none'] as const;

export const obligationSchema = z
  .object({
    id: obligationIdSchema,
    contractId: contractIdSchema,
    seriesId: seriesIdSchema.nullable(),
    title: z.string(),
    obligor: obligorSchema,
    type: obligationTypeSchema,
    due: dueRuleSchema,
    dueOn: daySchema.nullable(),
    missing: z.enum(missingDues).nullable(),
    graceDays: z.int(),
    ownerId: userIdSchema.nullable(),
    ownerName: z.string(),
    status: obligationStatusSchema,
    metOn: daySchema.nullable(),
    evidenceRequired: z.boolean(),
    dependsOn: z.array(obligationIdSchema).readonly(),
    milestoneId: milestoneIdSchema.nullable(),
    texts: orWithheld(obligationTextsSchema),
    deliverables: z.array(deliverableSchema).readonly(),
    evidence: z.array(evidenceSchema).readonly(),
    events: z.array(obligationEventSchema).readonly(),
    revision: z.int().positive(),
  })
  .readonly();
export type Obligation = z.infer<typeof obligationSchema>;

/** What a milestone is worth, as a sum or as a share of the contract in hundredths of a percent; finance. */
export const milestoneWorthSchema = z.object({ value: moneySchema.nullable(), shareBasisPoints: z.int().min(0).max(10_000).nullable() }).readonly();
export const milestoneSchema = z
  .object({ id: milestoneIdSchema, name: z.string(), dueOn: daySchema.nullable(), worth: orWithheld(milestoneWorthSchema), revision: z.int() })
  .readonly();
export type Milestone = z.infer<typeof milestoneSchema>;
export const milestoneEntrySchema = z
  .object({ name: plainText(80).min(1), dueOn: daySchema.nullable(), worth: milestoneWorthSchema.optional() })
  .readonly();

export const seriesSchema = z
  .object({ id: seriesIdSchema, title: z.string(), recurrence: recurrenceSchema, endedOn: daySchema.nullable() })
  .readonly();

export const slaComparisons = ['atLeast', 'atMost'] as const;
export const slaPeriods = ['month', 'quarter', 'year'] as const;
export const metricEntrySchema = z
  .object({
    name: plainText(80).min(1),
    comparison: z.enum(slaComparisons),
    target: z.number(),
    unit: plainText(20),
    period: z.enum(slaPeriods),
    /** What each missed period costs the one who owes the service; finance. Null: nothing agreed. */
    credit: moneySchema.nullable().optional(),
  })
  .readonly();
export type MetricEntry = z.infer<typeof metricEntrySchema>;
export const metricSchema = z
  .object({
    id: metricIdSchema,
    name: z.string(),
    comparison: z.enum(slaComparisons),
    target: z.number(),
    unit: z.string(),
    period: z.enum(slaPeriods),
    credit: orWithheld(moneySchema.nullable()),
    /** With the period that each was measured for: the service level may have another by now. */
    measurements: z.array(z.object({ periodStart: daySchema, value: z.number(), period: z.enum(slaPeriods) }).readonly()).readonly(),
    revision: z.int(),
  })
  .readonly();
export type Metric = z.infer<typeof metricSchema>;

export const paymentIdSchema = idSchema<'payment'>();
export type PaymentId = z.infer<typeof paymentIdSchema>;
export const moneyDirections = ['pay', 'receive'] as const;
/** domain.md, "Payment plan". Overdue is derived. `bad_debt` is said by a person, the others follow from invoices and records. */
export const paymentStatuses = ['pending', 'invoiced', 'partial', 'settled', 'bad_debt'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export const invoiceSchema = z
  .object({ id: idSchema<'invoice'>(), number: z.string(), issuedOn: daySchema, minor: z.int(), taxBasisPoints: z.int().nullable() })
  .readonly();
export const paymentRecordSchema = z
  .object({ id: idSchema<'paymentRecord'>(), paidOn: daySchema, minor: z.int(), reference: z.string() })
  .readonly();

/** What of a payment is money: the finance compartment holds it. */
export const paymentMoneySchema = z
  .object({
    condition: z.string(),
    shareBasisPoints: z.int().nullable(),
    amount: moneySchema,
    status: z.enum(paymentStatuses),
    invoices: z.array(invoiceSchema).readonly(),
    records: z.array(paymentRecordSchema).readonly(),
  })
  .readonly();
export type PaymentMoney = z.infer<typeof paymentMoneySchema>;

/**
 * A line of the plan of payments and receipts. That it is due, when, whose it is and whether it is closed lies in core:
 * the calendar, the reminders and the guard of completion need it of everybody. All else is finance.
 */
export const paymentSchema = z
  .object({
    id: paymentIdSchema,
    contractId: contractIdSchema,
    sequence: z.int().positive(),
    direction: z.enum(moneyDirections),
    due: dueRuleSchema,
    dueOn: daySchema.nullable(),
    missing: z.enum(missingDues).nullable(),
    ownerId: userIdSchema.nullable(),
    ownerName: z.string(),
    isOpen: z.boolean(),
    money: orWithheld(paymentMoneySchema),
    revision: z.int().positive(),
  })
  .readonly();
export type Payment = z.infer<typeof paymentSchema>;

const positive = z.int().min(1);
export const paymentEntrySchema = z
  .object({
    direction: z.enum(moneyDirections),
    due: dueRuleSchema,
    ownerId: userIdSchema.nullable(),
    condition: plainText(500),
    shareBasisPoints: z.int().min(0).max(10_000).nullable(),
    amount: z.object({ minor: positive, currency: currencySchema }).readonly(),
  })
  .readonly();
export type PaymentEntry = z.infer<typeof paymentEntrySchema>;
export const invoiceEntrySchema = z
  .object({ number: plainText(60).min(1), issuedOn: daySchema, minor: positive, taxBasisPoints: z.int().min(0).max(10_000).nullable() })
  .readonly();
export const paymentRecordEntrySchema = z.object({ paidOn: daySchema, minor: positive, reference: plainText(120) }).readonly();

import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { daySchema } from '../../kernel/day.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { memberSchema } from '../approvals/model.ts';
import { obligationIdSchema } from './due-rules.ts';
import {
  deliverableEntrySchema,
  deliverableIdSchema,
  evidenceIdSchema,
  invoiceEntrySchema,
  metricEntrySchema,
  metricIdSchema,
  metricSchema,
  milestoneEntrySchema,
  milestoneIdSchema,
  milestoneSchema,
  moneyDirections,
  obligationEntrySchema,
  obligationSchema,
  obligationStatusSchema,
  paymentEntrySchema,
  paymentIdSchema,
  paymentRecordEntrySchema,
  reportScheduleIdSchema,
  paymentSchema,
  seriesIdSchema,
  seriesSchema,
  slaPeriods,
} from './model.ts';
import { dueFilterSchema, dueLineSchema, duePageSchema, dueSortSchema } from './portfolio.ts';
import { proposedDueSchema, proposedObligationSchema, proposedPaymentSchema } from './propose.ts';
import { reportScheduleEntrySchema, reportScheduleSchema } from './report-schedules.ts';
import { obligationRefusals } from './rules.ts';

const ofContract = z.object({ contractId: contractIdSchema }).readonly();
const ofSchedule = z.object({ id: reportScheduleIdSchema }).readonly();
const reading = { access: 'contracts.read', errors: [] } as const;
const changes = ['fulfilment', 'contracts'] as const;
const writing = { access: 'fulfilment.write', changes } as const;
const ticking = { access: 'fulfilment.tick', changes } as const;
const paying = { access: 'payments.write', compartments: ['finance'], changes } as const;
const quantity = z.number().min(0).max(1e12);
const picked = z.string().max(7_000_000).regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** Days on which an obligation is forecast, by its id. */
const forecastSchema = z.array(z.object({ id: obligationIdSchema, on: daySchema.nullable(), delay: z.int() }).readonly()).readonly();

export const fulfilmentOperations = {
  /** Everything about one contract's fulfilment, as far as the person's keys go. */
  ofContract: query({
    input: ofContract,
    output: z
      .object({
        today: daySchema,
        obligations: z.array(obligationSchema).readonly(),
        series: z.array(seriesSchema).readonly(),
        milestones: z.array(milestoneSchema).readonly(),
        payments: z.array(paymentSchema).readonly(),
        metrics: z.array(metricSchema).readonly(),
        forecasts: forecastSchema,
      })
      .readonly(),
    errors: ['NOT_FOUND'],
    access: 'contracts.read',
  }),
  /** Who can answer for something in this vault. */
  people: query({ input: nothing, output: z.array(memberSchema.unwrap().omit({ mayDecide: true, maySubmit: true }).readonly()).readonly(), ...reading }),
  list: query({
    input: z.object({ filter: dueFilterSchema, sort: dueSortSchema.optional(), cursor: z.string().max(600).nullable(), limit: z.int().min(1).max(200) }).readonly(),
    output: duePageSchema,
    ...reading,
  }),
  /** Counts up to 1,000; more is told as 1,001. */
  count: query({ input: dueFilterSchema, output: z.int(), ...reading }),
  board: query({
    input: dueFilterSchema,
    output: z.array(z.object({ status: obligationStatusSchema, count: z.int(), lines: z.array(dueLineSchema).readonly() }).readonly()).readonly(),
    ...reading,
  }),
  calendar: query({
    input: z.object({ filter: dueFilterSchema, from: daySchema, to: daySchema, perDay: z.int().min(1).max(50) }).readonly(),
    output: z.object({ today: daySchema, days: z.array(z.object({ day: daySchema, total: z.int(), lines: z.array(dueLineSchema).readonly() }).readonly()).readonly() }).readonly(),
    ...reading,
  }),
  /** What is overdue, due today, and due within a week, at most a hundred of each. */
  myDay: query({
    input: z.object({ mine: z.boolean() }).readonly(),
    output: z.object({ today: daySchema, overdue: z.array(dueLineSchema).readonly(), due: z.array(dueLineSchema).readonly(), soon: z.array(dueLineSchema).readonly() }).readonly(),
    ...reading,
  }),
  obligation: query({ input: z.object({ id: obligationIdSchema }).readonly(), output: z.object({ today: daySchema, obligation: obligationSchema }).readonly(), errors: ['NOT_FOUND'], access: 'contracts.read' }),

  /** The contract's words, clause by clause. */
  clauses: query({
    input: ofContract,
    output: z.array(z.object({ number: z.string().nullable(), text: z.string() }).readonly()).readonly(),
    errors: ['NOT_FOUND', 'NO_TEXT'],
    access: 'contracts.read',
    compartments: ['clauses'],
  }),
  /** What the words seem to oblige each side to. */
  propose: query({
    input: ofContract,
    output: z.object({ obligations: z.array(proposedObligationSchema).readonly(), payments: z.array(proposedPaymentSchema).readonly() }).readonly(),
    errors: ['NOT_FOUND', 'NO_TEXT'],
    access: 'contracts.read',
    compartments: ['clauses'],
  }),
  /** Takes over proposals as the person left them. */
  take: command({
    input: z
      .object({
        contractId: contractIdSchema,
        obligations: z.array(z.object({ ...proposedObligationSchema.unwrap().shape, title: z.string().trim().min(1).max(120) }).readonly()).max(60).readonly(),
        payments: z
          .array(z.object({ direction: z.enum(moneyDirections), due: proposedDueSchema, shareBasisPoints: z.int().min(1).max(10_000).nullable(), amount: paymentEntrySchema.unwrap().shape.amount, condition: z.string().trim().max(500) }).readonly())
          .max(60)
          .readonly(),
      })
      .readonly(),
    output: z.object({ added: z.int() }).readonly(),
    errors: ['NOT_FOUND', 'WITHHELD_AMOUNT', 'WITHHELD_TEXT', 'PAYMENTS_FORBIDDEN', 'NO_OCCURRENCE'],
    ...writing,
  }),

  /** Writes a report where the person picks: of one contract, or of all in a period; null when cancelled. */
  report: command({
    input: z
      .object({
        contractId: contractIdSchema.nullable(),
        period: z.object({ from: daySchema, to: daySchema }).readonly().nullable(),
        format: z.enum(['pdf', 'xlsx']),
        language: z.enum(['zh', 'en']),
      })
      .readonly(),
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'TARGET_MISSING'],
    access: 'contracts.read',
  }),

  /** The person's own reports that are written by themselves. */
  reportSchedules: query({ input: nothing, output: z.array(reportScheduleSchema).readonly(), ...reading }),
  /** Asks for a folder of this laptop and has reports written into it from the next period on; null when cancelled. */
  scheduleReport: command({
    input: reportScheduleEntrySchema,
    output: z.object({ id: reportScheduleIdSchema, folder: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'READ_ONLY_FOLDER', 'REPORT_FOLDER_IN_VAULT', 'TOO_MANY_SCHEDULES'],
    access: 'contracts.read',
    changes: ['fulfilment'],
  }),
  /** Asks for another folder of this laptop; what is due is written there. */
  moveReports: command({
    input: ofSchedule,
    output: z.object({ folder: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'READ_ONLY_FOLDER', 'REPORT_FOLDER_IN_VAULT'],
    access: 'contracts.read',
    changes: ['fulfilment'],
  }),
  switchReports: command({ input: z.object({ id: reportScheduleIdSchema, isOn: z.boolean() }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'contracts.read', changes: ['fulfilment'] }),
  /** Ends a schedule; what it wrote stays in its folder. */
  endReports: command({ input: ofSchedule, output: z.null(), errors: ['NOT_FOUND'], access: 'contracts.read', changes: ['fulfilment'] }),

  /** Adds or changes an obligation; one that recurs is laid out a year ahead. */
  saveObligation: command({
    input: z.object({ contractId: contractIdSchema, id: obligationIdSchema.nullable(), revision: z.int(), entry: obligationEntrySchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'DEPENDENCY_CIRCLE', 'WITHHELD_TEXT', 'NO_OCCURRENCE', 'NO_SUCH_MEMBER'],
    ...writing,
  }),
  endSeries: command({ input: z.object({ id: seriesIdSchema, on: daySchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...writing }),
  move: command({
    input: z.object({ id: obligationIdSchema, revision: z.int(), to: obligationStatusSchema, on: daySchema, reason: plainText(1000) }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', ...obligationRefusals],
    ...ticking,
  }),
  saveMilestone: command({
    input: z.object({ contractId: contractIdSchema, id: milestoneIdSchema.nullable(), revision: z.int(), entry: milestoneEntrySchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'WITHHELD_AMOUNT'],
    ...writing,
  }),
  removeMilestone: command({ input: z.object({ id: milestoneIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...writing }),
  restoreMilestone: command({ input: z.object({ id: milestoneIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...writing }),
  addDeliverable: command({
    input: z.object({ obligationId: obligationIdSchema, entry: deliverableEntrySchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'WITHHELD_TEXT'],
    ...writing,
  }),
  removeDeliverable: command({ input: z.object({ id: deliverableIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...writing }),
  /** Notes how much was delivered and accepted, in place of what the person saw before; accepted never exceeds delivered. */
  countDelivered: command({
    input: z
      .object({ id: deliverableIdSchema, delivered: quantity, accepted: quantity, acceptedOn: daySchema.nullable(), before: z.object({ delivered: quantity, accepted: quantity }).readonly() })
      .readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'MORE_ACCEPTED', 'CHANGED_MEANWHILE'],
    ...ticking,
  }),
  saveMetric: command({
    input: z.object({ contractId: contractIdSchema, id: metricIdSchema.nullable(), revision: z.int(), entry: metricEntrySchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'WITHHELD_AMOUNT'],
    ...writing,
  }),
  removeMetric: command({ input: z.object({ id: metricIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...writing }),
  restoreMetric: command({ input: z.object({ id: metricIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...writing }),
  /** A null value takes a measurement back. */
  /** `period`: how long it is where that isn't what the service level says now, as when a removed value comes back. */
  measure: command({ input: z.object({ id: metricIdSchema, periodStart: daySchema, value: z.number().nullable(), period: z.enum(slaPeriods).optional() }).readonly(), output: z.null(), errors: ['NOT_FOUND', 'PERIOD_MEASURED'], ...ticking }),

  savePayment: command({
    input: z.object({ contractId: contractIdSchema, id: paymentIdSchema.nullable(), revision: z.int(), entry: paymentEntrySchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'OTHER_CURRENCY_PAID', 'NO_SUCH_MEMBER'],
    ...paying,
  }),
  /** Only one that nobody invoiced or paid. */
  removePayment: command({ input: z.object({ id: paymentIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND', 'PAYMENT_IN_USE'], ...paying }),
  addInvoice: command({ input: z.object({ id: paymentIdSchema, entry: invoiceEntrySchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...paying }),
  addPaymentRecord: command({ input: z.object({ id: paymentIdSchema, entry: paymentRecordEntrySchema }).readonly(), output: z.null(), errors: ['NOT_FOUND', 'DAY_IN_FUTURE'], ...paying }),
  removeMoneyLine: command({ input: z.object({ kind: z.enum(['invoice', 'record']), id: z.uuid() }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...paying }),
  /** Gives a payment up, or takes that back. */
  setBadDebt: command({ input: z.object({ id: paymentIdSchema, isBadDebt: z.boolean() }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...paying }),

  addNote: command({
    input: z.object({ obligationId: obligationIdSchema, words: plainText(2000).min(1) }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND'],
    ...ticking,
  }),
  /** A photo or a signature as base64; whatever a picture says of itself beside its pixels is cut out before it is kept. */
  addPicture: command({
    input: z
      .object({
        obligationId: obligationIdSchema,
        kind: z.enum(['photo', 'signature']),
        picture: picked,
        words: plainText(120),
        takenAt: z.int().nullable(),
        place: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).readonly().nullable(),
      })
      .readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'NOT_A_PICTURE'],
    compartments: ['clauses'],
    ...ticking,
  }),
  /** Lets the person pick a file and keeps it; null when cancelled. */
  addFile: command({
    input: z.object({ obligationId: obligationIdSchema }).readonly(),
    output: z.object({ name: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'FILE_TOO_LARGE', 'PICK_EXPIRED'],
    compartments: ['clauses'],
    ...ticking,
  }),
  picture: query({
    input: z.object({ id: evidenceIdSchema }).readonly(),
    output: z.object({ bytes: z.instanceof(Uint8Array), type: z.string() }),
    errors: ['NOT_FOUND', 'DAMAGED_FILE'],
    access: 'contracts.read',
    compartments: ['clauses'],
    discloses: { subject: 'evidence', named: 'id' },
  }),
  /** Writes a proof where the person picks; null when cancelled. */
  saveEvidence: command({
    input: z.object({ id: evidenceIdSchema }).readonly(),
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'DAMAGED_FILE', 'TARGET_MISSING'],
    access: 'contracts.read',
    compartments: ['clauses'],
    discloses: { subject: 'evidence', named: 'id' },
  }),
} as const;

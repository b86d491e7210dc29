import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { orWithheld } from '../../kernel/withheld.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { metricSchema } from '../fulfilment/model.ts';
import { contractTypeSchema } from '../templates/model.ts';
import { userIdSchema } from '../vault/model.ts';
import { answersSchema, checklistSchema } from './checklist.ts';
import { cadenceSchema } from './policy.ts';

export const reviewIdSchema = idSchema<'review'>();
export type ReviewId = z.infer<typeof reviewIdSchema>;
export const findingIdSchema = idSchema<'reviewFinding'>();
export type FindingId = z.infer<typeof findingIdSchema>;
export const kpiIdSchema = idSchema<'kpi'>();
export const checklistIdSchema = idSchema<'checklist'>();
export type ChecklistId = z.infer<typeof checklistIdSchema>;

export const reviewStates = ['scheduled', 'in_progress', 'completed', 'skipped'] as const;
export const reviewResults = ['pass', 'conditional', 'fail'] as const;
export type ReviewResult = (typeof reviewResults)[number];
/** Why a review is held: the calendar's rhythm, an event, or because somebody asked for it. */
export const reviewReasons = ['cadence', 'amendment', 'overdue', 'safe_send', 'kpi', 'law', 'rules', 'manual'] as const;
export type ReviewReason = (typeof reviewReasons)[number];

export const findingStates = ['open', 'fixing', 'closed', 'risk_accepted'] as const;
export type FindingState = (typeof findingStates)[number];

/** A line of a list of reviews. */
export const reviewLineSchema = z
  .object({
    id: reviewIdSchema,
    contractId: contractIdSchema,
    number: z.string(),
    title: z.string(),
    contractType: contractTypeSchema,
    reason: z.enum(reviewReasons),
    cadence: cadenceSchema.nullable(),
    dueOn: daySchema,
    state: z.enum(reviewStates),
    result: z.enum(reviewResults).nullable(),
    reviewerId: userIdSchema.nullable(),
    reviewerName: z.string().nullable(),
    closedOn: daySchema.nullable(),
    /** Failed questions; null until it is closed. */
    failedItems: z.int().nullable(),
    hasReport: z.boolean(),
  })
  .readonly();
export type ReviewLine = z.infer<typeof reviewLineSchema>;

/** Something that a review found, and what is done about it. */
export const reviewFindingSchema = z
  .object({
    id: findingIdSchema,
    contractId: contractIdSchema,
    number: z.string(),
    title: z.string(),
    reviewId: reviewIdSchema,
    itemKey: z.string(),
    state: z.enum(findingStates),
    ownerId: userIdSchema.nullable(),
    ownerName: z.string().nullable(),
    dueOn: daySchema,
    text: orWithheld(z.string()),
    resolution: orWithheld(z.string()),
    createdAt: z.int(),
    closedAt: z.int().nullable(),
    revision: z.int().positive(),
  })
  .readonly();
export type ReviewFinding = z.infer<typeof reviewFindingSchema>;

export const kpiDirections = ['at_least', 'at_most'] as const;
export const kpiSchema = z
  .object({ id: kpiIdSchema, name: z.string().trim().min(1).max(80), unit: z.string().trim().max(20), target: z.number(), direction: z.enum(kpiDirections) })
  .readonly();
export type Kpi = z.infer<typeof kpiSchema>;

/** What was measured, by the KPI's id; null: not measured this time. */
export const kpiValuesSchema = z.record(z.string().max(60), z.number().nullable()).readonly();
export type KpiValues = z.infer<typeof kpiValuesSchema>;

/** A KPI with what earlier reviews measured, the oldest first. */
export const kpiHistorySchema = kpiSchema.unwrap().extend({ history: z.array(z.object({ on: daySchema, value: z.number() }).readonly()).readonly() }).readonly();
export type KpiHistory = z.infer<typeof kpiHistorySchema>;

/** A review with all that belongs to it. `content` is null before it was begun. */
export const reviewSchema = z
  .object({
    line: reviewLineSchema,
    revision: z.int().positive(),
    content: orWithheld(
      z
        .object({
          checklist: checklistSchema,
          checklistVersion: z.int(),
          answers: answersSchema,
          kpiValues: kpiValuesSchema,
          summary: z.string(),
        })
        .readonly()
        .nullable(),
    ),
    /** Why it was skipped. */
    skipReason: orWithheld(z.string()),
    kpis: orWithheld(z.array(kpiHistorySchema).readonly()),
    /** The contract's service levels with what was measured up to the review's end. */
    serviceLevels: z.array(metricSchema).readonly(),
    /** Open from earlier reviews of the contract, and those of this one. */
    findings: z.array(reviewFindingSchema).readonly(),
    report: z.object({ sha256: z.string(), byteLength: z.int(), createdAt: z.int() }).readonly().nullable(),
  })
  .readonly();
export type Review = z.infer<typeof reviewSchema>;

/** A task that follows from a failed question. */
export const followUpSchema = z
  .object({ itemKey: z.string().max(60), text: z.string().trim().min(1).max(1000), ownerId: userIdSchema, dueOn: daySchema })
  .readonly();
export type FollowUp = z.infer<typeof followUpSchema>;

import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { userIdSchema } from '../vault/model.ts';

export const itemIdSchema = idSchema<'improvement'>();
export type ItemId = z.infer<typeof itemIdSchema>;
export const goalIdSchema = idSchema<'goal'>();
export type GoalId = z.infer<typeof goalIdSchema>;

export const itemKinds = ['problem', 'idea', 'audit_finding'] as const;
export const itemOrigins = ['page', 'review', 'training', 'audit'] as const;
export const itemStates = ['new', 'analysing', 'acting', 'closed', 'declined'] as const;
export type ItemState = (typeof itemStates)[number];
export const outcomes = ['achieved', 'partly', 'not_achieved'] as const;
export type ItemOutcome = (typeof outcomes)[number];
export const standardKinds = ['template', 'rule', 'flow', 'checklist', 'other'] as const;

/**
 * What Deedbox measures of the work from its own events, by month: hours from submission to approval; rounds approved
 * at once; obligations that came late; open findings per checked version; reviews held in time; days from draft to signature.
 */
export const metrics = ['approval_hours', 'first_pass', 'overdue_rate', 'findings_per_contract', 'review_punctuality', 'cycle_days'] as const;
export const metricSchema = z.enum(metrics);
export type Metric = z.infer<typeof metricSchema>;

export const betterBy: Readonly<Record<Metric, 'less' | 'more'>> = {
  approval_hours: 'less',
  first_pass: 'more',
  overdue_rate: 'less',
  findings_per_contract: 'less',
  review_punctuality: 'more',
  cycle_days: 'less',
};
export const unitOf: Readonly<Record<Metric, 'hours' | 'share' | 'number' | 'days'>> = {
  approval_hours: 'hours',
  first_pass: 'share',
  overdue_rate: 'share',
  findings_per_contract: 'number',
  review_punctuality: 'share',
  cycle_days: 'days',
};

/** A month of a metric. `value` null: nothing happened in it that could be measured. */
export const metricPointSchema = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), value: z.number().nullable(), count: z.int() }).readonly();
export type MetricPoint = z.infer<typeof metricPointSchema>;

const text = (most: number) => z.string().trim().max(most);

/** What people wrote. It lies in core, where everybody with a key to the vault reads it. */
export const itemContentSchema = z
  .object({
    title: text(120).pipe(z.string().min(1)),
    description: text(4000),
    /** Why, and why that, up to five times. */
    whys: z.array(text(400)).max(5).readonly(),
    rootCause: text(1000),
    shortPlan: text(2000),
    longPlan: text(2000),
    result: text(2000),
    /** What was changed for good. */
    standards: z.array(z.object({ kind: z.enum(standardKinds), text: text(300).pipe(z.string().min(1)), ref: text(80) }).readonly()).max(20).readonly(),
  })
  .readonly();
export type ItemContent = z.infer<typeof itemContentSchema>;

export const goalSchema = z
  .object({
    id: goalIdSchema,
    horizon: z.enum(['short', 'long']),
    metric: metricSchema,
    /** What was measured before; null when nothing could be. */
    baseline: z.number().nullable(),
    target: z.number(),
    fromOn: daySchema,
    untilOn: daySchema,
  })
  .readonly();
export type Goal = z.infer<typeof goalSchema>;

export const verdicts = ['met', 'met_within_noise', 'met_untested', 'not_met', 'running', 'no_data'] as const;
export type Verdict = (typeof verdicts)[number];

export const judgementSchema = z
  .object({
    verdict: z.enum(verdicts),
    actual: z.number().nullable(),
    /** Whether more than the usual variation is at work; null where there is too little before to tell. */
    isSignal: z.boolean().nullable(),
    limits: z.object({ mean: z.number(), movingRange: z.number(), lower: z.number(), upper: z.number() }).readonly().nullable(),
    /** Months with something measured, before and within the period. */
    monthsBefore: z.int(),
    monthsWithin: z.int(),
  })
  .readonly();
export type Judgement = z.infer<typeof judgementSchema>;

export const itemLineSchema = z
  .object({
    id: itemIdSchema,
    kind: z.enum(itemKinds),
    origin: z.enum(itemOrigins),
    originRef: z.string(),
    state: z.enum(itemStates),
    ownerId: userIdSchema.nullable(),
    ownerName: z.string().nullable(),
    title: z.string(),
    outcome: z.enum(outcomes).nullable(),
    createdAt: z.int(),
    createdByName: z.string(),
    closedAt: z.int().nullable(),
    goals: z.int(),
  })
  .readonly();
export type ItemLine = z.infer<typeof itemLineSchema>;

export const itemSchema = z
  .object({
    line: itemLineSchema,
    content: itemContentSchema,
    goals: z.array(z.object({ goal: goalSchema, judgement: judgementSchema, points: z.array(metricPointSchema).readonly() }).readonly()).readonly(),
    /** Of what people wrote; a step of its state leaves it. */
    revision: z.int().positive(),
  })
  .readonly();
export type Item = z.infer<typeof itemSchema>;

import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { userIdSchema } from '../vault/model.ts';
import { goalSchema, itemContentSchema, itemIdSchema, itemKinds, itemLineSchema, itemOrigins, itemSchema, itemStates, metricPointSchema, metricSchema, goalIdSchema, outcomes } from './model.ts';

const one = z.object({ id: itemIdSchema }).readonly();
const changes = ['improvement', 'home'] as const;

/** A metric as far as it can be measured here. `missing`: why it can't. */
export const metricSeriesSchema = z
  .object({ metric: metricSchema, points: z.array(metricPointSchema).readonly(), baseline: z.number().nullable(), missing: z.enum(['withheld', 'no_events', 'not_kept']).nullable() })
  .readonly();
export type MetricSeries = z.infer<typeof metricSeriesSchema>;

export const improvementOperations = {
  list: query({
    input: z.object({ show: z.enum(['open', 'ended']), mine: z.boolean() }).readonly(),
    output: z.array(itemLineSchema).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  get: query({ input: one, output: itemSchema, errors: ['NOT_FOUND'], access: 'contracts.read' }),
  /** Takes in a problem or an idea. */
  report: command({
    input: z.object({ kind: z.enum(itemKinds), origin: z.enum(itemOrigins), originRef: z.string().max(200), title: itemContentSchema.unwrap().shape.title, description: itemContentSchema.unwrap().shape.description }).readonly(),
    output: itemLineSchema,
    errors: [],
    access: 'contracts.read',
    changes,
  }),
  /** Saves what was written; the result stays as the last step left it. */
  save: command({
    input: z.object({ id: itemIdSchema, revision: z.int().positive(), content: itemContentSchema, ownerId: userIdSchema.nullable() }).readonly(),
    output: itemSchema,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'ITEM_CLOSED', 'NO_SUCH_MEMBER'],
    access: 'improvement.manage',
    changes,
  }),
  /** Takes a step from the state that the person saw; what somebody else wrote or moved meanwhile refuses it. */
  move: command({
    input: z.object({ id: itemIdSchema, revision: z.int().positive(), from: z.enum(itemStates), to: z.enum(itemStates), result: z.string().trim().max(2000), outcome: z.enum(outcomes).nullable() }).readonly(),
    output: itemSchema,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NO_SUCH_MOVE', 'REASON_MISSING', 'GOAL_NOT_MET', 'GOAL_RUNNING'],
    access: 'improvement.manage',
    changes,
  }),
  /** Binds a goal to a metric. The baseline is measured, never typed. */
  saveGoal: command({
    input: z.object({ itemId: itemIdSchema, goal: goalSchema.unwrap().omit({ id: true, baseline: true }).extend({ id: goalIdSchema.nullable() }).readonly() }).readonly(),
    output: itemSchema,
    errors: ['NOT_FOUND', 'ITEM_CLOSED', 'END_BEFORE_START', 'PERIOD_TOO_LONG', 'NOT_WHOLE_MONTHS'],
    access: 'improvement.manage',
    changes,
  }),
  removeGoal: command({ input: z.object({ goalId: goalIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND', 'ITEM_CLOSED'], access: 'improvement.manage', changes }),
  /** Every metric with its last three years, and what can't be measured. */
  metrics: query({ input: nothing, output: z.array(metricSeriesSchema).readonly(), errors: [], access: 'contracts.read' }),
} as const;

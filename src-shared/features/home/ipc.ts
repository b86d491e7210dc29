import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { currencySchema } from '../../kernel/money.ts';
import { orWithheld } from '../../kernel/withheld.ts';
import { directionSchema } from '../contracts/record.ts';
import { stageSchema } from '../contracts/stage.ts';
import { layoutSchema } from './model.ts';

/** A number that is not counted beyond a thousand: `isMore` says that there are more. */
const cappedSchema = z.object({ count: z.int(), isMore: z.boolean() }).readonly();
export type Capped = z.infer<typeof cappedSchema>;

const dashboardSchema = z
  .object({
    /** Contracts that are not archived, by stage. */
    stages: z.array(z.object({ stage: stageSchema, count: z.int() }).readonly()).readonly(),
    expiring: z.object({ within30: cappedSchema, within60: cappedSchema, within90: cappedSchema }).readonly(),
    noticeDue: cappedSchema,
    ended: cappedSchema,
    reviews: z.object({ overdue: cappedSchema, due: cappedSchema, mineDue: cappedSchema }).readonly(),
    findings: z.object({ open: cappedSchema, overdue: cappedSchema, mine: cappedSchema }).readonly(),
    /** Duties of either side that are past their day and its grace. */
    obligationsOverdue: cappedSchema,
    improvements: cappedSchema,
  })
  .readonly();
export type Dashboard = z.infer<typeof dashboardSchema>;

const monthlyMoneySchema = z
  .object({ month: z.string(), direction: directionSchema, currency: currencySchema, minor: z.int(), count: z.int() })
  .readonly();
export type MonthlyMoney = z.infer<typeof monthlyMoneySchema>;

export const homeOperations = {
  /** What needs attention now, in numbers. */
  dashboard: query({ input: nothing, output: dashboardSchema, errors: [], access: 'contracts.read' }),
  /** The sums of the contracts that were signed in each of the last twelve months, by where the money goes. */
  money: query({ input: nothing, output: orWithheld(z.array(monthlyMoneySchema).readonly()), errors: [], access: 'contracts.read' }),
  /** Days from draft to signature, by the month of signature: of the last twelve months. */
  cycleTimes: query({
    input: nothing,
    output: z.array(z.object({ month: z.string(), signed: z.int(), medianDays: z.number() }).readonly()).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  layout: query({ input: nothing, output: layoutSchema, errors: [], access: 'vault.use' }),
  saveLayout: command({ input: layoutSchema, output: z.null(), errors: [], access: 'vault.use', changes: ['home'] }),
} as const;

import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { currencySchema } from '../../kernel/money.ts';
import { idSchema } from '../../kernel/ids.ts';
import { stageSchema } from '../contracts/stage.ts';
import { contractTypeSchema } from '../templates/model.ts';

export const dimensions = [
  'type', 'stage', 'owner', 'department', 'kind', 'direction', 'party', 'template', 'month', 'quarter', 'year', 'endMonth', 'cycleBand',
  'rule', 'ruleKind', 'severity', 'result', 'reason', 'reviewer', 'flow', 'obligationType', 'obligor', 'problemKind', 'payState', 'riskLevel',
] as const;
export const dimensionSchema = z.enum(dimensions);
export type Dimension = z.infer<typeof dimensionSchema>;

export const measures = [
  'contracts', 'value', 'averageValue', 'signings', 'cycleMedian', 'approvals', 'approvalHours', 'firstPass', 'checkFindings', 'findingsPerContract',
  'reviewsHeld', 'reviewPunctuality', 'reviewLoad', 'followUps', 'templateUse', 'obligations', 'fulfilmentRate', 'problems', 'paymentsDue', 'paymentsLate', 'riskScore',
] as const;
export const measureSchema = z.enum(measures);
export type Measure = z.infer<typeof measureSchema>;

export type MeasureUnit = 'count' | 'money' | 'days' | 'hours' | 'share' | 'number';

export interface MeasureFacts {
  readonly unit: MeasureUnit;
  readonly dimensions: readonly Dimension[];
  /** The key without which there is nothing to see. */
  readonly needs: 'clauses' | 'finance' | null;
  /** Whether the parts add up to a whole, so that shares of it say something. */
  readonly addsUp: boolean;
}

const ofContract = ['type', 'owner', 'department', 'party', 'kind'] as const;
const time = ['month', 'quarter', 'year'] as const;
const fact = (unit: MeasureUnit, over: readonly Dimension[], needs: MeasureFacts['needs'] = null): MeasureFacts => ({ unit, dimensions: over, needs, addsUp: unit === 'count' || unit === 'money' });

/** What can be asked of each measure. */
export const measureFacts: Readonly<Record<Measure, MeasureFacts>> = {
  contracts: fact('count', [...ofContract, 'stage', 'direction', 'template', 'endMonth', ...time]),
  value: fact('money', [...ofContract, 'stage', 'direction', 'template', 'endMonth', ...time], 'finance'),
  averageValue: fact('money', [...ofContract, 'stage', 'direction', 'template', ...time], 'finance'),
  signings: fact('count', [...ofContract, 'template', 'cycleBand', ...time]),
  cycleMedian: fact('days', [...ofContract, 'template', ...time]),
  approvals: fact('count', ['type', 'owner', 'flow', 'result', ...time]),
  approvalHours: fact('hours', ['type', 'owner', 'flow', ...time]),
  firstPass: fact('share', ['type', 'owner', 'flow', ...time]),
  checkFindings: fact('count', ['rule', 'ruleKind', 'severity', 'type', 'owner', 'template', ...time], 'clauses'),
  findingsPerContract: fact('number', ['type', 'owner', 'template', ...time], 'clauses'),
  reviewsHeld: fact('count', ['type', 'owner', 'reviewer', 'result', 'reason', ...time]),
  reviewPunctuality: fact('share', ['type', 'owner', 'reviewer', 'reason', ...time]),
  reviewLoad: fact('count', ['type', 'reviewer', 'reason', ...time]),
  followUps: fact('count', ['type', 'reviewer', 'result', ...time]),
  templateUse: fact('count', ['template', 'type', 'owner', ...time]),
  obligations: fact('count', ['type', 'owner', 'obligationType', 'obligor', ...time]),
  fulfilmentRate: fact('share', ['type', 'owner', 'obligationType', 'obligor', ...time]),
  problems: fact('count', ['type', 'owner', 'problemKind', ...time]),
  paymentsDue: fact('money', ['type', 'owner', 'direction', 'payState', ...time], 'finance'),
  paymentsLate: fact('money', ['type', 'owner', 'direction', ...time], 'finance'),
  riskScore: fact('number', ['type', 'owner', 'riskLevel', ...time]),
};

export const chartKinds = ['bar', 'line', 'pie', 'table'] as const;

/** A report as a person puts it together. */
export const definitionSchema = z
  .object({
    measure: measureSchema,
    groupBy: dimensionSchema,
    splitBy: dimensionSchema.nullable(),
    filter: z
      .object({
        types: z.array(contractTypeSchema).max(50).readonly(),
        stages: z.array(stageSchema).max(20).readonly(),
        ownerName: z.string().trim().max(80),
      })
      .readonly(),
    /** From and to, both included; `lastMonths` moves with today. Neither: all. */
    period: z.object({ lastMonths: z.int().min(1).max(120).nullable(), from: daySchema.nullable(), to: daySchema.nullable() }).readonly(),
    show: z.enum(chartKinds),
  })
  .readonly()
  .refine(({ measure, groupBy, splitBy }) => {
    const over = measureFacts[measure].dimensions;
    return over.includes(groupBy) && (splitBy === null || (splitBy !== groupBy && over.includes(splitBy)));
  });
export type Definition = z.infer<typeof definitionSchema>;

/** A cell of a report: `value` null where there was nothing to divide by. Money is in minor units of its currency. */
export const reportRowSchema = z
  .object({ group: z.string().nullable(), split: z.string().nullable(), currency: currencySchema.nullable(), value: z.number().nullable(), count: z.int() })
  .readonly();
export type ReportRow = z.infer<typeof reportRowSchema>;

export const reportDataSchema = z
  .object({
    rows: z.array(reportRowSchema).readonly(),
    /** More groups than are shown. */
    isCut: z.boolean(),
    /** Why there is nothing: nothing of the kind is kept by this vault, the key is missing, or nothing fits. */
    missing: z.enum(['withheld', 'not_kept', 'empty']).nullable(),
  })
  .readonly();
export type ReportData = z.infer<typeof reportDataSchema>;

export const savedReportIdSchema = idSchema<'savedReport'>();
export const savedReportSchema = z
  .object({ id: savedReportIdSchema, name: z.string().trim().min(1).max(80), definition: definitionSchema, createdByName: z.string(), isOwn: z.boolean() })
  .readonly();
export type SavedReport = z.infer<typeof savedReportSchema>;

export interface ShippedReport {
  readonly key: (typeof shippedKeys)[number];
  readonly definition: Definition;
}

export const shippedKeys = [
  'byType', 'byOwner', 'byParty', 'expiry', 'cycleTrend', 'cycleDistribution', 'findingsByKind', 'findingsByTemplate', 'fulfilment', 'problemCauses',
  'paymentsDue', 'paymentsLate', 'riskTrend', 'reviewerLoad', 'templateUse',
] as const;

const noFilter = { types: [], stages: [], ownerName: '' } as const;
const shipped = (key: ShippedReport['key'], measure: Measure, groupBy: Dimension, show: Definition['show'], over: Partial<Definition> = {}): ShippedReport => ({
  key,
  definition: { measure, groupBy, splitBy: null, filter: noFilter, period: { lastMonths: null, from: null, to: null }, show, ...over },
});
const lastYear = { lastMonths: 12, from: null, to: null } as const;

/** The reports that every vault has. */
export const shippedReports: readonly ShippedReport[] = [
  shipped('byType', 'contracts', 'type', 'bar'),
  shipped('byOwner', 'contracts', 'owner', 'bar'),
  shipped('byParty', 'contracts', 'party', 'bar'),
  shipped('expiry', 'contracts', 'endMonth', 'bar', { filter: { ...noFilter, stages: ['signed'] } }),
  shipped('cycleTrend', 'cycleMedian', 'month', 'line', { period: lastYear }),
  shipped('cycleDistribution', 'signings', 'cycleBand', 'bar', { period: lastYear }),
  shipped('findingsByKind', 'checkFindings', 'ruleKind', 'bar', { splitBy: 'severity' }),
  shipped('findingsByTemplate', 'findingsPerContract', 'template', 'bar'),
  shipped('fulfilment', 'fulfilmentRate', 'month', 'line', { period: lastYear }),
  shipped('problemCauses', 'problems', 'problemKind', 'pie'),
  shipped('paymentsDue', 'paymentsDue', 'month', 'bar', { splitBy: 'direction' }),
  shipped('paymentsLate', 'paymentsLate', 'month', 'bar', { splitBy: 'direction' }),
  shipped('riskTrend', 'riskScore', 'month', 'line', { period: lastYear }),
  shipped('reviewerLoad', 'reviewLoad', 'reviewer', 'bar'),
  shipped('templateUse', 'templateUse', 'template', 'bar'),
];

/** The upper ends of the bands of days from draft to signature. */
export const cycleBands = [1, 3, 7, 14, 30, 60] as const;

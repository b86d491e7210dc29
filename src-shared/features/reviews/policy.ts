import { z } from 'zod';
import { currencySchema } from '../../kernel/money.ts';
import { contractTypeSchema } from '../templates/model.ts';

export const cadences = ['monthly', 'quarterly', 'yearly'] as const;
export const cadenceSchema = z.enum(cadences);
export type Cadence = z.infer<typeof cadenceSchema>;

const orNever = cadenceSchema.nullable();

/** How often contracts are reviewed, for the whole vault. The bands by value lie apart, in the finance compartment. */
export const reviewPolicySchema = z
  .object({
    /** Up to so many months a contract is short. */
    shortTermMonths: z.int().min(1).max(60),
    shortTerm: orNever,
    ordinary: orNever,
    /** From so many months on, and for every framework, a contract is a long-term relation. */
    longTermMonths: z.int().min(2).max(600),
    longTerm: orNever,
    /** Takes the place of the length for these types. */
    byType: z.array(z.object({ contractType: contractTypeSchema, cadence: orNever }).readonly()).max(50).readonly(),
    byRisk: z.object({ high: orNever, medium: orNever, low: orNever }).readonly(),
    extra: z
      .object({
        onAmendment: z.boolean(),
        /** From so many overdue obligations on; null: never. */
        overdueObligations: z.int().min(1).max(50).nullable(),
        /** Days before the last safe day to send a notice; null: none. */
        safeSendLeadDays: z.int().min(0).max(365).nullable(),
      })
      .readonly(),
    /** Days before its date from which a review counts as due. */
    leadDays: z.int().min(0).max(90),
    checklistId: z.uuid(),
  })
  .readonly();
export type ReviewPolicy = z.infer<typeof reviewPolicySchema>;

/** From a sum on (minor units of a currency) contracts are reviewed at least so often. */
export const valueBandSchema = z.object({ fromMinor: z.int().nonnegative(), currency: currencySchema, cadence: cadenceSchema }).readonly();
export type ValueBand = z.infer<typeof valueBandSchema>;

/** domain.md, rule 11. */
export const defaultPolicy: ReviewPolicy = {
  shortTermMonths: 6,
  shortTerm: 'monthly',
  ordinary: 'quarterly',
  longTermMonths: 36,
  longTerm: 'yearly',
  byType: [],
  byRisk: { high: 'monthly', medium: 'quarterly', low: null },
  extra: { onAmendment: true, overdueObligations: 2, safeSendLeadDays: 30 },
  leadDays: 14,
  checklistId: '7d1c1a52-0d0b-4c3f-9a51-3f0a6a1e0001',
};

import { z } from 'zod';
import { clauseIdSchema, conditionSchema, variableKeySchema } from '../documents/model.ts';
import { durationUnits } from '../documents/variables.ts';
import { idSchema } from '../../kernel/ids.ts';

/** What an obligation is about (domain.md, "Obligation"). */
export const obligationTypes = [
  'delivery',
  'payment',
  'receipt',
  'acceptance',
  'report',
  'invoice',
  'notice',
  'insurance',
  'sla',
  'confidentiality_return',
  'warranty',
  'other',
] as const;
export const obligationTypeSchema = z.enum(obligationTypes);
export type ObligationType = z.infer<typeof obligationTypeSchema>;

/** What happens in a contract's life that a day can be counted from. `expiry`: the last day of the initial term. */
export const dueEvents = ['signing', 'effective', 'delivery', 'acceptance', 'invoice', 'expiry', 'termination'] as const;
export type DueEvent = (typeof dueEvents)[number];

/**
 * When an obligation is due. `fixed`: on the day in a date variable. `offset`: so long after an event, before it when
 * the amount is negative; a duration variable, where one is named and given, takes the place of `amount` and `unit` and
 * keeps the sign of `amount`. `rrule`: by an RFC 5545 rule, e.g. `FREQ=MONTHLY;BYMONTHDAY=-1`, that begins on the
 * event's day.
 */
export const dueRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), dateKey: variableKeySchema }).readonly(),
  z
    .object({
      kind: z.literal('offset'),
      event: z.enum(dueEvents),
      amount: z.int().min(-3650).max(3650),
      unit: z.enum(durationUnits),
      durationKey: variableKeySchema.nullable(),
    })
    .readonly(),
  z.object({ kind: z.literal('rrule'), event: z.enum(dueEvents), rule: z.string().min(6).max(300) }).readonly(),
]);
export type DueRule = z.infer<typeof dueRuleSchema>;

const words = z.string().trim().max(300);

/** An obligation that every contract made from a template starts with. */
export const defaultObligationSchema = z
  .object({
    titleZh: words.min(1),
    titleEn: words.min(1),
    /** The party variable of whoever owes it; which of the parties is "us" follows from the contract. */
    obligorKey: variableKeySchema,
    type: obligationTypeSchema,
    due: dueRuleSchema,
    /** Days after the due day before it counts as overdue (宽限期). */
    graceDays: z.int().min(0).max(365),
    /** What proves that it was met; empty: nothing is asked for. */
    evidenceZh: words,
    evidenceEn: words,
    /** The clause that it follows from, by the id that other clauses refer to it by. */
    clauseId: clauseIdSchema.nullable(),
    /** The money variable that is owed; null where it isn't about money. */
    amountKey: variableKeySchema.nullable(),
    /** A number variable with the percentage of it that is owed; null: all of it. */
    percentKey: variableKeySchema.nullable(),
    /** Only where the contract's values say so; null: always. */
    condition: conditionSchema.nullable(),
  })
  .readonly();
export type DefaultObligation = z.infer<typeof defaultObligationSchema>;

/** What reminders are about (domain.md, "Derived rules", 10). */
export const reminderEvents = ['notice_deadline', 'expiry', 'payment', 'obligation'] as const;

/** On which days before an event a contract reminds; negative: after it. Takes the place of the vault's own offsets. */
export const defaultReminderSchema = z
  .object({ event: z.enum(reminderEvents), offsetDays: z.array(z.int().min(-30).max(365)).max(12).readonly() })
  .readonly();
export type DefaultReminder = z.infer<typeof defaultReminderSchema>;

/** What goes with a template's version into every contract made from it, besides the text. */
export const templateDefaultsSchema = z
  .object({
    obligations: z.array(defaultObligationSchema).max(60).readonly().default([]),
    reminders: z.array(defaultReminderSchema).max(reminderEvents.length).readonly().default([]),
    /** The approval flow that contracts take; null: the one for their type. */
    approvalFlowId: idSchema<'approvalFlow'>().nullable().default(null),
  })
  .readonly();
export type TemplateDefaults = z.infer<typeof templateDefaultsSchema>;

/** A version without anything of its own. */
export const noDefaults: TemplateDefaults = { obligations: [], reminders: [], approvalFlowId: null };

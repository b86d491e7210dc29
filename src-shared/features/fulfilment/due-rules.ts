import { z } from 'zod';
import { addDays, addMonths, daySchema, type Day } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import type { WorkingCalendar } from '../calendar/model.ts';
import { addWorkingDays } from '../calendar/rules.ts';

export const obligationIdSchema = idSchema<'obligation'>();
export type ObligationId = z.infer<typeof obligationIdSchema>;

/** What a period is counted from; `obligation` is the day on which another obligation was met (delivery, acceptance). */
export const dueEvents = ['signed', 'effective', 'expires', 'obligation'] as const;
export const dueUnits = ['day', 'workingDay', 'month'] as const;

const fixed = z.object({ kind: z.literal('fixed'), on: daySchema }).readonly();
const offset = z
  .object({
    kind: z.literal('offset'),
    from: z.enum(dueEvents),
    /** The obligation meant, where the event is one; else null. */
    obligationId: obligationIdSchema.nullable(),
    /** Negative: before the event. */
    amount: z.int().min(-3650).max(3650),
    unit: z.enum(dueUnits),
  })
  .readonly()
  .refine(({ from, obligationId }) => (from === 'obligation') === (obligationId !== null));
const undated = z.object({ kind: z.literal('none') }).readonly();

/** When something is due once: on a day, so long after an event, or not yet known. */
export const dueRuleSchema = z.union([fixed, offset, undated]);
export type DueRule = z.infer<typeof dueRuleSchema>;

/** Why a day can't be told: the event has no day yet, the year's working days are not announced, or nobody said. */
export type MissingDue = (typeof dueEvents)[number] | 'calendar' | 'none';

/** The days that due rules of one contract are counted from. */
export interface DueFacts {
  readonly signedOn: Day | null;
  readonly effectiveOn: Day | null;
  readonly expiresOn: Day | null;
  /** The day on which another obligation was met; null while it is not. */
  readonly metOn: (id: ObligationId) => Day | null;
}

export interface DueDay {
  readonly on: Day | null;
  readonly missing: MissingDue | null;
}

/**
 * The day on which a rule falls. The day of the event itself is not counted (Civil Code art. 201), and months end on
 * the same day of the month, or on its last.
 */
export function dueDay(rule: DueRule, facts: DueFacts, calendar: WorkingCalendar): DueDay {
  switch (rule.kind) {
    case 'none':
      return { on: null, missing: 'none' };
    case 'fixed':
      return { on: rule.on, missing: null };
    case 'offset': {
      const anchor = anchorOf(rule, facts);
      if (anchor === null) return { on: null, missing: rule.from };
      if (rule.unit === 'day') return { on: addDays(anchor, rule.amount), missing: null };
      if (rule.unit === 'month') return { on: addMonths(anchor, rule.amount), missing: null };
      const day = addWorkingDays(calendar, anchor, rule.amount);
      return day.ok ? { on: day.value, missing: null } : { on: null, missing: 'calendar' };
    }
  }
}

function anchorOf({ from, obligationId }: Extract<DueRule, { kind: 'offset' }>, facts: DueFacts): Day | null {
  switch (from) {
    case 'signed':
      return facts.signedOn;
    case 'effective':
      return facts.effectiveOn ?? facts.signedOn;
    case 'expires':
      return facts.expiresOn;
    case 'obligation':
      return obligationId === null ? null : facts.metOn(obligationId);
  }
}

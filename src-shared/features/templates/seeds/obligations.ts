import type { Condition } from '../../documents/model.ts';
import type { Duration } from '../../documents/variables.ts';
import type { DefaultObligation, DefaultReminder, DueEvent, DueRule, ObligationType, TemplateDefaults } from '../defaults.ts';

/** What a template says of an obligation; what is left out is the usual. */
interface ObligationSketch {
  readonly zh: string;
  readonly en: string;
  readonly grace?: number;
  readonly evidence?: readonly [zh: string, en: string];
  readonly clauseId?: string;
  readonly amountKey?: string;
  readonly percentKey?: string;
  readonly only?: Condition;
}

/** An obligation that a party owes, with no grace and no evidence unless the sketch says so. */
export function owes(obligorKey: string, type: ObligationType, due: DueRule, sketch: ObligationSketch): DefaultObligation {
  return {
    titleZh: sketch.zh,
    titleEn: sketch.en,
    obligorKey,
    type,
    due,
    graceDays: sketch.grace ?? 0,
    evidenceZh: sketch.evidence?.[0] ?? '',
    evidenceEn: sketch.evidence?.[1] ?? '',
    clauseId: sketch.clauseId ?? null,
    amountKey: sketch.amountKey ?? null,
    percentKey: sketch.percentKey ?? null,
    condition: sketch.only ?? null,
  };
}

/** Due on the day in a date variable. */
export function on(dateKey: string): DueRule {
  return { kind: 'fixed', dateKey };
}

/** Due so long after an event, or before it with a negative amount. */
export function after(event: DueEvent, amount: number, unit: Duration['unit']): DueRule {
  return { kind: 'offset', event, amount, unit, durationKey: null };
}

/** Due after an event by the period in a duration variable. */
export function afterPeriod(event: DueEvent, durationKey: string, standard: Duration): DueRule {
  return { kind: 'offset', event, ...standard, durationKey };
}

/** Due again and again by an RFC 5545 rule, from an event on. */
export function every(event: DueEvent, rule: string): DueRule {
  return { kind: 'rrule', event, rule };
}

/** Holds where a variable has a value. */
export function where(key: string, value: string): Condition {
  return { key, fact: null, operator: 'equals', value };
}

/** The shipped reminders: a contract that ends by itself, or one that renews unless somebody says no. */
const reminders: readonly DefaultReminder[] = [
  { event: 'notice_deadline', offsetDays: [90, 60, 30, 14, 7, 3, 1, 0] },
  { event: 'expiry', offsetDays: [90, 60, 30, 7, 0] },
  { event: 'payment', offsetDays: [15, 7, 3, 0, -1, -7] },
  { event: 'obligation', offsetDays: [14, 7, 1, 0, -1, -7] },
];

/** Obligations with the usual reminders and no approval flow of their own. */
export function defaultsWith(...obligations: readonly DefaultObligation[]): TemplateDefaults {
  return { obligations, reminders, approvalFlowId: null };
}

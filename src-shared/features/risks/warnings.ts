import { z } from 'zod';
import { contractIdSchema } from '../contracts/model.ts';
import { stages } from '../contracts/stage.ts';
import { userIdSchema } from '../vault/model.ts';
import { idSchema, type Id } from '../../kernel/ids.ts';

export type WarningRuleId = Id<'warningRule'>;
export const warningRuleIdSchema = idSchema<'warningRule'>();
export type AlertId = Id<'alert'>;
export const alertIdSchema = idSchema<'alert'>();

const days = z.int().min(0).max(730);

/** What a rule waits for: something that happened, or a state that a contract came into. */
export const triggerSchema = z.discriminatedUnion('kind', [
  /** The text of a contract that was approved, or was being approved, changed. */
  z.object({ kind: z.literal('text_changed') }).readonly(),
  /** The last day for notice is so many days away. */
  z.object({ kind: z.literal('notice_near'), days }).readonly(),
  /** The end of the term is so many days away. */
  z.object({ kind: z.literal('expiry_near'), days }).readonly(),
  /** So many obligations of a contract are past their day. */
  z.object({ kind: z.literal('obligations_overdue'), count: z.int().min(1).max(100) }).readonly(),
  /** A payment is so many days late, and more of it is open than a sum in hundredths, whatever the currency. For those alone who see amounts. */
  z.object({ kind: z.literal('payment_late'), days, amountMinor: z.int().nonnegative() }).readonly(),
  /** An approval waits so many days past its deadline. */
  z.object({ kind: z.literal('approval_late'), days }).readonly(),
  /** A contract stays in a stage for so many days. */
  z.object({ kind: z.literal('stage_stays'), stage: z.enum(stages), days }).readonly(),
  /** The grade of a counterparty fell to this one or below, or it was blacklisted. */
  z.object({ kind: z.literal('grade_fell'), grade: z.enum(['B', 'C', 'D']) }).readonly(),
  /** A contract that is not signed yet was made from a template that was retired. */
  z.object({ kind: z.literal('template_retired') }).readonly(),
  /** A contract's risk score reaches a number. */
  z.object({ kind: z.literal('score_reached'), score: z.int().min(1).max(100) }).readonly(),
]);
export type Trigger = z.infer<typeof triggerSchema>;
export type TriggerKind = Trigger['kind'];

export const triggerKinds: readonly TriggerKind[] = [
  'text_changed',
  'notice_near',
  'expiry_near',
  'obligations_overdue',
  'payment_late',
  'approval_late',
  'stage_stays',
  'grade_fell',
  'template_retired',
  'score_reached',
];

/** A trigger of a kind, with numbers that one begins with. */
export function newTrigger(kind: TriggerKind): Trigger {
  switch (kind) {
    case 'text_changed':
    case 'template_retired':
      return { kind };
    case 'notice_near':
      return { kind, days: 30 };
    case 'expiry_near':
      return { kind, days: 60 };
    case 'obligations_overdue':
      return { kind, count: 2 };
    case 'payment_late':
      return { kind, days: 7, amountMinor: 100_000_00 };
    case 'approval_late':
      return { kind, days: 2 };
    case 'stage_stays':
      return { kind, stage: 'pending_signature', days: 14 };
    case 'grade_fell':
      return { kind, grade: 'C' };
    case 'score_reached':
      return { kind, score: 60 };
  }
}

/** A rule as a person builds it: what, to whom, how. */
export const ruleDraftSchema = z
  .object({
    name: z.string().trim().min(1).max(80),
    trigger: triggerSchema,
    /** Who is warned: the contract's owner, one person, or everybody. */
    audience: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('owner') }).readonly(),
      z.object({ kind: z.literal('everybody') }).readonly(),
      z.object({ kind: z.literal('person'), userId: userIdSchema }).readonly(),
    ]),
    /** `notify`: as a reminder, with a notification. `list`: in the list of warnings only. */
    how: z.enum(['notify', 'list']),
    isOn: z.boolean(),
  })
  .readonly();
export type RuleDraft = z.infer<typeof ruleDraftSchema>;

export const warningRuleSchema = z
  .object({
    ...ruleDraftSchema.unwrap().shape,
    id: warningRuleIdSchema,
    revision: z.int(),
    changedAt: z.int(),
    changedByName: z.string(),
    /** When it was switched on and off, the latest first. */
    switches: z.array(z.object({ at: z.int(), isOn: z.boolean(), byName: z.string() }).readonly()).readonly(),
    /** How often it warned, and what people said of it. */
    hits: z.int(),
    useful: z.int(),
    notUseful: z.int(),
    lastAt: z.int().nullable(),
  })
  .readonly();
export type WarningRule = z.infer<typeof warningRuleSchema>;

/** A warning that was given. */
export const alertSchema = z
  .object({
    id: alertIdSchema,
    ruleId: warningRuleIdSchema,
    ruleName: z.string(),
    triggerKind: z.enum(triggerKinds as readonly [TriggerKind, ...TriggerKind[]]),
    contractId: contractIdSchema.nullable(),
    contractNumber: z.string().nullable(),
    contractTitle: z.string().nullable(),
    occurredAt: z.int(),
    at: z.int(),
    acknowledgedAt: z.int().nullable(),
    acknowledgedByName: z.string().nullable(),
    verdict: z.enum(['useful', 'not_useful']).nullable(),
  })
  .readonly();
export type Alert = z.infer<typeof alertSchema>;

/** What a rule would have done: how often, by month (YYYY-MM), and of which contracts, the latest first. */
export const dryRunSchema = z
  .object({
    total: z.int(),
    byMonth: z.array(z.object({ month: z.string(), count: z.int() }).readonly()).readonly(),
    examples: z.array(z.object({ contractId: contractIdSchema.nullable(), contractTitle: z.string().nullable(), at: z.int() }).readonly()).readonly(),
    /** Only the present state can be looked at: the vault keeps no history of it. */
    isPresentOnly: z.boolean(),
  })
  .readonly();
export type DryRun = z.infer<typeof dryRunSchema>;

/** What decides whether a trigger's numbers may be seen: sums belong to those who hold that key. */
export function needsFinance({ kind }: Trigger): boolean {
  return kind === 'payment_late' || kind === 'score_reached';
}

/** Rules that a vault begins with; switched on by hand, after a dry run. `nameKey` is translated. */
export const shippedRules: readonly (Omit<RuleDraft, 'name'> & { readonly key: string })[] = [
  { key: 'textChanged', trigger: { kind: 'text_changed' }, audience: { kind: 'owner' }, how: 'notify', isOn: true },
  { key: 'noticeNear', trigger: { kind: 'notice_near', days: 30 }, audience: { kind: 'owner' }, how: 'notify', isOn: true },
  { key: 'overdue', trigger: { kind: 'obligations_overdue', count: 2 }, audience: { kind: 'everybody' }, how: 'notify', isOn: true },
  { key: 'approvalLate', trigger: { kind: 'approval_late', days: 2 }, audience: { kind: 'everybody' }, how: 'list', isOn: true },
  { key: 'stuckAtSignature', trigger: { kind: 'stage_stays', stage: 'pending_signature', days: 14 }, audience: { kind: 'owner' }, how: 'list', isOn: true },
  { key: 'gradeFell', trigger: { kind: 'grade_fell', grade: 'C' }, audience: { kind: 'everybody' }, how: 'notify', isOn: true },
  { key: 'templateRetired', trigger: { kind: 'template_retired' }, audience: { kind: 'owner' }, how: 'list', isOn: false },
  { key: 'paymentLate', trigger: { kind: 'payment_late', days: 7, amountMinor: 100_000_00 }, audience: { kind: 'everybody' }, how: 'notify', isOn: false },
  { key: 'highScore', trigger: { kind: 'score_reached', score: 60 }, audience: { kind: 'everybody' }, how: 'list', isOn: false },
];

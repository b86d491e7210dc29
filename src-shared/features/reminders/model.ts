import { z } from 'zod';
import { contractIdSchema, type ContractId } from '../contracts/model.ts';
import { userIdSchema, type UserId } from '../vault/model.ts';
import { daySchema, type Day } from '../../kernel/day.ts';
import { idSchema, type Id } from '../../kernel/ids.ts';

export type ReminderId = Id<'reminder'>;
export const reminderIdSchema = idSchema<'reminder'>();

/** How far what waits for a person is counted: nobody works through more, and counting further costs time. */
export const mostCounted = 1000;

/** What a reminder is about. */
export const reminderKinds = ['contract', 'obligation', 'payment', 'review', 'template', 'approval', 'training', 'risk', 'access', 'warning'] as const;
export const reminderKindSchema = z.enum(reminderKinds);
export type ReminderKind = z.infer<typeof reminderKindSchema>;

/** What happens on its day. Each has its own offsets in the policy. */
export const reminderEvents = [
  'notice_deadline',
  'safe_send',
  'expiry',
  'obligation_due',
  'payment_due',
  'review_due',
  'template_review',
  'approval_due',
  'training_due',
  'refresher_due',
  'risk_review',
  'access_review',
  'warning',
] as const;
export const reminderEventSchema = z.enum(reminderEvents);
export type ReminderEvent = z.infer<typeof reminderEventSchema>;

/**
 * Something that falls due on a day, as a feature hands it in. It is listed as long as it is open: what is done, waived or
 * cancelled is left out, and its reminders end. Another `targetOn` arms it anew.
 */
export interface ReminderTarget {
  readonly kind: ReminderKind;
  readonly entityId: string;
  readonly event: ReminderEvent;
  /** Null for what belongs to no contract. */
  readonly contractId: ContractId | null;
  readonly targetOn: Day;
  /** Who is reminded; null: everybody who may see it. */
  readonly ownerId: UserId | null;
  /** Read by everybody who holds the key to the compartment that the source is kept in: no sums, no clause text. */
  readonly title: string;
}

/** Days from the target at which one is reminded: negative before it, positive after it. */
const offsetsSchema = z.array(z.int().min(-730).max(365)).max(20).readonly();

/** Minutes after local midnight. */
const minuteOfDay = z.int().min(0).max(1439);

/** How the vault reminds. */
export const reminderPolicySchema = z
  .object({
    offsets: z.record(reminderEventSchema, offsetsSchema).readonly(),
    /** The time of day at which a day's reminders come. */
    remindAt: minuteOfDay,
    /** Nothing is shown between these times of day; what falls due then comes at the end. Null: no quiet hours. */
    quiet: z.object({ from: minuteOfDay, until: minuteOfDay }).readonly().nullable(),
    /** What nobody acknowledged so many days after its date goes to another person. */
    escalation: z.object({ afterDays: z.int().min(0).max(365), toId: userIdSchema }).readonly().nullable(),
  })
  .readonly();
export type ReminderPolicy = z.infer<typeof reminderPolicySchema>;

/** Offsets of domain.md, rule 10. */
export const defaultPolicy: ReminderPolicy = {
  offsets: {
    notice_deadline: [-90, -60, -30, -14, -7, -3, -1, 0],
    safe_send: [-14, -7, -3, -1, 0],
    expiry: [-90, -60, -30, -7, 0],
    obligation_due: [-14, -7, -1, 0, 1, 7],
    payment_due: [-15, -7, -3, 0, 1, 7],
    review_due: [-14, -7, -1, 0, 7],
    template_review: [-14, 0, 7],
    approval_due: [-1, 0, 1],
    training_due: [-7, -1, 0, 7],
    refresher_due: [-30, -7, 0],
    risk_review: [-7, 0, 7],
    access_review: [-7, 0, 7, 14],
    warning: [0],
  },
  remindAt: 9 * 60,
  quiet: { from: 20 * 60, until: 8 * 60 },
  escalation: null,
};

/** A reminder that fell due: a target at one of its offsets. */
export const reminderSchema = z
  .object({
    id: reminderIdSchema,
    kind: reminderKindSchema,
    entityId: z.string(),
    event: reminderEventSchema,
    contractId: contractIdSchema.nullable(),
    contractNumber: z.string().nullable(),
    contractTitle: z.string().nullable(),
    title: z.string(),
    targetOn: daySchema,
    /** Days from the target on which it fell due. */
    offsetDays: z.int(),
    dueOn: daySchema,
    isEscalated: z.boolean(),
    ownerName: z.string().nullable(),
    shownAt: z.int().nullable(),
    snoozedUntil: z.int().nullable(),
    acknowledgedAt: z.int().nullable(),
    acknowledgedByName: z.string().nullable(),
  })
  .readonly();
export type Reminder = z.infer<typeof reminderSchema>;

/** Something that will fall due, or did and is still open. */
export const dueItemSchema = z
  .object({
    kind: reminderKindSchema,
    entityId: z.string(),
    event: reminderEventSchema,
    contractId: contractIdSchema.nullable(),
    contractNumber: z.string().nullable(),
    contractTitle: z.string().nullable(),
    title: z.string(),
    targetOn: daySchema,
    ownerName: z.string().nullable(),
    /** The next day on which it reminds; null when it does no more. */
    nextOn: daySchema.nullable(),
  })
  .readonly();
export type DueItem = z.infer<typeof dueItemSchema>;

/** What this laptop does about reminders; kept on the laptop, outside the vault. */
export const deviceRemindersSchema = z
  .object({
    notifications: z.boolean(),
    /** Closing the window leaves Deedbox in the tray, where it reminds also while the vault is locked. */
    background: z.boolean(),
    startAtLogin: z.boolean(),
    /** A calendar file that other programs subscribe to. */
    calendar: z.object({ folder: z.string(), withNames: z.boolean() }).readonly().nullable(),
  })
  .readonly();
export type DeviceReminders = z.infer<typeof deviceRemindersSchema>;

export const defaultDeviceReminders: DeviceReminders = { notifications: true, background: false, startAtLogin: false, calendar: null };

import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { dueItemSchema, reminderEventSchema, reminderIdSchema, reminderKindSchema, reminderPolicySchema, reminderSchema } from './model.ts';

const listRequest = z
  .object({
    /** Those of everybody, not only one's own and those that are nobody's. */
    everybody: z.boolean(),
    kind: reminderKindSchema.nullable(),
    search: z.string().trim().max(200),
    contractId: contractIdSchema.nullable(),
    limit: z.int().min(1).max(500),
  })
  .readonly();

const chosen = z.array(reminderIdSchema).min(1).max(500).readonly();
const changed = z.object({ changed: z.int() }).readonly();

/** What the system's notifications answered last. */
export const notificationStates = ['untried', 'shown', 'refused', 'absent'] as const;

const deviceSchema = z
  .object({
    notifications: z.boolean(),
    background: z.boolean(),
    startAtLogin: z.boolean(),
    calendar: z.object({ folder: z.string(), withNames: z.boolean(), writtenAt: z.int().nullable(), isFailing: z.boolean() }).readonly().nullable(),
    state: z.enum(notificationStates),
    /** Whether a keychain of the system guards the schedule that works while the vault is locked. */
    hasKeychain: z.boolean(),
  })
  .readonly();
export type DeviceView = z.infer<typeof deviceSchema>;

export const remindersOperations = {
  list: query({
    input: listRequest.unwrap().extend({ view: z.enum(['now', 'snoozed', 'history']) }).readonly(),
    output: z.array(reminderSchema).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  /** What is to come within `days`, or is past and still open. */
  due: query({
    input: listRequest.unwrap().extend({ view: z.enum(['coming', 'overdue']), days: z.int().min(1).max(3660) }).readonly(),
    output: z.array(dueItemSchema).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  count: query({ input: nothing, output: z.object({ waiting: z.int(), overdue: z.int() }).readonly(), errors: [], access: 'contracts.read' }),
  acknowledge: command({ input: z.object({ ids: chosen }).readonly(), output: changed, errors: ['NOT_FOUND'], access: 'contracts.read', changes: ['reminders', 'risks'] }),
  withdraw: command({ input: z.object({ ids: chosen }).readonly(), output: changed, errors: ['NOT_FOUND'], access: 'contracts.read', changes: ['reminders', 'risks'] }),
  /** Puts reminders off until a moment (epoch ms) that lies ahead, a year at most. */
  snooze: command({ input: z.object({ ids: chosen, until: z.int() }).readonly(), output: changed, errors: ['NOT_FOUND', 'SNOOZE_RANGE'], access: 'contracts.read', changes: ['reminders'] }),
  /** Takes an item off the overdue list, or puts it back. Its date, when it moves, arms it anew. */
  settle: command({
    input: z.object({ kind: reminderKindSchema, entityId: z.string().max(100), event: reminderEventSchema, settled: z.boolean() }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND'],
    access: 'contracts.read',
    changes: ['reminders'],
  }),
  policy: query({ input: nothing, output: reminderPolicySchema, errors: [], access: 'contracts.read' }),
  savePolicy: command({ input: z.object({ policy: reminderPolicySchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'reminders.configure', changes: ['reminders'] }),
  device: query({ input: nothing, output: deviceSchema, errors: [], access: 'vault.use' }),
  setDevice: command({
    input: z.object({ notifications: z.boolean().optional(), background: z.boolean().optional(), startAtLogin: z.boolean().optional() }).readonly(),
    output: z.null(),
    errors: ['LOGIN_ITEM_REFUSED'],
    access: 'vault.use',
    changes: ['reminders'],
  }),
  /** Shows a notification, and answers what became of it. */
  test: command({ input: nothing, output: z.enum(notificationStates), errors: [], access: 'vault.use', changes: ['reminders'] }),
  /** Writes all dates to come to a calendar file once; null: the person chose no file. */
  exportCalendar: command({ input: z.object({ withNames: z.boolean() }).readonly(), output: z.object({ path: z.string(), count: z.int() }).readonly().nullable(), errors: [], access: 'contracts.read' }),
  /** Keeps a calendar file in a folder that the person chooses, or no longer. Null: they chose none. */
  keepCalendar: command({
    input: z.object({ on: z.boolean(), withNames: z.boolean() }).readonly(),
    output: z.object({ path: z.string() }).readonly().nullable(),
    errors: ['READ_ONLY_FOLDER'],
    access: 'contracts.read',
    changes: ['reminders'],
  }),
  /** Where a notification that was clicked leads, once; null: nowhere. */
  takeOpened: command({ input: nothing, output: z.string().nullable(), errors: [], access: 'vault.use' }),
};

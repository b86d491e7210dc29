import { join } from 'node:path';
import type { DeviceReminders, ReminderEvent } from '#shared/features/reminders/model.ts';
import type { DeviceView } from '#shared/features/reminders/ipc.ts';
import { isQuiet } from '#shared/features/reminders/rules.ts';
import { lockedText, reminderTexts } from '#shared/features/reminders/words.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Settings } from '#shared/features/settings/model.ts';
import type { Compartment } from '#shared/features/vault/compartments.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { DeviceState } from '../../device/device-state.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { isWritable } from '../../files/writable-folder.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker, type Ids, type KeyStore, type Log, type LoginItem, type Notifier } from '../../ports.ts';
import type { DueSource } from '../../scheduler/due-source.ts';
import { localMoment, minuteOfDay } from '../../scheduler/local-moment.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import { areMembersKnown } from '../../vault/members.ts';
import type { Session } from '../../vault/session.ts';
import { calendarOfDue } from './calendar-file.ts';
import { createDelivery } from './delivery.ts';
import { createFollowing } from './follow.ts';
import { createLockedSchedule } from './locked-schedule.ts';
import { readPolicy } from './policy.ts';
import { contractsPast, countByDay, datesBetween, hasPassed, listDue } from './queries.ts';
import { createRecording } from './recording.ts';
import { createReminderService, type TellWarningsSeen } from './service.ts';
import { coreStore, storesOf } from './stores.ts';

export interface RemindersParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly device: DeviceState;
  readonly notifier: Notifier;
  readonly keyStore: KeyStore;
  readonly loginItem: LoginItem;
  readonly picker: FilePicker;
  /** Where this laptop keeps the schedule for the time in which the vault is locked. */
  readonly scheduleFolder: string;
  readonly session: () => Session | null;
  readonly members: (parts: { readonly session: Session; readonly db: Session['db'] }) => readonly { readonly id: UserId; readonly compartments: readonly Compartment[] }[];
  readonly sources: readonly DueSource[];
  readonly warningsSeen: TellWarningsSeen;
  readonly onChanged: (features: readonly string[]) => void;
  /** A notification was clicked: the window comes to the front; once it is open it asks where to go. */
  readonly onNoticeOpened: () => void;
  /** Told in the window what the system did not show. */
  readonly onUntold: (count: number) => void;
  /** How many reminders wait, and whether Deedbox stays in the background. */
  readonly onPresence: (presence: { readonly isInBackground: boolean; readonly waiting: number }) => void;
}

const calendarName = 'deedbox-due.ics';
/** How far ahead the calendar file and the schedule for the locked vault reach. */
const calendarDays = 730;
const lockedDays = 370;

/** Reminders: followed, recorded, shown; what people do with them; and what goes on while the vault is locked. */
export function createReminders(parts: RemindersParts) {
  const { clock, device } = parts;
  const memberIds = (session: Session, compartment: Compartment): ReadonlySet<UserId> =>
    new Set(parts.members({ session, db: session.db }).flatMap(({ id, compartments }) => (compartments.includes(compartment) ? [id] : [])));
  const following = createFollowing(parts);
  const presentIds = (session: Session, compartment: Compartment): ReadonlySet<UserId> | null => (areMembersKnown(session) ? memberIds(session, compartment) : null);
  const recording = createRecording({ ...parts, presentIds });
  const service = createReminderService({ ...parts, memberIds, presentIds });
  const schedule = createLockedSchedule(parts.scheduleFolder, parts.keyStore);
  const own = (): DeviceReminders => device.read().reminders;
  const language = (): Settings['language'] => device.read().settings.language;
  let state: DeviceView['state'] = 'untried';
  let opened: { readonly folder: string; readonly route: string } | null = null;
  let written: { readonly at: number | null; readonly isFailing: boolean } = { at: null, isFailing: false };
  /** When what lies outside the vault has to be written anew, or null. */
  let exportAt: number | null = null;

  const delivery = createDelivery({
    ...parts,
    settings: () => device.read().settings,
    isOn: () => own().notifications,
    onOpen: ({ folder }, route) => {
      opened = { folder, route };
      parts.onNoticeOpened();
    },
    onOutcome: (outcome) => (state = outcome),
  });

  const remind: Job = {
    name: 'reminders',
    nextAt: (session) => {
      if (session === null) return null;
      if (following.isBehind(session)) return 0;
      // A new day may turn terms and lets contracts become overdue.
      const midnight = localMoment(clock, addDays(dayOn(clock), 1), 0);
      return Math.min(midnight, recording.nextAt(session) ?? Infinity, delivery.nextAt(session) ?? Infinity);
    },
    run: async (session) => {
      if (session === null) return;
      const changed = await following.catchUp(session);
      const recorded = await recording.recordDue(session);
      const shown = await delivery.deliver(session);
      if (changed + recorded + shown === 0) return;
      told(session);
      parts.onChanged(['reminders']);
    },
  };

  const whileLocked: Job = {
    name: 'reminders-locked',
    nextAt: (session) => {
      if (session !== null || !own().background || !own().notifications) return null;
      const { entries, toldThrough } = schedule.read();
      return entries.find(({ at }) => at > toldThrough)?.at ?? null;
    },
    run: async () => {
      const now = clock.now();
      const { entries, toldThrough } = schedule.read();
      const due = entries.filter(({ at }) => at > toldThrough && at <= now);
      const count = due.reduce((total, one) => total + one.count, 0);
      // Noted first: what was about to be said is not said again, and waits in the vault anyway.
      schedule.write({ entries, toldThrough: now });
      if (count === 0) return;
      state = await parts.notifier.show({ ...lockedText(count, language()), onOpen: parts.onNoticeOpened });
      parts.onPresence({ isInBackground: own().background, waiting: count });
    },
  };

  const writeOutside: Job = {
    name: 'reminders-outside',
    nextAt: (session) => (session === null ? null : exportAt),
    run: (session) => {
      exportAt = null;
      if (session === null) return;
      keepSchedule(session);
      keepCalendar(session);
    },
  };

  /** The tray and what lies outside the vault follow what changed in it. */
  function told(session: Session): void {
    if (session.permissions.has('contracts.read')) parts.onPresence({ isInBackground: own().background, waiting: service.count(session).waiting });
    exportAt ??= clock.now() + 2_000;
  }

  function keepSchedule(session: Session): void {
    if (!own().background) return schedule.remove();
    const policy = readPolicy(session.db);
    const { remindAt, quiet } = policy;
    const today = dayOn(clock);
    const isPast = minuteOfDay(clock) >= remindAt;
    const counts = new Map<string, number>();
    const person = { userId: session.user.id, present: [...memberIds(session, 'core')] };
    for (const store of storesOf(session)) {
      for (const { day, count } of countByDay(session.db, store, person, addDays(today, lockedDays))) counts.set(day, (counts.get(day) ?? 0) + count);
    }
    const minute = quiet !== null && isQuiet(policy, remindAt) ? quiet.until : remindAt;
    // Quiet hours that begin in the evening end on the next day.
    const later = minute < remindAt ? 1 : 0;
    const entries = [...counts]
      .filter(([day]) => day > today || (day === today && !isPast))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, count]) => ({ at: localMoment(clock, addDays(day as typeof today, later), minute), count }));
    schedule.write({ entries: entries.slice(0, 400), toldThrough: clock.now() });
  }

  function keepCalendar(session: Session): void {
    const { calendar } = own();
    if (calendar === null || !session.permissions.has('contracts.read')) return;
    try {
      writeFileAtomically(join(calendar.folder, calendarName), Buffer.from(calendarText(session, calendar.withNames).text));
      written = { at: clock.now(), isFailing: false };
    } catch {
      written = { ...written, isFailing: true };
    }
    parts.onChanged(['reminders']);
  }

  function calendarText(session: Session, withNames: boolean): { readonly text: string; readonly count: number } {
    const today = dayOn(clock);
    const request = { userId: session.user.id, present: [], everybody: true, kind: null, search: '', contractId: null, now: clock.now(), limit: 10_000 };
    // Payments stay in the vault: the calendar lies outside, where everybody reads it.
    const items = listDue(session.db, coreStore, 'coming', today, addDays(today, calendarDays), request).filter(({ kind }) => kind !== 'payment');
    return { text: calendarOfDue(items, { language: language(), withNames, now: clock.now() }), count: items.length };
  }

  function change(changed: Partial<DeviceReminders>): void {
    device.change((present) => ({ ...present, reminders: { ...present.reminders, ...changed } }));
    const session = parts.session();
    if (session === null) return;
    exportAt = clock.now();
    told(session);
  }

  const handlers: HandlersOf<'reminders'> = {
    list: (input, call) => succeed(service.list(call, input)),
    due: (input, call) => succeed(service.due(call, input)),
    count: (_, { session }) => succeed(service.count(session)),
    acknowledge: ({ ids }, call) => after(call.session, service.acknowledge(call, ids)),
    withdraw: ({ ids }, call) => after(call.session, service.withdraw(call, ids)),
    snooze: ({ ids, until }, call) => after(call.session, service.snooze(call, ids, until)),
    settle: (input, call) => after(call.session, service.settle(call, input)),
    policy: (_, call) => succeed(service.policy(call)),
    savePolicy: ({ policy }, call) => service.savePolicy(call, policy),
    device: () => {
      const { calendar, ...rest } = own();
      const hasKeychain = parts.keyStore.protect(Buffer.alloc(1)) !== null;
      return succeed({ ...rest, state, hasKeychain, calendar: calendar === null ? null : { ...calendar, writtenAt: written.at, isFailing: written.isFailing } });
    },
    setDevice: ({ notifications, background, startAtLogin }) => {
      if (startAtLogin !== undefined && startAtLogin !== own().startAtLogin && !parts.loginItem.set(startAtLogin)) return fail('LOGIN_ITEM_REFUSED');
      change({
        ...(notifications === undefined ? {} : { notifications }),
        ...(background === undefined ? {} : { background }),
        ...(startAtLogin === undefined ? {} : { startAtLogin }),
      });
      return succeed(null);
    },
    test: async () => {
      const texts = reminderTexts(language());
      state = await parts.notifier.show({ title: texts.testTitle, body: texts.testBody, onOpen: parts.onNoticeOpened });
      return succeed(state);
    },
    exportCalendar: async ({ withNames }, { session }) => {
      const path = await parts.picker.chooseTarget(calendarName, { name: 'iCalendar', extensions: ['ics'] });
      if (path === null) return succeed(null);
      const { text, count } = calendarText(session, withNames);
      writeFileAtomically(path, Buffer.from(text));
      return succeed({ path, count });
    },
    keepCalendar: async ({ on, withNames }) => {
      if (!on) {
        change({ calendar: null });
        return succeed(null);
      }
      const folder = await parts.picker.chooseFolder();
      if (folder === null) return succeed(null);
      if (!isWritable(folder)) return fail('READ_ONLY_FOLDER');
      change({ calendar: { folder, withNames } });
      return succeed({ path: join(folder, calendarName) });
    },
    takeOpened: (_, { session }) => {
      const route = opened?.folder === session.folder ? opened.route : null;
      opened = null;
      return succeed(route);
    },
  };

  function after<Answer>(session: Session, answer: Answer): Answer {
    told(session);
    return answer;
  }

  return {
    handlers,
    jobs: [remind, whileLocked, writeOutside] as readonly Job[],
    /** Tells of a warning, in a transaction that runs; and that somebody saw it. */
    warn: service.warn,
    seen: service.seen,
    /** Told of a contract whose obligations and payments are due on other days than before, with nothing audited. */
    daysMoved: (db: Writable, contractId: ContractId) => following.daysMoved(db, contractId, ['obligation', 'payment']),
    /** Told of a contract whose reviews are planned for other days or other people. */
    reviewsMoved: (db: Writable, contractId: ContractId) => following.daysMoved(db, contractId, ['review']),
    /** What other features ask of the dates that are followed here. */
    datesBetween: (db: Readable, event: ReminderEvent, from: Day, until: Day) => datesBetween(db, coreStore, event, from, until),
    contractsPast: (db: Readable, from: Day, before: Day) => contractsPast(db, coreStore, from, before),
    isNoticeMissed: (db: Readable, contractId: string, today: Day) => hasPassed(db, coreStore, contractId, 'notice_deadline', today),
    /** To be told at the start, and of a vault that is about to be closed. */
    begin: () => parts.onPresence({ isInBackground: own().background, waiting: 0 }),
    closing: keepSchedule,
  };
}

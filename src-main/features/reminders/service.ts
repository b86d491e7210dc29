import type { DueItem, Reminder, ReminderEvent, ReminderId, ReminderKind, ReminderPolicy } from '#shared/features/reminders/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { addDays } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { readPolicy, writePolicy } from './policy.ts';
import { acknowledge, acknowledgeWarning, countWaiting, listDue, listReminders, recordReminder, snooze, warningsAmong, withdrawAcknowledgement, type Counts, type ListRequest } from './queries.ts';
import { storeNamed, storesOf, type Store } from './stores.ts';
import { rearmAll, settleTarget } from './target-queries.ts';

export interface ReminderServiceParts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Who has a key to the vault and to a compartment of it. */
  readonly memberIds: (session: Session, compartment: Store['compartment']) => ReadonlySet<UserId>;
  /** The same; null where that can't be read now. */
  readonly presentIds: (session: Session, compartment: Store['compartment']) => ReadonlySet<UserId> | null;
  readonly warningsSeen: TellWarningsSeen;
}

/** Tells of warnings that somebody saw here, or, with `at` null, that they take that back. */
export type TellWarningsSeen = (db: Writable, compartment: Store['compartment'], alertIds: readonly string[], by: UserId, at: number | null) => void;

/** Something that is told at once, without a date of its own. */
export interface Warning {
  readonly entityId: string;
  readonly contractId: Reminder['contractId'];
  readonly addresseeId: UserId | null;
  readonly title: string;
}

const yearMs = 366 * 86_400_000;

/** What people do with their reminders. */
export function createReminderService({ clock, ids, memberIds, presentIds, warningsSeen }: ReminderServiceParts) {
  function list(call: Call, input: InputOf<'reminders.list'>): readonly Reminder[] {
    const request = requestOf(call, input);
    const rows = storesOf(call.session).flatMap((store) => listReminders(call.db, store, input.view, request));
    const sorted = input.view === 'history' ? rows : rows.toSorted((one, other) => (one.targetOn < other.targetOn ? -1 : one.targetOn > other.targetOn ? 1 : 0));
    return sorted.slice(0, input.limit);
  }

  function due(call: Call, input: InputOf<'reminders.due'>): readonly DueItem[] {
    const request = requestOf(call, input);
    const today = dayOn(clock);
    return storesOf(call.session)
      .flatMap((store) => listDue(call.db, store, input.view, today, addDays(today, input.days), request))
      .toSorted((one, other) => (one.targetOn < other.targetOn ? -1 : one.targetOn > other.targetOn ? 1 : 0))
      .slice(0, input.limit);
  }

  function count(session: Session): Counts {
    const person = { userId: session.user.id, present: [...memberIds(session, 'core')] };
    const counts = storesOf(session).map((store) => countWaiting(session.db, store, person, dayOn(clock), clock.now()));
    return { waiting: sum(counts.map(({ waiting }) => waiting)), overdue: sum(counts.map(({ overdue }) => overdue)) };
  }

  /** Runs a change over the tables that the person's keys open; it must change something. */
  function change(call: Call, what: string, reminderIds: readonly ReminderId[], work: (db: Writable, store: Store) => number): Result<{ changed: number }, 'NOT_FOUND'> {
    return call.write<{ changed: number }, 'NOT_FOUND'>((db, note) => {
      const changed = sum(storesOf(call.session).map((store) => work(db, store)));
      if (changed === 0) return fail('NOT_FOUND');
      note('reminder', reminderIds[0] ?? '', { what, count: changed });
      return succeed({ changed });
    });
  }

  function settle(call: Call, target: { readonly kind: ReminderKind; readonly entityId: string; readonly event: ReminderEvent; readonly settled: boolean }): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      const found = storesOf(call.session).some((store) => settleTarget(db, store, target, call.session.user.id, target.settled ? clock.now() : null));
      if (!found) return fail('NOT_FOUND');
      note('reminder', target.entityId, { event: target.event, settled: target.settled });
      return succeed(null);
    });
  }

  function savePolicy(call: Call, policy: ReminderPolicy): Result<null, 'NOT_FOUND'> {
    if (policy.escalation !== null && !memberIds(call.session, 'core').has(policy.escalation.toId)) return fail('NOT_FOUND');
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      writePolicy(db, policy);
      for (const store of storesOf(call.session)) rearmAll(db, store);
      note('reminderPolicy', 'policy', { escalates: policy.escalation !== null });
      return succeed(null);
    });
  }

  /** Tells of warnings at once, in a transaction that runs; the same one is told once. What is for somebody who can't see it is for everybody. */
  function warn(session: Session, db: Writable, compartment: Store['compartment'], warnings: readonly Warning[]): void {
    const day = dayOn(clock);
    // Where it can't be read now who has a key, it stays with whoever is named.
    const present = presentIds(session, compartment);
    for (const { entityId, contractId, title, ...warning } of warnings) {
      const addresseeId = warning.addresseeId !== null && present?.has(warning.addresseeId) !== false ? warning.addresseeId : null;
      recordReminder(db, storeNamed(compartment), { id: ids.create<'reminder'>(), kind: 'warning', entityId, event: 'warning', targetOn: day, offsetDays: 0, level: 0, contractId, addresseeId, title, dueOn: day, at: clock.now() });
    }
  }

  function requestOf(call: Call, { everybody, kind, search, contractId, limit }: Omit<ListRequest, 'userId' | 'present' | 'now'>): ListRequest {
    return { userId: call.session.user.id, present: [...memberIds(call.session, 'core')], everybody, kind, search, contractId, limit, now: clock.now() };
  }

  return {
    list,
    due,
    count,
    settle,
    savePolicy,
    warn,
    seen: (db: Writable, compartment: Store['compartment'], entityId: string, by: UserId) => acknowledgeWarning(db, storeNamed(compartment), entityId, by, clock.now()),
    policy: ({ db }: Call) => readPolicy(db),
    acknowledge: (call: Call, some: readonly ReminderId[]) =>
      change(call, 'acknowledged', some, (db, store) => {
        const [by, at] = [call.session.user.id, clock.now()];
        warningsSeen(db, store.compartment, warningsAmong(db, store, some), by, at);
        return acknowledge(db, store, some, by, at);
      }),
    withdraw: (call: Call, some: readonly ReminderId[]) =>
      change(call, 'withdrawn', some, (db, store) => {
        const by = call.session.user.id;
        const changed = withdrawAcknowledgement(db, store, some, by);
        warningsSeen(db, store.compartment, warningsAmong(db, store, some), by, null);
        return changed;
      }),
    snooze: (call: Call, some: readonly ReminderId[], until: number): Result<{ changed: number }, 'NOT_FOUND' | 'SNOOZE_RANGE'> => {
      const now = clock.now();
      if (until <= now || until > now + yearMs) return fail('SNOOZE_RANGE');
      return change(call, 'snoozed', some, (db, store) => snooze(db, store, some, until));
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

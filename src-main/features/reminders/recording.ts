import { nextReminders, type ReminderStep } from '#shared/features/reminders/rules.ts';
import type { ReminderPolicy } from '#shared/features/reminders/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Writable } from '../../db/connection.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import { localMoment, minuteOfDay } from '../../scheduler/local-moment.ts';
import { createBulkPace } from '../../scheduler/slices.ts';
import type { Session } from '../../vault/session.ts';
import { readPolicy } from './policy.ts';
import { closeEarlier, giveToEverybody, recordReminder, waitsForOthers, wasAcknowledged } from './queries.ts';
import { storesOf, type Store } from './stores.ts';
import { endThrough, firstPendingOn, hasManyPending, hasPremature, listPending, listPendingInOrder, setNext, takeBackPremature, type PendingTarget } from './target-queries.ts';

export interface RecordingParts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Who has a key to the vault and to a compartment of it: what belongs to others goes to everybody. Null where that can't be read now: then it stays with whoever is named. */
  readonly presentIds: (session: Session, compartment: Store['compartment']) => ReadonlySet<UserId> | null;
}

/** From so many on they are taken in the order of the table: each commit writes hundreds of the same pages of the indexes by day. */
const many = 5000;
const sizes = { beside: { first: 400, least: 100, most: 1500 }, alone: { first: 4000, least: 400, most: 12_000 } };

interface RecordingContext {
  readonly policy: ReminderPolicy;
  readonly members: ReadonlySet<UserId> | null;
  readonly through: Day;
  /** Whether they lie side by side in the table, so that what is the same for most of them is written at once. */
  readonly inOrder: boolean;
}

/** Writes down which reminders fell due, before anybody is told of them. */
export function createRecording({ clock, ids, presentIds }: RecordingParts) {
  let lookedAt: { readonly session: Session; readonly known: Map<Store['compartment'], string> } | null = null;

  /** When the next reminder falls due (epoch ms; 0: now), or null. */
  function nextAt(session: Session): number | null {
    const { remindAt } = readPolicy(session.whole);
    const through = dueDay(remindAt);
    const today = dayOn(clock);
    const moments = storesOf(session).flatMap((store) => {
      if (hasPremature(session.whole, store, today, clock.now())) return 0;
      const day = firstPendingOn(session.whole, store);
      if (day === null) return [];
      return day <= through ? 0 : localMoment(clock, day, remindAt);
    });
    return moments.length === 0 ? null : Math.min(...moments);
  }

  /** Records all that is due, in slices. Gives how many reminders there are more. */
  async function recordDue(session: Session): Promise<number> {
    const pace = createBulkPace(sizes);
    let recorded = 0;
    for (const store of storesOf(session)) {
      takeBack(session, store);
      recorded += passOn(session, store);
      let last: PendingTarget | undefined;
      let inOrder = hasManyPending(session.whole, store, dueDay(readPolicy(session.whole).remindAt), many);
      for (;;) {
        // Read anew for each slice: somebody may wish otherwise meanwhile, or leave.
        const [policy, members] = [readPolicy(session.whole), presentIds(session, store.compartment)];
        const through = dueDay(policy.remindAt);
        const { size } = pace;
        const pending = inOrder ? listPendingInOrder(session.whole, store, through, last, size) : listPending(session.whole, store, through, size);
        if (pending.length === 0 && !inOrder) break;
        recorded += pace.take(() => recordSome(session, store, pending, { policy, members, through, inOrder }));
        last = pending.at(-1);
        if (pending.length < size) inOrder = false;
        await pace.rest();
      }
    }
    return recorded;
  }

  function recordSome(session: Session, store: Store, pending: readonly PendingTarget[], context: RecordingContext): number {
    const { policy, through, inOrder } = context;
    const [first, last] = [pending[0], pending.at(-1)];
    if (first === undefined || last === undefined) return 0;
    let recorded = 0;
    session.derive((db) => {
      if (inOrder) endThrough(db, store, first, last, through);
      const plans = nextReminders(pending, through, policy);
      pending.forEach((target, index) => {
        const { due, nextOn } = plans[index] ?? { due: [], nextOn: null };
        for (const step of due) if (record(db, store, target, step, context)) recorded += 1;
        if (inOrder && nextOn === null) return;
        const doneThrough = target.doneThrough !== null && target.doneThrough > through ? target.doneThrough : through;
        setNext(db, store, target, doneThrough, nextOn);
      });
    });
    return recorded;
  }

  function record(db: Writable, store: Store, target: PendingTarget, step: ReminderStep, { policy, members, through }: RecordingContext): boolean {
    // Only what nobody said they saw goes further.
    if (step.level === 1 && wasAcknowledged(db, store, target)) return false;
    const addressee = step.level === 1 ? (policy.escalation?.toId ?? null) : target.ownerId;
    const reminder = {
      ...target,
      id: ids.create<'reminder'>(),
      offsetDays: step.offsetDays,
      level: step.level,
      addresseeId: addressee !== null && members?.has(addressee) !== false ? addressee : null,
      // What is new did not fall due while nobody was there.
      dueOn: target.doneThrough === null && step.on < through ? through : step.on,
      at: clock.now(),
    };
    if (!recordReminder(db, store, reminder)) return false;
    if (target.isWaiting === 1) closeEarlier(db, store, reminder);
    return true;
  }

  function takeBack(session: Session, store: Store): void {
    const today = dayOn(clock);
    if (hasPremature(session.whole, store, today, clock.now())) session.derive((db) => void takeBackPremature(db, store, today, clock.now()));
  }

  /** Somebody left, or lost a key: nobody else would hear of what waits for them. Looked at where who is there changed. */
  function passOn(session: Session, store: Store): number {
    const members = presentIds(session, store.compartment);
    if (members === null) return 0;
    const present = [...members];
    const known = present.toSorted().join();
    if (lookedAt?.session !== session) lookedAt = { session, known: new Map() };
    if (lookedAt.known.get(store.compartment) === known) return 0;
    let passed = 0;
    if (waitsForOthers(session.whole, store, present)) session.derive((db) => void (passed = giveToEverybody(db, store, present)));
    lookedAt.known.set(store.compartment, known);
    return passed;
  }

  /** The day whose reminders have come: today once its time is reached, yesterday before. */
  function dueDay(remindAt: number): Day {
    const today = dayOn(clock);
    return minuteOfDay(clock) >= remindAt ? today : addDays(today, -1);
  }

  return { nextAt, recordDue };
}

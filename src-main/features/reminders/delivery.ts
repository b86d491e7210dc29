import { groupingOf, minutesOfQuietLeft } from '#shared/features/reminders/rules.ts';
import { groupText, noticeText } from '#shared/features/reminders/words.ts';
import type { Settings } from '#shared/features/settings/model.ts';
import { dayOn, type Clock, type Notice, type NoticeOutcome, type Notifier } from '../../ports.ts';
import { minuteOfDay } from '../../scheduler/local-moment.ts';
import { createBulkPace } from '../../scheduler/slices.ts';
import { VaultLocked, type Session } from '../../vault/session.ts';
import { readPolicy } from './policy.ts';
import { countUnshown, firstUnshownAt, listUnshown, markShown, markSomeShown, type ShownAs, type Showing, type UnshownReminder } from './queries.ts';
import { storesOf } from './stores.ts';

export interface DeliveryParts {
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  /** Whether the person wants the system's notifications on this laptop. */
  readonly isOn: () => boolean;
  /** The person clicked a notification; the route leads to what it was about. */
  readonly onOpen: (session: Session, route: string) => void;
  /** Told in the window instead: the system showed nothing. */
  readonly onUntold: (count: number) => void;
  readonly onOutcome: (outcome: NoticeOutcome) => void;
}

/** What is marked at a time, so that the window does not wait for thousands. */
const sizes = { beside: { first: 500, least: 100, most: 2_000 }, alone: { first: 2_000, least: 500, most: 20_000 } };

/** Shows what was recorded. A reminder counts as shown when the system says so; where it doesn't, the window tells it. */
export function createDelivery(parts: DeliveryParts) {
  const { clock } = parts;
  /** Shown, but the vault was locked before that could be written down; it is when it opens again. */
  let unwritten: { readonly folder: string; readonly write: (session: Session) => void } | null = null;

  /** When something can be shown next (epoch ms; 0: now), or null. */
  function nextAt(session: Session): number | null {
    const moments = storesOf(session).flatMap((store) => firstUnshownAt(session.db, store, session.user.id) ?? []);
    if (moments.length === 0) return null;
    const quiet = minutesOfQuietLeft(readPolicy(session.db), minuteOfDay(clock));
    return Math.max(Math.min(...moments), quiet === 0 ? 0 : clock.now() + quiet * 60_000);
  }

  /** Shows all that waits for the person who is here. Gives how many reminders that were. */
  async function deliver(session: Session): Promise<number> {
    if (unwritten?.folder === session.folder) unwritten.write(session);
    unwritten = null;
    const showing = { userId: session.user.id, now: clock.now() };
    if (minutesOfQuietLeft(readPolicy(session.db), minuteOfDay(clock)) > 0) return 0;
    const counts = storesOf(session).map((store) => countUnshown(session.db, store, showing));
    const count = counts.reduce((sum, one) => sum + one.count, 0);
    if (count === 0) return 0;
    const today = dayOn(clock);
    const earliest = counts.flatMap((one) => one.earliest ?? []).toSorted()[0] ?? null;
    const grouping = groupingOf(count, earliest, today);
    const { language } = parts.settings();
    const first = storesOf(session).flatMap((store) => listUnshown(session.db, store, showing, 3).map((row) => ({ ...row, store, isEscalated: row.isEscalated === 1 })));
    if (grouping === 'each') {
      for (const one of first) {
        const as = await tell(1, { ...noticeText(one, today, language), onOpen: () => parts.onOpen(session, routeOf(one)) });
        keep(session, (open) => open.derive((db) => void markShown(db, one.store, one.id, as, clock.now())));
      }
      return count;
    }
    const [urgent] = first.toSorted((one, other) => (one.targetOn < other.targetOn ? -1 : 1));
    const as = await tell(count, { ...groupText(grouping, count, urgent, today, language), onOpen: () => parts.onOpen(session, '/reminders') });
    const pace = createBulkPace(sizes);
    for (let isMore = true; isMore; await pace.rest()) {
      const { size } = pace;
      keep(session, (open) => (isMore = pace.take(() => markSome(open, showing, as, size)) >= size));
    }
    return count;
  }

  /** Writes down what was shown; where the vault was locked meanwhile, once it is open again. */
  function keep(session: Session, write: (open: Session) => void): void {
    try {
      write(session);
    } catch (error) {
      if (error instanceof VaultLocked) unwritten = { folder: session.folder, write };
      throw error;
    }
  }

  function markSome(session: Session, showing: Showing, as: ShownAs, most: number): number {
    let marked = 0;
    const stores = storesOf(session);
    // Who sees a part of the contracts was told of that part; the rest is for others.
    const told = session.db.isLimited ? stores.flatMap((store) => listUnshown(session.db, store, showing, most).map(({ id }) => ({ store, id }))) : null;
    session.derive((db) => {
      if (told === null) for (const store of stores) marked += markSomeShown(db, store, showing, as, most);
      else for (const { store, id } of told) marked += Number(markShown(db, store, id, as, showing.now));
    });
    return marked;
  }

  /** Lets the system tell it, or the window where the system doesn't. */
  async function tell(count: number, notice: Notice): Promise<ShownAs> {
    const outcome = parts.isOn() ? await parts.notifier.show(notice) : null;
    if (outcome !== null) parts.onOutcome(outcome);
    if (outcome === 'shown') return 'notification';
    parts.onUntold(count);
    return 'app';
  }

  return { nextAt, deliver };
}

function routeOf({ kind, contractId }: Pick<UnshownReminder, 'kind' | 'contractId'>): string {
  // An administrator may have no page of reminders.
  if (kind === 'access') return '/access';
  return contractId === null ? '/reminders' : `/contracts/${contractId}`;
}

import { standIn } from '#shared/features/approvals/rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { succeed } from '#shared/kernel/result.ts';
import { dayOn, startOfDay, type Clock } from '../../ports.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import type { Session } from '../../vault/session.ts';
import { handOver, listAbsences, listBegun, listOver, markHandedOn, nextTurn, replaceAbsence, takeBack } from './absence-queries.ts';
import { approvalMembers } from './members.ts';

export interface HandingOverParts {
  readonly clock: Clock;
  readonly onChanged: (features: readonly string[]) => void;
}

/**
 * Gives the tasks of whoever goes away to those who stand in for them, on the first day of an absence that was entered
 * ahead; once for each absence, and one that has passed unseen gives nothing. On the day after its last an absence is over:
 * what is still undecided goes back to whoever was away, where they may decide still.
 */
export function createHandingOver({ clock, onChanged }: HandingOverParts): Job {
  function run(session: Session): void {
    const today = dayOn(clock);
    const hasEnded = end(session, today);
    const hasBegun = begin(session, today);
    if (hasEnded || hasBegun) onChanged(['approvals', 'reminders']);
  }

  function end(session: Session, today: Day): boolean {
    const over = listOver(session.whole, today);
    if (over.length === 0) return false;
    session.write<null, never>('approvals.takeBack', (db, note) => {
      const deciders = new Set(approvalMembers({ session, db }).flatMap(({ id, mayDecide }) => (mayDecide ? [id] : [])));
      for (const userId of over) {
        replaceAbsence(db, userId, null, today);
        if (deciders.has(userId)) takeBack(db, userId);
        note('absence', userId, { over: true });
      }
      return succeed(null);
    });
    return true;
  }

  function begin(session: Session, today: Day): boolean {
    const begun = listBegun(session.whole, today);
    if (begun.length === 0) return false;
    session.write<null, never>('approvals.handOver', (db, note) => {
      const members = approvalMembers({ session, db });
      const absences = listAbsences(db);
      for (const userId of begun) {
        const stand = standIn(userId, { members, absences, today });
        if (stand.ok && stand.value !== userId) handOver(db, userId, stand.value);
        markHandedOn(db, userId);
        note('absence', userId, { begun: true });
      }
      return succeed(null);
    });
    return true;
  }

  return {
    name: 'absences',
    nextAt: (session) => {
      const day = session === null ? null : nextTurn(session.whole);
      return day === null ? null : startOfDay(clock, day);
    },
    run: (session) => {
      if (session !== null) run(session);
    },
  };
}

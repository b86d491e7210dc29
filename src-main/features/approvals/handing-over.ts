import { standIn } from '#shared/features/approvals/rules.ts';
import { succeed } from '#shared/kernel/result.ts';
import { dayOn, startOfDay, type Clock } from '../../ports.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import type { Session } from '../../vault/session.ts';
import { handOver, listAbsences, listBegun, markHandedOn, nextHandingOver } from './absence-queries.ts';
import { approvalMembers } from './members.ts';

export interface HandingOverParts {
  readonly clock: Clock;
  readonly onChanged: (features: readonly string[]) => void;
}

/**
 * Gives the tasks of whoever goes away to those who stand in for them, on the first day of an absence that was entered
 * ahead. Once for each absence; one that has passed unseen gives nothing.
 */
export function createHandingOver({ clock, onChanged }: HandingOverParts): Job {
  function run(session: Session): void {
    const today = dayOn(clock);
    const begun = listBegun(session.whole, today);
    if (begun.length === 0) return;
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
    onChanged(['approvals', 'reminders']);
  }

  return {
    name: 'absences',
    nextAt: (session) => {
      const day = session === null ? null : nextHandingOver(session.whole);
      return day === null ? null : startOfDay(clock, day);
    },
    run: (session) => {
      if (session !== null) run(session);
    },
  };
}

import { escalated } from '#shared/features/approvals/rules.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { Writable } from '../../db/connection.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { listAbsences } from './absence-queries.ts';
import { barredFrom, listLate, markEscalated, nextEscalation, type LateTask } from './escalation-queries.ts';
import { approvalMembers } from './members.ts';
import { insertTask, listTasks, openTask } from './queries.ts';

export interface EscalationParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly onChanged: (features: readonly string[]) => void;
}

/**
 * Hands late tasks on: who is named for it may decide as well, gets the task with the deadline that passed, and so is
 * reminded on the same day. Both may decide; the first who approves spares the other. It happens once for each task and is in
 * the audit log, even where nobody is left to hand it to.
 */
export function createEscalation({ clock, ids, onChanged }: EscalationParts): Job {
  function escalate(session: Session): void {
    const late = listLate(session.whole, clock.now());
    if (late.length === 0) return;
    session.write<null, never>('approvals.escalate', (db, note) => {
      for (const task of late) handOn(session, db, note, task);
      return succeed(null);
    });
    onChanged(['approvals', 'reminders']);
  }

  function handOn(session: Session, db: Writable, note: RecordChange, { id, roundId, escalateTo, dueAt, ...step }: LateTask): void {
    const people = approvalMembers({ session, db });
    const round = listTasks(db, roundId);
    const present = round.filter((task) => task.step === step.step && (task.state === 'pending' || task.state === 'waiting')).map(({ assigneeId }) => assigneeId);
    const asked = escalated(escalateTo, { members: people, absences: listAbsences(db), today: dayOn(clock), drafterIds: barredFrom(db, roundId) }, present);
    const at = clock.now();
    for (const assigneeId of asked) {
      const taskId = ids.create<'approvalTask'>();
      insertTask(db, { id: taskId, roundId, ...step, assigneeId, insteadOfId: null, deadlineHours: null, escalateTo: null, escalatedFromId: id, state: 'pending' });
      openTask(db, taskId, at, dueAt);
    }
    markEscalated(db, id, at);
    note('approval', roundId, { escalated: id, to: asked.length });
  }

  return {
    name: 'approvals',
    nextAt: (session) => (session === null ? null : nextEscalation(session.whole)),
    run: (session) => {
      if (session !== null) escalate(session);
    },
  };
}

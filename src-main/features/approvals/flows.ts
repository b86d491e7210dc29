import type { Absence, Flow, FlowDraft, FlowId } from '#shared/features/approvals/model.ts';
import { figuresOf, median, stepFiguresOf } from '#shared/features/approvals/figures.ts';
import { shippedDraft, shippedFlows } from '#shared/features/approvals/shipped-flows.ts';
import { standIn } from '#shared/features/approvals/rules.ts';
import { dayAt } from '#shared/kernel/day.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import { handOver, listAbsences, listEnded, listPersonTasks, listTimedTasks, replaceAbsence, takeBack } from './absence-queries.ts';
import { approvalMembers } from './members.ts';
import { insertFlow, listFlows, retireFlow } from './queries.ts';

type AbsenceError = 'NOT_FOUND' | 'DELEGATE_MAY_NOT_DECIDE' | 'DELEGATION_CYCLE';

export interface FlowParts {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** How contracts are approved in this vault, who is away, and how long it all takes. */
export function createFlowService({ clock, ids }: FlowParts) {
  function save(call: Call, id: FlowId | null, version: number, draft: FlowDraft): Result<Flow, 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'FLOW_TYPE_TAKEN'> {
    return call.write<Flow, 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'FLOW_TYPE_TAKEN'>((db, note) => {
      const flows = listFlows(db);
      const present = flows.find((flow) => flow.id === id);
      if (id !== null && present === undefined) return fail('NOT_FOUND');
      if (present !== undefined && present.version !== version) return fail('CHANGED_MEANWHILE');
      const rival = draft.isOn ? flows.find((flow) => flow.id !== id && flow.isOn && collide(flow, draft)) : undefined;
      if (rival !== undefined) return fail('FLOW_TYPE_TAKEN', { name: rival.name });
      const flowId = id ?? ids.create<'approvalFlow'>();
      insertFlow(db, { id: flowId, version: (present?.version ?? 0) + 1, draft, at: clock.now(), by: call.session.user.id });
      const { drafterMayApprove, needsSecondReviewer } = draft;
      note('flow', flowId, { version: (present?.version ?? 0) + 1, drafterMayApprove, needsSecondReviewer });
      const saved = listFlows(db).find((flow) => flow.id === flowId);
      return saved === undefined ? fail('NOT_FOUND') : succeed(saved);
    });
  }

  /** Adds the shipped flows for the types that no flow serves yet. */
  function addShipped(call: Call, names: Readonly<Record<string, string>>): Result<{ added: number; off: number }, never> {
    return call.write<{ added: number; off: number }, never>((db, note) => {
      const present = listFlows(db);
      const heldRoles = new Set(approvalMembers({ session: call.session, db }).flatMap(({ roles }) => roles));
      const drafts = shippedFlows.map((flow) => shippedDraft(flow, names, heldRoles)).filter((draft) => !present.some((flow) => collide(flow, draft)));
      for (const draft of drafts) {
        const id = ids.create<'approvalFlow'>();
        insertFlow(db, { id, version: 1, draft, at: clock.now(), by: call.session.user.id });
        note('flow', id, { version: 1, shipped: true, isOn: draft.isOn, drafterMayApprove: draft.drafterMayApprove, needsSecondReviewer: draft.needsSecondReviewer });
      }
      if (drafts.length === 0) note('flow', 'shipped', { added: 0 });
      return succeed({ added: drafts.length, off: drafts.filter(({ isOn }) => !isOn).length });
    });
  }

  function remove(call: Call, id: FlowId): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      if (retireFlow(db, id) === 0) return fail('NOT_FOUND');
      note('flow', id, { removed: true });
      return succeed(null);
    });
  }

  function setAbsence(call: Call, absence: Omit<Absence, 'userId'> | null): Result<null, AbsenceError | 'END_BEFORE_START'> {
    const userId = call.session.user.id;
    if (absence !== null && absence.untilOn < absence.fromOn) return fail('END_BEFORE_START');
    return call.write<null, AbsenceError>((db, note) => {
      const delegateId = absence?.delegateId ?? null;
      const people = approvalMembers({ session: call.session, db });
      const delegate = people.find(({ id }) => id === delegateId);
      if (delegateId !== null && delegate === undefined) return fail('NOT_FOUND');
      if (delegate?.mayDecide === false) return fail('DELEGATE_MAY_NOT_DECIDE', { name: delegate.name });
      const today = dayOn(clock);
      replaceAbsence(db, userId, absence, today);
      // Back, or away otherwise than before: what waits is theirs again until it goes to who stands in today.
      takeBack(db, userId);
      if (absence !== null && delegateId !== null) {
        const absences = listAbsences(db);
        // Looked at on every day on which somebody goes away meanwhile: a circle that opens next week is told now.
        const turns = absences.map(({ fromOn }) => fromOn).filter((day) => day >= today && absence.fromOn <= day && day <= absence.untilOn);
        for (const day of new Set([today, ...turns])) {
          const stand = standIn(userId, { members: people, absences, today: day });
          if (!stand.ok) return stand;
          if (day === today && stand.value !== userId) handOver(db, userId, stand.value);
        }
      }
      note('absence', userId, { until: absence?.untilOn ?? null });
      return succeed(null);
    });
  }

  /** The last twelve months and a bit. */
  function figures(call: Call): OutputOf<'approvals.figures'> {
    const now = clock.now();
    const since = now - 400 * 86_400_000;
    const months = figuresOf(listEnded(call.db, since), (at) => dayAt(at, clock.offsetMinutes(at)).slice(0, 7));
    // By the person: a name is free again once its bearer left.
    const tasksById = Map.groupBy(listPersonTasks(call.db, since), ({ userId }) => userId);
    const waiting = [...tasksById.values()].map((tasks) => {
      const userName = tasks[0]?.userName ?? '';
      const open = tasks.filter(({ state }) => state === 'pending');
      const times = tasks.flatMap(({ openedAt, decidedAt }) => (decidedAt === null ? [] : [decidedAt - openedAt]));
      return { userName, open: open.length, overdue: open.filter(({ dueAt }) => dueAt !== null && dueAt < now).length, decided: times.length, medianMs: median(times) };
    });
    const steps = stepFiguresOf(listTimedTasks(call.db, since), now).slice(0, 50);
    return { months, steps, waiting: waiting.toSorted((one, other) => other.overdue - one.overdue || other.open - one.open || byName(one.userName, other.userName)) };
  }

  return { save, addShipped, remove, setAbsence, figures };
}

/** Two flows that are on may not want the same type; only one may serve all the others. */
function collide({ contractTypes: one }: FlowDraft, { contractTypes: other }: FlowDraft): boolean {
  return one.length === 0 ? other.length === 0 : one.some((type) => other.includes(type));
}

import type { ShownPlan } from '#shared/features/approvals/ipc.ts';
import type { ApprovalRound, ApprovalTask, Decision, FlowDraft, Quote, RoundId, TaskId } from '#shared/features/approvals/model.ts';
import { decide as decideOn, firstStates } from '#shared/features/approvals/decide.ts';
import { standsIn } from '#shared/features/approvals/quotes.ts';
import { askedFor, castTasks, dueAt, flowFor, mayRecall, type Casting, type Grade, type PlanError, type PlannedTask, type RouteFacts } from '#shared/features/approvals/rules.ts';
import { isWorkingDay } from '#shared/features/calendar/rules.ts';
import type { WorkingCalendar } from '#shared/features/calendar/model.ts';
import { approverLeftReason, approverMayNotDecideReason, commentedReason, noStepReason, type MoveRefusal } from '#shared/features/contracts/lifecycle.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { addDays, dayAt, type Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Failure, type Result } from '#shared/kernel/result.ts';
import { hundredthsOf } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { assignInStead, listAbsences, openTasksAnywhere } from './absence-queries.ts';
import { authorOf, barredFrom } from './escalation-queries.ts';
import { approvalMembers } from './members.ts';
import { insertQuotes } from './quote-queries.ts';
import { closeRound, closeTasks, deadlinesOf, decideTask, findRound, findTask, insertRound, insertTask, listFlows, listRounds, listTasks, openTask, setTaskState, standingRound } from './queries.ts';

export interface ApprovalParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  /** Takes a contract a step on, within a transaction that runs. */
  readonly moveWithin: (db: Writable, note: RecordChange, move: { readonly id: ContractId; readonly to: 'pending_approval' | 'approved' | 'in_review'; readonly reason: string; readonly by: UserId }) => Result<null, MoveRefusal | 'NOT_FOUND'>;
  readonly workingCalendar: (db: Readable) => WorkingCalendar;
  /** Open findings of severity high and above; null when the person can't have the text checked. */
  readonly countFindings: (call: Call, id: ContractId) => number | null;
  /** Places that leave the clause library's preferred words; null as above. */
  readonly countDeviations: (call: Call, id: ContractId) => number | null;
  /** How risky a contract is; null where the person's keys don't open all that it goes by. */
  readonly riskLevel: (call: Call, id: ContractId) => RouteFacts['riskLevel'];
  /** The worst grade among the counterparties; null where none is graded. */
  readonly gradeOf: (db: Readable, id: ContractId) => Grade | null;
  /** How the present text reads, without amounts; null without one. The clauses compartment must be attached. */
  readonly textOf: (db: Readable, id: ContractId) => string | null;
  /** The flow that a contract's template asked for; null: the one for its type. */
  readonly chosenFlow: (db: Readable, id: ContractId) => string | null;
}

type SubmitError = PlanError | 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'NO_FLOW' | 'NO_TEXT' | 'NO_SUCH_MOVE' | 'ARCHIVED';
type DecideError = 'NOT_FOUND' | 'NOT_YOURS' | 'TASK_NOT_OPEN' | 'CONTENT_CHANGED' | 'MOVED_ON' | 'REASON_MISSING' | 'ONLY_REVIEWER' | 'QUOTE_NOT_FOUND' | 'WITHHELD';
type RecallError = 'NOT_FOUND' | 'NOT_YOURS' | 'ROUND_CLOSED' | 'REASON_MISSING';

/** A decision and whose it is. */
export interface DecisionMade {
  readonly taskId: TaskId;
  readonly decision: Decision;
  readonly comment: string;
  readonly contentHash: string;
  readonly by: UserId;
}

export type ApprovalService = ReturnType<typeof createApprovalService>;

/** Contracts on their way past those who must agree. */
export function createApprovalService(parts: ApprovalParts) {
  const { clock, ids } = parts;

  /** The way that a contract would go now; null where no flow is on for its type. */
  function route(call: Call, contractId: ContractId): Result<{ flowName: string; tasks: readonly ShownPlan[] } | null, 'NOT_FOUND' | PlanError> {
    const read = parts.readContract(call, contractId);
    if (!read.ok) return read;
    const flow = flowFor(listFlows(call.db), read.value.summary.contractType, parts.chosenFlow(call.db, contractId));
    if (flow === null) return succeed(null);
    const facts = factsOf(call, read.value);
    const planned = plan(call, flow, facts, draftersOf(call, read.value));
    return planned.ok ? succeed({ flowName: flow.name, tasks: shown(call, planned.value) }) : planned;
  }

  function tryOut(call: Call, draft: FlowDraft, facts: RouteFacts, drafterId: UserId): Result<readonly ShownPlan[], PlanError> {
    const planned = plan(call, draft, facts, [drafterId]);
    return planned.ok ? succeed(shown(call, planned.value)) : planned;
  }

  /** Sends a contract its way. Where no step of the flow applies to it, nobody has to decide, and it is approved with that. */
  function submit(call: Call, contractId: ContractId, revision: number, message: string): Result<ApprovalRound, SubmitError> {
    const read = parts.readContract(call, contractId);
    if (!read.ok) return read;
    const contract = read.value;
    const version = contract.versions[0];
    if (contract.revision !== revision) return fail('CHANGED_MEANWHILE');
    if (version === undefined) return fail('NO_TEXT');
    const flow = flowFor(listFlows(call.db), contract.summary.contractType, parts.chosenFlow(call.db, contractId));
    if (flow === null) return fail('NO_FLOW');
    const by = call.session.user.id;
    const planned = plan(call, flow, factsOf(call, contract), draftersOf(call, contract));
    if (!planned.ok) return planned;
    return call.write<ApprovalRound, SubmitError>((db, note) => {
      const id = ids.create<'approvalRound'>();
      const at = clock.now();
      const { versionNumber, contentHash } = version;
      insertRound(db, { id, contractId, flow, contractType: contract.summary.contractType, versionNumber, contentHash, note: message, at, by });
      const states = firstStates(planned.value.map(({ order }) => order));
      for (const [index, task] of planned.value.entries()) {
        const taskId = ids.create<'approvalTask'>();
        insertTask(db, { id: taskId, roundId: id, ...task, escalatedFromId: null, state: 'waiting' });
        if (states[index] === 'pending') openTask(db, taskId, at, due(db, at, task.deadlineHours));
      }
      const isSpared = planned.value.length === 0;
      for (const to of [...(contract.summary.stage === 'draft' ? (['in_review'] as const) : []), 'pending_approval', ...(isSpared ? (['approved'] as const) : [])] as const) {
        const moved = parts.moveWithin(db, note, { id: contractId, to, reason: to === 'approved' ? noStepReason : '', by });
        if (!moved.ok) return refused(moved.error);
      }
      if (isSpared) closeRound(db, id, 'approved', at);
      note('approval', id, { contractId, versionNumber, contentHash, steps: planned.value.length });
      return succeed(roundOf(call, db, contractId, id));
    });
  }

  function decide(call: Call, taskId: TaskId, decision: Decision, { comment, quotes = [], contentHash }: { readonly comment: string; readonly quotes?: readonly Quote[] | undefined; readonly contentHash: string }): Result<ApprovalRound, DecideError> {
    return call.write<ApprovalRound, DecideError>((db, note) => {
      if (quotes.length > 0) {
        if (!call.session.holds('clauses')) return fail('WITHHELD');
        const contractId = findTask(db, taskId)?.contractId;
        const text = contractId === undefined ? null : parts.textOf(db, contractId);
        const strange = quotes.findIndex(({ quote }) => !standsIn(quote, text ?? ''));
        if (strange >= 0) return fail('QUOTE_NOT_FOUND', { place: strange + 1 });
      }
      const settled = settle(call.session, db, note, { taskId, decision, comment, contentHash, by: call.session.user.id }, quotes);
      if (!settled.ok) return settled;
      return succeed(roundOf(call, db, settled.value.contractId, settled.value.roundId));
    });
  }

  /**
   * Decides a task in the name of whoever it is assigned to, inside a transaction that is under way; NOT_YOURS also where
   * they may decide no more. Where a second reviewer is needed and nobody else was asked, the task stays open: TASK_NOT_OPEN;
   * so where the contract left its approval.
   */
  function decideWithin({ session }: Call, db: Writable, note: RecordChange, made: DecisionMade): Result<{ readonly roundId: RoundId }, Exclude<DecideError, 'ONLY_REVIEWER' | 'MOVED_ON' | 'QUOTE_NOT_FOUND' | 'WITHHELD'>> {
    const settled = settle(session, db, note, made, []);
    if (settled.ok) return settled;
    const { code } = settled.error;
    return fail(code === 'ONLY_REVIEWER' || code === 'MOVED_ON' ? 'TASK_NOT_OPEN' : code);
  }

  function settle(
    session: Session,
    db: Writable,
    note: RecordChange,
    { taskId, decision, comment, contentHash, by }: DecisionMade,
    quotes: readonly Quote[],
  ): Result<{ readonly roundId: RoundId; readonly contractId: ContractId }, Exclude<DecideError, 'QUOTE_NOT_FOUND' | 'WITHHELD'>> {
    const task = findTask(db, taskId);
    if (task === undefined) return fail('NOT_FOUND');
    const members = approvalMembers({ session, db });
    const deciders = members.filter(({ mayDecide }) => mayDecide).map(({ id }) => id);
    if (task.assigneeId !== by || !deciders.includes(by)) return fail('NOT_YOURS');
    if (task.contentHash !== contentHash) return fail('CONTENT_CHANGED');
    if (decision !== 'approved' && comment === '' && quotes.length === 0) return fail('REASON_MISSING');
    const tasks = listTasks(db, task.roundId);
    const settled = decideOn(tasks, taskId, decision, { needsSecondReviewer: task.needsSecondReviewer === 1, members: deciders });
    if (!settled.ok) return settled;
    // A clock that was set back since must not let a decision come before its question.
    const at = Math.max(clock.now(), task.openedAt ?? 0);
    const deadlines = deadlinesOf(db, task.roundId);
    decideTask(db, taskId, decision, comment, at);
    insertQuotes(db, taskId, quotes);
    const { states } = settled.value;
    const approvers = tasks.filter(({ id }) => states.get(id) === 'approved').map(({ assigneeId }) => assigneeId);
    // Who was spared and is asked after all may be away by now; who approved already would be no second reviewer.
    const casting = { members, absences: listAbsences(db), today: dayOn(clock), drafterIds: [...barredFrom(db, task.roundId), ...approvers] };
    const again = askedAgain(tasks.filter(({ id, state }) => state === 'not_required' && states.get(id) === 'pending'), casting);
    for (const { id, assigneeId, state: before } of tasks) {
      const state = states.get(id);
      if (id === taskId || state === undefined || state === before) continue;
      const asked = again.get(id);
      if (before === 'not_required' && asked === undefined) continue;
      if (asked !== undefined && asked !== assigneeId) assignInStead(db, id, asked, assigneeId);
      if (state === 'pending') openTask(db, id, at, due(db, at, deadlines.get(id) ?? null));
      else setTaskState(db, id, state);
    }
    note('approval', task.roundId, { task: taskId, decision, contentHash, quotes: quotes.length });
    const { round } = settled.value;
    if (round !== 'pending') {
      closeRound(db, task.roundId, round, at);
      const moved = parts.moveWithin(db, note, { id: task.contractId, to: round === 'approved' ? 'approved' : 'in_review', reason: comment === '' && quotes.length > 0 ? commentedReason : comment, by });
      if (!moved.ok) return fail('MOVED_ON');
    }
    return succeed({ roundId: task.roundId, contractId: task.contractId });
  }

  function recall(call: Call, roundId: RoundId, reason: string): Result<ApprovalRound, RecallError> {
    const by = call.session.user.id;
    return call.write<ApprovalRound, RecallError>((db, note) => {
      const round = findRound(db, roundId);
      if (round === undefined) return fail('NOT_FOUND');
      if (!mayRecall(by, round.submittedById, approvalMembers({ session: call.session, db }))) return fail('NOT_YOURS');
      if (round.state !== 'pending') return fail('ROUND_CLOSED');
      if (reason === '') return fail('REASON_MISSING');
      closeTasks(db, roundId, 'withdrawn');
      closeRound(db, roundId, 'withdrawn', clock.now());
      note('approval', roundId, { recalled: true });
      const moved = parts.moveWithin(db, note, { id: round.contractId, to: 'in_review', reason, by });
      assert(moved.ok, 'a contract in approval cannot leave it');
      return succeed(roundOf(call, db, round.contractId, roundId));
    });
  }

  /**
   * The text, the parties or the sum of a contract changed: what was decided on the former text holds no longer. To be
   * called within the transaction that changes them. Gives whether something was voided.
   */
  function voidFor(db: Writable, note: RecordChange, contractId: ContractId): boolean {
    const standing = standingRound(db, contractId);
    if (standing === null) return false;
    closeTasks(db, standing.id, 'voided');
    closeRound(db, standing.id, 'voided', clock.now());
    note('approval', standing.id, { voided: true });
    return true;
  }

  /** Somebody left the vault, and with them their voice. */
  function memberLeft(db: Writable, note: RecordChange, userId: UserId, by: UserId): void {
    passOver(db, note, userId, approverLeftReason, by);
  }

  /** Somebody's roles let them decide no more: they are passed over as if they had left. */
  function voiceLost(db: Writable, note: RecordChange, userId: UserId, by: UserId): void {
    passOver(db, note, userId, approverMayNotDecideReason, by);
  }

  /**
   * Takes somebody out of what runs. Where others may decide in their place, their task is not needed; where they were
   * indispensable, the round is void and the contract goes back, so that it can be submitted to those who are there.
   */
  function passOver(db: Writable, note: RecordChange, userId: UserId, reason: string, by: UserId): void {
    for (const { id, roundId, contractId, others } of openTasksAnywhere(db, userId)) {
      if (others > 0) setTaskState(db, id, 'not_required');
      else if (voidFor(db, note, contractId)) {
        const moved = parts.moveWithin(db, note, { id: contractId, to: 'in_review', reason, by });
        assert(moved.ok, `the contract of round ${roundId} cannot leave its approval`);
      }
    }
  }

  /** Whether a contract needs an approval before it is signed. */
  function isUnderFlow(db: Readable, contractType: ContractType, contractId: ContractId): boolean {
    return flowFor(listFlows(db), contractType, parts.chosenFlow(db, contractId)) !== null;
  }

  /** Whether people decide on a contract now, by whichever flow they were asked. */
  function isBeingApproved(db: Readable, contractId: ContractId): boolean {
    return standingRound(db, contractId)?.state === 'pending';
  }

  /** Whether exactly this text was approved. */
  function isApproved(db: Readable, contractId: ContractId, contentHash: string | null): boolean {
    const standing = standingRound(db, contractId);
    return standing?.state === 'approved' && standing.contentHash === contentHash;
  }

  function ofContract(call: Call, contractId: ContractId): Result<readonly ApprovalRound[], 'NOT_FOUND'> {
    const read = parts.readContract(call, contractId);
    return read.ok ? succeed(listRounds(call.db, contractId, call.session.holds('clauses'))) : read;
  }

  function plan(call: Pick<Call, 'session' | 'db'>, flow: FlowDraft, facts: RouteFacts, drafterIds: readonly UserId[]): Result<readonly PlannedTask[], PlanError> {
    return castTasks(flow, facts, { members: approvalMembers(call), absences: listAbsences(call.db), today: dayOn(clock), drafterIds });
  }

  /** Who submits a contract, and who wrote the text that is submitted. */
  function draftersOf(call: Call, { summary, versions }: Contract): readonly UserId[] {
    const author = authorOf(call.db, summary.id, versions[0]?.contentHash ?? '');
    return [call.session.user.id, ...(author === null ? [] : [author])];
  }

  function shown(call: Pick<Call, 'session' | 'db'>, tasks: readonly PlannedTask[]): readonly ShownPlan[] {
    const nameById = new Map(approvalMembers(call).map(({ id, name }) => [id, name]));
    return tasks.map(({ step, order, mode, stepName, assigneeId, insteadOfId }) => ({
      ...{ step, order, mode, stepName },
      assigneeName: nameById.get(assigneeId) ?? '',
      insteadOfName: insteadOfId === null ? null : (nameById.get(insteadOfId) ?? ''),
    }));
  }

  function factsOf(call: Call, { summary, amount, versions, templateVersionId }: Contract): RouteFacts {
    return {
      contractType: summary.contractType,
      amountMinor: amount === null || isWithheld(amount) ? null : hundredthsOf(amount.inclusive),
      isForeignPaper: templateVersionId === null || versions.some(({ source }) => source === 'file'),
      openFindings: parts.countFindings(call, summary.id),
      nonStandardClauses: parts.countDeviations(call, summary.id),
      riskLevel: parts.riskLevel(call, summary.id),
      counterpartyGrade: parts.gradeOf(call.db, summary.id),
    };
  }

  function due(db: Readable, at: number, hours: number | null): number | null {
    if (hours === null) return null;
    const offset = clock.offsetMinutes(at);
    const today = dayAt(at, offset);
    const midnight = Date.parse(`${today}T00:00:00Z`) - offset * 60_000;
    const calendar = parts.workingCalendar(db);
    return dueAt(at, hours, midnight, (days) => isWorked(calendar, addDays(today, days)));
  }

  return { route, tryOut, submit, decide, decideWithin, recall, voidFor, memberLeft, voiceLost, isUnderFlow, isBeingApproved, isApproved, ofContract };
}

/**
 * Whom each task that is opened again goes to: whoever was spared, or who stands in for them. Nobody is asked twice in one
 * step: a task that would come to somebody who has one there is not among them, and stays not required.
 */
function askedAgain(spared: readonly Pick<ApprovalTask, 'id' | 'step' | 'assigneeId'>[], casting: Casting): ReadonlyMap<TaskId, UserId> {
  const cast = spared.map(({ id, step, assigneeId }) => {
    const asked = askedFor(assigneeId, casting);
    return { id, step, assigneeId, to: (asked.ok ? asked.value : null) ?? assigneeId };
  });
  const ownFirst = cast.toSorted((one, other) => Number(one.to !== one.assigneeId) - Number(other.to !== other.assigneeId));
  const unique = ownFirst.filter(({ step, to }, at) => ownFirst.findIndex((one) => one.step === step && one.to === to) === at);
  return new Map(unique.map(({ id, to }) => [id, to]));
}

/** A year without announced holidays is taken by its weekdays: a deadline that is a day off still reminds. */
function isWorked(calendar: WorkingCalendar, day: Day): boolean {
  const worked = isWorkingDay(calendar, day);
  return worked.ok ? worked.value : ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function roundOf({ session }: Call, db: Readable, contractId: ContractId, id: RoundId): ApprovalRound {
  const round = listRounds(db, contractId, session.holds('clauses')).find((one) => one.id === id);
  assert(round !== undefined, 'a round vanished within a transaction');
  return round;
}

function refused({ code }: { readonly code: MoveRefusal | 'NOT_FOUND' }): { readonly ok: false; readonly error: Failure<SubmitError> } {
  return code === 'NOT_FOUND' || code === 'NO_TEXT' || code === 'ARCHIVED' ? fail(code) : fail('NO_SUCH_MOVE');
}

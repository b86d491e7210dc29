import { fail, succeed, type Result } from '../../kernel/result.ts';
import type { UserId } from '../vault/model.ts';
import type { ApprovalTask, Decision, RoundState, TaskState } from './model.ts';

type Held = Pick<ApprovalTask, 'id' | 'step' | 'order' | 'mode' | 'state' | 'assigneeId' | 'escalatedFromId'>;
type TaskId = ApprovalTask['id'];

/** The tasks' states after one of them was decided, and where the whole round stands (domain.md, "Approval task"). */
export interface Settled {
  readonly states: ReadonlyMap<TaskId, TaskState>;
  readonly round: RoundState;
}

export interface ReviewerRule {
  readonly needsSecondReviewer: boolean;
  /** Who still has a key to the vault: nobody else is asked again. */
  readonly members: readonly UserId[];
}

/**
 * Decides a task. A rejection or return ends the round; an approval in a step of mode `any` spares the others of it, one
 * in place of a late task spares that one; when every step of an order is approved the next order opens. Where a second
 * reviewer is needed and one person alone approved everything, those who were spared are asked after all. Errors:
 * TASK_NOT_OPEN when it doesn't wait for a decision; ONLY_REVIEWER when nobody else is left to be asked.
 */
export function decide(tasks: readonly Held[], taskId: TaskId, decision: Decision, rule: ReviewerRule): Result<Settled, 'TASK_NOT_OPEN' | 'ONLY_REVIEWER'> {
  const task = tasks.find(({ id }) => id === taskId);
  if (task?.state !== 'pending') return fail('TASK_NOT_OPEN');
  const states = new Map(tasks.map(({ id, state }) => [id, state]));
  states.set(taskId, decision);
  if (decision !== 'approved') {
    for (const { id, state } of tasks) if (id !== taskId && isOpen(state)) states.set(id, 'not_required');
    return succeed({ states, round: decision });
  }
  for (const other of tasks) if (isSparedBy(other, task) && isOpen(states.get(other.id))) states.set(other.id, 'not_required');
  openNext(tasks, states);
  if (!tasks.every(({ id }) => isDone(states.get(id)))) return succeed({ states, round: 'pending' });
  const approvers = new Set(tasks.filter(({ id }) => states.get(id) === 'approved').map(({ assigneeId }) => assigneeId));
  if (!rule.needsSecondReviewer || approvers.size > 1) return succeed({ states, round: 'approved' });
  const spared = tasks.filter(({ id, assigneeId }) => states.get(id) === 'not_required' && !approvers.has(assigneeId) && rule.members.includes(assigneeId));
  if (spared.length === 0) return fail('ONLY_REVIEWER');
  for (const { id } of spared) states.set(id, 'pending');
  return succeed({ states, round: 'pending' });
}

/** The first states of a new round: the lowest order is open, the rest wait. */
export function firstStates(orders: readonly number[]): readonly TaskState[] {
  const lowest = Math.min(...orders);
  return orders.map((order) => (order === lowest ? 'pending' : 'waiting'));
}

/** In a step that any may decide, one decision is enough; a late task and those in its place are one. */
function isSparedBy(other: Held, task: Held): boolean {
  if (other.id === task.id || other.step !== task.step) return false;
  return task.mode === 'any' || originOf(other) === originOf(task);
}

function originOf({ id, escalatedFromId }: Held): TaskId {
  return escalatedFromId ?? id;
}

function openNext(tasks: readonly Held[], states: Map<TaskId, TaskState>): void {
  if (tasks.some(({ id }) => states.get(id) === 'pending')) return;
  const next = Math.min(...tasks.filter(({ id }) => states.get(id) === 'waiting').map(({ order }) => order));
  for (const { id, order } of tasks) if (order === next && states.get(id) === 'waiting') states.set(id, 'pending');
}

function isOpen(state: TaskState | undefined): boolean {
  return state === 'pending' || state === 'waiting';
}

function isDone(state: TaskState | undefined): boolean {
  return state === 'approved' || state === 'not_required';
}

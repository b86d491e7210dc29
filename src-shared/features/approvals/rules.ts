import { fail, succeed, type Result } from '../../kernel/result.ts';
import type { UserId } from '../vault/model.ts';
import type { Absence, Assignee, ApprovalTask, Decision, Flow, FlowDraft, FlowStep, Member, RoundState, TaskState } from './model.ts';

/** What a flow's conditions ask of a contract. */
export interface RouteFacts {
  readonly contractType: string;
  /** Minor units incl. tax; null when none is recorded or the asking person doesn't see it. */
  readonly amountMinor: number | null;
  readonly isForeignPaper: boolean;
  /** Null: not checked, e.g. without the key to the text. */
  readonly openFindings: number | null;
  /** Places that are not in the library's preferred words; null: not looked at, as above. */
  readonly nonStandardClauses: number | null;
}

/**
 * The flow that a contract takes: the one that its template asked for, else the one that names its type, else the one for
 * all other types; only flows that are on.
 */
export function flowFor(flows: readonly Flow[], contractType: string, chosenId: string | null = null): Flow | null {
  const on = flows.filter(({ isOn }) => isOn);
  return on.find(({ id }) => id === chosenId) ?? on.find(({ contractTypes }) => contractTypes.some((type) => type === contractType)) ?? on.find(({ contractTypes }) => contractTypes.length === 0) ?? null;
}

/** Whether a step is taken. What is not known counts as if it held: a doubt never spares a contract an approval. */
export function isTaken({ condition }: FlowStep, { amountMinor, isForeignPaper, openFindings, nonStandardClauses }: RouteFacts): boolean {
  const { amountFromMinor, onlyForeignPaper, onlyWithFindings, onlyWithNonStandardClauses } = condition;
  if (amountFromMinor !== null && amountMinor !== null && amountMinor < amountFromMinor) return false;
  if (onlyForeignPaper && !isForeignPaper) return false;
  if (onlyWithFindings && openFindings === 0) return false;
  return !onlyWithNonStandardClauses || nonStandardClauses !== 0;
}

export interface PlannedTask {
  readonly step: number;
  readonly order: number;
  readonly mode: FlowStep['mode'];
  readonly stepName: string;
  readonly assigneeId: UserId;
  /** In whose stead; null when in their own name. */
  readonly insteadOfId: UserId | null;
  readonly deadlineHours: number | null;
}

export interface Casting {
  readonly members: readonly Member[];
  readonly absences: readonly Absence[];
  /** ISO day on which the casting is made. */
  readonly today: string;
  readonly drafterId: UserId;
}

/**
 * Who decides, step by step, for a contract with these facts. A person who is away is replaced by their delegate, and
 * the delegate by theirs. Errors: NO_ONE_FOR_STEP (nobody is left for a step that is taken: the role has no members, the
 * person was removed, or only the drafter remains); DELEGATION_CYCLE with a name; NO_STEP_TAKEN.
 */
export function castTasks(flow: FlowDraft, facts: RouteFacts, casting: Casting): Result<readonly PlannedTask[], 'NO_ONE_FOR_STEP' | 'DELEGATION_CYCLE' | 'NO_STEP_TAKEN'> {
  const tasks: PlannedTask[] = [];
  for (const [step, { name, order, mode, assignees, deadlineHours, ...rest }] of flow.steps.entries()) {
    if (!isTaken({ name, order, mode, assignees, deadlineHours, ...rest }, facts)) continue;
    const cast = new Map<UserId, UserId | null>();
    for (const id of assignees.flatMap((assignee) => membersOf(assignee, casting.members))) {
      const stand = standIn(id, casting);
      if (!stand.ok) return stand;
      if (!flow.drafterMayApprove && stand.value === casting.drafterId) continue;
      // Who decides in their own name already needs no second task in another's stead.
      if (stand.value === id || !cast.has(stand.value)) cast.set(stand.value, stand.value === id ? null : id);
    }
    if (cast.size === 0) return fail('NO_ONE_FOR_STEP', { step: name });
    for (const [assigneeId, insteadOfId] of cast) tasks.push({ step, order, mode, stepName: name, assigneeId, insteadOfId, deadlineHours });
  }
  return tasks.length === 0 ? fail('NO_STEP_TAKEN') : succeed(tasks);
}

function membersOf(assignee: Assignee, members: readonly Member[]): readonly UserId[] {
  if (assignee.kind === 'user') return members.some(({ id }) => id === assignee.userId) ? [assignee.userId] : [];
  return members.filter(({ roles }) => roles.includes(assignee.role)).map(({ id }) => id);
}

/** Who decides for a person on a day: they themselves, or the end of the chain of delegates. Error: DELEGATION_CYCLE. */
export function standIn(id: UserId, { members, absences, today }: Pick<Casting, 'members' | 'absences' | 'today'>): Result<UserId, 'DELEGATION_CYCLE'> {
  const passed = new Set<UserId>();
  let at = id;
  for (;;) {
    if (passed.has(at)) return fail('DELEGATION_CYCLE', { name: members.find((member) => member.id === id)?.name ?? '' });
    passed.add(at);
    const absence = absences.find(({ userId, fromOn, untilOn }) => userId === at && fromOn <= today && today <= untilOn);
    const delegate = absence?.delegateId ?? null;
    if (delegate === null || !members.some((member) => member.id === delegate)) return succeed(at);
    at = delegate;
  }
}

type Held = Pick<ApprovalTask, 'id' | 'step' | 'order' | 'mode' | 'state'>;

/** The tasks' states after one of them was decided, and where the whole round stands (domain.md, "Approval task"). */
export interface Settled {
  readonly states: ReadonlyMap<ApprovalTask['id'], TaskState>;
  readonly round: RoundState;
}

/**
 * Decides a task. A rejection or return ends the round; an approval in a step of mode `any` spares the others of it; when
 * every step of an order is approved the next order opens. Error: TASK_NOT_OPEN when it doesn't wait for a decision.
 */
export function decide(tasks: readonly Held[], taskId: ApprovalTask['id'], decision: Decision): Result<Settled, 'TASK_NOT_OPEN'> {
  const task = tasks.find(({ id }) => id === taskId);
  if (task?.state !== 'pending') return fail('TASK_NOT_OPEN');
  const states = new Map(tasks.map(({ id, state }) => [id, state]));
  states.set(taskId, decision);
  if (decision !== 'approved') {
    for (const { id, state } of tasks) if (id !== taskId && isOpen(state)) states.set(id, 'not_required');
    return succeed({ states, round: decision });
  }
  if (task.mode === 'any') {
    for (const { id, step } of tasks) if (step === task.step && states.get(id) === 'pending') states.set(id, 'not_required');
  }
  return succeed({ states: openNext(tasks, states), round: tasks.every(({ id }) => isDone(states.get(id))) ? 'approved' : 'pending' });
}

/** The first states of a new round: the lowest order is open, the rest wait. */
export function firstStates(orders: readonly number[]): readonly TaskState[] {
  const lowest = Math.min(...orders);
  return orders.map((order) => (order === lowest ? 'pending' : 'waiting'));
}

function openNext(tasks: readonly Held[], states: Map<ApprovalTask['id'], TaskState>): ReadonlyMap<ApprovalTask['id'], TaskState> {
  const running = tasks.some(({ id }) => states.get(id) === 'pending');
  if (running) return states;
  const next = Math.min(...tasks.filter(({ id }) => states.get(id) === 'waiting').map(({ order }) => order));
  for (const { id, order } of tasks) if (order === next && states.get(id) === 'waiting') states.set(id, 'pending');
  return states;
}

function isOpen(state: TaskState): boolean {
  return state === 'pending' || state === 'waiting';
}

function isDone(state: TaskState | undefined): boolean {
  return state === 'approved' || state === 'not_required';
}

/**
 * When a decision is due: so many working hours after a moment, eight to a working day, 09:00 to 17:00 of local time.
 * `isWorked` tells whether the local day `dayOffset` days after the moment's is worked. Milliseconds since the epoch.
 */
export function dueAt(openedAt: number, hours: number, localMidnight: number, isWorked: (dayOffset: number) => boolean): number {
  const hour = 3_600_000;
  let left = hours * hour;
  for (let offset = 0; offset < 4000; offset += 1) {
    if (!isWorked(offset)) continue;
    const opens = localMidnight + offset * 24 * hour + 9 * hour;
    const closes = opens + 8 * hour;
    const from = Math.max(opens, offset === 0 ? openedAt : opens);
    if (from >= closes) continue;
    if (from + left <= closes) return from + left;
    left -= closes - from;
  }
  return openedAt + left;
}

import { fail, succeed, type Result } from '../../kernel/result.ts';
import type { Stage } from '../contracts/stage.ts';
import type { UserId } from '../vault/model.ts';
import type { Absence, Assignee, Flow, FlowDraft, FlowStep, Member, StepCondition } from './model.ts';

/** What a flow's conditions ask of a contract. */
export interface RouteFacts {
  readonly contractType: string;
  /** The figure incl. tax in hundredths, whatever the currency; null when none is recorded or the asking person doesn't see it. */
  readonly amountMinor: number | null;
  readonly isForeignPaper: boolean;
  /** Null: not checked, e.g. without the key to the text. */
  readonly openFindings: number | null;
  /** Places that are not in the library's preferred words; null: not looked at, as above. */
  readonly nonStandardClauses: number | null;
  /** Null where it can't be told: without the keys, a part of the score is missing that might lift it. */
  readonly riskLevel: 'low' | 'medium' | 'high' | null;
  /** The worst grade among the counterparties; null where none is graded. */
  readonly counterpartyGrade: Grade | null;
}

export type Grade = 'A' | 'B' | 'C' | 'D' | 'blacklisted';

const levels = ['low', 'medium', 'high'] as const;
const grades: readonly Grade[] = ['A', 'B', 'C', 'D', 'blacklisted'];

/** The stages from which a contract is submitted for approval. */
export const submittableStages: readonly Stage[] = ['draft', 'in_review', 'in_negotiation'];

/**
 * The flow that a contract takes: the one that its template asked for, else the one that names its type, else the one for
 * all other types; only flows that are on.
 */
export function flowFor(flows: readonly Flow[], contractType: string, chosenId: string | null = null): Flow | null {
  const on = flows.filter(({ isOn }) => isOn);
  return on.find(({ id }) => id === chosenId) ?? on.find(({ contractTypes }) => contractTypes.some((type) => type === contractType)) ?? on.find(({ contractTypes }) => contractTypes.length === 0) ?? null;
}

/** Whether a step is taken. What is not known counts as if it held: a doubt never spares a contract an approval. */
export function isTaken({ condition }: { readonly condition: StepCondition }, facts: RouteFacts): boolean {
  const { amountFromMinor, onlyForeignPaper, onlyWithFindings, onlyWithNonStandardClauses, riskFrom, gradeFrom } = condition;
  const { amountMinor, isForeignPaper, openFindings, nonStandardClauses, riskLevel, counterpartyGrade } = facts;
  if (amountFromMinor !== null && amountMinor !== null && amountMinor < amountFromMinor) return false;
  if (onlyForeignPaper && !isForeignPaper) return false;
  if (onlyWithFindings && openFindings === 0) return false;
  if (riskFrom !== null && riskLevel !== null && levels.indexOf(riskLevel) < levels.indexOf(riskFrom)) return false;
  if (gradeFrom !== null && counterpartyGrade !== null && grades.indexOf(counterpartyGrade) < grades.indexOf(gradeFrom)) return false;
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
  readonly escalateTo: Assignee | null;
}

export interface Casting {
  readonly members: readonly Member[];
  readonly absences: readonly Absence[];
  /** ISO day on which the casting is made. */
  readonly today: string;
  /** Who may not decide, because they wrote or submitted the contract. */
  readonly drafterIds: readonly UserId[];
}

/**
 * Who decides, step by step, for a contract with these facts. A person who is away is replaced by their delegate, and
 * the delegate by theirs, unless that one wrote the contract: then they are asked themselves. Nobody where no step is taken:
 * such a contract needs no approval. Errors: NO_ONE_FOR_STEP (nobody is left for a step that is taken: the role has no
 * members, the person was removed, they may not decide, or only the drafter remains); DELEGATION_CYCLE with a name; NO_SECOND_REVIEWER (the
 * flow wants two people, and one would decide alone).
 */
export function castTasks(flow: FlowDraft, facts: RouteFacts, casting: Casting): Result<readonly PlannedTask[], PlanError> {
  const tasks: PlannedTask[] = [];
  const drafterIds = flow.drafterMayApprove ? [] : casting.drafterIds;
  for (const [step, { name, order, mode, assignees, deadlineHours, escalateTo, condition }] of flow.steps.entries()) {
    if (!isTaken({ condition }, facts)) continue;
    const cast = new Map<UserId, UserId | null>();
    for (const id of assignees.flatMap((assignee) => membersOf(assignee, casting.members))) {
      const asked = askedFor(id, { ...casting, drafterIds });
      if (!asked.ok) return asked;
      if (asked.value === null) continue;
      // Who decides in their own name already needs no second task in another's stead.
      if (asked.value === id || !cast.has(asked.value)) cast.set(asked.value, asked.value === id ? null : id);
    }
    if (cast.size === 0) return fail('NO_ONE_FOR_STEP', { step: name });
    for (const [assigneeId, insteadOfId] of cast) tasks.push({ step, order, mode, stepName: name, assigneeId, insteadOfId, deadlineHours, escalateTo });
  }
  if (tasks.length > 0 && flow.needsSecondReviewer && new Set(tasks.map(({ assigneeId }) => assigneeId)).size < 2) return fail('NO_SECOND_REVIEWER');
  return succeed(tasks);
}

export type PlanError = 'NO_ONE_FOR_STEP' | 'DELEGATION_CYCLE' | 'NO_SECOND_REVIEWER';

/**
 * Who may decide a late task as well: those whom the step names for that, or their delegates, without those who may not
 * decide on the contract or are asked in the step already.
 */
export function escalated(to: Assignee, casting: Casting, present: readonly UserId[]): readonly UserId[] {
  const asked = membersOf(to, casting.members).map((id) => askedFor(id, casting));
  return [...new Set(asked.flatMap((one) => (one.ok && one.value !== null ? [one.value] : [])))].filter((id) => !present.includes(id));
}

/**
 * Who is asked where a step means this person: whoever stands in for them, or they themselves where that one may not decide
 * on the contract; null where they may not either. Error: DELEGATION_CYCLE.
 */
export function askedFor(id: UserId, casting: Casting): Result<UserId | null, 'DELEGATION_CYCLE'> {
  const stand = standIn(id, casting);
  if (!stand.ok) return stand;
  return succeed([stand.value, id].find((one) => !casting.drafterIds.includes(one)) ?? null);
}

/**
 * Whether somebody who may submit contracts may take back what one submitted: they themselves, and anybody once that one
 * left or may write contracts no more.
 */
export function mayRecall(userId: UserId, submittedById: UserId, members: readonly Member[]): boolean {
  return userId === submittedById || !members.some(({ id, maySubmit }) => id === submittedById && maySubmit);
}

/** Of those whom a step names, the ones who may decide. */
function membersOf(assignee: Assignee, members: readonly Member[]): readonly UserId[] {
  const named = members.filter(({ id, roles }) => (assignee.kind === 'user' ? id === assignee.userId : roles.includes(assignee.role)));
  return named.filter(({ mayDecide }) => mayDecide).map(({ id }) => id);
}

/**
 * Who decides for a person on a day: they themselves, or the end of the chain of delegates; nobody stands in who may not
 * decide. Error: DELEGATION_CYCLE.
 */
export function standIn(id: UserId, { members, absences, today }: Pick<Casting, 'members' | 'absences' | 'today'>): Result<UserId, 'DELEGATION_CYCLE'> {
  const passed = new Set<UserId>();
  let at = id;
  for (;;) {
    if (passed.has(at)) return fail('DELEGATION_CYCLE', { name: members.find((member) => member.id === id)?.name ?? '' });
    passed.add(at);
    const absence = absences.find(({ userId, fromOn, untilOn }) => userId === at && fromOn <= today && today <= untilOn);
    const delegate = absence?.delegateId ?? null;
    if (delegate === null || !members.some(({ id: other, mayDecide }) => other === delegate && mayDecide)) return succeed(at);
    at = delegate;
  }
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

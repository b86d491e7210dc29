import type { InputOf } from '#shared/ipc/registry.ts';
import type { MetricSeries } from '#shared/features/improvement/ipc.ts';
import { metrics, type GoalId, type Item, type ItemId, type ItemLine, type Metric, type MetricPoint } from '#shared/features/improvement/model.ts';
import { baselineOf, checkItemMove, checkPeriod, judgeGoal } from '#shared/features/improvement/rules.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import { metricPoints } from './metric-queries.ts';
import { deleteGoal, findItem, forgetJudged, insertItem, itemOfGoal, keepJudged, listGoals, listItems, listJudged, moveItem, saveGoal, saveItem } from './queries.ts';

export interface ImprovementParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly members: (call: Pick<Call, 'session' | 'db'>) => readonly { readonly id: UserId }[];
}

type MoveError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'NO_SUCH_MOVE' | 'REASON_MISSING' | 'GOAL_NOT_MET' | 'GOAL_RUNNING';
type GoalError = 'NOT_FOUND' | 'ITEM_CLOSED' | 'END_BEFORE_START' | 'PERIOD_TOO_LONG' | 'NOT_WHOLE_MONTHS';
type SaveError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'ITEM_CLOSED' | 'NO_SUCH_MEMBER';

const shownMonths = 36;

/** Problems and ideas on their way to something that is done better, and the measure of it. */
export function createImprovementService({ clock, ids, members }: ImprovementParts) {
  function list({ session, db }: Call, { show, mine }: InputOf<'improvement.list'>): readonly ItemLine[] {
    return listItems(db, show, mine ? session.user.id : null);
  }

  function get(call: Call, id: ItemId): Result<Item, 'NOT_FOUND'> {
    const item = itemOf(call, call.db, id);
    return item === undefined ? fail('NOT_FOUND') : succeed(item);
  }

  function report(call: Call, { title, description, ...origin }: InputOf<'improvement.report'>): Result<ItemLine, never> {
    return call.write<ItemLine, never>((db, note) => {
      const id = ids.create<'improvement'>();
      const content = { title, description, whys: [], rootCause: '', shortPlan: '', longPlan: '', result: '', standards: [] };
      insertItem(db, { id, ...origin, content, createdAt: clock.now(), by: call.session.user.id });
      note('improvement', id, { kind: origin.kind, origin: origin.origin });
      return succeed(present(findItem(db, id)).line);
    });
  }

  function save(call: Call, { id, revision, content, ownerId }: InputOf<'improvement.save'>): Result<Item, SaveError> {
    return call.write<Item, SaveError>((db, note) => {
      const item = findItem(db, id);
      if (item === undefined) return fail('NOT_FOUND');
      if (item.revision !== revision) return fail('CHANGED_MEANWHILE');
      if (isEnded(item.line)) return fail('ITEM_CLOSED');
      // Who left the vault stays named until somebody else is chosen.
      if (ownerId !== null && ownerId !== item.line.ownerId && !members(call).some((member) => member.id === ownerId)) return fail('NO_SUCH_MEMBER');
      saveItem(db, id, { ...content, result: item.content.result }, ownerId);
      note('improvement', id, { revision: revision + 1 });
      return succeed(present(itemOf(call, db, id)));
    });
  }

  function move(call: Call, { id, revision, from, to, result, outcome }: InputOf<'improvement.move'>): Result<Item, MoveError> {
    return call.write<Item, MoveError>((db, note) => {
      const item = itemOf(call, db, id);
      if (item === undefined) return fail('NOT_FOUND');
      if (item.revision !== revision || item.line.state !== from) return fail('CHANGED_MEANWHILE');
      const text = result === '' ? item.content.result : result;
      const verdicts = item.goals.map(({ judgement }) => judgement.verdict);
      const checked = checkItemMove({ from, to, result: text, outcome, verdicts });
      if (!checked.ok) return checked;
      const ends = to === 'closed' || to === 'declined';
      moveItem(db, id, to, { ...item.content, result: text }, to === 'closed' ? outcome : null, ends ? clock.now() : null);
      if (from === 'closed') forgetJudged(db, id);
      if (to === 'closed') for (const { goal, ...judged } of item.goals) if (isOfCore(goal.metric)) keepJudged(db, goal.id, judged);
      note('improvement', id, { from, to, outcome });
      return succeed(present(itemOf(call, db, id)));
    });
  }

  function bindGoal(call: Call, { itemId, goal }: InputOf<'improvement.saveGoal'>): Result<Item, GoalError> {
    const period = checkPeriod(goal);
    if (!period.ok) return period;
    return call.write<Item, GoalError>((db, note) => {
      const item = findItem(db, itemId);
      if (item === undefined || (goal.id !== null && itemOfGoal(db, goal.id) !== itemId)) return fail('NOT_FOUND');
      if (isEnded(item.line)) return fail('ITEM_CLOSED');
      const id = goal.id ?? ids.create<'goal'>();
      const baseline = baselineOf(pointsOf(call, goal.metric, addMonths(goal.fromOn, -12)) ?? [], goal.fromOn);
      saveGoal(db, itemId, { ...goal, id, baseline }, clock.now());
      note('improvement', itemId, { goal: id, metric: goal.metric });
      return succeed(present(itemOf(call, db, itemId)));
    });
  }

  function removeGoal(call: Call, goalId: GoalId): Result<null, 'NOT_FOUND' | 'ITEM_CLOSED'> {
    return call.write<null, 'NOT_FOUND' | 'ITEM_CLOSED'>((db, note) => {
      const itemId = itemOfGoal(db, goalId);
      const item = itemId === undefined ? undefined : findItem(db, itemId);
      if (item === undefined) return fail('NOT_FOUND');
      if (isEnded(item.line)) return fail('ITEM_CLOSED');
      deleteGoal(db, goalId);
      note('improvement', item.line.id, { goalRemoved: goalId });
      return succeed(null);
    });
  }

  function series(call: Call): readonly MetricSeries[] {
    const today = dayOn(clock);
    return metrics.map((metric) => {
      const isWithheld = metric === 'findings_per_contract' && !call.session.holds('clauses');
      const points = pointsOf(call, metric, addMonths(today, -shownMonths));
      const missing = isWithheld ? 'withheld' : points === undefined ? 'not_kept' : points.length === 0 ? 'no_events' : null;
      return { metric, points: points ?? [], baseline: baselineOf(points ?? [], today), missing };
    });
  }

  /**
   * The months of a metric since a day; undefined where this person can't see it, or nothing of the kind is kept. They are
   * of the whole book, whoever asks: a goal has one verdict.
   */
  function pointsOf({ session }: Pick<Call, 'session'>, metric: Metric, since: Day): readonly MetricPoint[] | undefined {
    if (metric === 'findings_per_contract' && !session.holds('clauses')) return undefined;
    const today = dayOn(clock);
    return metricPoints(session.whole, metric, { from: since.slice(0, 7), to: today.slice(0, 7), offsetMinutes: clock.offsetMinutes(clock.now()), today });
  }

  function itemOf(call: Pick<Call, 'session'>, db: Readable, id: ItemId): Item | undefined {
    const item = findItem(db, id);
    if (item === undefined) return undefined;
    const judged = listJudged(db, id);
    const goals = listGoals(db, id).map((goal) => {
      const kept = judged.get(goal.id);
      if (kept !== undefined) return { goal, ...kept };
      const points = pointsOf(call, goal.metric, addMonths(goal.fromOn, -12)) ?? [];
      return { goal, judgement: judgeGoal(goal, points, dayOn(clock)), points };
    });
    return { ...item, goals };
  }

  return { list, get, report, save, move, bindGoal, removeGoal, series };
}

/** What comes from contracts' texts isn't copied to where everybody reads it. */
function isOfCore(metric: Metric): boolean {
  return metric !== 'findings_per_contract';
}

function isEnded({ state }: ItemLine): boolean {
  return state === 'closed' || state === 'declined';
}

function present<Thing>(thing: Thing | undefined): Thing {
  assert(thing !== undefined, 'an item vanished within a transaction');
  return thing;
}

import { addMonths, firstOfMonth, lastOfMonth, type Day } from '../../kernel/day.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import { controlLimits, signalsOf } from './control-chart.ts';
import { betterBy, type Goal, type ItemOutcome, type ItemState, type Judgement, type Metric, type MetricPoint, type Verdict } from './model.ts';

type Period = Pick<Goal, 'fromOn' | 'untilOn'>;

/** How many months before a goal's start say what was usual. */
export const baselineMonths = 12;

/**
 * The whole months that a period touches: what is measured is known by the month, so a goal counts them from the first
 * day of the first to the last day of the last.
 */
export function wholeMonths({ fromOn, untilOn }: Period): Period {
  return { fromOn: firstOfMonth(fromOn), untilOn: lastOfMonth(untilOn) };
}

/** Whether a period was set as whole months. */
export function isWholeMonths(period: Period): boolean {
  const { fromOn, untilOn } = wholeMonths(period);
  return fromOn === period.fromOn && untilOn === period.untilOn;
}

/**
 * Whether a goal is met, and whether the change is more than chance: the months within its period against the target,
 * and against the limits of the months before, once the last of its months is over. Reached within the usual variation is said to be just that.
 */
export function judgeGoal(goal: Omit<Goal, 'id' | 'horizon'>, points: readonly MetricPoint[], today: Day): Judgement {
  const before = measured(points.filter(({ month }) => month < monthOf(goal.fromOn)));
  const within = measured(points.filter(({ month }) => month >= monthOf(goal.fromOn) && month <= monthOf(goal.untilOn)));
  const limits = controlLimits(before.map(({ value }) => value));
  const side = betterBy[goal.metric] === 'less' ? 'below' : 'above';
  const isSignal = limits === null || within.length === 0 ? null : signalsOf(within.map(({ value }) => value), limits, side).length > 0;
  const actual = averageOf(within);
  return { verdict: verdictOf(goal, actual, isSignal, today), actual, isSignal, limits, monthsBefore: before.length, monthsWithin: within.length };
}

function verdictOf({ metric, target, untilOn }: Omit<Goal, 'id' | 'horizon'>, actual: number | null, isSignal: boolean | null, today: Day): Verdict {
  if (today <= lastOfMonth(untilOn)) return 'running';
  if (actual === null) return 'no_data';
  if (!isReached(metric, actual, target)) return 'not_met';
  return isSignal === null ? 'met_untested' : isSignal ? 'met' : 'met_within_noise';
}

export function isReached(metric: Metric, actual: number, target: number): boolean {
  return betterBy[metric] === 'less' ? actual <= target : actual >= target;
}

/** What the months of a metric come to, each weighing as much as happened in it; null when nothing did. */
export function averageOf(points: readonly MetricPoint[]): number | null {
  const known = measured(points);
  const weight = known.reduce((sum, { count }) => sum + count, 0);
  return weight === 0 ? null : known.reduce((sum, { value, count }) => sum + value * count, 0) / weight;
}

/** What a metric was in the year before a day: the baseline of a goal that begins then. */
export function baselineOf(points: readonly MetricPoint[], fromOn: Day): number | null {
  const [from, to] = [monthOf(addMonths(fromOn, -baselineMonths)), monthOf(fromOn)];
  return averageOf(points.filter(({ month }) => month >= from && month < to));
}

/** The target that lies a share beyond a baseline in the direction that is better: -10 % of hours, +10 % of a rate. */
export function targetFrom(metric: Metric, baseline: number, share: number): number {
  const target = betterBy[metric] === 'less' ? baseline * (1 - share) : baseline * (1 + share);
  return metric === 'first_pass' || metric === 'review_punctuality' ? Math.min(1, target) : target;
}

/** A goal's period: whole months, its end not before its start, and not longer than five years. */
export function checkPeriod(period: Period): Result<null, 'END_BEFORE_START' | 'PERIOD_TOO_LONG' | 'NOT_WHOLE_MONTHS'> {
  const { fromOn, untilOn } = period;
  if (untilOn < fromOn) return fail('END_BEFORE_START');
  if (!isWholeMonths(period)) return fail('NOT_WHOLE_MONTHS');
  return untilOn > addMonths(fromOn, 60) ? fail('PERIOD_TOO_LONG') : succeed(null);
}

const movesByState: Readonly<Record<ItemState, readonly ItemState[]>> = {
  new: ['analysing', 'acting', 'declined'],
  analysing: ['acting', 'declined', 'new'],
  acting: ['analysing', 'closed', 'declined'],
  closed: ['acting'],
  declined: ['new'],
};

export function itemMoves(from: ItemState): readonly ItemState[] {
  return movesByState[from];
}

export interface ClosingFacts {
  readonly from: ItemState;
  readonly to: ItemState;
  readonly result: string;
  readonly outcome: ItemOutcome | null;
  readonly verdicts: readonly Verdict[];
}

/** Whether an item may go on so. It is closed with a result; as achieved only when every goal was met by more than chance. */
export function checkItemMove({ from, to, result, outcome, verdicts }: ClosingFacts): Result<null, 'NO_SUCH_MOVE' | 'REASON_MISSING' | 'GOAL_NOT_MET' | 'GOAL_RUNNING'> {
  if (!movesByState[from].includes(to)) return fail('NO_SUCH_MOVE');
  if ((to === 'closed' || to === 'declined') && result.trim() === '') return fail('REASON_MISSING');
  if (to !== 'closed') return succeed(null);
  if (outcome === null) return fail('REASON_MISSING');
  if (outcome !== 'achieved') return succeed(null);
  if (verdicts.includes('running')) return fail('GOAL_RUNNING');
  return verdicts.some((verdict) => verdict !== 'met') ? fail('GOAL_NOT_MET') : succeed(null);
}

function measured(points: readonly MetricPoint[]): readonly (MetricPoint & { readonly value: number })[] {
  return points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
}

function monthOf(day: Day): string {
  return day.slice(0, 7);
}

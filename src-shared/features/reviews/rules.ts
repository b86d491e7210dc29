import { fail, succeed, type Result } from '../../kernel/result.ts';
import { outcomeOf, type Answers, type Checklist, type ChecklistItem } from './checklist.ts';
import type { FindingState, FollowUp, Kpi, KpiHistory, KpiValues, ReviewFinding, ReviewResult } from './model.ts';

/** The questions that failed, in the checklist's order. */
export function failedItems({ items }: Checklist, answers: Answers): readonly ChecklistItem[] {
  return items.filter((item) => outcomeOf(item, answers[item.key]) === 'failed');
}

/** How many questions still wait for an answer. */
export function openItems({ items }: Checklist, answers: Answers): number {
  return items.filter((item) => outcomeOf(item, answers[item.key]) === 'open').length;
}

export function isKpiMissed({ target, direction }: Pick<Kpi, 'target' | 'direction'>, value: number): boolean {
  return direction === 'at_least' ? value < target : value > target;
}

/** The KPIs that were missed now and the last time they were measured (domain.md, rule 11: missed twice). */
export function missedTwice(kpis: readonly KpiHistory[], values: KpiValues): readonly KpiHistory[] {
  return kpis.filter((kpi) => {
    const [now, before] = [values[kpi.id] ?? null, kpi.history.at(-1)?.value ?? null];
    return now !== null && before !== null && isKpiMissed(kpi, now) && isKpiMissed(kpi, before);
  });
}

export interface ReviewOutcome {
  readonly checklist: Checklist;
  readonly answers: Answers;
  readonly kpis: readonly Kpi[];
  readonly kpiValues: KpiValues;
  /** What earlier reviews left open. */
  readonly carried: readonly Pick<ReviewFinding, 'itemKey' | 'state'>[];
}

/** The best result that the answers allow: failed where a critical question failed, passed only where nothing is open. */
export function bestResult({ checklist, answers, kpis, kpiValues, carried }: ReviewOutcome): ReviewResult {
  const failed = failedItems(checklist, answers);
  if (failed.some(({ isCritical }) => isCritical)) return 'fail';
  const isMissed = kpis.some((kpi) => isMissedNow(kpi, kpiValues));
  return failed.length > 0 || isMissed || carried.some(({ state }) => isOpen(state)) ? 'conditional' : 'pass';
}

function isMissedNow(kpi: Kpi, values: KpiValues): boolean {
  const value = values[kpi.id] ?? null;
  return value !== null && isKpiMissed(kpi, value);
}

const order: readonly ReviewResult[] = ['fail', 'conditional', 'pass'];

export type CompletionError = 'ITEMS_OPEN' | 'FOLLOW_UP_MISSING' | 'RESULT_TOO_GOOD';

/**
 * Whether a review can be closed with a result: every question answered; not better than the answers allow; a follow-up
 * for each failed question that no open finding stands for already.
 */
export function checkCompletion(outcome: ReviewOutcome, result: ReviewResult, followUps: readonly FollowUp[]): Result<null, CompletionError> {
  const open = openItems(outcome.checklist, outcome.answers);
  if (open > 0) return fail('ITEMS_OPEN', { count: open });
  if (order.indexOf(result) > order.indexOf(bestResult(outcome))) return fail('RESULT_TOO_GOOD');
  const missing = needingFollowUp(outcome).filter(({ key }) => !followUps.some(({ itemKey }) => itemKey === key));
  return missing.length > 0 ? fail('FOLLOW_UP_MISSING', { count: missing.length }) : succeed(null);
}

/** The failed questions that nothing stands for yet. */
export function needingFollowUp({ checklist, answers, carried }: Pick<ReviewOutcome, 'checklist' | 'answers' | 'carried'>): readonly ChecklistItem[] {
  return failedItems(checklist, answers).filter(({ key }) => !carried.some(({ itemKey, state }) => itemKey === key && isOpen(state)));
}

export function isOpen(state: FindingState): boolean {
  return state === 'open' || state === 'fixing';
}

const movesByState: Readonly<Record<FindingState, readonly FindingState[]>> = {
  open: ['fixing', 'closed', 'risk_accepted'],
  fixing: ['open', 'closed', 'risk_accepted'],
  closed: ['open'],
  risk_accepted: ['open'],
};

/** Whether a finding may go on so; what ends it, or opens it anew, needs a word (domain.md, "Other machines"). */
export function checkFindingMove(from: FindingState, to: FindingState, resolution: string): Result<null, 'NO_SUCH_MOVE' | 'REASON_MISSING'> {
  if (from !== to && !movesByState[from].includes(to)) return fail('NO_SUCH_MOVE');
  return !isOpen(to) && resolution.trim() === '' ? fail('REASON_MISSING') : succeed(null);
}

export function findingMoves(from: FindingState): readonly FindingState[] {
  return movesByState[from];
}

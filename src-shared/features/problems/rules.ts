import type { Day } from '../../kernel/day.ts';
import type { ObligationId } from '../fulfilment/due-rules.ts';
import type { CheckItem, Problem, ProblemStatus } from './model.ts';

const movesByStatus: Readonly<Record<ProblemStatus, readonly ProblemStatus[]>> = {
  open: ['acting', 'resolved', 'escalated', 'disputed'],
  acting: ['resolved', 'escalated', 'disputed'],
  escalated: ['acting', 'resolved', 'disputed'],
  disputed: ['acting', 'resolved', 'escalated'],
  resolved: ['open'],
};

/** Where a problem can go from a state. */
export function problemMoves(status: ProblemStatus): readonly ProblemStatus[] {
  return movesByStatus[status];
}

/** Whether a step must be explained: everything but taking it in hand. */
export function problemNeedsReason(to: ProblemStatus): boolean {
  return to !== 'acting';
}

/** Whether what should be done about it is late. */
export function isProblemLate({ status, dueOn }: Pick<Problem, 'status' | 'dueOn'>, today: Day): boolean {
  return status !== 'resolved' && dueOn !== null && dueOn < today;
}

/** The obligation that a problem holds as long as it isn't resolved; null for none. */
export function heldBy({ status, effect, obligationId }: Pick<Problem, 'status' | 'effect' | 'obligationId'>): ObligationId | null {
  return status !== 'resolved' && effect === 'blocks' ? obligationId : null;
}

/** Whether a measured value keeps an item's bounds, both of which it may touch. What was not measured fails. */
export function passes({ minimum, maximum }: CheckItem, value: number | null): boolean {
  return value !== null && (minimum === null || value >= minimum) && (maximum === null || value <= maximum);
}

/** The items of a sheet that a run failed. */
export function failedItems(items: readonly CheckItem[], measured: readonly (number | null)[]): readonly CheckItem[] {
  return items.filter((item, index) => !passes(item, measured[index] ?? null));
}

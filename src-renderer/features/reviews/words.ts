import type { FindingState, ReviewLine, ReviewResult } from '#shared/features/reviews/model.ts';
import type { StatusTone } from '../../ui/status-chip.tsx';

export const toneOfResult: Readonly<Record<ReviewResult, StatusTone>> = { pass: 'success', conditional: 'warning', fail: 'danger' };
export const toneOfFinding: Readonly<Record<FindingState, StatusTone>> = { open: 'danger', fixing: 'warning', closed: 'success', risk_accepted: 'neutral' };

/** Whether an open review should have been held by today. */
export function isLate({ state, dueOn }: Pick<ReviewLine, 'state' | 'dueOn'>, today: string): boolean {
  return (state === 'scheduled' || state === 'in_progress') && dueOn < today;
}

import type { Day } from '../../kernel/day.ts';
import type { TermPlan } from '../terms/model.ts';
import type { Stage } from './stage.ts';

/** How a contract is ended by a letter: 不续约通知, 解除通知. */
export const endingKinds = ['non_renewal', 'termination'] as const;
export type EndingKind = (typeof endingKinds)[number];

/** What a letter that ends a contract says of it. Empty text: the person fills it in. */
export interface Ending {
  readonly kind: EndingKind;
  readonly reason: string;
  readonly basis: string;
  /** The day on which the contract ends; null: not known yet. */
  readonly endsOn: Day | null;
  /** The last day on which a notice of non-renewal counts; null: none, or not known. */
  readonly deadline: Day | null;
  /** The term that is not renewed. */
  readonly termIndex: number | null;
}

/** The term that a notice of non-renewal can still end, from 0, and its last day; null where none can be ended so. */
export function endableTerm(stage: Stage, { inForce, next, window, index, term }: TermPlan): { readonly index: number; readonly endsOn: Day } | null {
  // Where no deadline is known, nobody can say that it has passed.
  const mayStillSay = stage !== 'terminated' && inForce.renewalType === 'auto' && next !== null && window !== 'missed';
  return mayStillSay && term !== null ? { index, endsOn: term.end } : null;
}

/** What tells the letters that end a contract apart: the last day of the term that is not renewed; empty for a termination. */
export function aboutEnding(term: ReturnType<typeof endableTerm>): string {
  return term?.endsOn ?? '';
}

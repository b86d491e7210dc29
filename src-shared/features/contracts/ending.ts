import type { Day } from '../../kernel/day.ts';

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

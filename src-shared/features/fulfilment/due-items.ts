import type { Day } from '../../kernel/day.ts';
import type { ContractId } from '../contracts/model.ts';
import type { UserId } from '../vault/model.ts';

/**
 * What falls due on a day, without any sum, for whoever reminds of it. `title` is empty for a payment: its words are
 * money's and lie in finance.
 */
export interface DueItem {
  readonly kind: 'obligation' | 'payment';
  readonly entityId: string;
  readonly contractId: ContractId;
  readonly event: 'due';
  readonly targetOn: Day;
  readonly ownerId: UserId | null;
  readonly title: string;
}

import { z } from 'zod';
import { quoteSchema, type ApprovalTask, type Quote } from '#shared/features/approvals/model.ts';
import type { KeptDialogOf } from '#shared/features/contracts/kept-dialogs.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { FieldsOf } from '../../keeping/restore-typed.ts';

/** What an approver is about to say. */
export interface DecisionTyped {
  readonly comment: string;
  /** Comments at words of the text, which go with the decision. */
  readonly quotes: readonly Quote[];
  /** One that is being written: the words, and what is said to them. */
  readonly words: string;
  readonly remark: string;
}

/** What is kept of it, and may come back. */
export const decisionFields: FieldsOf<DecisionTyped> = { comment: z.string(), quotes: z.array(quoteSchema), words: z.string(), remark: z.string() };

export const freshDecision = (): DecisionTyped => ({ comment: '', quotes: [], words: '', remark: '' });

/** Whose decision is kept: the same wherever it is written. */
export function decisionOf(contractId: ContractId, task: ApprovalTask): KeptDialogOf {
  return { contractId, dialog: 'decision', about: task.id };
}

import { z } from 'zod';
import { mostQuotes, quoteSchema, type ApprovalTask, type Quote } from '#shared/features/approvals/model.ts';
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

/**
 * The comments at words of the text together with the one that is being written; null where that one can't be among them:
 * it has no words to stand at, or there are as many as there may be.
 */
export function withRemark({ quotes, words, remark }: Pick<DecisionTyped, 'quotes' | 'words' | 'remark'>): readonly Quote[] | null {
  if (remark.trim() === '') return quotes;
  if (words.trim() === '' || quotes.length >= mostQuotes) return null;
  return [...quotes, { quote: words.trim().slice(0, 500), comment: remark.trim() }];
}

/**
 * The comments that go with a decision; null where the one that is being written holds it back, as above. Without the key to
 * the text there is no field for that one, and it stays out.
 */
export function quotesToSend(typed: Pick<DecisionTyped, 'quotes' | 'words' | 'remark'>, mayRead: boolean): readonly Quote[] | null {
  return mayRead ? withRemark(typed) : typed.quotes;
}

/** Whose decision is kept: the same wherever it is written. */
export function decisionOf(contractId: ContractId, task: ApprovalTask): KeptDialogOf {
  return { contractId, dialog: 'decision', about: task.id };
}

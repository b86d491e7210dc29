import { z } from 'zod';
import { obligors } from '#shared/features/fulfilment/model.ts';
import type { ProposedObligation, ProposedPayment } from '#shared/features/fulfilment/propose.ts';
import type { FieldsOf } from '../../keeping/restore-typed.ts';

const obligationSchema = z.object({ isTaken: z.boolean(), title: z.string(), obligor: z.enum(obligors) });
const paymentSchema = z.object({ isTaken: z.boolean(), text: z.string() });

export type ObligationTyped = z.infer<typeof obligationSchema>;
export type PaymentTyped = z.infer<typeof paymentSchema>;

/** What the person changed in proposals, by what tells them apart; the others are as they were found. */
export interface ProposalsTyped {
  readonly obligations: Readonly<Record<string, ObligationTyped>>;
  readonly payments: Readonly<Record<string, PaymentTyped>>;
}

export const proposalFields: FieldsOf<ProposalsTyped> = { obligations: z.record(z.string(), obligationSchema), payments: z.record(z.string(), paymentSchema) };

export function freshProposals(): ProposalsTyped {
  return { obligations: {}, payments: {} };
}

/**
 * What tells a proposal from the others of the same text, without its words: those belong to the clauses compartment. Found
 * in another text, a proposal has another key in all likelihood, and is as it was found.
 */
export function proposalKey({ clauseNumber, quote }: Pick<ProposedObligation | ProposedPayment, 'clauseNumber' | 'quote'>, index: number): string {
  return `${index} ${clauseNumber} ${quote.length}`;
}

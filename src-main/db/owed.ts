import { sql, type Sql } from './sql.ts';

/** Stages of what was signed: only that binds, or has bound. A draft's obligations are a plan for later. */
export const signedStages = sql`('signed', 'terminated', 'completed', 'superseded')`;

/**
 * Whether what belongs to a contract binds, or has bound, as lists have it: what a draft plans is owed by nobody, nor what
 * was to come of one that was cancelled. Asked by way of those few that bind nobody, so that a count of a million rows
 * looks at no contract.
 */
export function binds(contractId: Sql): Sql {
  return sql`${contractId} NOT IN (SELECT id FROM contracts WHERE stage IN ('draft', 'in_review', 'in_negotiation', 'pending_approval', 'approved', 'pending_signature', 'cancelled'))`;
}

/**
 * Stages in which what is open is still owed: one that was terminated owes it up to its last day, and what follows on that.
 * Under one that is completed nothing was open; what is, was opened again since, as a payment that bounced. What is open under
 * one that was superseded stands in the lists, but nobody is reminded or warned of it: whether the new contract took it over,
 * only people know.
 */
export const owingStages = sql`('signed', 'terminated', 'completed')`;

/** What of a row of `payment_dues JOIN finance.payment_plans` is still to be paid, in the smallest unit of its currency. */
export const stillToPay = sql`payment_plans.minor - coalesce((SELECT sum(paid.minor) FROM finance.payment_records AS paid WHERE paid.payment_id = payment_dues.id), 0)`;

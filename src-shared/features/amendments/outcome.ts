import { addDays, type Day } from '../../kernel/day.ts';
import type { WorkingCalendar } from '../calendar/model.ts';
import type { Contract } from '../contracts/model.ts';
import { phaseFields } from '../contracts/phases.ts';
import { termFactsOfContract } from '../contracts/term-facts.ts';
import type { TermPlan } from '../terms/model.ts';
import { lastDayOf, termPlan } from '../terms/rules.ts';
import type { AmendmentDraft } from './model.ts';
import { changedFields, overlaid, phasesOf, termsAsOf, type AmendedHistory } from './rules.ts';

/** What an amendment makes of a contract's terms, before it is recorded. */
export interface AmendmentOutcome {
  /** The plan on its day of effect, or today where that is past. */
  readonly plan: TermPlan;
  /** The last day that the contract then has if nobody agrees on more; null when it has none, or nobody can tell. */
  readonly lastDay: Day | null;
  /** How often it may renew once more, where the renewals made so far count no longer; else null. */
  readonly renewsAnew: number | null;
  /** The fixed day for notices that counts no longer, because it belonged to the end that is put off; else null. */
  readonly spentOptOut: Day | null;
}

/** The outcome of a draft, by the rules of terms (domain.md, 1 to 9); null where it changes nothing that they look at. */
export function outcomeOf(contract: Contract, amended: AmendedHistory, draft: Pick<AmendmentDraft, 'effectiveOn' | 'terms' | 'amount'>, calendar: WorkingCalendar, today: Day): AmendmentOutcome | null {
  const { effectiveOn, terms, amount } = draft;
  const before = termsAsOf(amended, effectiveOn).terms;
  const after = overlaid(before, terms);
  const decisive: readonly string[] = phaseFields;
  if (!changedFields(before, after).some((field) => decisive.includes(field))) return null;
  const change = { effectiveOn, sequence: Number.MAX_SAFE_INTEGER, terms, changesAmount: amount !== null, amount, voidedAt: null };
  const phases = phasesOf({ ...amended, amendments: [...amended.amendments, change] });
  const plan = termPlan(termFactsOfContract({ ...contract, phases }), calendar, effectiveOn > today ? effectiveOn : today);
  const former = termPlan(termFactsOfContract(contract), calendar, addDays(effectiveOn, -1));
  const isCountedAnew = plan.inForce.countedAnewFrom === effectiveOn && former.index > 0 && plan.next !== null;
  return {
    plan,
    lastDay: lastDayOf(plan, calendar),
    renewsAnew: isCountedAnew && terms.maxRenewals === undefined ? plan.inForce.maxRenewals : null,
    spentOptOut: plan.inForce.isOptOutSpent === true ? after.optOutOn : null,
  };
}

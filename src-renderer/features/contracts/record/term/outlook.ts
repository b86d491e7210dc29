import type { TermFacts, TermPlan } from '#shared/features/terms/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Money } from '#shared/kernel/money.ts';

/** What becomes of a contract if nobody does anything. `day` is the day that the sentence names. */
export type Outlook =
  | { readonly kind: 'terminated' | 'terminating' | 'noticeGiven' | 'exercised' | 'ends' | 'ended' | 'continues' | 'lapses'; readonly day: Day }
  | { readonly kind: 'optionOpen'; readonly day: Day; readonly deadline: Day }
  | { readonly kind: 'noticePending' | 'exercisePending'; readonly day: Day; readonly arrives: Day }
  | { readonly kind: 'renews' | 'willRenew'; readonly day: Day; readonly amount: Money | null }
  | { readonly kind: 'runsOn' };

/** The one sentence that answers "and if I let it lie?"; null where the record doesn't tell. */
export function outlookOf(facts: TermFacts, plan: TermPlan, today: Day): Outlook | null {
  const { terminationOn: ended } = facts;
  if (facts.stage === 'terminated') return ended === null ? null : { kind: ended > today ? 'terminating' : 'terminated', day: ended };
  if (facts.renewalType === 'evergreen') return { kind: 'runsOn' };
  if (plan.term === null) return null;
  const { end } = plan.term;
  if (end < today) return { kind: facts.continuingAfterExpiry ? 'continues' : 'ended', day: end };
  if (plan.notice !== null) {
    const { kind, isReceived, arrivesOn } = plan.notice;
    const day = kind === 'exercise' ? (plan.next?.end ?? end) : end;
    if (isReceived) return { kind: kind === 'exercise' ? 'exercised' : 'noticeGiven', day };
    return { kind: kind === 'exercise' ? 'exercisePending' : 'noticePending', day, arrives: arrivesOn };
  }
  if (plan.next !== null) {
    return { kind: plan.window === 'missed' ? 'willRenew' : 'renews', day: plan.next.end, amount: plan.committedAmount };
  }
  if (facts.renewalType !== 'option') return { kind: 'ends', day: end };
  const isOpen = plan.deadline !== null && plan.deadline >= today;
  return isOpen ? { kind: 'optionOpen', day: end, deadline: plan.deadline } : { kind: 'lapses', day: end };
}

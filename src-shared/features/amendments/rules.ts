import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { addDays, addMonths, type Day } from '../../kernel/day.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import { isWithheld, withheld, type Withheld } from '../../kernel/withheld.ts';
import type { WorkingCalendar } from '../calendar/model.ts';
import type { ContractRecord, RecordAmount } from '../contracts/record.ts';
import { phaseFields, type ContractPhase, type PhaseTerms } from '../contracts/phases.ts';
import { recordProblems, type RecordProblem } from '../contracts/record-rules.ts';
import type { Stage } from '../contracts/stage.ts';
import type { PartyId } from '../parties/model.ts';
import type { TermFacts } from '../terms/model.ts';
import { termEnd } from '../terms/one-term.ts';
import { termPlan } from '../terms/rules.ts';
import { termsFields, type AmendedTerms, type Amendment, type AmendmentDraft, type Terms, type TermsChange, type TermsField } from './model.ts';

/** What of a record an amendment can change. */
export function termsOf({ effectiveOn, expiresOn, renewalType, parties, details }: ContractRecord): Terms {
  const { initialTermMonths, renewalTermMonths, maxRenewals, optOutOn, optOutPeriod, noticeMethod, exitNotice, exitAnchor } = details;
  const { governingLaw, disputeMode, disputeForum, seat, warrantyUntil } = details;
  return {
    ...{ effectiveOn, expiresOn, renewalType, initialTermMonths, renewalTermMonths, maxRenewals, optOutOn, optOutPeriod },
    ...{ noticeMethod, exitNotice, exitAnchor, governingLaw, disputeMode, disputeForum, seat, warrantyUntil },
    parties: parties.map(({ partyId, role }) => ({ partyId, role })),
  };
}

/** A record with other terms. A party that stays keeps who signs for it. */
export function withTerms(record: ContractRecord, { effectiveOn, expiresOn, renewalType, parties, ...details }: Terms): ContractRecord {
  const signatoryOf = (partyId: PartyId): string => record.parties.find((party) => party.partyId === partyId)?.signatory ?? '';
  return {
    ...{ ...record, effectiveOn, expiresOn, renewalType },
    parties: parties.map((party) => ({ ...party, signatory: signatoryOf(party.partyId) })),
    details: { ...record.details, ...details },
  };
}

/** What the terms of a day are reckoned from. */
export type AmendedHistory = Pick<AmendedTerms, 'original' | 'originalAmount' | 'amendments'>;

export interface TermsAsOf {
  readonly terms: Terms;
  readonly amount: RecordAmount | null | Withheld;
  /** The amendments that hold on the day, in the order in which they take effect. */
  readonly applied: readonly Amendment[];
}

/**
 * The terms on a day: those that were signed, overlaid by every amendment that took effect up to that day and was not
 * voided. Of two with the same day the later recorded one counts.
 */
export function termsAsOf({ original, originalAmount, amendments }: AmendedHistory, day: Day): TermsAsOf {
  const applied = inOrder(amendments).filter(({ effectiveOn }) => effectiveOn <= day);
  let terms = original;
  let amount: TermsAsOf['amount'] = originalAmount;
  for (const amendment of applied) {
    terms = overlaid(terms, amendment.terms);
    if (amendment.changesAmount) amount = isWithheld(originalAmount) ? withheld : amendment.amount;
  }
  return { terms, amount, applied };
}

/** A change of terms as far as the phases of a contract go. */
export type PhaseChange = Pick<Amendment, 'effectiveOn' | 'sequence' | 'terms' | 'changesAmount' | 'amount' | 'voidedAt'>;

/**
 * The terms from the signature on, one phase for each day on which amendments change what decides how long the contract
 * runs, how it is ended or what it costs; those of days to come too. Empty where none does.
 */
export function phasesOf({ original, originalAmount, amendments }: Pick<AmendedHistory, 'original' | 'originalAmount'> & { readonly amendments: readonly PhaseChange[] }): readonly ContractPhase[] {
  let terms = original;
  const phases: ContractPhase[] = [{ from: null, terms: phaseTermsOf(original), amount: originalAmount }];
  for (const { effectiveOn, terms: change, changesAmount, amount } of inOrder(amendments)) {
    terms = overlaid(terms, change);
    const phase = { from: effectiveOn, terms: phaseTermsOf(terms), amount: changesAmount ? amount : (phases.at(-1)?.amount ?? null) };
    if (phases.at(-1)?.from === effectiveOn) phases.pop();
    if (textOf({ ...phases.at(-1), from: null }) !== textOf({ ...phase, from: null })) phases.push(phase);
  }
  return phases.length === 1 ? [] : phases;
}

function phaseTermsOf(terms: Terms): PhaseTerms {
  return Object.fromEntries(phaseFields.map((field) => [field, terms[field]])) as PhaseTerms;
}

/** The terms that a contract's record has from amendments on a day, in the order of the form: the others it has as they were signed. */
export function amendedFields(amendments: readonly PhaseChange[], day: Day): readonly TermsField[] {
  const named = new Set<string>(inOrder(amendments).filter(({ effectiveOn }) => effectiveOn <= day).flatMap(({ terms }) => Object.keys(terms)));
  return termsFields.filter((field) => named.has(field));
}

/** The terms just before an amendment took effect, against which its changes read. */
export function termsBefore(amended: AmendedHistory, amendment: Amendment): TermsAsOf {
  const ordered = inOrder(amended.amendments);
  const at = ordered.findIndex(({ id }) => id === amendment.id);
  // A voided one is in no order: what it would have changed is what stood on its day without it.
  const earlier = at === -1 ? ordered.filter(({ effectiveOn }) => effectiveOn <= amendment.effectiveOn) : ordered.slice(0, at);
  return termsAsOf({ ...amended, amendments: earlier }, amendment.effectiveOn);
}

/** Terms with those that a change names in place of their own. */
export function overlaid(terms: Terms, change: TermsChange): Terms {
  return { ...terms, ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Terms>) };
}

/** The fields in which two terms differ, in the order of the form. */
export function changedFields(one: Terms, other: Terms): readonly TermsField[] {
  return termsFields.filter((field) => textOf(one[field]) !== textOf(other[field]));
}

export interface AmendmentFacts {
  readonly stage: Stage;
  readonly isArchived: boolean;
  readonly record: ContractRecord;
  /** The terms on the draft's day without it. */
  readonly before: Terms;
  readonly amountBefore: RecordAmount | null;
  /** The last day of the term that the draft finds running; null where none is known. */
  readonly runningEnd: Day | null;
}

export const amendmentRefusals = ['NOT_SIGNED', 'ARCHIVED', 'NOTHING_CHANGED', 'BEFORE_SIGNING', 'NO_PARTY_LEFT', 'RECORD_INVALID', 'NOT_LONGER'] as const;
export type AmendmentRefusal = (typeof amendmentRefusals)[number];

/**
 * Whether an amendment may be recorded (domain.md: a signed contract is changed by amendment only). It changes something,
 * takes effect no earlier than the signature, and leaves a record whose dates and sums can be; RECORD_INVALID names the
 * field and the problem. An extension or a renewal that names an end names one after that of the running term.
 */
export function checkAmendment(draft: AmendmentDraft, facts: AmendmentFacts): Result<null, AmendmentRefusal> {
  if (facts.stage !== 'signed') return fail('NOT_SIGNED');
  if (facts.isArchived) return fail('ARCHIVED');
  const after = overlaid(facts.before, draft.terms);
  const changesAmount = draft.amount !== null && textOf(draft.amount) !== textOf(facts.amountBefore);
  const changesClauses = draft.clauses.some(({ before, after: now }) => before !== now);
  if (changedFields(facts.before, after).length === 0 && !changesAmount && !changesClauses) return fail('NOTHING_CHANGED');
  const { signedOn } = facts.record;
  if (signedOn !== null && draft.effectiveOn < signedOn) return fail('BEFORE_SIGNING', { day: signedOn });
  if (after.parties.length === 0 && facts.before.parties.length > 0) return fail('NO_PARTY_LEFT');
  const [problem] = draftProblems(draft, facts);
  if (problem !== undefined) return fail('RECORD_INVALID', { field: problem.field, problem: problem.code });
  const { expiresOn: end = null } = draft.terms;
  const isLonger = draft.kind === 'change' || end === null || facts.runningEnd === null || end > facts.runningEnd;
  return isLonger ? succeed(null) : fail('NOT_LONGER', { day: facts.runningEnd });
}

/** What can't be in the record that a draft leaves, field by field. */
export function draftProblems({ terms, amount }: AmendmentDraft, { record, before }: AmendmentFacts): readonly RecordProblem[] {
  return recordProblems(withTerms(record, overlaid(before, terms)), amount).filter(({ isNote }) => !isNote);
}

/**
 * The last day of the term that an amendment finds running, by what was agreed up to its day: a contract that was renewed
 * by itself runs longer than its record says. One to come is looked at on its eve, for an extension takes effect on the
 * day after the end.
 */
export function runningEnd(facts: TermFacts, effectiveOn: Day, calendar: WorkingCalendar, today: Day): Day | null {
  const known = { ...facts, phases: facts.phases.filter(({ from }) => from === null || from <= effectiveOn) };
  const plan = termPlan(known, calendar, effectiveOn > today ? addDays(effectiveOn, -1) : effectiveOn);
  return plan.term?.end ?? termEnd(plan.inForce, plan.index);
}

/**
 * The last day of a contract that goes on for some months more, counted from the day after its present end, so that a
 * month's end stays one (domain.md, rule 3).
 */
export function extendedEnd(end: Day, months: number): Day {
  return addDays(addMonths(addDays(end, 1), months), -1);
}

/** By the day of effect, then as they were recorded; without those that were voided. */
function inOrder<Change extends PhaseChange>(amendments: readonly Change[]): readonly Change[] {
  return amendments
    .filter(({ voidedAt }) => voidedAt === null)
    .toSorted((one, other) => one.effectiveOn.localeCompare(other.effectiveOn) || one.sequence - other.sequence);
}

function textOf(value: Json): string {
  return canonicalJson(value);
}

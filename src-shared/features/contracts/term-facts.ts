import type { Day } from '../../kernel/day.ts';
import { isWithheld } from '../../kernel/withheld.ts';
import type { TermFacts, TermNotice, TermWording } from '../terms/model.ts';
import type { Contract, Duties } from './model.ts';
import { termNoticesOf } from './notices.ts';
import type { ContractPhase, PhaseTerms } from './phases.ts';
import type { ContractRecord, RecordAmount, RecordDetails } from './record.ts';
import type { Stage } from './stage.ts';

export interface TermSources {
  readonly stage: Stage;
  readonly record: Pick<ContractRecord, 'signedOn' | 'effectiveOn' | 'expiresOn' | 'renewalType' | 'details'>;
  /** Empty where nothing was amended. */
  readonly phases: readonly ContractPhase[];
  readonly notices: readonly TermNotice[];
  readonly terminationOn: Day | null;
  readonly duties: Duties;
  /** Null when it is not known or withheld. */
  readonly amount: RecordAmount | null;
}

/** What the rules of terms look at, out of a contract's record and what was done to it. */
export function termFactsOf({ stage, record, phases, notices, terminationOn, duties, amount }: TermSources): TermFacts {
  const { effectiveOn, expiresOn, renewalType, signedOn, details } = record;
  return {
    ...wordingOf({ ...details, effectiveOn, expiresOn, renewalType }, details, amount),
    stage,
    signedOn,
    continuingAfterExpiry: details.continuingAfterExpiry,
    notices,
    terminationOn,
    // Where nothing was written down, nobody can tell: the contract counts as open until a person closes it.
    isSettled: stage === 'completed' || (duties.total > 0 && duties.openObligations + duties.openPayments === 0),
    phases: phases.map(({ from, terms, amount: sum }) => ({ from, wording: wordingOf(terms, details, isWithheld(sum) ? null : sum) })),
  };
}

function wordingOf(terms: PhaseTerms, { effectiveCondition }: RecordDetails, amount: RecordAmount | null): TermWording {
  return {
    effectiveOn: terms.effectiveOn,
    awaitsCondition: terms.effectiveOn === null && (effectiveCondition === 'on_approval' || effectiveCondition === 'on_deposit'),
    expiresOn: terms.expiresOn,
    initialTermMonths: terms.initialTermMonths,
    renewalType: terms.renewalType,
    renewalTermMonths: terms.renewalTermMonths,
    maxRenewals: terms.maxRenewals,
    optOutOn: terms.optOutOn,
    optOutPeriod: terms.optOutPeriod,
    noticeMethod: terms.noticeMethod,
    exitNotice: terms.exitNotice,
    exitAnchor: terms.exitAnchor,
    termPrice: amount?.inclusive ?? null,
  };
}

/** The facts of a contract as the interface holds it. */
export function termFactsOfContract({ summary, record, phases, notices, stageEvents, duties, amount }: Contract): TermFacts {
  return termFactsOf({
    stage: summary.stage,
    record,
    phases,
    notices: termNoticesOf(notices),
    terminationOn: stageEvents.find(({ to }) => to === 'terminated')?.effectiveOn ?? null,
    duties,
    amount: isWithheld(amount) ? null : amount,
  });
}

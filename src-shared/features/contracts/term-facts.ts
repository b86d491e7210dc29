import type { Day } from '../../kernel/day.ts';
import { isWithheld } from '../../kernel/withheld.ts';
import type { TermFacts, TermNotice } from '../terms/model.ts';
import type { Contract, Duties } from './model.ts';
import { termNoticesOf } from './notices.ts';
import type { ContractRecord, RecordAmount } from './record.ts';
import type { Stage } from './stage.ts';

export interface TermSources {
  readonly stage: Stage;
  readonly record: Pick<ContractRecord, 'signedOn' | 'effectiveOn' | 'expiresOn' | 'renewalType' | 'details'>;
  readonly notices: readonly TermNotice[];
  readonly terminationOn: Day | null;
  readonly duties: Duties;
  /** Null when it is not known or withheld. */
  readonly amount: RecordAmount | null;
}

/** What the rules of terms look at, out of a contract's record and what was done to it. */
export function termFactsOf({ stage, record, notices, terminationOn, duties, amount }: TermSources): TermFacts {
  const { details } = record;
  return {
    stage,
    signedOn: record.signedOn,
    effectiveOn: record.effectiveOn,
    awaitsCondition: record.effectiveOn === null && (details.effectiveCondition === 'on_approval' || details.effectiveCondition === 'on_deposit'),
    expiresOn: record.expiresOn,
    initialTermMonths: details.initialTermMonths,
    renewalType: record.renewalType,
    renewalTermMonths: details.renewalTermMonths,
    maxRenewals: details.maxRenewals,
    optOutOn: details.optOutOn,
    optOutPeriod: details.optOutPeriod,
    noticeMethod: details.noticeMethod,
    exitNotice: details.exitNotice,
    exitAnchor: details.exitAnchor,
    continuingAfterExpiry: details.continuingAfterExpiry,
    notices,
    terminationOn,
    // Where nothing was written down, nobody can tell: the contract counts as open until a person closes it.
    isSettled: stage === 'completed' || (duties.total > 0 && duties.openObligations + duties.openPayments === 0),
    termPrice: amount?.inclusive ?? null,
  };
}

/** The facts of a contract as the interface holds it. */
export function termFactsOfContract({ summary, record, notices, stageEvents, duties, amount }: Contract): TermFacts {
  return termFactsOf({
    stage: summary.stage,
    record,
    notices: termNoticesOf(notices),
    terminationOn: stageEvents.find(({ to }) => to === 'terminated')?.effectiveOn ?? null,
    duties,
    amount: isWithheld(amount) ? null : amount,
  });
}

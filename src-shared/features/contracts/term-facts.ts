import type { TermFacts } from '../terms/model.ts';
import type { ContractNotice, StageEvent } from './model.ts';
import type { ContractRecord, RecordAmount } from './record.ts';
import type { Stage } from './stage.ts';

export interface TermSources {
  readonly stage: Stage;
  readonly record: ContractRecord;
  readonly notices: readonly ContractNotice[];
  readonly stageEvents: readonly StageEvent[];
  /** Null when it is not known or withheld. */
  readonly amount: RecordAmount | null;
}

/** What the rules of terms look at, out of a contract's record. */
export function termFactsOf({ stage, record, notices, stageEvents, amount }: TermSources): TermFacts {
  const { details } = record;
  return {
    stage,
    signedOn: record.signedOn,
    effectiveOn: record.effectiveOn,
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
    optedOutTerms: notices.flatMap(({ kind, termIndex }) => (kind === 'non_renewal' && termIndex !== null ? [termIndex] : [])),
    terminationOn: stageEvents.find(({ to }) => to === 'terminated')?.effectiveOn ?? null,
    // Obligations and payments are not kept yet: a contract that ended counts as open until a person closes it.
    isSettled: stage === 'completed',
    termPrice: amount?.inclusive ?? null,
  };
}

import { addDays, type Day } from '../../kernel/day.ts';
import { defaultTermPolicy, type TermNotice, type TermPolicy } from '../terms/model.ts';
import type { ContractNotice } from './model.ts';
import type { NoticeMethod } from './record.ts';

/** Whether a kind of notice decides what follows a term. */
export function isOfTerm(kind: ContractNotice['kind']): kind is TermNotice['kind'] {
  return kind === 'non_renewal' || kind === 'exercise';
}

/**
 * The day on which a notice counts: that of its receipt; as long as none is known, the day on which it arrives by the days
 * that its way of sending takes (domain.md, rule 6).
 */
export function arrivalOf({ sentOn, method, receivedOn }: Pick<ContractNotice, 'sentOn' | 'method' | 'receivedOn'>, policy: TermPolicy = defaultTermPolicy): Day {
  if (receivedOn !== null) return receivedOn;
  return method === 'hand' ? sentOn : addDays(sentOn, policy.deliveryDays[travelOf(method)]);
}

export const noticeDayErrors = ['SENT_IN_FUTURE', 'RECEIVED_WRONG'] as const;
export type NoticeDayError = (typeof noticeDayErrors)[number];

/** What can't be of the days of a notice: what has still to go was not given, and nothing comes before it went or after today. */
export function noticeDayError({ sentOn, receivedOn }: Pick<ContractNotice, 'sentOn' | 'receivedOn'>, today: Day): NoticeDayError | null {
  if (sentOn > today) return 'SENT_IN_FUTURE';
  return receivedOn !== null && (receivedOn < sentOn || receivedOn > today) ? 'RECEIVED_WRONG' : null;
}

/** The notices that the rules of terms look at, those that were taken back apart. */
export function termNoticesOf(notices: readonly NoticeOfContract[]): readonly TermNotice[] {
  return notices.flatMap((notice) => {
    const { kind, termIndex, termEndsOn, receivedOn, withdrawnAt } = notice;
    if (withdrawnAt !== null || termIndex === null || !isOfTerm(kind)) return [];
    return [{ kind, term: termIndex, termEndsOn, arrivesOn: arrivalOf(notice), isReceived: receivedOn !== null }];
  });
}

export type NoticeOfContract = Pick<ContractNotice, 'kind' | 'termIndex' | 'termEndsOn' | 'sentOn' | 'method' | 'receivedOn' | 'withdrawnAt'>;

/** A way of sending that the record does not know, such as a courier at home, takes as long as EMS. */
function travelOf(method: string): NoticeMethod {
  return method === 'email' || method === 'courier_abroad' ? method : 'ems';
}

import type { NoticeMethod, NoticePeriod, RenewalType } from '../contracts/record.ts';
import type { Stage } from '../contracts/stage.ts';
import type { Day } from '../../kernel/day.ts';
import type { Money } from '../../kernel/money.ts';

/** What of the facts follows from a contract's terms, so that an amendment may change it. */
export interface TermWording {
  readonly effectiveOn: Day | null;
  /** Whether it takes effect by an approval or a deposit of which no day is known yet. */
  readonly awaitsCondition: boolean;
  readonly expiresOn: Day | null;
  readonly initialTermMonths: number | null;
  readonly renewalType: RenewalType;
  readonly renewalTermMonths: number | null;
  /** Null: without limit. */
  readonly maxRenewals: number | null;
  readonly optOutOn: Day | null;
  readonly optOutPeriod: NoticePeriod | null;
  readonly noticeMethod: NoticeMethod;
  readonly exitNotice: NoticePeriod | null;
  readonly exitAnchor: 'none' | 'month' | 'quarter' | 'term';
  /** What one term costs or brings, where known; for the money that a renewal commits. */
  readonly termPrice: Money | null;
}

/** Terms that hold from a day on; null: since the signature. */
export interface TermPhase {
  readonly from: Day | null;
  readonly wording: TermWording;
}

/** All that the rules of terms need to know of a contract. */
export interface TermFacts extends TermWording {
  readonly stage: Stage;
  readonly signedOn: Day | null;
  readonly continuingAfterExpiry: boolean;
  /** The notices that decide whether a term is followed by another; they count when they arrive in time. */
  readonly notices: readonly TermNotice[];
  /** The day on which a termination takes effect. */
  readonly terminationOn: Day | null;
  /** Whether every obligation and payment is closed. */
  readonly isSettled: boolean;
  /**
   * The terms of an amended contract from the signature on, those agreed for later days too, the earliest first. Empty
   * where nothing was amended: the facts then hold throughout.
   */
  readonly phases: readonly TermPhase[];
  /** Of terms that came into force while a renewed term ran: which one that was, from 0, and the terms that had led to it. */
  readonly renewed?: { readonly index: number; readonly under: TermFacts };
  /** Whether a fixed day for notices is written down that belonged to an end since put off, so that it counts no more. */
  readonly isOptOutSpent?: boolean;
  /** The day from which an amendment that says anew when the contract ends counts the terms from 0 again. */
  readonly countedAnewFrom?: Day;
}

/** A notice that decides what follows a term, counted from 0: not to renew it, or to exercise the option to. */
export interface TermNotice {
  readonly kind: 'non_renewal' | 'exercise';
  readonly term: number;
  /** The last day of that term as it was agreed when the notice was given; null where it isn't known. */
  readonly termEndsOn: Day | null;
  /** The day of receipt; as long as none is known, the day on which it is reckoned to arrive. */
  readonly arrivesOn: Day;
  readonly isReceived: boolean;
}

/** What can be set by the house, with domain.md's defaults in `defaultTermPolicy`. */
export interface TermPolicy {
  /** Days before the end from which a contract counts as expiring. */
  readonly expiringLeadDays: number;
  /** Days before the latest safe day to send from which the notice window is open. */
  readonly noticeLeadDays: number;
  readonly deliveryDays: Readonly<Record<NoticeMethod, number>>;
}

export const defaultTermPolicy: TermPolicy = {
  expiringLeadDays: 90,
  noticeLeadDays: 30,
  deliveryDays: { email: 0, ems: 3, courier_abroad: 7 },
};

export type MissingFact = 'conditionMet' | 'effectiveOn' | 'initialTermMonths' | 'renewalTermMonths' | 'optOutPeriod' | 'optOutAnew';

export interface Term {
  readonly start: Day;
  /** The inclusive last day. */
  readonly end: Day;
}

export type WindowState = 'none' | 'upcoming' | 'open' | 'missed' | 'given';

/** What the rules say of a contract on a day. Days that can't be told are null, and `missing` or `unknownYears` say why. */
export interface TermPlan {
  readonly base: Day | null;
  /** Which term is running, from 0 for the first. */
  readonly index: number;
  readonly term: Term | null;
  /** The last day on which a notice of non-renewal may arrive. For an option: on which it may be exercised. */
  readonly deadline: Day | null;
  /** The last working day on which the notice can be sent and still arrive in time. */
  readonly safeSend: Day | null;
  readonly windowOpens: Day | null;
  readonly window: WindowState;
  /** The notice in time that decides what follows the running term; the window is then `given`. */
  readonly notice: TermNotice | null;
  /** The term that follows if nobody acts; null when none does. */
  readonly next: Term | null;
  readonly committedUntil: Day | null;
  readonly committedAmount: Money | null;
  /** The earliest day on which a notice given today ends the contract; null where it ends by itself before. */
  readonly earliestExit: Day | null;
  /** The facts by which the running term ends: those of today, or of an amendment that takes effect before it is over. */
  readonly inForce: TermFacts;
  /** The days of later amendments that take effect early enough to count, and without which the plan would say something else. */
  readonly agreedFrom: readonly Day[];
  /** The day of an amendment that comes too late: the contract has ended before it. */
  readonly revivedOn: Day | null;
  readonly missing: readonly MissingFact[];
  /** Years whose working days nobody announced yet; what depends on them is left open. */
  readonly unknownYears: readonly number[];
}

/** What time makes of a contract (domain.md, derived status). Never stored. */
export const derivedStatuses = [
  'in_preparation',
  'cancelled',
  'completed',
  'terminated',
  'terminating',
  'superseded',
  'unknown',
  'executed_not_effective',
  'notice_missed_will_renew',
  'notice_window_open',
  'auto_renewing',
  'expiring',
  'expired_unsettled',
  'expired',
  'continuing_after_expiry',
  'evergreen',
  'active',
] as const;
export type DerivedStatus = (typeof derivedStatuses)[number];

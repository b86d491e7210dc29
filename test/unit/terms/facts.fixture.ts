import { calendarOf } from '#shared/features/calendar/rules.ts';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import type { TermFacts, TermNotice } from '#shared/features/terms/model.ts';
import type { Day } from '#shared/kernel/day.ts';

export const day = (text: string): Day => text as Day;

export const calendar = calendarOf(prcYears);

/** A signed contract of one year from 1 January 2026 that renews by itself, with two months' notice. */
export const renewing: TermFacts = {
  stage: 'signed',
  signedOn: day('2025-12-20'),
  effectiveOn: day('2026-01-01'),
  awaitsCondition: false,
  expiresOn: null,
  initialTermMonths: 12,
  renewalType: 'auto',
  renewalTermMonths: 12,
  maxRenewals: null,
  optOutOn: null,
  optOutPeriod: { amount: 2, unit: 'month' },
  noticeMethod: 'ems',
  exitNotice: null,
  exitAnchor: 'none',
  continuingAfterExpiry: false,
  notices: [],
  phases: [],
  terminationOn: null,
  isSettled: true,
  termPrice: { minor: 1_200_000, currency: 'CNY' },
};

/** A notice about the first term of it, received well before the deadline of 31 October 2026. */
export const notice = (over: Partial<TermNotice>): TermNotice => ({ kind: 'non_renewal', term: 0, termEndsOn: day('2026-12-31'), arrivesOn: day('2026-10-01'), isReceived: true, ...over });

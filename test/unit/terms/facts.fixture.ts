import { calendarOf } from '#shared/features/calendar/rules.ts';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import type { TermFacts } from '#shared/features/terms/model.ts';
import type { Day } from '#shared/kernel/day.ts';

export const day = (text: string): Day => text as Day;

export const calendar = calendarOf(prcYears);

/** A signed contract of one year from 1 January 2026 that renews by itself, with two months' notice. */
export const renewing: TermFacts = {
  stage: 'signed',
  signedOn: day('2025-12-20'),
  effectiveOn: day('2026-01-01'),
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
  optedOutTerms: [],
  terminationOn: null,
  isSettled: true,
  termPrice: { minor: 1_200_000, currency: 'CNY' },
};

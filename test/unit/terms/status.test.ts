import { expect, test } from 'vitest';
import type { DerivedStatus, TermFacts } from '#shared/features/terms/model.ts';
import { termPlan } from '#shared/features/terms/rules.ts';
import { statusOn } from '#shared/features/terms/status.ts';
import { calendar, day, notice, renewing } from './facts.fixture.ts';

const fixed: TermFacts = { ...renewing, renewalType: 'none', renewalTermMonths: null, optOutPeriod: null };

const cases: readonly (readonly [DerivedStatus, TermFacts, string])[] = [
  ['in_preparation', { ...renewing, stage: 'in_review' }, '2026-03-01'],
  ['cancelled', { ...renewing, stage: 'cancelled' }, '2026-03-01'],
  ['completed', { ...renewing, stage: 'completed' }, '2026-03-01'],
  ['terminating', { ...renewing, stage: 'terminated', terminationOn: day('2026-04-01') }, '2026-03-01'],
  ['terminated', { ...renewing, stage: 'terminated', terminationOn: day('2026-03-01') }, '2026-03-01'],
  ['superseded', { ...renewing, stage: 'superseded' }, '2026-03-01'],
  ['unknown', { ...fixed, initialTermMonths: null }, '2026-03-01'],
  ['executed_not_effective', renewing, '2025-12-25'],
  ['executed_not_effective', { ...renewing, effectiveOn: null, awaitsCondition: true }, '2026-03-01'],
  ['notice_missed_will_renew', renewing, '2026-11-02'],
  ['notice_window_open', renewing, '2026-10-02'],
  ['notice_window_open', { ...renewing, renewalType: 'option' }, '2026-10-02'],
  ['active', { ...renewing, renewalType: 'option', notices: [notice({ kind: 'exercise' })] }, '2026-12-01'],
  ['auto_renewing', { ...renewing, optOutPeriod: { amount: 3, unit: 'day' } }, '2026-10-15'],
  ['expiring', { ...renewing, notices: [notice({})] }, '2026-10-15'],
  ['expiring', fixed, '2026-10-02'],
  ['active', fixed, '2026-10-01'],
  ['expired_unsettled', { ...fixed, isSettled: false }, '2027-01-01'],
  ['expired', fixed, '2027-01-01'],
  ['expiring', fixed, '2026-12-31'],
  ['continuing_after_expiry', { ...fixed, continuingAfterExpiry: true }, '2027-01-01'],
  ['evergreen', { ...fixed, renewalType: 'evergreen', initialTermMonths: null }, '2036-01-01'],
  ['active', renewing, '2026-03-01'],
];

test.each(cases)('is %s', (status, facts, today) => {
  expect(statusOn(facts, termPlan(facts, calendar, day(today)), day(today)).status).toBe(status);
});

test('an unknown status names the field that would tell', () => {
  const facts = { ...fixed, effectiveOn: null, signedOn: null };
  expect(statusOn(facts, termPlan(facts, calendar, day('2026-03-01')), day('2026-03-01'))).toEqual({ status: 'unknown', missing: 'effectiveOn' });
});

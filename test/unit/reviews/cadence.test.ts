import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksFor, cadenceOf, extraReviews, followingReview, mostFrequent, movedDay, nextOccurrence, occurrenceOn, occurrencesWithin, type CadenceFacts } from '#shared/features/reviews/cadence.ts';
import { cadences, defaultPolicy } from '#shared/features/reviews/policy.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';

const day = (text: string) => text as Day;
const facts = (over: Partial<CadenceFacts> = {}): CadenceFacts => ({ contractType: 'services', recordKind: 'standalone', termMonths: 12, risk: null, amount: null, ...over });
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2000-01-01'), days));
const anyCadence = fc.constantFrom(...cadences);

describe('how often a contract is reviewed', () => {
  test.each([
    ['a short one monthly', facts({ termMonths: 6 }), 'monthly'],
    ['an ordinary one quarterly', facts({ termMonths: 7 }), 'quarterly'],
    ['one without a length quarterly', facts({ termMonths: null }), 'quarterly'],
    ['a long one yearly', facts({ termMonths: 36 }), 'yearly'],
    ['a framework yearly', facts({ recordKind: 'master' }), 'yearly'],
    ['a framework of high risk monthly', facts({ recordKind: 'master', risk: 'high' }), 'monthly'],
    ['a long one of medium risk quarterly', facts({ termMonths: 60, risk: 'medium' }), 'quarterly'],
    ['a short one of low risk monthly all the same', facts({ termMonths: 3, risk: 'low' }), 'monthly'],
  ] as const)('%s', (_, given, expected) => {
    expect(cadenceOf(defaultPolicy, [], given)).toBe(expected);
  });

  test('a type of its own takes the place of the length, and may be never', () => {
    const policy = { ...defaultPolicy, byType: [{ contractType: 'nda' as const, cadence: null }] };
    expect(cadenceOf(policy, [], facts({ contractType: 'nda', termMonths: 3 }))).toBeNull();
    expect(cadenceOf(policy, [], facts({ contractType: 'nda', risk: 'high' }))).toBe('monthly');
  });

  test('a sum counts in its own currency only', () => {
    const bands = [{ fromMinor: 100_000_00, currency: 'CNY' as const, cadence: 'monthly' as const }];
    expect(cadenceOf(defaultPolicy, bands, facts({ amount: { minor: 100_000_00, currency: 'CNY' } }))).toBe('monthly');
    expect(cadenceOf(defaultPolicy, bands, facts({ amount: { minor: 99_999_99, currency: 'CNY' } }))).toBe('quarterly');
    expect(cadenceOf(defaultPolicy, bands, facts({ amount: { minor: 900_000_00, currency: 'USD' } }))).toBe('quarterly');
  });

  test('the more frequent wins, whatever the order', () => {
    fc.assert(fc.property(fc.array(fc.option(anyCadence)), (given) => {
      const best = mostFrequent(given);
      expect(mostFrequent(given.toReversed())).toBe(best);
      expect(given.every((one) => one === null || cadences.indexOf(best ?? 'yearly') <= cadences.indexOf(one))).toBe(true);
    }));
  });
});

describe('the rhythm', () => {
  test('is counted from the anchor, so that a short month shifts nothing', () => {
    expect([1, 2, 3].map((index) => occurrenceOn(day('2026-01-31'), 'monthly', index))).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
  });

  test('the next occurrence is the first that lies after the day', () => {
    fc.assert(fc.property(anyDay, anyCadence, anyDay, (anchor, cadence, after) => {
      const next = nextOccurrence(anchor, cadence, after);
      expect(next.on > after).toBe(true);
      expect(next.on).toBe(occurrenceOn(anchor, cadence, next.index));
      expect(next.index === 1 || occurrenceOn(anchor, cadence, next.index - 1) <= after).toBe(true);
    }));
  });

  test('a review held early does not shift it, and one held late skips what it was late past', () => {
    fc.assert(fc.property(anyDay, anyCadence, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 400 }), (anchor, cadence, index, days) => {
      const dueOn = occurrenceOn(anchor, cadence, index);
      expect(followingReview(anchor, cadence, { dueOn, closedOn: addDays(dueOn, -days), cadence })).toBe(occurrenceOn(anchor, cadence, index + 1));
      const late = followingReview(anchor, cadence, { dueOn, closedOn: addDays(dueOn, days), cadence });
      expect(late > addDays(dueOn, days)).toBe(true);
      expect(nextOccurrence(anchor, cadence, addDays(late, -1)).on).toBe(late);
    }));
  });

  test('that became more frequent does not wait for a review of the rarer one that was held early', () => {
    const early = { dueOn: day('2027-10-01'), closedOn: day('2026-11-23'), cadence: 'yearly' as const };
    expect(followingReview(day('2026-10-01'), 'monthly', early)).toBe('2026-12-01');
    expect(followingReview(day('2026-10-01'), 'yearly', early)).toBe('2028-10-01');
    // Held a week early, it stands for the month's own on the same day.
    const before = { dueOn: day('2027-10-01'), closedOn: day('2027-09-24'), cadence: 'yearly' as const };
    expect(followingReview(day('2026-10-01'), 'monthly', before)).toBe('2027-11-01');
    // And once its day comes, or the rarer rhythm is back, it is not asked for twice.
    const monthly = { dueOn: day('2027-09-01'), closedOn: day('2027-09-01'), cadence: 'monthly' as const };
    expect(followingReview(day('2026-10-01'), 'monthly', monthly, [day('2027-10-01')])).toBe('2027-11-01');
    expect(followingReview(day('2026-10-01'), 'yearly', monthly, [day('2027-10-01')])).toBe('2028-10-01');
  });

  test('a year holds every occurrence that falls in it', () => {
    expect(occurrencesWithin(day('2025-05-31'), 'quarterly', day('2026-02-28'), day('2026-01-01'), day('2026-12-31'))).toEqual(['2026-02-28', '2026-05-31', '2026-08-31', '2026-11-30']);
  });
});

describe('extra reviews', () => {
  const nothing = { safeSendOn: null, amendments: [], overdueObligations: null };
  test('come thirty days before the last safe day to send a notice, and not after it', () => {
    expect(extraReviews(defaultPolicy, { ...nothing, safeSendOn: day('2026-12-31') }, day('2026-11-01'))).toEqual([{ reason: 'safe_send', key: 'safe_send:2026-12-31', dueOn: '2026-12-01' }]);
    expect(extraReviews(defaultPolicy, { ...nothing, safeSendOn: day('2026-12-31') }, day('2026-12-20'))).toMatchObject([{ dueOn: '2026-12-20' }]);
    expect(extraReviews(defaultPolicy, { ...nothing, safeSendOn: day('2026-12-31') }, day('2027-01-01'))).toEqual([]);
  });
  test('come with an amendment that is news, and with two overdue obligations', () => {
    expect(extraReviews(defaultPolicy, { ...nothing, amendments: [{ id: 'a', signedOn: day('2026-11-01') }, { id: 'b', signedOn: day('2020-01-01') }] }, day('2026-11-10'))).toEqual([{ reason: 'amendment', key: 'amendment:a', dueOn: '2026-11-15' }]);
    expect(extraReviews(defaultPolicy, { ...nothing, overdueObligations: 1 }, day('2026-11-10'))).toEqual([]);
    expect(extraReviews(defaultPolicy, { ...nothing, overdueObligations: 2 }, day('2026-11-10'))).toMatchObject([{ reason: 'overdue', key: 'overdue:2026-11' }]);
  });
  test('can be switched off', () => {
    const policy = { ...defaultPolicy, extra: { onAmendment: false, overdueObligations: null, safeSendLeadDays: null } };
    expect(extraReviews(policy, { safeSendOn: day('2026-12-31'), amendments: [{ id: 'a', signedOn: day('2026-11-01') }], overdueObligations: 9 }, day('2026-11-10'))).toEqual([]);
    for (const reason of ['safe_send', 'amendment', 'overdue'] as const) expect([asksFor(policy, reason), asksFor(defaultPolicy, reason)]).toEqual([false, true]);
  });
  test.each([
    ['a planned one goes to the day that is asked for now, earlier or later', 'safe_send', '2026-12-10', '2026-12-01', '2026-12-10'],
    ['one that came due today goes to a day ahead', 'safe_send', '2026-12-10', '2026-11-23', '2026-12-10'],
    ['one ahead is brought forward to today where its day has passed', 'amendment', '2026-11-23', '2026-12-01', '2026-11-23'],
    ['one that has come due waits on where its day has passed', 'safe_send', '2026-11-23', '2026-11-20', null],
    ['one that stands on its day stays', 'safe_send', '2026-12-10', '2026-12-10', null],
    ['what is overdue moves none', 'overdue', '2026-12-10', '2026-12-01', null],
  ] as const)('%s', (_, reason, dueOn, plannedOn, moved) => {
    expect(movedDay({ reason, key: '', dueOn: day(dueOn) }, day(plannedOn), day('2026-11-23'))).toBe(moved);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '#shared/features/calendar/rules.ts';
import type { TermFacts } from '#shared/features/terms/model.ts';
import { termBase, termEnd, termStart } from '#shared/features/terms/one-term.ts';
import { termPlan } from '#shared/features/terms/rules.ts';
import { timelineOf, validThrough } from '#shared/features/terms/timeline.ts';
import { addDays, addMonths, dayParts, daysInMonth, type Day } from '#shared/kernel/day.ts';
import { calendar, day, notice, renewing } from './facts.fixture.ts';

const anyDay = fc
  .tuple(fc.integer({ min: 2000, max: 2060 }), fc.integer({ min: 0, max: 366 }))
  .map(([year, offset]) => addDays(day(`${year}-01-01`), offset));
const months = fc.integer({ min: 1, max: 60 });

describe('rule 1: the base', () => {
  test('is the day of effect, else the day of signing, else nothing', () => {
    expect(termBase(renewing)).toBe('2026-01-01');
    expect(termBase({ ...renewing, effectiveOn: null })).toBe('2025-12-20');
    expect(termBase({ ...renewing, effectiveOn: null, signedOn: null })).toBeNull();
  });

  test('is nothing as long as a condition for taking effect is open, unless an end is written down', () => {
    const waiting: TermFacts = { ...renewing, effectiveOn: null, awaitsCondition: true };
    expect(termPlan(waiting, calendar, day('2026-03-01'))).toMatchObject({ base: null, term: null, missing: ['conditionMet'] });
    expect(termPlan({ ...waiting, expiresOn: day('2026-12-31') }, calendar, day('2026-03-01'))).toMatchObject({ term: { end: '2026-12-31' }, missing: ['conditionMet'] });
  });

  test('has no end after it in an open-ended contract, whatever the record says', () => {
    expect(termPlan({ ...renewing, renewalType: 'evergreen', expiresOn: day('2025-12-31') }, calendar, day('2026-03-01'))).toMatchObject({ term: null, deadline: null, next: null });
  });
});

describe('rules 2 and 3: the end of a term', () => {
  test('is the day before the anniversary, inclusive', () => {
    expect(termEnd(renewing, 0)).toBe('2026-12-31');
    expect(termEnd(renewing, 3)).toBe('2029-12-31');
  });

  test('counted from 31 January month by month does not drift through February', () => {
    const monthly: TermFacts = { ...renewing, effectiveOn: day('2026-01-31'), initialTermMonths: 1, renewalTermMonths: 1 };
    expect([0, 1, 2, 3].map((n) => termEnd(monthly, n))).toEqual(['2026-02-27', '2026-03-30', '2026-04-29', '2026-05-30']);
  });

  test('from 29 February is 27 or 28 February a year later', () => {
    expect(termEnd({ ...renewing, effectiveOn: day('2028-02-29') }, 0)).toBe('2029-02-27');
    expect(termEnd({ ...renewing, effectiveOn: day('2027-03-01') }, 0)).toBe('2028-02-29');
  });

  test('with an end date goes on from that date', () => {
    const dated: TermFacts = { ...renewing, expiresOn: day('2026-06-30'), initialTermMonths: null, renewalTermMonths: 6 };
    expect([0, 1, 2].map((n) => termEnd(dated, n))).toEqual(['2026-06-30', '2026-12-31', '2027-06-30']);
  });

  test('always lies on the anchor’s day of the month, or on the last day of a shorter one', () => {
    fc.assert(
      fc.property(anyDay, months, months, fc.integer({ min: 0, max: 24 }), (effectiveOn, initialTermMonths, renewalTermMonths, n) => {
        const end = termEnd({ ...renewing, effectiveOn, initialTermMonths, renewalTermMonths }, n);
        const { year, month, day: after } = dayParts(addDays(end ?? effectiveOn, 1));
        expect(after).toBe(Math.min(dayParts(effectiveOn).day, daysInMonth(year, month)));
      }),
    );
  });

  test('meets the start of the next term without a gap or an overlap', () => {
    fc.assert(
      fc.property(anyDay, months, months, fc.integer({ min: 0, max: 24 }), (effectiveOn, initialTermMonths, renewalTermMonths, n) => {
        const facts = { ...renewing, effectiveOn, initialTermMonths, renewalTermMonths };
        expect(termStart(facts, n + 1)).toBe(addDays(termEnd(facts, n) as Day, 1));
      }),
    );
  });
});

describe('rule 4: the running term', () => {
  test('is the smallest whose end is not before today', () => {
    fc.assert(
      fc.property(anyDay, months, months, fc.integer({ min: 0, max: 4000 }), (effectiveOn, initialTermMonths, renewalTermMonths, later) => {
        const facts = { ...renewing, effectiveOn, initialTermMonths, renewalTermMonths };
        const today = addDays(effectiveOn, later);
        const { index, term } = termPlan(facts, calendar, today);
        expect((term?.end ?? '') >= today).toBe(true);
        if (index > 0) expect((termEnd(facts, index - 1) as Day) < today).toBe(true);
      }),
    );
  });

  test('is the last that the contract allows once the renewals are used up', () => {
    const plan = termPlan({ ...renewing, maxRenewals: 1 }, calendar, day('2030-05-01'));
    expect(plan).toMatchObject({ index: 1, term: { end: '2027-12-31' }, next: null, window: 'none' });
  });

  test('does not go on after a term for which somebody opted out', () => {
    expect(termPlan({ ...renewing, notices: [notice({})] }, calendar, day('2026-12-01'))).toMatchObject({ window: 'given', next: null });
    expect(termPlan({ ...renewing, notices: [notice({})] }, calendar, day('2027-03-01')).index).toBe(0);
  });

  test('goes on after a notice that arrives too late, received or not', () => {
    for (const isReceived of [true, false]) {
      expect(termPlan({ ...renewing, notices: [notice({ arrivesOn: day('2026-11-01'), isReceived })] }, calendar, day('2026-12-01'))).toMatchObject({ window: 'missed', notice: null, next: { end: '2027-12-31' } });
      expect(termPlan({ ...renewing, notices: [notice({ arrivesOn: day('2026-10-31'), isReceived })] }, calendar, day('2026-12-01'))).toMatchObject({ window: 'given', notice: { isReceived }, next: null });
    }
  });

  test('follows an option only where it was exercised in time', () => {
    const option: TermFacts = { ...renewing, renewalType: 'option', maxRenewals: 1 };
    expect(termPlan({ ...option, notices: [notice({})] }, calendar, day('2026-12-01'))).toMatchObject({ index: 0, window: 'missed', notice: null, next: null });
    const exercised = { ...option, notices: [notice({ kind: 'exercise' })] };
    expect(termPlan(exercised, calendar, day('2026-12-01'))).toMatchObject({ index: 0, window: 'given', next: { end: '2027-12-31' } });
    expect(termPlan(exercised, calendar, day('2027-12-01'))).toMatchObject({ index: 1, window: 'none', next: null });
    expect(termPlan({ ...option, notices: [notice({ kind: 'exercise', arrivesOn: day('2026-11-01') })] }, calendar, day('2027-12-01')).index).toBe(0);
  });

  test('is the first for a contract that does not renew', () => {
    expect(termPlan({ ...renewing, renewalType: 'none' }, calendar, day('2031-01-01'))).toMatchObject({ index: 0, next: null, deadline: null });
  });
});

describe('rules 5 and 6: the deadline and the last safe day to send', () => {
  test('counts months back from the day after the end', () => {
    expect(termPlan(renewing, calendar, day('2026-03-01')).deadline).toBe('2026-10-31');
    const short = { ...renewing, effectiveOn: day('2025-03-31'), optOutPeriod: { amount: 1, unit: 'month' } } as const;
    expect(termPlan(short, calendar, day('2025-06-01'))).toMatchObject({ term: { end: '2026-03-30' }, deadline: '2026-02-27' });
  });

  test('counts days back from the end', () => {
    expect(termPlan({ ...renewing, optOutPeriod: { amount: 30, unit: 'day' } }, calendar, day('2026-03-01')).deadline).toBe('2026-12-01');
  });

  test('counts working days back over National Day, make-up workdays included', () => {
    const facts = { ...renewing, expiresOn: day('2026-10-12'), optOutPeriod: { amount: 3, unit: 'workingDay' } } as const;
    // 10 October 2026 is a Saturday that is worked, 1 to 7 October are off: back over 10, 9 and 8 October.
    expect(termPlan(facts, calendar, day('2026-03-01')).deadline).toBe('2026-10-08');
  });

  test('a fixed day stands for the first term', () => {
    expect(termPlan({ ...renewing, optOutOn: day('2026-09-15') }, calendar, day('2026-03-01')).deadline).toBe('2026-09-15');
  });

  test('the day to send leaves room for delivery and is a working day', () => {
    // 31 October 2026 is a Saturday; three days before is Wednesday the 28th.
    expect(termPlan(renewing, calendar, day('2026-03-01')).safeSend).toBe('2026-10-28');
    expect(termPlan({ ...renewing, noticeMethod: 'email' }, calendar, day('2026-03-01')).safeSend).toBe('2026-10-30');
    expect(termPlan({ ...renewing, noticeMethod: 'courier_abroad' }, calendar, day('2026-03-01')).safeSend).toBe('2026-10-23');
  });

  test('the deadline never lies after the end, the day to send never after the deadline', () => {
    const unit = fc.constantFrom('day' as const, 'month' as const);
    fc.assert(
      fc.property(anyDay, months, fc.integer({ min: 1, max: 24 }), unit, (effectiveOn, initialTermMonths, amount, period) => {
        const facts = { ...renewing, effectiveOn, initialTermMonths, optOutPeriod: { amount, unit: period } };
        const { deadline, safeSend, term } = termPlan(facts, calendar, effectiveOn);
        expect((deadline as Day) <= (term?.end as Day)).toBe(true);
        if (safeSend !== null) expect(safeSend <= (deadline as Day)).toBe(true);
      }),
    );
  });

  test('in a year without a calendar is left open, and the year is named', () => {
    const plan = termPlan({ ...renewing, optOutPeriod: { amount: 5, unit: 'workingDay' } }, calendarOf([]), day('2026-03-01'));
    expect(plan).toMatchObject({ deadline: null, safeSend: null, unknownYears: [2026] });
    const counted = termPlan(renewing, calendarOf([]), day('2026-03-01'));
    expect(counted).toMatchObject({ deadline: '2026-10-31', safeSend: null, window: 'upcoming', unknownYears: [2026] });
  });
});

describe('rule 7: the window', () => {
  test.each([
    ['2026-09-27', 'upcoming'],
    ['2026-09-28', 'open'],
    ['2026-10-31', 'open'],
    ['2026-11-01', 'missed'],
  ])('on %s is %s', (today, window) => {
    expect(termPlan(renewing, calendar, day(today)).window).toBe(window);
  });

  test('once it is missed, the next term is committed with its price', () => {
    expect(termPlan(renewing, calendar, day('2026-11-01'))).toMatchObject({
      committedUntil: '2027-12-31',
      committedAmount: { minor: 1_200_000, currency: 'CNY' },
      next: { start: '2027-01-01', end: '2027-12-31' },
    });
    expect(termPlan(renewing, calendar, day('2026-10-01')).committedUntil).toBe('2026-12-31');
  });

  test.each([
    ['a year after three', { initialTermMonths: 36 }, '2028-11-15', 400_000],
    ['two years after one', { renewalTermMonths: 24 }, '2026-11-15', 2_400_000],
    ['a year after three that end on a day', { initialTermMonths: null, expiresOn: day('2028-12-31') }, '2028-11-15', 400_000],
    ['a year after a first one that began some days early', { effectiveOn: null, initialTermMonths: null, expiresOn: day('2026-12-31') }, '2026-11-15', 1_200_000],
    ['a year after some days', { effectiveOn: day('2026-12-20'), initialTermMonths: null, expiresOn: day('2026-12-31') }, '2026-12-25', 1_200_000],
  ] as const)('%s costs what such a term costs', (_, over, today, minor) => {
    expect(termPlan({ ...renewing, ...over }, calendar, day(today)).committedAmount).toEqual({ minor, currency: 'CNY' });
  });
});

describe('rule 8: an option to extend', () => {
  test('has the same deadline, and lapses in silence', () => {
    const plan = termPlan({ ...renewing, renewalType: 'option' }, calendar, day('2026-11-05'));
    expect(plan).toMatchObject({ deadline: '2026-10-31', window: 'missed', next: null, committedUntil: '2026-12-31' });
  });
});

describe('rule 9: leaving early', () => {
  const exit = { ...renewing, exitNotice: { amount: 30, unit: 'day' } } as const;

  test.each([
    ['none', '2026-04-14'],
    ['month', '2026-04-30'],
    ['quarter', '2026-06-30'],
    ['term', '2026-12-31'],
  ] as const)('with notice to the %s ends on %s', (exitAnchor, earliest) => {
    expect(termPlan({ ...exit, exitAnchor }, calendar, day('2026-03-15')).earliestExit).toBe(earliest);
  });

  test('is no way out of a contract that is over before the notice is', () => {
    const ending = { ...exit, renewalType: 'none' } as const;
    const exitOn = (facts: TermFacts, today: string) => termPlan(facts, calendar, day(today)).earliestExit;
    expect([exitOn(ending, '2026-12-01'), exitOn(ending, '2026-12-02'), exitOn(ending, '2027-03-01')]).toEqual(['2026-12-31', null, null]);
    expect(exitOn({ ...exit, notices: [notice({})] }, '2026-12-15')).toBeNull();
    expect(exitOn(exit, '2026-12-15')).toBe('2027-01-14');
    expect(exitOn({ ...ending, continuingAfterExpiry: true }, '2027-03-01')).toBe('2027-03-31');
  });

  test('to the end of a quarter finds the quarter of every month', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const end = termPlan({ ...exit, exitAnchor: 'quarter' }, calendar, today).earliestExit as Day;
        expect(['03-31', '06-30', '09-30', '12-31']).toContain(end.slice(5));
        expect(end >= addDays(today, 30) && end < addMonths(addDays(today, 31), 3)).toBe(true);
      }),
    );
  });
});

test('what is missing is named', () => {
  const bare = { ...renewing, effectiveOn: null, signedOn: null, initialTermMonths: null, renewalTermMonths: null, optOutPeriod: null };
  const plan = termPlan(bare, calendar, day('2026-03-01'));
  expect(plan.missing).toEqual(['effectiveOn', 'initialTermMonths', 'renewalTermMonths', 'optOutPeriod']);
  expect(plan).toMatchObject({ term: null, deadline: null, next: null });
});

test('the time line has its points in order, today among them', () => {
  const plan = termPlan(renewing, calendar, day('2026-10-15'));
  expect(timelineOf(plan, day('2026-10-15')).map(({ kind }) => kind)).toEqual([
    'termStart', 'windowOpens', 'today', 'safeSend', 'deadline', 'termEnd', 'nextStart', 'nextEnd',
  ]);
});

test('the dates of a plan stay right through the day that is said, and not always longer', () => {
  fc.assert(
    fc.property(anyDay, months, fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 }), (effectiveOn, initialTermMonths, first, later) => {
      const facts = { ...renewing, effectiveOn, initialTermMonths };
      const now = termPlan(facts, calendar, addDays(effectiveOn, first));
      const then = addDays(effectiveOn, first + later);
      if (then > validThrough(now)) return;
      expect(termPlan(facts, calendar, then)).toMatchObject({ term: now.term, deadline: now.deadline, safeSend: now.safeSend });
    }),
  );
  expect(validThrough(termPlan(renewing, calendar, day('2026-05-01')))).toBe('2026-12-31');
});

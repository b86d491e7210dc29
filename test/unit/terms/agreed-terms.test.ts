import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TermFacts, TermPhase, TermWording } from '#shared/features/terms/model.ts';
import { lastDayOf, termPlan } from '#shared/features/terms/rules.ts';
import { statusOn } from '#shared/features/terms/status.ts';
import { validThrough } from '#shared/features/terms/timeline.ts';
import { addDays, addMonths, type Day } from '#shared/kernel/day.ts';
import { calendar, day, notice, renewing } from './facts.fixture.ts';

const fixed: TermFacts = { ...renewing, renewalType: 'none', optOutPeriod: null };

/** A contract as signed, with what is agreed from later days on, each change laid over those before it. */
function amended(signed: TermFacts, ...changes: readonly (readonly [from: string, change: Partial<TermWording>])[]): TermFacts {
  const phases: TermPhase[] = [{ from: null, wording: wordingOf(signed) }];
  for (const [from, change] of changes) phases.push({ from: day(from), wording: { ...(phases.at(-1)?.wording ?? wordingOf(signed)), ...change } });
  return { ...signed, phases };
}

function wordingOf({ effectiveOn, awaitsCondition, expiresOn, initialTermMonths, renewalType, renewalTermMonths, maxRenewals, optOutOn, optOutPeriod, noticeMethod, exitNotice, exitAnchor, termPrice }: TermFacts): TermWording {
  return { effectiveOn, awaitsCondition, expiresOn, initialTermMonths, renewalType, renewalTermMonths, maxRenewals, optOutOn, optOutPeriod, noticeMethod, exitNotice, exitAnchor, termPrice };
}

const plan = (facts: TermFacts, today: string) => termPlan(facts, calendar, day(today));
const status = (facts: TermFacts, today: string) => statusOn(facts, plan(facts, today), day(today)).status;

describe('an extension that is agreed', () => {
  test.each(['2026-12-01', '2026-12-31', '2027-01-01'])('and takes effect on %s keeps the contract from ending', (from) => {
    const extended = amended(fixed, [from, { expiresOn: day('2027-12-31') }]);
    expect(plan(extended, '2026-11-20')).toMatchObject({ term: { start: '2026-01-01', end: '2027-12-31' }, next: null, committedUntil: '2027-12-31', agreedFrom: [from], revivedOn: null });
    expect(status(extended, '2026-11-20')).toBe('active');
    expect(status(fixed, '2026-11-20')).toBe('expiring');
  });

  test('for a day after the end leaves a gap, and the plan says so', () => {
    const late = amended(fixed, ['2027-01-02', { expiresOn: day('2027-12-31') }]);
    expect(plan(late, '2026-11-20')).toMatchObject({ term: { end: '2026-12-31' }, agreedFrom: [], revivedOn: '2027-01-02' });
    expect(status(late, '2026-11-20')).toBe('expiring');
    expect(plan(late, '2027-01-01')).toMatchObject({ term: { end: '2026-12-31' }, revivedOn: '2027-01-02' });
    expect(plan(late, '2027-01-02')).toMatchObject({ term: { end: '2027-12-31' }, revivedOn: null });
  });

  test('twice in a row runs to the end of the second', () => {
    const twice = amended(fixed, ['2027-01-01', { expiresOn: day('2027-06-30') }], ['2027-07-01', { expiresOn: day('2028-06-30') }]);
    expect(plan(twice, '2026-11-20')).toMatchObject({ term: { end: '2028-06-30' }, agreedFrom: ['2027-01-01', '2027-07-01'] });
    expect(plan(twice, '2027-03-01')).toMatchObject({ term: { end: '2028-06-30' }, agreedFrom: ['2027-07-01'] });
    expect(lastDayOf(plan(twice, '2026-11-20'), calendar)).toBe('2028-06-30');
  });

  test('is said to be counted in, and an amendment of the sum alone only where the plan names the sum', () => {
    const dearer = { termPrice: { minor: 1_500_000, currency: 'CNY' } } as const;
    expect(plan(amended(fixed, ['2026-12-01', dearer]), '2026-11-20').agreedFrom).toEqual([]);
    expect(plan(amended(fixed, ['2026-12-01', dearer], ['2026-12-15', { expiresOn: day('2027-12-31') }]), '2026-11-20').agreedFrom).toEqual(['2026-12-15']);
    expect(plan(amended(fixed, ['2026-12-01', { expiresOn: day('2027-12-31') }], ['2026-12-15', dearer]), '2026-11-20').agreedFrom).toEqual(['2026-12-01']);
    expect(plan(amended(renewing, ['2026-12-01', dearer]), '2026-11-20')).toMatchObject({ committedAmount: dearer.termPrice, agreedFrom: ['2026-12-01'] });
  });

  test('of the sum of a renewed term is that term’s price, and one of the first term’s is counted on', () => {
    const long = { ...renewing, initialTermMonths: 36 };
    const dearer = { termPrice: { minor: 450_000, currency: 'CNY' } } as const;
    expect(plan(amended(long, ['2029-01-01', dearer]), '2028-11-20').committedAmount).toEqual(dearer.termPrice);
    expect(plan(amended(long, ['2029-03-01', dearer]), '2029-11-20').committedAmount).toEqual(dearer.termPrice);
    expect(plan(amended(long, ['2029-03-01', dearer], ['2029-06-01', { noticeMethod: 'email' }]), '2029-11-20').committedAmount).toEqual(dearer.termPrice);
    expect(plan(amended(long, ['2028-03-01', dearer]), '2028-11-20').committedAmount).toEqual({ minor: 150_000, currency: 'CNY' });
  });

  test('moves the deadline for notice with the end', () => {
    const extended = amended(renewing, ['2027-01-01', { expiresOn: day('2027-06-30') }]);
    expect(plan(extended, '2026-10-20')).toMatchObject({ term: { end: '2027-06-30' }, deadline: '2027-04-30', window: 'upcoming', next: { start: '2027-07-01', end: '2028-06-30' } });
  });

  test('in the next term only leaves this one as it is, and says to when the next one commits and for how much', () => {
    const dearer = amended(renewing, ['2027-01-01', { termPrice: { minor: 1_500_000, currency: 'CNY' } }], ['2027-03-01', { expiresOn: day('2028-06-30') }]);
    const missed = plan(dearer, '2026-12-01');
    expect(missed).toMatchObject({ term: { end: '2026-12-31' }, window: 'missed', next: { start: '2027-01-01', end: '2028-06-30' }, committedUntil: '2028-06-30', committedAmount: { minor: 1_500_000 } });
    expect(missed.agreedFrom).toEqual(['2027-01-01', '2027-03-01']);
    expect(validThrough(missed)).toBe('2026-12-31');
  });

  test('does not end by terms that are in force only later', () => {
    const shortened = amended({ ...fixed, expiresOn: day('2027-12-31') }, ['2027-06-01', { expiresOn: day('2026-01-31') }]);
    expect(plan(shortened, '2026-11-20').term?.end).toBe('2027-05-31');
  });
});

describe('another way of renewing', () => {
  test('agreed for after the present deadline is what follows the term', () => {
    const ended = amended(renewing, ['2026-12-15', { renewalType: 'none' }]);
    expect(plan(ended, '2026-12-01')).toMatchObject({ term: { end: '2026-12-31' }, window: 'none', next: null, committedUntil: '2026-12-31' });
    expect(status(ended, '2026-12-01')).toBe('expiring');
    const renewed = amended(fixed, ['2026-12-15', { renewalType: 'auto', optOutPeriod: { amount: 10, unit: 'day' } }]);
    expect(plan(renewed, '2026-12-01')).toMatchObject({ deadline: '2026-12-21', window: 'open', next: { end: '2027-12-31' } });
  });

  test('makes an endless contract one with a last day, and the other way round', () => {
    const endless: TermFacts = { ...renewing, renewalType: 'evergreen' };
    const closed = amended(endless, ['2027-05-01', { renewalType: 'none', expiresOn: day('2028-12-31') }]);
    expect(plan(closed, '2026-11-20').term?.end).toBe('2028-12-31');
    expect(status(closed, '2026-11-20')).toBe('active');
    const opened = amended(fixed, ['2026-12-01', { renewalType: 'evergreen' }]);
    expect(plan(opened, '2026-11-20').term).toBeNull();
    expect(status(opened, '2026-11-20')).toBe('evergreen');
    expect(lastDayOf(plan(opened, '2026-11-20'), calendar)).toBeNull();
  });

  test('counts for the last day of a contract that renews a few times', () => {
    const limited = amended({ ...renewing, maxRenewals: 1 }, ['2027-08-01', { maxRenewals: 2 }]);
    expect(lastDayOf(plan(limited, '2026-11-20'), calendar)).toBe('2028-12-31');
    expect(lastDayOf(plan({ ...renewing, maxRenewals: 1 }, '2026-11-20'), calendar)).toBe('2027-12-31');
  });
});

describe('agreed while a renewed term runs,', () => {
  test('another length of renewals counts from the end of that term', () => {
    const shorter = amended(renewing, ['2027-06-01', { renewalTermMonths: 9 }]);
    for (const today of ['2027-05-01', '2027-06-01', '2027-12-31']) {
      expect(plan(shorter, today)).toMatchObject({ index: 1, term: { start: '2027-01-01', end: '2027-12-31' }, next: { start: '2028-01-01', end: '2028-09-30' } });
    }
    expect(plan(shorter, '2028-10-01')).toMatchObject({ index: 3, term: { start: '2028-10-01', end: '2029-06-30' } });
    const twice = amended(renewing, ['2027-06-01', { renewalTermMonths: 9 }], ['2028-02-01', { renewalTermMonths: 2 }]);
    expect(plan(twice, '2028-09-30')).toMatchObject({ index: 2, term: { start: '2028-01-01', end: '2028-09-30' }, next: { end: '2028-11-30' } });
  });

  test('that it renews no more, or no more often, ends with that term and not before', () => {
    for (const what of [{ renewalType: 'none' }, { renewalType: 'none', renewalTermMonths: null }, { maxRenewals: 0 }] satisfies Partial<TermWording>[]) {
      const last = amended(renewing, ['2028-06-01', what]);
      expect(plan(last, '2028-06-01')).toMatchObject({ index: 2, term: { start: '2028-01-01', end: '2028-12-31' }, window: 'none', next: null });
      expect(plan(last, '2029-01-01').term?.end).toBe('2028-12-31');
      expect(status(last, '2028-06-01')).toBe('active');
    }
  });

  test('what leaves the length as it was leaves the terms where they would be', () => {
    const monthly: TermFacts = { ...renewing, effectiveOn: day('2025-12-31'), initialTermMonths: 1, renewalTermMonths: 1, optOutPeriod: { amount: 5, unit: 'day' } };
    const limited = amended(monthly, ['2026-02-10', { maxRenewals: 40 }]);
    for (const today of ['2026-02-10', '2026-03-15', '2026-03-30', '2026-06-30']) expect(plan(limited, today).term).toEqual(plan(monthly, today).term);
  });

  test('a new end is counted from anew', () => {
    const extended = amended(renewing, ['2027-06-01', { expiresOn: day('2029-03-31'), renewalTermMonths: 6 }]);
    expect(plan(extended, '2027-06-01')).toMatchObject({ term: { end: '2029-03-31' }, next: { end: '2029-09-30' } });
  });
});

describe('a notice about a term before the terms are counted anew', () => {
  const extended = (over: Partial<TermFacts>) => amended({ ...renewing, ...over }, ['2027-06-01', { expiresOn: day('2028-06-30') }]);

  test('keeps no later term from being renewed', () => {
    // Not to renew after 2026, and an extension that was agreed on nevertheless, before that end or after it.
    const given = notice({ termEndsOn: day('2026-12-31') });
    const agreed = amended({ ...renewing, notices: [given] }, ['2027-01-01', { expiresOn: day('2027-12-31') }]);
    expect(plan(agreed, '2027-03-01')).toMatchObject({ term: { end: '2027-12-31' }, window: 'upcoming', notice: null, next: { end: '2028-12-31' } });
    expect(plan(extended({ notices: [given] }), '2027-08-01')).toMatchObject({ term: { end: '2028-06-30' }, notice: null, next: { end: '2029-06-30' } });
    // Before the extension takes effect it ends the contract.
    expect(plan({ ...renewing, notices: [given] }, '2026-11-20')).toMatchObject({ window: 'given', next: null });
  });

  test('and one about the extended term does, whenever it was sent', () => {
    for (const arrivesOn of ['2027-05-20', '2028-03-01']) {
      expect(plan(extended({ notices: [notice({ termEndsOn: day('2028-06-30'), arrivesOn: day(arrivesOn) })] }), '2028-03-02')).toMatchObject({ window: 'given', next: null });
    }
  });

  test('of which nobody wrote down the term counts from the amendment on', () => {
    const early = notice({ termEndsOn: null, arrivesOn: day('2027-05-31') });
    expect(plan(extended({ notices: [early] }), '2028-03-02').notice).toBeNull();
    expect(plan(extended({ notices: [{ ...early, arrivesOn: day('2027-06-01') }] }), '2028-03-02')).toMatchObject({ window: 'given' });
  });

  test('exercises no option to renew twice', () => {
    const option: TermFacts = { ...renewing, renewalType: 'option' };
    const exercised = { ...option, notices: [notice({ kind: 'exercise', termEndsOn: day('2026-12-31') })] };
    const longer = amended(exercised, ['2027-06-01', { expiresOn: day('2028-06-30') }]);
    expect(plan(exercised, '2027-03-01')).toMatchObject({ index: 1, term: { end: '2027-12-31' } });
    expect(plan(longer, '2028-01-01')).toMatchObject({ index: 0, term: { end: '2028-06-30' }, notice: null, next: null });
    expect(plan(longer, '2028-07-01').term?.end).toBe('2028-06-30');
  });

  test('is about the same term where the amendment leaves its end', () => {
    const named = amended({ ...renewing, notices: [notice({ term: 1, termEndsOn: day('2027-12-31'), arrivesOn: day('2027-03-01') })] }, ['2027-06-01', { expiresOn: day('2027-12-31') }]);
    expect(plan(named, '2027-08-01')).toMatchObject({ index: 0, term: { end: '2027-12-31' }, window: 'given', next: null });
  });
});

describe('a fixed day for notices', () => {
  const onDay: TermFacts = { ...renewing, optOutOn: day('2026-10-31'), optOutPeriod: null };

  test('counts no longer once the end that it belonged to is put off', () => {
    const longer = amended(onDay, ['2026-12-01', { expiresOn: day('2027-12-31') }]);
    expect(plan(onDay, '2026-12-02')).toMatchObject({ deadline: '2026-10-31', window: 'missed' });
    expect(plan(longer, '2026-12-02')).toMatchObject({ deadline: null, window: 'none', missing: ['optOutAnew'], next: { end: '2028-12-31' } });
    expect(status(longer, '2026-12-02')).toBe('active');
    // A later amendment of something else doesn't bring it back.
    const dearer = amended(onDay, ['2026-12-01', { expiresOn: day('2027-12-31') }], ['2027-02-01', { noticeMethod: 'email' }], ['2027-03-01', { expiresOn: day('2028-03-31') }]);
    expect(plan(dearer, '2027-04-01')).toMatchObject({ term: { end: '2028-03-31' }, deadline: null, missing: ['optOutAnew'] });
  });

  test('gives way to the period of notice where there is one', () => {
    const longer = amended({ ...onDay, optOutPeriod: { amount: 2, unit: 'month' } }, ['2026-12-01', { expiresOn: day('2027-12-31') }]);
    expect(plan(longer, '2026-12-02')).toMatchObject({ deadline: '2027-10-31', missing: [] });
  });

  test('that is agreed with the new end counts, and so does one that lies after the former end', () => {
    expect(plan(amended(onDay, ['2026-12-01', { expiresOn: day('2027-12-31'), optOutOn: day('2027-09-30') }]), '2026-12-02')).toMatchObject({ deadline: '2027-09-30', missing: [] });
    expect(plan(amended({ ...onDay, optOutOn: day('2027-09-30') }, ['2026-12-01', { expiresOn: day('2027-12-31') }]), '2026-12-02').deadline).toBe('2027-09-30');
  });

  test('stays where the end is brought forward or left', () => {
    expect(plan(amended(onDay, ['2026-09-01', { expiresOn: day('2026-11-30') }]), '2026-09-15').deadline).toBe('2026-10-31');
    expect(plan(amended(onDay, ['2026-09-01', { noticeMethod: 'email' }]), '2026-09-15').deadline).toBe('2026-10-31');
  });

  test('to exercise an option is asked for anew, too', () => {
    expect(plan(amended({ ...onDay, renewalType: 'option' }, ['2026-12-01', { expiresOn: day('2027-12-31') }]), '2026-12-02')).toMatchObject({ deadline: null, missing: ['optOutAnew'] });
  });
});

describe('another period of notice', () => {
  const shorter = amended(renewing, ['2026-12-01', { optOutPeriod: { amount: 10, unit: 'day' } }]);
  const longer = amended(renewing, ['2026-10-15', { optOutPeriod: { amount: 3, unit: 'month' } }]);

  test('agreed for after the present deadline opens the way out again', () => {
    expect(plan(shorter, '2026-11-20')).toMatchObject({ deadline: '2026-12-21', window: 'open' });
    expect(plan({ ...shorter, notices: [notice({ arrivesOn: day('2026-12-21') })] }, '2026-12-22')).toMatchObject({ window: 'given', next: null });
  });

  test('whose deadline passed before it takes effect leaves the one that stands until then', () => {
    expect(plan(longer, '2026-10-01')).toMatchObject({ deadline: '2026-10-14', window: 'open' });
    expect(plan(longer, '2026-10-15')).toMatchObject({ deadline: '2026-10-14', window: 'missed' });
  });

  test('does not undo a notice that arrived in time before it', () => {
    const given = { ...longer, notices: [notice({ arrivesOn: day('2026-10-14') })] };
    for (const today of ['2026-10-01', '2026-10-15', '2026-12-31', '2027-06-01']) expect(plan(given, today)).toMatchObject({ index: 0, window: 'given', next: null });
    const late = { ...longer, notices: [notice({ arrivesOn: day('2026-10-15') })] };
    expect(plan(late, '2026-12-01')).toMatchObject({ window: 'missed', notice: null });
  });

  test('that begins before the present deadline and can be kept is the one that counts', () => {
    const early = amended(renewing, ['2026-09-01', { optOutPeriod: { amount: 3, unit: 'month' } }]);
    expect(plan(early, '2026-08-01')).toMatchObject({ deadline: '2026-09-30' });
  });
});

test('a notice that ends it today is given under today’s terms', () => {
  const freed = amended(fixed, ['2026-12-01', { exitNotice: { amount: 10, unit: 'day' } }]);
  expect(plan(freed, '2026-11-20').earliestExit).toBeNull();
  expect(plan(freed, '2026-12-01').earliestExit).toBe('2026-12-11');
});

test('terms that no amendment changes are those of a contract that was never amended', () => {
  const same = amended(renewing, ['2026-08-01', {}], ['2027-03-01', {}]);
  const { inForce: one, agreedFrom: _, ...told } = plan(same, '2026-05-01');
  const { inForce: other, agreedFrom: __, ...expected } = plan(renewing, '2026-05-01');
  expect(told).toEqual(expected);
  expect({ ...one, phases: [] }).toEqual(other);
});

const change = fc.record(
  {
    expiresOn: fc.integer({ min: 200, max: 1500 }).map((days) => addDays(day('2026-01-01'), days)),
    renewalType: fc.constantFrom('none' as const, 'auto' as const),
    optOutPeriod: fc.integer({ min: 1, max: 120 }).map((amount) => ({ amount, unit: 'day' as const })),
    maxRenewals: fc.constantFrom(null, 0, 1, 3),
    renewalTermMonths: fc.constantFrom(null, 2, 9, 12, 18),
  },
  { requiredKeys: [] },
);
const history = fc
  .tuple(fc.constantFrom(renewing, fixed), fc.array(fc.tuple(fc.integer({ min: 10, max: 1200 }), change), { maxLength: 3 }))
  .map(([signed, changes]) => amended(signed, ...changes.toSorted(([one], [other]) => one - other).map(([days, what]) => [addDays(day('2026-01-01'), days), what] as const)));

/** What somebody would say on a day who knows nothing of what is agreed for later ones. */
function plainly(facts: TermFacts, on: Day) {
  return termPlan({ ...facts, phases: facts.phases.filter(({ from }) => from === null || from <= on) }, calendar, on);
}

test('the end that is told beforehand is the one that comes: the term runs on every day until it, by the terms of that day', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 900 }), (facts, first, later) => {
      const today = addDays(day('2026-01-01'), first);
      const told = termPlan(facts, calendar, today);
      if (told.term === null || told.term.end < today) return;
      const on = addDays(today, later);
      if (on <= told.term.end) expect((plainly(facts, on).term?.end ?? on) >= on).toBe(true);
      // Where nothing follows it, it is over on the day after, by the terms of that day.
      else if (told.next === null && told.revivedOn === null) expect((plainly(facts, on).term?.end ?? on) < on).toBe(true);
      else if (told.next !== null && on === told.next.start) expect(plainly(facts, on).term?.end).toBeDefined();
    }),
  );
});

test('the dates that are told stay right through the day that is said, whatever takes effect until then', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 900 }), (facts, first, later) => {
      const today = addDays(day('2026-01-01'), first);
      const now = termPlan(facts, calendar, today);
      const then = addDays(today, later);
      // Terms that end a contract before they take effect are entered, and its dates with them, on their day.
      const isBackdated = facts.phases.some(({ from, wording }) => from !== null && from > today && wording.expiresOn !== null && wording.expiresOn < addDays(from, -1));
      if (isBackdated || now.revivedOn !== null || then > validThrough(now)) return;
      expect(termPlan(facts, calendar, then)).toMatchObject({ term: { end: now.term?.end }, deadline: now.deadline, safeSend: now.safeSend });
    }),
  );
});

test('whatever is agreed of renewals lets the term that runs come to its end, and the next one begins on the day after', () => {
  const renewals = fc.record({ renewalTermMonths: fc.constantFrom(1, 2, 5, 9, 12, 18), renewalType: fc.constantFrom('none' as const, 'auto' as const), maxRenewals: fc.constantFrom(null, 0, 2, 40) });
  fc.assert(
    fc.property(fc.integer({ min: 366, max: 3_000 }), fc.array(renewals, { minLength: 1, maxLength: 3 }), (after, agreed) => {
      const first = addDays(day('2026-01-01'), after);
      const facts = amended(renewing, ...agreed.map((what, at) => [addDays(first, 40 * at), what] as const));
      for (const [at] of agreed.entries()) {
        const on = addDays(first, 40 * at);
        const former = plainly(facts, addDays(on, -1));
        if (former.term === null || former.term.end < on) continue;
        const now = plainly(facts, on);
        expect(now.term).toEqual(former.term);
        expect(now.index).toBe(former.index);
        if (now.next !== null) expect(now.next.end).toBe(addDays(addMonths(now.next.start, facts.phases[at + 1]?.wording.renewalTermMonths ?? 0), -1));
      }
    }),
  );
});

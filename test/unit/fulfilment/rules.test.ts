import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import { calendarOf } from '#shared/features/calendar/rules.ts';
import { dueDay, type DueFacts, type DueRule, type ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { obligationStatuses, type ObligationStatus } from '#shared/features/fulfilment/model.ts';
import { frequencies, frequencyOf, mostOccurrences, occurrences, recurrenceSchema, ruleOf } from '#shared/features/fulfilment/recurrence.ts';
import { acceptedOnAfter, checkObligationMove, forecast, isFinal, movesFrom, needsReason, progressOf, standingOf, wouldCircle, type Forecastable } from '#shared/features/fulfilment/rules.ts';
import { addDays, addMonths, dayParts, daysBetween, type Day } from '#shared/kernel/day.ts';

const calendar = calendarOf(prcYears);
const id = (name: string) => name as ObligationId;
const facts: DueFacts = { signedOn: '2026-09-28' as Day, effectiveOn: null, expiresOn: '2027-09-30' as Day, metOn: (one) => (one === id('delivery') ? ('2026-10-12' as Day) : null) };
const offset = (over: Partial<Extract<DueRule, { kind: 'offset' }>>): DueRule => ({ kind: 'offset', from: 'signed', obligationId: null, amount: 5, unit: 'day', ...over });
const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2024-01-01' as Day, days));

describe('a due day', () => {
  test('is counted from the event without the event’s own day, in calendar days, working days or months', () => {
    expect(dueDay(offset({}), facts, calendar)).toEqual({ on: '2026-10-03', missing: null });
    // National Day: the working days after 30 September 2026 begin on 8 October.
    expect(dueDay(offset({ unit: 'workingDay' }), facts, calendar)).toEqual({ on: '2026-10-10', missing: null });
    expect(dueDay(offset({ unit: 'month', amount: 1 }), facts, calendar)).toEqual({ on: '2026-10-28', missing: null });
    expect(dueDay(offset({ from: 'expires', amount: -30 }), facts, calendar)).toEqual({ on: '2027-08-31', missing: null });
    expect(dueDay(offset({ from: 'obligation', obligationId: id('delivery'), amount: 30 }), facts, calendar)).toEqual({ on: '2026-11-11', missing: null });
  });

  test('takes the day of signature for a contract that says nothing of its effect', () => {
    expect(dueDay(offset({ from: 'effective' }), facts, calendar).on).toBe('2026-10-03');
  });

  test('is not guessed: the missing event is named, and so are working days that nobody announced', () => {
    expect(dueDay(offset({ from: 'obligation', obligationId: id('acceptance') }), facts, calendar)).toEqual({ on: null, missing: 'obligation' });
    expect(dueDay(offset({ unit: 'workingDay', amount: 3000 }), facts, calendar)).toEqual({ on: null, missing: 'calendar' });
    expect(dueDay({ kind: 'none' }, facts, calendar)).toEqual({ on: null, missing: 'none' });
  });

  test('never comes sooner for a longer period', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), fc.constantFrom('day' as const, 'month' as const), (signedOn, amount, unit) => {
        const at = (more: number) => dueDay(offset({ unit, amount: amount + more }), { ...facts, signedOn }, calendar).on ?? '';
        return at(1) > at(0);
      }),
    );
  });
});

describe('a series', () => {
  test('comes on the last day of the months that are too short for its day', () => {
    const from = '2026-01-31' as Day;
    expect(occurrences({ kind: 'recurring', rule: ruleOf('monthly', from), from, until: null }, { after: null, to: '2026-05-31' as Day })).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
  });

  test('without end is laid out only as far as it is asked for, and never beyond its limit', () => {
    const endless = { kind: 'recurring', rule: 'FREQ=DAILY', from: '2026-01-01' as Day, until: null } as const;
    expect(occurrences(endless, { after: null, to: '9999-12-31' as Day })).toHaveLength(mostOccurrences);
    expect(occurrences(endless, { after: '2026-01-05' as Day, to: '2026-01-07' as Day })).toEqual(['2026-01-06', '2026-01-07']);
  });

  test('laid out in pieces is the same as laid out at once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...frequencies), day, fc.integer({ min: 1, max: 900 }), (frequency, from, length) => {
        const to = addDays(from, length);
        const series = { kind: 'recurring', rule: ruleOf(frequency, from), from, until: null } as const;
        const whole = occurrences(series, { after: null, to, limit: 1000 });
        const middle = addDays(from, Math.floor(length / 2));
        const pieces = [...occurrences(series, { after: null, to: middle, limit: 1000 }), ...occurrences(series, { after: middle, to, limit: 1000 })];
        expect(pieces).toEqual(whole);
        expect(whole[0]).toBe(from);
        expect(frequencyOf(series)).toBe(frequency);
      }),
      { numRuns: 40 },
    );
  });

  test('by month comes once in every month, as near to its day as the month allows', () => {
    fc.assert(
      fc.property(day, (from) => {
        const days = occurrences({ kind: 'recurring', rule: ruleOf('monthly', from), from, until: null }, { after: null, to: addMonths(from, 11) });
        expect(days).toEqual(Array.from({ length: 12 }, (_, index) => addMonths(from, index)));
        expect(new Set(days.map((one) => dayParts(one).month)).size).toBe(12);
      }),
      { numRuns: 40 },
    );
  });

  test.each(['FREQ=HOURLY', 'FREQ=DAILY;BYHOUR=9', 'FREQ=DAILY;INTERVAL=0', 'DTSTART:20260101\nRRULE:FREQ=DAILY', 'nonsense', ''])('%j is no rule of a contract', (rule) => {
    expect(recurrenceSchema.safeParse({ kind: 'recurring', rule, from: '2026-01-01', until: null }).success).toBe(false);
  });
});

const dated = (status: ObligationStatus, dueOn: string | null, over: { metOn?: string; graceDays?: number } = {}) => ({ status, dueOn: dueOn as Day | null, graceDays: over.graceDays ?? 0, metOn: (over.metOn ?? null) as Day | null });
const today = '2026-11-25' as Day;

describe('time makes of an obligation', () => {
  test.each([
    ['overdue', dated('planned', '2026-11-24')],
    ['dueSoon', dated('planned', '2026-11-24', { graceDays: 1 })],
    ['dueSoon', dated('in_progress', '2026-12-09')],
    ['upcoming', dated('planned', '2026-12-10')],
    ['undated', dated('planned', null)],
    ['overdue', dated('not_met', '2026-11-01')],
    ['late', dated('met', '2026-11-01', { metOn: '2026-11-02', graceDays: 5 })],
    ['done', dated('met', '2026-11-01', { metOn: '2026-11-01' })],
    ['done', dated('waived', '2026-11-01')],
  ] as const)('%s', (standing, obligation) => {
    expect(standingOf(obligation, today)).toBe(standing);
  });
});

describe('the machine of an obligation', () => {
  const free = { evidenceRequired: false, evidenceCount: 0, openDependencies: 0 };
  test('goes only where it knows the way, and each way out of a final state must be explained', () => {
    for (const from of obligationStatuses) {
      for (const to of obligationStatuses) {
        const moved = checkObligationMove({ status: from, ...free }, to, { on: today, reason: '', today });
        const isKnown = movesFrom(from).includes(to);
        expect(moved.ok, `${from} → ${to}`).toBe(isKnown && !needsReason(from, to));
        if (isKnown && isFinal(from)) expect(needsReason(from, to)).toBe(true);
      }
    }
  });

  test('asks for evidence where some is required, and for what comes before', () => {
    const code = (over: object) => {
      const moved = checkObligationMove({ status: 'in_progress', ...free, ...over }, 'met', { on: today, reason: '', today });
      return moved.ok ? 'ok' : moved.error.code;
    };
    expect(code({ evidenceRequired: true })).toBe('EVIDENCE_MISSING');
    expect(code({ evidenceRequired: true, evidenceCount: 1 })).toBe('ok');
    expect(code({ openDependencies: 2 })).toBe('DEPENDENCY_OPEN');
    expect(checkObligationMove({ status: 'planned', ...free }, 'met', { on: addDays(today, 1), reason: '', today })).toMatchObject({ error: { code: 'DAY_IN_FUTURE' } });
  });
});

describe('progress', () => {
  test('counts a part as half, and not at all what was waived', () => {
    const progress = progressOf([dated('met', '2026-11-01', { metOn: '2026-11-01' }), dated('partially_met', '2026-11-02'), dated('waived', '2026-11-03'), dated('planned', '2026-12-01'), dated('planned', null)], today);
    expect(progress).toEqual({ total: 4, done: 1, overdue: 1, share: 1.5 / 4, planned: 2 / 4 });
  });

  test('is nothing of nothing', () => {
    expect(progressOf([], today)).toEqual({ total: 0, done: 0, overdue: 0, share: 0, planned: 0 });
  });
});

describe('a forecast', () => {
  const one = (name: string, dueOn: string | null, over: Partial<Forecastable> = {}): Forecastable => ({ id: id(name), due: { kind: 'none' }, dependsOn: [], ...dated('planned', dueOn), ...over });
  const at = (list: readonly Forecastable[]) => Object.fromEntries([...forecast(list, facts, calendar, today)].map(([key, { on, delay }]) => [key, `${on ?? '—'} +${delay}`]));

  test('pushes what waits behind what is late, and what is counted from it', () => {
    const list = [
      one('delivery', '2026-11-10'),
      one('acceptance', '2026-11-20', { dependsOn: [id('delivery')] }),
      one('payment', null, { due: { kind: 'offset', from: 'obligation', obligationId: id('acceptance'), amount: 30, unit: 'day' } }),
    ];
    expect(at(list)).toEqual({ delivery: '2026-11-25 +15', acceptance: '2026-11-25 +5', payment: '2026-12-25 +0' });
  });

  test('does not wait for what was waived or cancelled, whenever that was due', () => {
    for (const status of ['waived', 'cancelled'] as const) {
      const list = [one('training', '2027-06-30', { status }), one('acceptance', '2026-12-01', { dependsOn: [id('training')] })];
      expect(at(list)).toMatchObject({ acceptance: '2026-12-01 +0' });
    }
  });

  test('keeps the day of what is met, and says nothing where no day is known', () => {
    expect(at([one('a', '2026-11-01', { status: 'met', metOn: '2026-11-03' as Day }), one('b', null)])).toEqual({ a: '2026-11-03 +2', b: '— +0' });
  });

  test('never comes before today, the due day or what is waited for, in any order of entry and even in a circle', () => {
    const node = fc.record({ due: day, needs: fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 8 }), (nodes) => {
        const list = nodes.map(({ due, needs }, index) => one(String(index), due, { dependsOn: needs.filter((need) => need < nodes.length && need < index).map((need) => id(String(need))) }));
        const found = forecast(list.toReversed(), facts, calendar, today);
        for (const item of list) {
          const own = found.get(item.id)?.on ?? today;
          expect(own >= today && own >= (item.dueOn ?? today)).toBe(true);
          for (const need of item.dependsOn) expect(own >= (found.get(need)?.on ?? today)).toBe(true);
          expect(found.get(item.id)?.delay).toBe(Math.max(0, daysBetween(item.dueOn ?? own, own)));
        }
        const circle = [one('x', due0, { dependsOn: [id('y')] }), one('y', due0, { dependsOn: [id('x')] })];
        expect(forecast(circle, facts, calendar, today).size).toBe(2);
      }),
      { numRuns: 60 },
    );
  });

  test('knows a circle before it is entered', () => {
    const edges: Record<string, readonly ObligationId[]> = { a: [id('b')], b: [id('c')], c: [] };
    const of = (one: ObligationId) => edges[one] ?? [];
    expect(wouldCircle(id('c'), [id('a')], of)).toBe(true);
    expect(wouldCircle(id('a'), [id('c')], of)).toBe(false);
    expect(wouldCircle(id('a'), [id('a')], of)).toBe(true);
  });
});

const due0 = '2026-12-01';

test('the day of acceptance stays while the accepted quantity does, and goes with it', () => {
  const before = { accepted: 78, acceptedOn: '2026-11-20' as Day };
  const today = '2026-11-23' as Day;
  expect(acceptedOnAfter(before, 78, today)).toBe('2026-11-20');
  expect(acceptedOnAfter(before, 90, today)).toBe(today);
  expect(acceptedOnAfter(before, 0, today)).toBeNull();
  expect(acceptedOnAfter({ accepted: 0, acceptedOn: null }, 0, today)).toBeNull();
});

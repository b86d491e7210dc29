import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlLimits, signalsOf } from '#shared/features/improvement/control-chart.ts';
import type { MetricPoint } from '#shared/features/improvement/model.ts';
import { averageOf, baselineOf, checkItemMove, checkPeriod, judgeGoal, targetFrom, wholeMonths } from '#shared/features/improvement/rules.ts';
import type { Day } from '#shared/kernel/day.ts';

const day = (text: string) => text as Day;
const months = (year: number, values: readonly (number | null)[], from = 1): MetricPoint[] => values.map((value, index) => ({ month: `${year}-${String(from + index).padStart(2, '0')}`, value, count: value === null ? 0 : 10 }));
const goal = { metric: 'cycle_days' as const, baseline: 20, target: 18, fromOn: day('2026-01-01'), untilOn: day('2026-03-31') };
const usual = months(2025, [18, 22, 19, 21, 20, 23, 18, 21, 19, 22, 20, 18]);

describe('the limits of a chart', () => {
  test('are the mean and 2.66 average moving ranges to both sides', () => {
    expect(controlLimits([10, 12, 10, 12, 10])).toEqual({ mean: 10.8, movingRange: 2, lower: 10.8 - 5.32, upper: 10.8 + 5.32 });
  });
  test('need five values', () => {
    expect(controlLimits([1, 2, 3, 4])).toBeNull();
  });
  test('lie around the mean, move with the values, and are none wider than the values vary', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 40 }), fc.integer({ min: -500, max: 500 }), (values, shift) => {
      const [limits, moved] = [controlLimits(values), controlLimits(values.map((value) => value + shift))];
      if (limits === null || moved === null) throw new Error();
      expect(limits.lower <= limits.mean && limits.mean <= limits.upper).toBe(true);
      expect(moved.mean).toBeCloseTo(limits.mean + shift, 6);
      expect(moved.movingRange).toBeCloseTo(limits.movingRange, 6);
    }));
  });
  test('tell a change by one value outside, three of four far out, or eight on one side', () => {
    const limits = { mean: 10, movingRange: 2, lower: 4.68, upper: 15.32 };
    expect(signalsOf([10, 4], limits, 'below')).toEqual(['outside']);
    expect(signalsOf([10, 4], limits, 'above')).toEqual([]);
    expect(signalsOf([7, 7, 10, 7], limits, 'below')).toEqual(['near_limit']);
    expect(signalsOf(Array.from({ length: 8 }, () => 9.5), limits, 'below')).toEqual(['run']);
    expect(signalsOf([9, 9, 9], limits, 'below')).toEqual([]);
  });
});

describe('a goal', () => {
  test('is met where the change is more than chance', () => {
    const judged = judgeGoal(goal, [...usual, ...months(2026, [6, 5, 6])], day('2026-04-01'));
    expect(judged).toMatchObject({ verdict: 'met', isSignal: true, monthsBefore: 12, monthsWithin: 3 });
    expect(judged.actual).toBeCloseTo(17 / 3, 6);
  });
  test('that is reached within the usual variation is said to be just that', () => {
    expect(judgeGoal(goal, [...usual, ...months(2026, [18, 17, 18])], day('2026-04-01'))).toMatchObject({ verdict: 'met_within_noise', isSignal: false });
  });
  test('is not met, still running, untested or without data, as it is', () => {
    expect(judgeGoal(goal, [...usual, ...months(2026, [19, 20, 21])], day('2026-04-01')).verdict).toBe('not_met');
    expect(judgeGoal(goal, [...usual, ...months(2026, [6, 5, 6])], day('2026-03-31')).verdict).toBe('running');
    expect(judgeGoal(goal, months(2026, [6, 5, 6]), day('2026-04-01'))).toMatchObject({ verdict: 'met_untested', isSignal: null, limits: null });
    expect(judgeGoal(goal, usual, day('2026-04-01'))).toMatchObject({ verdict: 'no_data', actual: null });
    expect(judgeGoal(goal, months(2026, [null, null]), day('2026-04-01')).verdict).toBe('no_data');
  });
  test('of a rate is better when there is more of it', () => {
    const rate = { ...goal, metric: 'first_pass' as const, target: 0.9 };
    const before = months(2025, [0.5, 0.6, 0.5, 0.6, 0.5, 0.6]);
    expect(judgeGoal(rate, [...before, ...months(2026, [0.95, 0.96])], day('2026-04-01')).verdict).toBe('met');
    expect(targetFrom('first_pass', 0.95, 0.1)).toBe(1);
    expect(targetFrom('approval_hours', 40, 0.1)).toBeCloseTo(36, 9);
  });
  test('has the year before it as its baseline, each month weighing by what happened in it', () => {
    expect(averageOf([{ month: '2025-01', value: 10, count: 1 }, { month: '2025-02', value: 20, count: 3 }, { month: '2025-03', value: null, count: 0 }])).toBe(17.5);
    expect(baselineOf([{ month: '2024-12', value: 99, count: 1 }, ...usual, { month: '2026-01', value: 1, count: 1 }], day('2026-01-01'))).toBeCloseTo(20.083, 2);
    expect(baselineOf([], day('2026-01-01'))).toBeNull();
  });
  test('counts whole months, and is judged once the last of them is over', () => {
    const odd = { ...goal, fromOn: day('2026-01-15'), untilOn: day('2026-03-14') };
    const points = [...usual, ...months(2026, [6, 5, 6])];
    expect(judgeGoal(odd, points, day('2026-03-15')).verdict).toBe('running');
    expect(judgeGoal(odd, points, day('2026-03-31')).verdict).toBe('running');
    expect(judgeGoal(odd, points, day('2026-04-01'))).toEqual(judgeGoal(goal, points, day('2026-04-01')));
    expect(wholeMonths(odd)).toEqual({ fromOn: '2026-01-01', untilOn: '2026-03-31' });
    expect([wholeMonths({ fromOn: day('2028-02-29'), untilOn: day('2028-02-01') })]).toEqual([{ fromOn: '2028-02-01', untilOn: '2028-02-29' }]);
    expect(checkPeriod(goal).ok).toBe(true);
    expect(checkPeriod(odd)).toMatchObject({ error: { code: 'NOT_WHOLE_MONTHS' } });
    expect(checkPeriod({ ...goal, untilOn: day('2026-03-30') })).toMatchObject({ error: { code: 'NOT_WHOLE_MONTHS' } });
    expect(checkPeriod({ fromOn: day('2026-01-01'), untilOn: day('2030-12-31') }).ok).toBe(true);
  });
  test('has a period that runs forward and not for ever', () => {
    expect(checkPeriod({ fromOn: day('2026-02-01'), untilOn: day('2026-01-31') })).toMatchObject({ error: { code: 'END_BEFORE_START' } });
    expect(checkPeriod({ fromOn: day('2026-01-01'), untilOn: day('2031-01-31') })).toMatchObject({ error: { code: 'PERIOD_TOO_LONG' } });
  });
});

test('an item is closed as achieved only when every goal was met by more than chance', () => {
  const closing = { from: 'acting' as const, to: 'closed' as const, result: '模板已改', outcome: 'achieved' as const };
  expect(checkItemMove({ ...closing, verdicts: ['met', 'met'] }).ok).toBe(true);
  expect(checkItemMove({ ...closing, verdicts: ['met', 'met_within_noise'] })).toMatchObject({ error: { code: 'GOAL_NOT_MET' } });
  expect(checkItemMove({ ...closing, verdicts: ['running'] })).toMatchObject({ error: { code: 'GOAL_RUNNING' } });
  expect(checkItemMove({ ...closing, outcome: 'partly', verdicts: ['not_met'] }).ok).toBe(true);
  expect(checkItemMove({ ...closing, result: ' ', verdicts: [] })).toMatchObject({ error: { code: 'REASON_MISSING' } });
  expect(checkItemMove({ ...closing, from: 'new', verdicts: [] })).toMatchObject({ error: { code: 'NO_SUCH_MOVE' } });
});

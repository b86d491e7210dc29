import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, dayParts, isDay, weekdayOf, type Day } from '#shared/kernel/day.ts';

const day = (text: string): Day => text as Day;
const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((offset) => addDays(day('2000-01-01'), offset));

describe('days', () => {
  test('months are added on the calendar and end where the month ends', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29');
    expect(addMonths(day('2026-01-31'), 2)).toBe('2026-03-31');
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28');
    expect(addMonths(day('2026-12-15'), 1)).toBe('2027-01-15');
    expect(addMonths(day('2026-01-15'), -13)).toBe('2024-12-15');
  });

  test('whatever is added, the day exists', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (start, months) => isDay(addMonths(start, months))));
    fc.assert(fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (start, days) => isDay(addDays(start, days))));
  });

  test('months add up unless a short month cut the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (start, a, b) => {
        fc.pre(dayParts(start).day <= 28);
        expect(addMonths(addMonths(start, a), b)).toBe(addMonths(start, a + b));
      }),
    );
  });

  test('days between are the days that were added', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (start, days) => daysBetween(start, addDays(start, days)) === days));
  });

  test('days of a few months are those of the calendar, over the ends of months and years', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -130, max: 130 }), (start, days) => addDays(start, days) === new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10)), { numRuns: 2_000 });
  });

  test('the week goes round', () => {
    fc.assert(fc.property(anyDay, (one) => weekdayOf(one) === new Date(Date.parse(one)).getUTCDay()), { numRuns: 2_000 });
    expect(weekdayOf(day('2026-11-23'))).toBe(1);
    expect(weekdayOf(day('2000-02-29'))).toBe(2);
    expect(weekdayOf(day('1949-10-01'))).toBe(6);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import { addWorkingDays, calendarOf, checkYear, isWorkingDay, workingDayUpTo, yearDifference } from '#shared/features/calendar/rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';

const day = (text: string): Day => text as Day;
const calendar = calendarOf(prcYears);

describe('the working calendar of mainland China', () => {
  test.each([
    ['2026-10-01', false, 'a public holiday on a Thursday'],
    ['2026-10-10', true, 'a Saturday that is worked in exchange'],
    ['2026-02-17', false, 'the Spring Festival'],
    ['2026-02-14', true, 'a Saturday before the Spring Festival that is worked'],
    ['2026-11-21', false, 'an ordinary Saturday'],
    ['2026-11-23', true, 'an ordinary Monday'],
  ])('%s: worked is %s, %s', (text, worked) => {
    expect(isWorkingDay(calendar, day(text))).toEqual({ ok: true, value: worked });
  });

  test('knows the years that were announced and no other', () => {
    const years = prcYears.map(({ year }) => year);
    expect(years[0]).toBe(2004);
    expect(years.at(-1)).toBeGreaterThanOrEqual(2026);
    const after = (years.at(-1) ?? 0) + 1;
    expect(isWorkingDay(calendar, day(`${after}-03-02`))).toEqual({ ok: false, error: { code: 'YEAR_UNKNOWN', params: { year: after } } });
  });

  test('a year of one’s own extends it, and replaces what was there', () => {
    const own = calendarOf(prcYears, [{ year: 2040, days: [{ day: day('2040-10-01'), isWorkday: false, nameZh: '国庆节', nameEn: 'National Day' }] }]);
    expect(isWorkingDay(own, day('2040-10-01'))).toEqual({ ok: true, value: false });
    const replaced = calendarOf(prcYears, [{ year: 2026, days: [] }]);
    expect(isWorkingDay(replaced, day('2026-10-01'))).toEqual({ ok: true, value: true });
  });
});

describe('counting working days', () => {
  const within = fc.integer({ min: 0, max: 8000 }).map((offset) => addDays(day('2004-03-01'), offset));

  test('lands on a working day, and back again on the way', () => {
    fc.assert(
      fc.property(within, fc.integer({ min: 1, max: 40 }), (start, count) => {
        const ahead = addWorkingDays(calendar, start, count);
        if (!ahead.ok) throw new Error(ahead.error.code);
        expect(isWorkingDay(calendar, ahead.value)).toEqual({ ok: true, value: true });
        const from = workingDayUpTo(calendar, start);
        expect(addWorkingDays(calendar, ahead.value, -count)).toEqual(from);
      }),
    );
  });

  test('stops where the calendar ends', () => {
    expect(addWorkingDays(calendar, day('2004-01-06'), -10)).toMatchObject({ ok: false, error: { code: 'YEAR_UNKNOWN', params: { year: 2003 } } });
  });
});

describe('a year that is entered', () => {
  const named = (text: string, isWorkday: boolean) => ({ day: day(text), isWorkday, nameZh: '', nameEn: '' });

  test('has a day off, all its days in it, and none both off and worked', () => {
    expect(checkYear({ year: 2027, days: [named('2027-01-01', false), named('2027-01-03', true)] }).ok).toBe(true);
    expect(checkYear({ year: 2027, days: [] })).toMatchObject({ error: { code: 'NO_DAY_OFF' } });
    expect(checkYear({ year: 2027, days: [named('2026-12-31', false)] })).toMatchObject({ error: { code: 'DAY_OF_OTHER_YEAR' } });
    expect(checkYear({ year: 2027, days: [named('2027-01-01', true), named('2027-01-01', false)] })).toMatchObject({ error: { code: 'DAY_IN_BOTH' } });
  });

  test('is right for every year that was announced', () => {
    for (const year of prcYears) expect(checkYear(year)).toEqual({ ok: true, value: null });
  });

  test('differs from the present one by the days that it leaves out, adds or turns round, whatever they are called', () => {
    const present = { year: 2027, days: [named('2027-01-01', false), named('2027-01-02', false), named('2027-02-14', true)] };
    expect(yearDifference(present, { ...present, days: present.days.map((each) => ({ ...each, nameZh: '元旦' })) })).toEqual({ lost: [], gained: [] });
    expect(yearDifference(present, { year: 2027, days: [named('2027-05-01', false), named('2027-01-01', true), named('2027-02-14', true)] })).toEqual({
      lost: [named('2027-01-01', false), named('2027-01-02', false)],
      gained: [named('2027-01-01', true), named('2027-05-01', false)],
    });
  });
});

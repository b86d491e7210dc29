import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportScheduleId } from '#shared/features/fulfilment/model.ts';
import { mostCaughtUp, nextReportOn, reportCadences, reportFileName, reportPeriodBefore, reportsDue } from '#shared/features/fulfilment/report-schedules.ts';
import { addDays, daysBetween, type Day } from '#shared/kernel/day.ts';

const day = (text: string) => text as Day;
const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day('2000-01-01'), count));

describe('a scheduled report', () => {
  test('is due on the day after a whole week, month or quarter', () => {
    expect(reportCadences.map((cadence) => nextReportOn(cadence, day('2026-11-25')))).toEqual(['2026-11-30', '2026-12-01', '2027-01-01']);
    expect(nextReportOn('weekly', day('2026-11-30'))).toBe('2026-12-07');
    expect(reportCadences.map((cadence) => reportPeriodBefore(cadence, nextReportOn(cadence, day('2026-11-25'))))).toEqual([
      { from: '2026-11-23', to: '2026-11-29' },
      { from: '2026-11-01', to: '2026-11-30' },
      { from: '2026-10-01', to: '2026-12-31' },
    ]);
  });

  test('leaves no day out and reports none twice, however long nobody was there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...reportCadences), days, fc.integer({ min: 0, max: 400 }), (cadence, start, absence) => {
        const first = nextReportOn(cadence, start);
        const { periods, nextOn } = reportsDue(cadence, first, addDays(first, absence));
        periods.slice(1).forEach(({ from }, index) => expect(from).toBe(addDays(periods[index]?.to ?? first, 1)));
        expect(periods.at(-1)?.to).toBe(addDays(reportPeriodBefore(cadence, nextOn).from, -1));
        expect(periods.length).toBeLessThanOrEqual(mostCaughtUp);
        expect(daysBetween(addDays(first, absence), nextOn)).toBeGreaterThan(0);
      }),
    );
  });

  test('has a name that tells nobody which contract it is about', () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e' as ReportScheduleId;
    expect(reportFileName(id, { from: day('2026-11-01'), to: day('2026-11-30') }, 'xlsx')).toBe('deedbox-0f8fad5b-2026-11-01_2026-11-30.xlsx');
  });
});

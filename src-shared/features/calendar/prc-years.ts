import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { isDay } from '../../kernel/day.ts';
import type { CalendarDay, CalendarYear } from './model.ts';

/**
 * The working years of mainland China as the State Council announced them, out of the library chinese-days. A year is
 * in it only when its arrangement is: the National Day holiday is the last of each arrangement's days.
 */
export const prcYears: readonly CalendarYear[] = yearsOf([
  ...daysOf(announced.holidays, false),
  ...daysOf(announced.workdays, true),
]);

function yearsOf(days: readonly CalendarDay[]): readonly CalendarYear[] {
  const years = [...new Set(days.map(({ day }) => Number(day.slice(0, 4))))].sort((a, b) => a - b);
  return years
    .map((year) => ({ year, days: days.filter(({ day }) => day.startsWith(`${year}-`)) }))
    .filter(({ year, days: named }) => named.some(({ day }) => day === `${year}-10-01`));
}

function daysOf(named: Readonly<Record<string, string>>, isWorkday: boolean): readonly CalendarDay[] {
  return Object.entries(named).flatMap(([day, names]) => {
    const [nameEn = '', nameZh = ''] = names.split(',');
    return isDay(day) ? [{ day, isWorkday, nameZh, nameEn }] : [];
  });
}

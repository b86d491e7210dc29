import { isDay } from '../../../kernel/day.ts';
import { allIn } from './find.ts';
import { trigger } from '../triggers/triggers.ts';

export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** ISO; null for a day that no calendar has. */
  readonly day: string | null;
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
export const datePattern = trigger(new RegExp(String.raw`(\d{4})\s{0,4}年\s{0,4}(\d{1,2})\s{0,4}月\s{0,4}(\d{1,2})\s{0,4}日|(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])|\b(\d{1,2})(?:st|nd|rd|th)? (${months.join('|')}),? (\d{4})|\b(${months.join('|')}) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`, 'giu'));

/** The dates that a text names, in any of the usual forms. */
export function datesIn(plain: string): readonly FoundDate[] {
  return allIn(plain, datePattern).map((found) => {
    const [words, y1, m1, d1, y2, m2, d2, d3, m3, y3, m4, d4, y4] = found;
    const month = m1 ?? m2 ?? String(months.indexOf((m3 ?? m4 ?? '').toLowerCase()) + 1);
    const [year, day] = [Number(y1 ?? y2 ?? y3 ?? y4), Number(d1 ?? d2 ?? d3 ?? d4)];
    return { start: found.index, end: found.index + words.length, words, day: isoOf(year, Number(month), day) };
  });
}

/** The ISO form of a day; null for one like 30 February. */
export function isoOf(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

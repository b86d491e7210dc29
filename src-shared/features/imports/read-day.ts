import { isDay, type Day } from '../../kernel/day.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import { cellToText } from './cell-text.ts';
import type { Cell, ReadingOptions } from './model.ts';

export type DayProblem = 'NOT_A_DATE' | 'IMPOSSIBLE_DATE' | 'AMBIGUOUS_DATE';

/**
 * Reads a calendar date: 2026-1-5, 2026/01/05, 2026.1.5, 2026年1月5日, 20260105, 5 Jan 2026, January 5, 2026, an
 * Excel date of either epoch; a time after it is let go. IMPOSSIBLE_DATE for 31 February; AMBIGUOUS_DATE for
 * 03/04/2026 unless the options say which comes first; NOT_A_DATE for anything else, years outside 1900-2200 included.
 */
export function readDay(cell: Cell, options: Pick<ReadingOptions, 'dayOrder' | 'date1904'> = {}): Result<Day, DayProblem> {
  if (typeof cell === 'object' && cell !== null) return serialToDay(cell.excelSerial, cell.date1904);
  if (typeof cell === 'boolean') return fail('NOT_A_DATE');
  if (typeof cell === 'number') {
    return cell >= 19_000_101 ? readDayText(cellToText(cell), options) : serialToDay(cell, options.date1904 ?? false);
  }
  return readDayText(cellToText(cell), options);
}

// Excel believes that 1900 was a leap year: serial 60 is its 29 February 1900, and only from 61 on does a serial
// count days since 1899-12-30. Below it counts from the 31st. (ECMA-376 part 1, 18.17.4.1.)
function serialToDay(serial: number, date1904: boolean): Result<Day, DayProblem> {
  const whole = Math.floor(serial);
  if (!date1904 && whole === 60) return fail('IMPOSSIBLE_DATE');
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  if (!(whole >= (date1904 ? 0 : 1)) || whole > 110_000) return fail('NOT_A_DATE');
  return checked(new Date(epoch + whole * 86_400_000).toISOString().slice(0, 10));
}

function readDayText(text: string, { dayOrder }: Pick<ReadingOptions, 'dayOrder'>): Result<Day, DayProblem> {
  if (text.length > 60) return fail('NOT_A_DATE');
  const plain = text
    .normalize('NFKC')
    .replace(/([日\d])T?\s*(?:上午|下午)?\s*\d{1,2}:\d{2}.*$/u, '$1')
    .replace(/\s*(?:星期|周)[一二三四五六日天]\s*$/u, '')
    .trim();
  const yearFirst =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?$/.exec(plain)?.filter((_, index) => index !== 2) ??
    /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/u.exec(plain);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const chinese = /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/u.exec(plain);
  if (chinese) return dayOf(chineseYear(chinese[1] ?? ''), chineseNumber(chinese[2] ?? ''), chineseNumber(chinese[3] ?? ''));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]+)\.?,?[\s-]+(\d{4})$/i.exec(plain);
  if (dayFirst) return namedMonth(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(plain);
  if (monthFirst) return namedMonth(monthFirst[3], monthFirst[1], monthFirst[2]);
  const yearLast = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})$/.exec(plain);
  return yearLast ? yearLastDay(yearLast, dayOrder) : fail('NOT_A_DATE');
}

function yearLastDay(match: RegExpExecArray, dayOrder: ReadingOptions['dayOrder']): Result<Day, DayProblem> {
  const [, first = '', , second = '', year] = match;
  const [one, two] = [Number(first), Number(second)];
  if (dayOrder === 'dmy') return dayOf(year, second, first);
  if (dayOrder === 'mdy') return dayOf(year, first, second);
  if (one === two || two > 12) return dayOf(year, first, second);
  return one > 12 ? dayOf(year, second, first) : fail('AMBIGUOUS_DATE');
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullMonthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

function namedMonth(year: string | undefined, name = '', day: string | undefined): Result<Day, DayProblem> {
  const lower = name.toLowerCase();
  const month = lower === 'sept' ? 9 : Math.max(monthNames.indexOf(lower), fullMonthNames.indexOf(lower)) + 1;
  return month === 0 ? fail('NOT_A_DATE') : dayOf(year, String(month), day);
}

function dayOf(year = '', month = '', day = ''): Result<Day, DayProblem> {
  return checked(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function checked(text: string): Result<Day, DayProblem> {
  if (!isDay(text)) return fail('IMPOSSIBLE_DATE');
  return text >= '1900-01-01' && text <= '2200-12-31' ? succeed(text) : fail('NOT_A_DATE');
}

function chineseYear(text: string): string {
  return [...text].map((one) => String(Math.max(0, '零一二三四五六七八九'.indexOf(one)))).join('');
}

/** 一 to 九十九; empty for what is no number. */
function chineseNumber(text: string): string {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(text);
  if (match === null) return '';
  const [, first = '', ten = '', last = ''] = match;
  if (ten === '') return last === '' ? String(digitValue(first)) : '';
  return String((first === '' ? 1 : digitValue(first)) * 10 + digitValue(last));
}

function digitValue(digit: string): number {
  return '〇一二三四五六七八九'.indexOf(digit === '' ? '〇' : digit);
}

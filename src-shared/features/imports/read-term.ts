import { fail, succeed, type Result } from '../../kernel/result.ts';
import { cellToText } from './cell-text.ts';
import type { NoticePeriod } from '../contracts/record.ts';
import type { Cell, Term } from './model.ts';

const units: readonly (readonly [Term['unit'], RegExp])[] = [
  ['year', /^(年|周年|years?|yrs?|y)$/i],
  ['month', /^(个?月|months?|mos?|m)$/i],
  ['week', /^(周|个?星期|weeks?|wks?|w)$/i],
  ['workingDay', /^(个?工作日|(working|business) days?)$/i],
  ['day', /^(天|日|个?自然日|日历天|(calendar )?days?|d)$/i],
];

/**
 * Reads a length of time: 12个月, 1年, 一年, 三十日, P1Y, 12 months. A bare number counts in
 * `unit` when the column's heading gives one (such as 期限(月)). NOT_A_TERM for anything else, zero and over
 * 1000 months or days.
 */
export function readTerm(cell: Cell, unit?: Term['unit']): Result<Term, 'NOT_A_TERM'> {
  if (typeof cell === 'boolean' || (typeof cell === 'object' && cell !== null)) return fail('NOT_A_TERM');
  const text = cellToText(cell).slice(0, 41).normalize('NFKC').trim();
  const iso = /^P(\d{1,4})([YMWD])$/i.exec(text);
  if (iso) return termOf(Number(iso[1]), iso[2] ?? '');
  const match = /^(\d{1,4}|[〇零一二两三四五六七八九十百]{1,6}|an?|one|two|three|six|twelve)[\s-]*(.*)$/iu.exec(text);
  if (match === null) return fail('NOT_A_TERM');
  const [, number = '', word = ''] = match;
  const count = /^\d/.test(number) ? Number(number) : wordToNumber(number.toLowerCase());
  if (count === null) return fail('NOT_A_TERM');
  if (word === '') return unit === undefined ? fail('NOT_A_TERM') : ranged({ count, unit });
  return termOf(count, word.trim());
}

/** The term in months, as a contract's term is kept. TERM_NOT_IN_MONTHS for weeks and days: 30 days are no month. */
export function termToMonths({ count, unit }: Term): Result<number, 'TERM_NOT_IN_MONTHS'> {
  if (unit === 'year') return succeed(count * 12);
  return unit === 'month' ? succeed(count) : fail('TERM_NOT_IN_MONTHS');
}

/** The term as a notice period is kept: years as months, weeks as days. */
export function termToNoticePeriod({ count, unit }: Term): NoticePeriod {
  if (unit === 'year') return { amount: count * 12, unit: 'month' };
  return unit === 'week' ? { amount: count * 7, unit: 'day' } : { amount: count, unit };
}

function termOf(count: number, word: string): Result<Term, 'NOT_A_TERM'> {
  const found = units.find(([, pattern]) => pattern.test(word));
  return found === undefined ? fail('NOT_A_TERM') : ranged({ count, unit: found[0] });
}

function ranged(term: Term): Result<Term, 'NOT_A_TERM'> {
  const inUnits = { year: 12, month: 1, week: 7, day: 1, workingDay: 1 }[term.unit] * term.count;
  return inUnits >= 1 && inUnits <= 1000 ? succeed(term) : fail('NOT_A_TERM');
}

const englishNumbers: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, six: 6, twelve: 12 };

/** 一 to 九百九十九, or an English word; null for what is no number. */
function wordToNumber(text: string): number | null {
  const english = englishNumbers[text];
  if (english !== undefined) return english;
  const match = /^(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九]?)十)?([一二两三四五六七八九]?)$/u.exec(text);
  if (match === null) return null;
  const [, hundreds, tens, last = ''] = match;
  return digitOf(hundreds) * 100 + (tens === undefined ? 0 : (tens === '' ? 1 : digitOf(tens)) * 10) + digitOf(last);
}

function digitOf(digit = ''): number {
  return digit === '' ? 0 : '〇一二三四五六七八九'.indexOf(digit === '两' ? '二' : digit);
}

import { dayParts, type Day } from '../../kernel/day.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import type { ContractType } from '../templates/model.ts';

// The initials of the Chinese names: 买卖, 采购, 框架, …
const typeLetters: Readonly<Record<ContractType, string>> = {
  sales: 'MM',
  purchase: 'CG',
  framework: 'KJ',
  services: 'FW',
  software: 'RJ',
  saas: 'YF',
  lease: 'ZL',
  agency: 'DL',
  construction: 'GC',
  nda: 'BM',
  consultancy: 'GW',
  supplementary: 'BC',
  other: 'QT',
};

const counterPart = /\{(0+)\}/g;

export type NumberPatternError = 'COUNTER_MISSING' | 'COUNTER_REPEATED' | 'UNKNOWN_PART' | 'UNFIT_CHARACTER';

/** Whether a pattern can number contracts: exactly one counter, only known parts, and no character unfit for a file name. */
export function checkNumberPattern(pattern: string): Result<null, NumberPatternError> {
  const counters = pattern.match(counterPart) ?? [];
  if (counters.length === 0) return fail('COUNTER_MISSING');
  if (counters.length > 1) return fail('COUNTER_REPEATED');
  const literal = pattern.replace(counterPart, '').replace(/\{(YYYY|YY|MM|TYPE)\}/g, '');
  if (/[{}]/.test(literal)) return fail('UNKNOWN_PART');
  if (/[\\/:*?"<>|\p{C}]/u.test(literal)) return fail('UNFIT_CHARACTER');
  return succeed(null);
}

/** The number that the pattern gives on a day for the counter's value (from 1), e.g. `HT-2026-0001`. */
export function contractNumber(pattern: string, day: Day, type: ContractType, counter: number): string {
  return datedPattern(pattern, day, type).replace(counterPart, (_, zeros: string) =>
    String(counter).padStart(zeros.length, '0'),
  );
}

/**
 * The series that a number counts in: the pattern with its dates filled in. A pattern with the year starts again
 * with each year, one with the type counts each type by itself.
 */
export function numberSeries(pattern: string, day: Day, type: ContractType): string {
  return datedPattern(pattern, day, type);
}

function datedPattern(pattern: string, day: Day, type: ContractType): string {
  const { year, month } = dayParts(day);
  return pattern
    .replaceAll('{YYYY}', String(year))
    .replaceAll('{YY}', String(year).slice(2))
    .replaceAll('{MM}', String(month).padStart(2, '0'))
    .replaceAll('{TYPE}', typeLetters[type]);
}

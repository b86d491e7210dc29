import { describe, expect, test } from 'vitest';
import { checkNumberPattern, contractNumber, numberSeries } from '#shared/features/contracts/rules.ts';
import type { Day } from '#shared/kernel/day.ts';

const day = '2026-11-23' as Day;

describe('a contract number', () => {
  test('by the usual pattern has the year and four digits', () => {
    expect(contractNumber('HT-{YYYY}-{0000}', day, 'sales', 1)).toBe('HT-2026-0001');
  });

  test('grows longer than its zeros rather than start again', () => {
    expect(contractNumber('HT-{YYYY}-{0000}', day, 'sales', 12_345)).toBe('HT-2026-12345');
  });

  test('can name month and type', () => {
    expect(contractNumber('{TYPE}{YY}{MM}/{000}'.replace('/', '-'), day, 'nda', 7)).toBe('BM2611-007');
  });

  test('counts anew each year when the year is in the pattern, and on and on when it is not', () => {
    const next = '2027-01-01' as Day;
    expect(numberSeries('HT-{YYYY}-{0000}', day, 'sales')).not.toBe(numberSeries('HT-{YYYY}-{0000}', next, 'sales'));
    expect(numberSeries('HT-{0000}', day, 'sales')).toBe(numberSeries('HT-{0000}', next, 'sales'));
  });
});

describe('a pattern', () => {
  test.each([
    ['HT-{YYYY}', 'COUNTER_MISSING'],
    ['{00}-{00}', 'COUNTER_REPEATED'],
    ['HT-{YEAR}-{0000}', 'UNKNOWN_PART'],
    ['HT/{0000}', 'UNFIT_CHARACTER'],
    ['HT\u0000{0000}', 'UNFIT_CHARACTER'],
  ])('%j is refused as %s', (pattern, code) => {
    expect(checkNumberPattern(pattern)).toMatchObject({ ok: false, error: { code } });
  });

  test.each(['HT-{YYYY}-{0000}', '合同{YY}{MM}-{000}', '{TYPE}-{00000}'])('%j is accepted', (pattern) => {
    expect(checkNumberPattern(pattern)).toMatchObject({ ok: true });
  });
});

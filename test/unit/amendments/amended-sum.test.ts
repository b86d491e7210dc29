import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSum, type SumTyped } from '#shared/features/amendments/amended-sum.ts';
import type { RecordAmount } from '#shared/features/contracts/record.ts';
import { withoutTax, withTax } from '#shared/features/contracts/record-rules.ts';

const before: RecordAmount = { inclusive: { minor: 113_000_00, currency: 'CNY' }, exclusiveMinor: 100_000_00, taxBasisPoints: 1300, basis: 'ceiling' };
const read = (typed: Partial<SumTyped>, present: RecordAmount | null = before) => readSum({ inclusive: '', exclusive: '', taxRate: '', currency: 'CNY', ...typed }, present);
const amountOf = (typed: Partial<SumTyped>, present: RecordAmount | null = before) => {
  const { amount } = read(typed, present);
  return amount === null ? null : [amount.inclusive.minor, amount.exclusiveMinor, amount.taxBasisPoints];
};

describe('the sum that an amendment makes', () => {
  test('is none while nothing is typed', () => expect(read({})).toEqual({ amount: null, problems: {} }));

  test('with tax takes the one without along, by the rate that holds', () => {
    expect(amountOf({ inclusive: '150,000' })).toEqual([150_000_00, 132_743_36, 1300]);
    expect(read({ inclusive: '150,000' }).amount?.basis).toBe('ceiling');
  });

  test('without tax takes the one with tax along', () => expect(amountOf({ exclusive: '200000' })).toEqual([226_000_00, 200_000_00, 1300]));

  test('goes by a new rate where one is typed', () => {
    expect(amountOf({ inclusive: '109000', taxRate: '9%' })).toEqual([109_000_00, 100_000_00, 900]);
    expect(amountOf({ exclusive: '100000', taxRate: '9' })).toEqual([109_000_00, 100_000_00, 900]);
  });

  test('takes all three as they are typed', () => expect(amountOf({ inclusive: '106', exclusive: '100', taxRate: '6' })).toEqual([106_00, 100_00, 600]));

  test('is asked for where a rate alone leaves it open, and follows where the record knows one sum only', () => {
    expect(read({ taxRate: '9' })).toEqual({ amount: null, problems: { inclusive: 'REQUIRED' } });
    expect(amountOf({ taxRate: '9' }, { ...before, exclusiveMinor: null })).toEqual([113_000_00, null, 900]);
  });

  test('is asked for where no rate is known', () => {
    expect(read({ inclusive: '150000' }, { ...before, taxBasisPoints: null }).problems).toEqual({ exclusive: 'REQUIRED' });
    expect(read({ exclusive: '150000' }, { ...before, taxBasisPoints: null }).problems).toEqual({ inclusive: 'REQUIRED' });
    expect(amountOf({ inclusive: '150000' }, null)).toEqual([150_000_00, null, null]);
  });

  test.each([
    [{ inclusive: '1000000000000000' }, { inclusive: 'TOO_LARGE' }],
    [{ exclusive: '90000000000000' }, { inclusive: 'TOO_LARGE' }],
    [{ inclusive: 'much' }, { inclusive: 'NOT_AN_AMOUNT' }],
    [{ exclusive: '1.234' }, { exclusive: 'TOO_MANY_DECIMALS' }],
    [{ taxRate: 'x' }, { taxRate: 'NOT_A_RATE' }],
    [{ taxRate: '101' }, { taxRate: 'OUT_OF_RANGE' }],
  ] as const)('%j is told at its field', (typed, problems) => expect(read(typed)).toEqual({ amount: null, problems }));
});

test('a sum without tax makes the one with tax again, but for the rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), fc.integer({ min: 0, max: 10_000 }), (minor, rate) => {
      expect(Math.abs(withTax(withoutTax(minor, rate), rate) - minor)).toBeLessThanOrEqual(1);
    }),
  );
});

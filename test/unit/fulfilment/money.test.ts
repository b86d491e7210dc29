import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPaymentClosed, moneyByMonth, overlappedPeriod, paidMinor, paymentStatusOf, shareOf, slaResult, totalsOf } from '#shared/features/fulfilment/money-rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Money } from '#shared/kernel/money.ts';
import { withheld } from '#shared/kernel/withheld.ts';

const cny = (minor: number): Money => ({ minor, currency: 'CNY' });
const record = (paidOn: string, minor: number) => ({ id: paidOn as Id<'paymentRecord'>, paidOn: paidOn as Day, minor, reference: '' });
const invoice = { id: 'i' as Id<'invoice'>, number: '1', issuedOn: '2026-01-01' as Day, minor: 100, taxBasisPoints: null };

describe('a payment', () => {
  test.each([
    ['pending', [], [], false],
    ['invoiced', [invoice], [], false],
    ['partial', [invoice], [record('2026-01-01', 40)], false],
    ['settled', [], [record('2026-01-01', 40), record('2026-02-01', 60)], false],
    ['bad_debt', [invoice], [record('2026-01-01', 40)], true],
    ['settled', [], [record('2026-01-01', 100)], true],
  ] as const)('is %s by what was invoiced and paid', (status, invoices, records, isBadDebt) => {
    expect(paymentStatusOf({ amount: cny(100), invoices, records }, isBadDebt)).toBe(status);
    expect(isPaymentClosed(status)).toBe(status === 'settled' || status === 'bad_debt');
  });
});

describe('the totals of a plan', () => {
  const line = (direction: 'pay' | 'receive', amount: Money, ...paid: readonly number[]) => ({ direction, dueOn: null, money: { condition: '', shareBasisPoints: null, amount, status: 'pending' as const, invoices: [], records: paid.map((minor) => record('2026-01-01', minor)) } });

  test('add nothing that comes back to what is paid out, nor one currency to another, nor what is withheld', () => {
    const plan = [line('pay', cny(100), 40), line('receive', cny(20), 20), line('pay', { minor: 7, currency: 'USD' }), line('pay', cny(50), 10), { direction: 'pay' as const, dueOn: null, money: withheld }];
    expect(totalsOf(plan).map(({ lines, ...sum }) => ({ ...sum, count: lines.length }))).toEqual([
      { direction: 'pay', currency: 'CNY', planned: 150, paid: 50, count: 2 },
      { direction: 'pay', currency: 'USD', planned: 7, paid: 0, count: 1 },
      { direction: 'receive', currency: 'CNY', planned: 20, paid: 20, count: 1 },
    ]);
  });
});

test('shares of 100 % together are the sum to the cent, and each is right to the cent', () => {
  expect([shareOf(cny(123_455), 3000), shareOf(cny(123_455), 7000, 3000)]).toEqual([cny(37_037), cny(86_418)]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 6 }), (minor, cuts) => {
      const ends = [...new Set(cuts), 10_000].toSorted((one, other) => one - other);
      const parts = ends.map((end, index) => shareOf(cny(minor), end - (ends[index - 1] ?? 0), ends[index - 1] ?? 0).minor);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(minor);
      for (const [index, end] of ends.entries()) expect(Math.abs((parts[index] ?? 0) - (minor / 10_000) * (end - (ends[index - 1] ?? 0)))).toBeLessThanOrEqual(2);
    }),
  );
});

describe('money by month', () => {
  const months = fc.integer({ min: 0, max: 30 }).map((index) => `20${24 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-15` as Day);
  const line = fc.record({ dueOn: months, minor: fc.integer({ min: 1, max: 1e9 }), paid: fc.array(fc.tuple(months, fc.integer({ min: 1, max: 1e9 })), { maxLength: 3 }) });

  test('ends with everything that was planned and paid, grows only, and leaves no month out', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const plan = lines.map(({ dueOn, minor, paid }) => ({ dueOn, money: { amount: cny(minor), records: paid.map(([on, sum]) => record(on, sum)) } }));
        const result = moneyByMonth(plan);
        expect(result.at(-1)).toMatchObject({ planned: lines.reduce((sum, { minor }) => sum + minor, 0), actual: plan.reduce((sum, { money }) => sum + paidMinor(money), 0) });
        for (const [index, one] of result.entries()) {
          const before = result[index - 1];
          if (before === undefined) continue;
          expect(one.planned >= before.planned && one.actual >= before.actual).toBe(true);
          const step = Number(one.month.slice(0, 4)) * 12 + Number(one.month.slice(5)) - Number(before.month.slice(0, 4)) * 12 - Number(before.month.slice(5));
          expect(step).toBe(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of nothing is nothing', () => {
    expect(moneyByMonth([])).toEqual([]);
  });
});

test('a service level that includes its target counts missed periods, those in a row, and what they cost', () => {
  const measured = (...values: readonly number[]) => values.map((value, index) => ({ periodStart: `2026-0${index + 1}-01` as Day, value, period: 'month' as const }));
  expect(slaResult({ comparison: 'atLeast', target: 99.9, measurements: measured(99.9, 99.5, 100, 99.8, 99.1) }, cny(500_00))).toEqual({ measured: 5, missed: 3, missedInARow: 2, credit: cny(1500_00) });
  expect(slaResult({ comparison: 'atMost', target: 4, measurements: measured(4, 3) }, null)).toEqual({ measured: 2, missed: 0, missedInARow: 0, credit: null });
  expect(slaResult({ comparison: 'atMost', target: 4, measurements: [] }, null)).toMatchObject({ measured: 0, missedInARow: 0 });
});

test('a period is measured once: another that shares a day with it is told by the one that is there', () => {
  const quarterly = { period: 'quarter' as const, measurements: [{ periodStart: '2026-04-01' as Day, value: 1, period: 'quarter' as const }] };
  const overlapped = (start: string) => overlappedPeriod(quarterly, start as Day);
  expect(['2026-01-02', '2026-05-01', '2026-06-30'].map(overlapped)).toEqual(['2026-04-01', '2026-04-01', '2026-04-01']);
  expect(['2026-01-01', '2026-04-01', '2026-07-01'].map(overlapped)).toEqual([null, null, null]);
  // Measured by the quarter, and by the month from then on.
  expect(overlappedPeriod({ ...quarterly, period: 'month' }, '2026-06-01' as Day)).toBe('2026-04-01');
  expect(overlappedPeriod({ ...quarterly, period: 'month' }, '2026-07-01' as Day)).toBeNull();
  // The other way round; and what stands may be corrected, also where two overlap from before.
  const monthly = { period: 'quarter' as const, measurements: ['2026-05-01', '2026-05-15', '2026-06-01'].map((on) => ({ periodStart: on as Day, value: 1, period: 'month' as const })) };
  expect(['2026-07-01', '2026-05-15', '2026-04-01'].map((on) => overlappedPeriod(monthly, on as Day))).toEqual([null, null, '2026-05-01']);
});

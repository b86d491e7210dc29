import { addMonths, type Day } from '../../kernel/day.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { isWithheld } from '../../kernel/withheld.ts';
import { moneyDirections, type Metric, type Payment, type PaymentMoney, type PaymentStatus } from './model.ts';

type Paid = Pick<PaymentMoney, 'amount' | 'invoices' | 'records'>;

/** What was paid, in minor units of the plan's currency. */
export function paidMinor({ records }: Pick<PaymentMoney, 'records'>): number {
  return records.reduce((sum, { minor }) => sum + minor, 0);
}

/** What follows from invoices and records (domain.md); only `bad_debt` is said by a person, and payment undoes it. */
export function paymentStatusOf(money: Paid, isBadDebt: boolean): PaymentStatus {
  const paid = paidMinor(money);
  if (paid >= money.amount.minor) return 'settled';
  if (isBadDebt) return 'bad_debt';
  if (paid > 0) return 'partial';
  return money.invoices.length > 0 ? 'invoiced' : 'pending';
}

/** Whether nothing more is awaited: paid, or given up. */
export function isPaymentClosed(status: PaymentStatus): boolean {
  return status === 'settled' || status === 'bad_debt';
}

/**
 * A share of a sum in hundredths of a percent, after so much of it went to the shares before: each is rounded up to its end,
 * so that shares of 100 % together are the sum to the cent, whatever each is.
 */
export function shareOf(sum: Money, basisPoints: number, before = 0): Money {
  // Exact for sums that a product with ten thousand would carry beyond a safe integer.
  const upTo = (points: number) => Number((BigInt(sum.minor) * BigInt(points) + 5_000n) / 10_000n);
  return { ...sum, minor: upTo(before + basisPoints) - upTo(before) };
}

export interface PaymentTotal {
  readonly direction: Payment['direction'];
  readonly currency: Currency;
  readonly planned: number;
  readonly paid: number;
  readonly lines: readonly { readonly dueOn: Day | null; readonly money: PaymentMoney }[];
}

/** What is planned and paid, for each direction and currency: what comes back, as a deposit, adds to nothing that is paid out. Nothing of what is withheld. */
export function totalsOf(payments: readonly Pick<Payment, 'direction' | 'dueOn' | 'money'>[]): readonly PaymentTotal[] {
  return moneyDirections.flatMap((direction) => {
    const ofDirection = payments.flatMap(({ direction: one, dueOn, money }) => (one !== direction || isWithheld(money) ? [] : [{ dueOn, money }]));
    return [...Map.groupBy(ofDirection, ({ money }) => money.amount.currency)].map(([currency, lines]) => ({
      direction,
      currency,
      planned: lines.reduce((sum, { money }) => sum + money.amount.minor, 0),
      paid: lines.reduce((sum, { money }) => sum + paidMinor(money), 0),
      lines,
    }));
  });
}

export interface MoneyMonth {
  /** YYYY-MM. */
  readonly month: string;
  /** Running totals at the end of the month, in minor units. */
  readonly planned: number;
  readonly actual: number;
}

/** Planned and actual money as running totals, month by month without a gap, in one currency. Lines without a day are left out. */
export function moneyByMonth(lines: readonly { readonly dueOn: Day | null; readonly money: Pick<PaymentMoney, 'amount' | 'records'> }[]): readonly MoneyMonth[] {
  const planned = lines.flatMap(({ dueOn, money }) => (dueOn === null ? [] : [{ month: dueOn.slice(0, 7), minor: money.amount.minor }]));
  const actual = lines.flatMap(({ money }) => money.records.map(({ paidOn, minor }) => ({ month: paidOn.slice(0, 7), minor })));
  const months = [...planned, ...actual].map(({ month }) => month).toSorted();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const upTo = (list: typeof planned, month: string) => list.reduce((sum, one) => (one.month <= month ? sum + one.minor : sum), 0);
  const result: MoneyMonth[] = [];
  for (let month = first; month <= last && result.length < 600; month = monthAfter(month)) {
    result.push({ month, planned: upTo(planned, month), actual: upTo(actual, month) });
  }
  return result;
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
}

export interface SlaResult {
  readonly measured: number;
  readonly missed: number;
  /** Periods missed one after another up to the latest: two of them ask for a review (domain.md, rule 11). */
  readonly missedInARow: number;
  /** What the missed periods cost together; null where nothing is agreed. */
  readonly credit: Money | null;
}

/** Whether a value keeps a target; the target itself is kept (Civil Code art. 1259: 以上、以下 include the number). */
export function keepsTarget({ comparison, target }: Pick<Metric, 'comparison' | 'target'>, value: number): boolean {
  return comparison === 'atLeast' ? value >= target : value <= target;
}

const monthsOfPeriod: Readonly<Record<Metric['period'], number>> = { month: 1, quarter: 3, year: 12 };

/** The beginning of a measured period that another, of which a day is the first, would overlap: measured twice, a miss would cost twice. Null where none does. */
export function overlappedPeriod({ period, measurements }: Pick<Metric, 'period' | 'measurements'>, start: Day): Day | null {
  // What is measured already may be corrected.
  if (measurements.some(({ periodStart }) => periodStart === start)) return null;
  const end = addMonths(start, monthsOfPeriod[period]);
  return measurements.find((one) => one.periodStart < end && start < addMonths(one.periodStart, monthsOfPeriod[one.period]))?.periodStart ?? null;
}

/** What came of the measured periods, given in order of time. `credit` is what one missed period costs. */
export function slaResult(metric: Pick<Metric, 'comparison' | 'target' | 'measurements'>, credit: Money | null): SlaResult {
  const kept = metric.measurements.map(({ value }) => keepsTarget(metric, value));
  const missed = kept.filter((one) => !one).length;
  return {
    measured: kept.length,
    missed,
    missedInARow: kept.length - 1 - kept.lastIndexOf(true),
    credit: credit === null ? null : { ...credit, minor: credit.minor * missed },
  };
}

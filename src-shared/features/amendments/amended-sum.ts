import { parseMoney, type Currency, type Money, type MoneyTextError } from '../../kernel/money.ts';
import type { RecordAmount } from '../contracts/record.ts';
import { withoutTax, withTax } from '../contracts/record-rules.ts';
import { readRate } from '../contracts/tax-rate.ts';

export const sumFields = ['inclusive', 'exclusive', 'taxRate'] as const;
export type SumField = (typeof sumFields)[number];

/** A sum as it is typed into an amendment; what is left empty stays, or follows from the rest. */
export interface SumTyped extends Readonly<Record<SumField, string>> {
  readonly currency: Currency;
}

export type SumProblem = Exclude<MoneyTextError, 'EMPTY'> | 'NOT_A_RATE' | 'OUT_OF_RANGE' | 'REQUIRED';

export interface SumRead {
  /** The whole new sum; null while nothing is typed, or what is can't be one. */
  readonly amount: RecordAmount | null;
  readonly problems: Partial<Readonly<Record<SumField, SumProblem>>>;
}

/**
 * The sum that an amendment makes of the present one. With and without tax stay consistent by the record's own rule,
 * incl = excl x (1 + rate): the one that isn't typed is reckoned from the other and the rate, the new one or the present.
 * Without a rate, or with nothing but another rate for a sum that is known both ways, it is asked for (REQUIRED).
 */
export function readSum({ currency, ...texts }: SumTyped, before: RecordAmount | null): SumRead {
  const [inclusive, exclusive, rate] = [moneyOf(texts.inclusive, currency), moneyOf(texts.exclusive, currency), readRate(texts.taxRate)];
  const problems = {
    ...('problem' in inclusive ? { inclusive: inclusive.problem } : {}),
    ...('problem' in exclusive ? { exclusive: exclusive.problem } : {}),
    ...('problem' in rate ? { taxRate: rate.problem } : {}),
  };
  if ('problem' in inclusive || 'problem' in exclusive || 'problem' in rate) return { amount: null, problems };
  if (inclusive.value === null && exclusive.value === null && rate.value === null) return { amount: null, problems };
  const taxBasisPoints = rate.value ?? before?.taxBasisPoints ?? null;
  const total = inclusive.value ?? totalOf(exclusive.value, taxBasisPoints, currency, before);
  if (total === null || !Number.isSafeInteger(total.minor)) return { amount: null, problems: { inclusive: total === null ? 'REQUIRED' : 'TOO_LARGE' } };
  const isKnownWithout = before !== null && before.exclusiveMinor !== null;
  if (exclusive.value === null && isKnownWithout && taxBasisPoints === null) return { amount: null, problems: { exclusive: 'REQUIRED' } };
  const exclusiveMinor = exclusive.value?.minor ?? (isKnownWithout && taxBasisPoints !== null ? withoutTax(total.minor, taxBasisPoints) : null);
  return { amount: { inclusive: total, exclusiveMinor, taxBasisPoints, basis: before?.basis ?? 'fixed' }, problems };
}

/** The sum with tax where it isn't typed: reckoned, or the present one where only the rate of it changes. */
function totalOf(exclusive: Money | null, taxBasisPoints: number | null, currency: Currency, before: RecordAmount | null): Money | null {
  if (exclusive !== null) return taxBasisPoints === null ? null : { minor: withTax(exclusive.minor, taxBasisPoints), currency };
  return before !== null && before.exclusiveMinor === null && before.inclusive.currency === currency ? before.inclusive : null;
}

function moneyOf(text: string, currency: Currency): { readonly value: Money | null } | { readonly problem: Exclude<MoneyTextError, 'EMPTY'> } {
  const parsed = parseMoney(text, currency);
  if (parsed.ok) return { value: parsed.value };
  return parsed.error.code === 'EMPTY' ? { value: null } : { problem: parsed.error.code };
}

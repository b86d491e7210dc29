import type { Payment } from '#shared/features/fulfilment/model.ts';
import { paidMinor } from '#shared/features/fulfilment/money-rules.ts';
import type { Currency } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';

export interface PaymentTotal {
  readonly currency: Currency;
  readonly planned: number;
  readonly paid: number;
}

/** What is planned and paid, for each currency; nothing of what is withheld. */
export function totalsOf(payments: readonly Payment[]): readonly PaymentTotal[] {
  const open = payments.flatMap(({ money }) => (isWithheld(money) ? [] : [money]));
  return [...Map.groupBy(open, ({ amount }) => amount.currency)].map(([currency, lines]) => ({
    currency,
    planned: lines.reduce((sum, { amount }) => sum + amount.minor, 0),
    paid: lines.reduce((sum, line) => sum + paidMinor(line), 0),
  }));
}

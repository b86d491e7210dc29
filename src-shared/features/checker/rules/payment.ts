import type { Rule } from '../model.ts';
import { noDueDate } from './payment/p01-no-due-date.ts';
import { triggerWithoutClock } from './payment/p02-trigger-without-clock.ts';
import { payWhenPaid } from './payment/p03-pay-when-paid.ts';
import { instalments } from './payment/p04-instalments.ts';
import { payeeAccount } from './payment/p05-payee-account.ts';
import { taxSilent } from './payment/p06-tax.ts';
import { latePayment } from './payment/p07-late-payment.ts';
import { deposit } from './payment/p08-deposit.ts';
import { penalty } from './payment/p09-penalty.ts';
import { exchangeRate } from './payment/p10-exchange-rate.ts';

/** 付款条件模糊: how much, when, to whom, with what tax, and what follows a delay. */
export const paymentRules: readonly Rule[] = [noDueDate, triggerWithoutClock, payWhenPaid, instalments, payeeAccount, taxSilent, latePayment, deposit, penalty, exchangeRate];

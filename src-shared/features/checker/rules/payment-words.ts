import type { ScannedClause, Sentence } from '../model.ts';
import { sentencesThatMayHold, trigger } from '../triggers/triggers.ts';
import { factOf } from './find.ts';

/** A sentence of payment, not of penalties, interest or the way of paying. */
export const paysZh = trigger(/支付|付款|付清|结清|缴纳|缴付|汇付|付至/u);
export const paysEn = trigger(/\b(?:pay|pays|paid|paying|payments?|payable|remits?|remitted)\b/iu);
/** Where a sentence speaks of paying, in either language. */
export const paysAt = new RegExp(`${paysZh.source}|${paysEn.source}`, 'iu');
export const owed = /\d\s{0,4}%|货款|价款|合同款|总价|费用|费|租金|酬金|报酬|尾款|余款|佣金|工程款|进度款|预付款|首付款|款项|\b(?:price|fees?|rent|amount|sum|invoices?|charges|commission|balance|remuneration|install?ments?|deposit)\b/iu;
export const notOwed = /无须|无需|不必|不再|不得|不予|违约金|赔偿|罚|利息|滞纳金|支付方式|付款方式|税费由|费用由|垫付|\b(?:liquidated damages|late|overdue|for each day|interest|penalt\w{1,20}|indemnif\w{1,20}|compensat\w{1,20}|method of payment|late payment|not be (?:obliged|required))\b/iu;

/** Parts of a sentence that speak of other money: who bears costs, what the law has one pay to the state, whether one is able to pay. */
const aside = /费用由|税费由|依法[^,;]{0,12}(?:缴纳|缴付)|缴纳[^,;]{0,12}(?:税|社会保险|公积金)|支付[^,;]{0,10}能力/u;

/** Whether a sentence lays down that a price is paid. */
export function isPayment({ plain, language }: Sentence): boolean {
  // 「甲方应付清顾问费，差旅费用由乙方承担」: who bears other costs doesn't unsay the payment.
  const own = aside.test(plain) ? plain.split(/[,;]/u).filter((part) => !aside.test(part)).join(',') : plain;
  return (language === 'zh' ? paysZh : paysEn).test(own) && owed.test(own) && !notOwed.test(own);
}

/** The sentences of a clause that lay down that a price is paid. */
export function paymentsIn(clause: ScannedClause): readonly Sentence[] {
  return factOf(clause, findPayments);
}

function findPayments(clause: ScannedClause): readonly Sentence[] {
  return sentencesThatMayHold(clause, paysZh, paysEn).filter(isPayment);
}

/** Whether a sentence of payment makes somebody pay: it binds, or names what is paid when. */
export function makesPay({ binds, plain }: Sentence): boolean {
  return binds || /\d[\d,.]{0,20}\s{0,4}(?:%|万?元)/u.test(plain);
}

/** A time by which something is paid: a number of days, a date, or an event of the contract. */
export const dueTime =
  /\d\s{0,4}(?:个?(?:工作日|自然日|日|天|周|月|年|季度))|[一二三四五六七八九十]{1,3}\s{0,4}(?:个?(?:工作日|自然日|日|天|周|个月|月))|\d{4}\s{0,4}年|\d{4}-\d{2}|每[月季年半]|按[月季年]|当[日天月]|次月|月底|之?前\s{0,4}(?:一次性)?|(?:签订|生效|签署|交付|到货|验收|完成|完工|竣工|收到|开具|安装|上线|交货|提货|签收|期满|届满|合格)[^,.;]{0,12}(?:后|时|日)|\b(?:within|net|not later than|no later than|on or before|by the|before|in advance|monthly|quarterly|annually|each month|upon|on (?:signing|signature|delivery|acceptance)|after|at the (?:beginning|end)|due on|anniversary)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d/iu;

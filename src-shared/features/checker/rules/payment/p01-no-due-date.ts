import type { ClauseRule } from '../../model.ts';
import { hitAt, isAbout } from '../find.ts';
import { dueTime, paymentsIn, paysAt, paysEn, paysZh } from '../payment-words.ts';
import { replaceWith, insertAfter } from '../wording.ts';

const vague = /尽快|及时|适时|合理期限|合理时间|尽早|\b(?:promptly|timely|in a timely manner|as soon as (?:possible|practicable)|in due course|reasonable time)\b/iu;

// 「每年10万元」 is a price, not a time to pay it.
const periodPrice = /每[月年季日天]\s{0,4}(?:人民币)?\s{0,4}\d[\d,.]{0,20}\s{0,4}万?元/u;

// What was paid, or will have to be, as the measure of something else: 100% of the fees paid, any sum payable, has paid the price.
const paidAlready = /\b(?:price|fees?|rent|amounts?|sums?|charges|commission|invoices?|deposit)(?: (?:that (?:is|are|was|were)|so|actually|already|previously|otherwise|properly)){0,2} (?:paid|payable)\b|\b(?:has|have|having|had)(?: been| not| fully| already){0,2} (?:paid|remitted)\b/giu;
const termOfPayment = /(?:付款|支付)(?:期限|时间|日期|期)\s{0,4}(?:[::为是]|应)/u;

/** P01: a price is to be paid, and nobody says when (Civil Code art. 511(4), 626). */
export const noDueDate: ClauseRule = {
  id: 'P01',
  kind: 'payment',
  severity: 'block',
  bases: ['civilCode511', 'civilCode628'],
  scope: 'clause',
  triggers: [paysZh, paysEn],
  check: (clause) => {
    const all = paymentsIn(clause);
    // What is settled when the contract ends has its own time there.
    if (all.length === 0 || isAbout(clause, /解除|终止|后果|terminat|rescission|consequence/iu)) return [];
    const undated = all.filter(({ binds, plain }) => binds && !dueTime.test(plain.replace(periodPrice, '')) && paysAt.test(plain.replace(paidAlready, '')));
    if (undated.length === 0) return [];
    const isDatedElsewhere = all.some(({ plain }) => dueTime.test(plain)) || clause.sentences.some(({ plain }) => termOfPayment.test(plain) && dueTime.test(plain)) || /付款计划|分期|下列(?:方式|时间|期限)|如下|payment schedule|as follows|install?ments?/iu.test(clause.plain);
    return undated.flatMap((sentence) => {
      const uncertain = vague.exec(sentence.plain);
      if (uncertain === null && isDatedElsewhere) return [];
      const found = uncertain ?? paysAt.exec(sentence.plain);
      if (found === null) return [];
      const span = { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
      const fix = uncertain === null ? insertAfter('paymentDue', sentence) : replaceWith('paymentDays', sentence);
      return [hitAt(span, { parameters: { words: found[0] }, fix })];
    });
  },
};

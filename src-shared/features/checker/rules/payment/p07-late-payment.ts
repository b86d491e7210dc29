import type { ScannedClause, TextRule } from '../../model.ts';
import { factOf, firstOf, hitAt } from '../find.ts';
import { makesPay, paymentsIn, paysEn, paysZh } from '../payment-words.ts';
import { insertAfter } from '../wording.ts';
import { holds, sentencesThatMayHold, trigger } from '../../triggers/triggers.ts';

interface Note {
  readonly payment: { readonly start: number; readonly end: number; readonly language: 'zh' | 'en' } | null;
  readonly hasConsequence: () => boolean;
}

const late = trigger(/(?:逾期|迟延|延迟|未按[^.;,]{0,12}|不按[^.;,]{0,8})[^.;,]{0,16}(?:付款|支付|交租|缴纳)|逾期(?![交竣完供到提开归返发])(?:[^.;]|\.\d){0,40}(?:违约金|利息|滞纳金)|(?:付款|支付)逾期|(?:任何一方|一方|任一方)[^.;]{0,12}(?:违约|逾期)(?:[^.;]|\.\d){0,40}违约金|\b(?:late|overdue|delay(?:ed)?) (?:in )?(?:pay\w{0,12}|amounts?|sums?|rent|fees?|charges?)|\b(?:fails?|failure) to pay\b|\binterest\b[^.;]{0,40}\b(?:overdue|late|unpaid|outstanding)\b|\bnot paid\b/iu);

const nothing = /免息|不(?:承担|计|支付|付)[^,.;]{0,6}(?:利息|违约金|责任)|\b(?:no|without) interest\b/iu;

/** P07: nothing follows when a payment is late (Civil Code art. 579, 585). */
export const latePayment: TextRule<Note> = {
  id: 'P07',
  kind: 'payment',
  severity: 'medium',
  bases: ['civilCode585'],
  scope: 'text',
  triggers: [paysZh, paysEn, late],
  collect: (clause) => {
    const payment = clause.kind === 'clause' ? paymentsIn(clause).find(makesPay) : undefined;
    return { payment: payment === undefined ? null : { start: payment.start, end: payment.end, language: payment.language }, hasConsequence: () => factOf(clause, punishesLateness) };
  },
  conclude: (notes) => {
    const first = firstOf(notes, (note) => note.payment);
    if (first === undefined || notes.some(({ note }) => note.hasConsequence())) return [];
    return [{ clause: first.clause, ...hitAt(first.found, { fix: insertAfter('latePayment', first.found) }) }];
  },
};

function punishesLateness(clause: ScannedClause): boolean {
  return holds(clause, late) && sentencesThatMayHold(clause, late).some(({ plain }) => late.test(plain) && !nothing.test(plain));
}

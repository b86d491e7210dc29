import type { ScannedClause, TextRule } from '../../model.ts';
import { firstIn, type Match } from '../find.ts';
import { firstUnless } from '../first-unless.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

const price = trigger(/(?:总价款?|价款|总金额|合同金额|货款|总计|租金|单价|报酬|费用|(?<=[\u4E00-\u9FFF])费)[^.;\n]{0,24}?\d[\d,.]{0,20}\s{0,4}(?:万?元|美元)|\b(?:price|fees?|charges?|rent|amount)\b[^.;\n]{0,40}?\d[\d,.]{0,20}/giu);
const tax = trigger(/含税|税率|增值税|税费|税金|税款|免税|发票|\b(?:tax|taxes|VAT|GST|duties)\b/iu);

/** P06: a price, and not a word on tax. */
export const taxSilent: TextRule<ScannedClause> = {
  id: 'P06',
  kind: 'payment',
  severity: 'medium',
  bases: ['practiceTax'],
  scope: 'text',
  triggers: [price, tax],
  // Where one clause speaks of tax, nobody asks for the price.
  collect: (clause) => clause,
  conclude: (notes) => firstUnless(notes, isTaxed, priceIn, 'tax'),
};

function isTaxed(clause: ScannedClause): boolean {
  return holds(clause, tax);
}

function priceIn(clause: ScannedClause): Match | null {
  return firstIn(clause, price, ({ plain }) => !/违约金|赔偿|押金|damages|penalt|deposit/iu.test(plain)) ?? null;
}

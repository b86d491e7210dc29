import type { TextRule } from '../../model.ts';
import { firstIn, firstOf, hitAt } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

interface Note {
  readonly price: { readonly start: number; readonly end: number; readonly language: 'zh' | 'en' } | null;
  readonly isTaxed: boolean;
}

const price = trigger(/(?:总价款?|价款|总金额|合同金额|货款|总计|租金|单价|报酬|费用|(?<=[\u4E00-\u9FFF])费)[^.;\n]{0,24}?\d[\d,.]{0,20}\s{0,4}(?:万?元|美元)|\b(?:price|fees?|charges?|rent|amount)\b[^.;\n]{0,40}?\d[\d,.]{0,20}/giu);
const tax = trigger(/含税|税率|增值税|税费|税金|税款|免税|发票|\b(?:tax|taxes|VAT|GST|duties)\b/iu);

/** P06: a price, and not a word on tax. */
export const taxSilent: TextRule<Note> = {
  id: 'P06',
  kind: 'payment',
  severity: 'medium',
  bases: ['practiceTax'],
  scope: 'text',
  triggers: [price, tax],
  collect: (clause) => {
    const first = firstIn(clause, price, ({ plain }) => !/违约金|赔偿|押金|damages|penalt|deposit/iu.test(plain));
    const isTaxed = holds(clause, tax);
    return first === undefined && !isTaxed ? null : { price: first === undefined ? null : { start: first.start, end: first.end, language: first.sentence.language }, isTaxed };
  },
  conclude: (notes) => {
    const first = firstOf(notes, (note) => note.price);
    if (first === undefined || notes.some(({ note }) => note.isTaxed)) return [];
    return [{ clause: first.clause, ...hitAt(first.found, { fix: insertAfter('tax', first.found) }) }];
  },
};

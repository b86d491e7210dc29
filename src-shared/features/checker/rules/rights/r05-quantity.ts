import type { ScannedClause, TextRule } from '../../model.ts';
import { factOf, firstIn, hitAt, matchesIn, type Match } from '../find.ts';
import { firstUnless } from '../first-unless.ts';
import { replaceWith } from '../wording.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

const vague = trigger(/若干|一批(?!次)|适量|数量\s{0,4}:\s{0,4}\d(?:[\d,.]{0,20}\d)?(?=\s{0,4}(?:[,.;\n]|$))|\b(?:a number of|a quantity of|several|some)\b|\bquantity\s{0,4}:\s{0,4}\d(?:[\d,.]{0,20}\d)?(?=\s{0,4}(?:[.;\n]|$))/giu);
const goods = trigger(/交货|送货|发货|供货|交付(?:货物|产品|设备|标的物)|\bdeliver(?:s|y of)? (?:the )?(?:goods|products|equipment)\b/giu);
const place = trigger(/地点|送至|送到|运至|运到|运抵|送往|交货地|仓库|工厂|自提|住所|指定(?:的)?(?:地址|场所|收货)|港|车站|机场|工地|现场|\b(?:FOB|CIF|CFR|EXW|DDP|DAP|FCA|CPT|warehouse|premises|address|place of delivery|site|port)\b/iu);

/** R05: how many of what, or where, is left open (Civil Code art. 470(3), 511(3)). */
export const quantityOrPlace: TextRule<ScannedClause> = {
  id: 'R05',
  kind: 'rights',
  severity: 'medium',
  bases: ['civilCode470', 'civilCode511'],
  scope: 'text',
  triggers: [vague, goods, place],
  collect: (clause) => (clause.kind === 'signature' || clause.kind === 'title' ? null : clause),
  conclude: (notes) => [
    ...notes.flatMap(({ clause, note }) => factOf(note, vagueIn).map((one) => ({ clause, ...hitAt(one, { fix: replaceWith('quantity', one.sentence) }) }))),
    ...firstUnless(notes, hasPlace, deliveryIn, 'place'),
  ],
};

function hasPlace(clause: ScannedClause): boolean {
  return holds(clause, place);
}

function deliveryIn(clause: ScannedClause): Match | null {
  return firstIn(clause, goods, ({ binds }) => binds) ?? null;
}

function vagueIn(clause: ScannedClause): readonly Match[] {
  return matchesIn(clause, vague, ({ plain }) => /标的|货|产品|设备|供|数量|deliver|supply|goods|quantity|sell|purchase/iu.test(plain));
}

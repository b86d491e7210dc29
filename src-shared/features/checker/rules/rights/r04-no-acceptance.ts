import type { ScannedClause, TextRule } from '../../model.ts';
import { firstIn, type Match } from '../find.ts';
import { firstUnless } from '../first-unless.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

const delivers = trigger(/交付|交货|送货|供货|送到|送至|运至|运到|\bdeliver(?:y|s|ed)?\b/giu);
const acceptance = trigger(/验收|检验|查验|化验|确认书|书面确认|视为确认|\b(?:accept(?:ance|ed)?|inspect(?:ion|ed)?|test(?:s|ing)?)\b/iu);

/** R04: something is delivered and nobody is to say whether it is good (Civil Code art. 620 to 624). */
export const noAcceptance: TextRule<ScannedClause> = {
  id: 'R04',
  kind: 'rights',
  severity: 'high',
  bases: ['civilCode620'],
  scope: 'text',
  triggers: [delivers, acceptance],
  // Where one clause has something accepted, nobody asks what is delivered.
  collect: (clause) => (clause.kind === 'clause' || clause.kind === 'table' ? clause : null),
  conclude: (notes) => firstUnless(notes, accepts, deliveryIn, 'acceptance'),
};

function accepts(clause: ScannedClause): boolean {
  return holds(clause, acceptance);
}

function deliveryIn(clause: ScannedClause): Match | null {
  return firstIn(clause, delivers, ({ binds, plain }) => binds && !/资料|文件|钥匙|通知|发票|\b(?:invoice|notice|documents?)\b/iu.test(plain)) ?? null;
}

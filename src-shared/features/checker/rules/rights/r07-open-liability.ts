import type { ClauseRule } from '../../model.ts';
import { firstOfEach, hitAt, matchesIn } from '../find.ts';
import { replaceWith } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const open = trigger(
  /承担(?:由此(?:产生|引起|造成)的|[^,.;]{1,8}的)?(?:相应|相关|一切|全部|法律)的?(?:法律|违约|赔偿|经济|民事|安全|质量)*(?:责任|后果|损失)|依法承担[^,.;]{0,8}责任|依法(?:予以)?赔偿|\b(?:bears?|assumes?) (?:all|corresponding|relevant|full|any) (?:liabilit\w{1,20}|responsibilit\w{1,20}|consequences|losses)\b|\b(?:shall|will) be (?:fully |solely )?(?:liable|responsible) for (?:all|any)\b/giu,
);
const counted = /\d[\d,.]{0,20}\s{0,4}(?:%|‰|元|万)|[百千万]分之|违约金(?:为|按|计算|以)|赔偿(?:范围|金额|总额)|上限|律师费|(?:per cent|percent|\bcap\b|not exceed|up to|liquidated damages of|legal fees|attorney(?:s['’]?|['’]s)? fees)/iu;

/** R07: a liability without amount, rate or formula (Civil Code art. 584, 585). */
export const openLiability: ClauseRule = {
  id: 'R07',
  kind: 'rights',
  severity: 'high',
  bases: ['civilCode584', 'civilCode585'],
  scope: 'clause',
  triggers: [open],
  check: (clause) => {
    const found = firstOfEach(matchesIn(clause, open));
    return found.length === 0 || counted.test(clause.plain) ? [] : found.map((match) => hitAt(match, { parameters: { words: match.text }, fix: replaceWith('liability', match.sentence) }));
  },
};

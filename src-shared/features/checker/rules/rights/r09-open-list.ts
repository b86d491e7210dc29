import type { ClauseRule } from '../../model.ts';
import { hitAt, isAbout, matchesIn } from '../find.ts';
import { replaceWith } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const scope = /范围|服务内容|工作内容|服务项目|标的|费用|价款|价格|报酬|\b(?:scope|services|products?|territor\w{1,4}|appoints?|sells?|work|goods|fees?|price|charges|remuneration)\b/iu;
const open = trigger(/包括但不限于|包含但不限于|等等|(?<=[\u4E00-\u9FFF)])(?<![平同相对上中下初高何])等(?=(?:费用|服务|工作|事项|内容|设备|产品|材料)?\s{0,4}(?:[,.;)]|$))|\bincluding,? (?:but not limited to|without limitation)\b|\betc\.?(?=[\s,;).]|$)|\band so on\b/giu);

/** R09: a list that is left open where it says what is owed or what it costs. */
export const openList: ClauseRule = {
  id: 'R09',
  kind: 'rights',
  severity: 'medium',
  bases: ['civilCode470'],
  scope: 'clause',
  triggers: [open],
  check: (clause) => {
    const found = clause.kind === 'clause' ? matchesIn(clause, open) : [];
    if (found.length === 0 || !isAbout(clause, scope) || isAbout(clause, /责任|违约|保密|不可抗力|\b(?:liabilit|confidential|force majeure|breach)/iu)) return [];
    return found.map((match) => hitAt(match, { parameters: { words: match.text }, fix: replaceWith('closedList', match.sentence) }));
  },
};

import type { ClauseRule } from '../../model.ts';
import { defined, hitAt, matchesIn, measured, normed, wordList } from '../find.ts';
import { replaceWith } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const zh = [
  '优质', '良好', '令人满意', '满意的', '满意', '酌情', '原则上', '一般情况下', '通常情况下', '基本符合', '基本完成', '基本合格', '基本达到', '合理费用', '合理的费用', '视情况',
  '视具体情况', '适当', '相关费用', '有关费用', '相关标准', '有关标准', '相关要求', '有关要求', '较高', '较好', '先进水平', '专业水准', '行业惯例',
];
const en = [
  'satisfactory', 'adequate', 'adequately', 'appropriate', 'appropriately', 'substantially', 'generally', 'as needed', 'industry standard',
  'industry standards', 'good quality', 'high quality', 'reasonable costs', 'reasonable fees', 'professional manner', 'workmanlike manner', 'to the satisfaction of',
];
// An effort stays an effort, whatever number stands beside it.
const effortsZh = ['尽力', '尽最大努力', '合理努力'];
const effortsEn = ['best efforts', 'reasonable efforts', 'commercially reasonable efforts', 'best endeavours', 'reasonable endeavours'];
// What puts off an agreement needs no verb that binds to leave a gap.
const putOffZh = ['以实际为准', '另行协商', '另行约定', '另行商定', '协商确定'];
const putOffEn = ['mutually agreed', 'to be agreed'];
// Words that a vault added are of the first list.
const [vague, efforts, putOff] = [wordList(zh, en), wordList(effortsZh, effortsEn, { takesAdded: false }), wordList(putOffZh, putOffEn, { takesAdded: false })];
const residual = /未尽事宜|其他事项|另有约定|修改|变更|\b(?:unless|otherwise|amend)/iu;
// A number with 左右 is as vague as none.
const about = trigger(/(?:大约|约)\s{0,4}\d(?:[\d,.]{0,20}\d)?|(?:\d[\d,.]{0,20}|[一二三四五六七八九十两]{1,3})\s{0,4}[^\s,.;]{0,3}(?:左右|上下)|\b(?:approximately|about|around|roughly) \d(?:[\d,.]{0,20}\d)?/giu);

/** R03: a duty measured by a word instead of a standard (Civil Code art. 511(1)). */
export const vagueDegree: ClauseRule = {
  id: 'R03',
  kind: 'rights',
  severity: 'medium',
  bases: ['civilCode511'],
  scope: 'clause',
  triggers: [vague.own, efforts.own, putOff.own, about],
  check: (clause, settings) => {
    const isPrecise = (after: string) => measured.test(after.replace(about, ''));
    const gaps = [
      ...matchesIn(clause, vague.with(settings), ({ binds, plain }) => binds && !normed.test(plain) && !defined.test(plain)).filter(({ sentence, end }) => !isPrecise(sentence.plain.slice(end - sentence.start))),
      ...matchesIn(clause, efforts.with(settings), ({ plain }) => !defined.test(plain)),
      ...matchesIn(clause, putOff.with(settings), ({ plain }) => !residual.test(plain) && !normed.test(plain)),
    ];
    return [
      ...gaps.map((match) => hitAt(match, { parameters: { words: match.text }, fix: replaceWith('standard', match.sentence) })),
      ...matchesIn(clause, about, ({ binds }) => binds).map((match) => hitAt(match, { parameters: { words: match.text } })),
    ];
  },
};

import type { ClauseRule } from '../../model.ts';
import { firstOfEach, hitAt, matchesIn, measured } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const level = trigger(/服务水平|服务等级|服务级别|系统可用(?:性|率)|可用性|响应时间|\bSLA\b|\b(?:service levels?|uptime|availability|response times?)\b/giu);
const elsewhere = /附件|\b(?:annex|schedule|appendix|exhibit)\b/iu;
const credit = /抵扣|减免|扣减|扣除|赔偿|违约金|补偿|\b(?:credits?|refund|liquidated damages|reduction)\b/iu;

/** R08: a service level without a number, or without what follows when it is missed. */
export const serviceLevel: ClauseRule = {
  id: 'R08',
  kind: 'rights',
  severity: 'medium',
  bases: ['civilCode511'],
  scope: 'clause',
  triggers: [level],
  check: (clause) => {
    const places = firstOfEach(matchesIn(clause, level));
    // The words themselves rather than the heading above them.
    const first = places.find(({ sentence }) => sentence.start > 0) ?? places[0];
    if (first === undefined || elsewhere.test(clause.plain) || (measured.test(clause.plain) && credit.test(clause.plain))) return [];
    return [hitAt(first, { parameters: { words: first.text }, fix: insertAfter('serviceLevel', first.sentence) })];
  },
};

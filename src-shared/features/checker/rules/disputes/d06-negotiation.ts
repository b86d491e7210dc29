import type { ClauseRule } from '../../model.ts';
import { hitAt, matchesIn } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const talks = trigger(/友好协商|协商解决|\b(?:friendly|amicabl[ey]|good[- ]faith) (?:consultations?|negotiations?|settle\w{0,12}|discussions?)|\bamicably\b/giu);
const limit = /\d\s{0,4}\)?\s{0,4}(?:个?(?:工作日|日|天|月))|[一二三四五六七八九十]{1,3}\s{0,4}(?:个?(?:工作日|日|天|月))|\b(?:\d{1,12}|thirty|sixty|fifteen|ten|twenty)\b[^.;]{0,10}\bdays?\b/iu;

/** D06: talks first, for as long as it pleases the other side. */
export const negotiation: ClauseRule = {
  id: 'D06',
  kind: 'disputes',
  severity: 'info',
  bases: ['practiceDisputes'],
  scope: 'clause',
  triggers: [talks],
  check: (clause) => {
    const found = matchesIn(clause, talks).slice(0, 1);
    if (found.length === 0 || limit.test(clause.plain.replace(/第[^条]{1,6}条/gu, '')) || !/争议|纠纷|dispute/iu.test(clause.plain)) return [];
    return found.map((match) => hitAt(match, { parameters: { words: match.text }, fix: insertAfter('talksLimit', match.sentence) }));
  },
};

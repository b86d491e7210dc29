import type { ClauseRule } from '../../model.ts';
import { firstOfEach, hitAt, matchesIn } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

export const renews = trigger(/自动(?:续期|续展|延续|续约|续签|顺延|延长|续订)|\bautomatically (?:be )?(?:renew\w{0,12}|extend\w{0,12})|\bauto[- ]?renew\w{0,12}|\bshall (?:be )?renew(?:ed)? automatically\b/giu);
const length = '(?:\\d{1,12}|[一二三四五六七八九十两]{1,3}|\\b(?:one|two|three|six|twelve)\\b)\\s{0,4}(?:\\(\\d{1,12}\\)\\s{0,4})?';
const notice = new RegExp(`${length}(?:个?(?:工作日|自然日|日|天|月)|days?|months?)[^.;]{0,40}(?:通知|提出|告知|异议|表示|声明|notice|notif|written)|(?:通知|提出|notice|notif\\w{1,20})[^.;]{0,60}${length}(?:个?(?:工作日|日|天|月)|(?:calendar |business )?days?|months?)`, 'iu');
const term = new RegExp(`(?:续期|续展|延续|续约|续签|顺延|延长|续订|每次|renew\\w{0,12}|extend\\w{0,12}|successive|additional|further)[^.;]{0,40}?${length}-?\\s{0,4}(?:年|个月|months?|years?)|相同期限|同等期限|\\bsame (?:term|period)\\b`, 'iu');

/** T05: the contract renews itself, and there is no day to say no by, or no length of the new term. */
export const autoRenewal: ClauseRule = {
  id: 'T05',
  kind: 'termination',
  severity: 'high',
  bases: ['practiceRenewal'],
  scope: 'clause',
  triggers: [renews],
  check: (clause) => {
    const found = firstOfEach(matchesIn(clause, renews)).slice(0, 1);
    if (found.length === 0 || (notice.test(clause.plain) && term.test(clause.plain))) return [];
    return found.map((match) => hitAt(match, { parameters: { words: match.text }, fix: insertAfter('renewal', match.sentence) }));
  },
};

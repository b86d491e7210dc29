import type { ClauseRule } from '../../model.ts';
import { firstOfEach, hitAt, matchesIn, measured } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const endless = trigger(/不定期|无固定期限|长期有效|永久有效|直至(?:双方|任何一方)[^,.;]{0,8}终止|\b(?:indefinite(?:ly)?|perpetual(?:ly)?|until terminated)\b/giu);
const notice = /提前|通知|\bnotice\b/iu;

/** T06: no end, and no days of notice to make one (Civil Code art. 563(2)). Secrecy may last for ever. */
export const noEnd: ClauseRule = {
  id: 'T06',
  kind: 'termination',
  severity: 'medium',
  bases: ['civilCode563'],
  scope: 'clause',
  triggers: [endless],
  check: (clause) => {
    const found = firstOfEach(matchesIn(clause, endless, ({ plain }) => !/保密|秘密|知识产权|许可使用|confiden|secre|licen[cs]e/iu.test(plain)));
    if (found.length === 0 || (notice.test(clause.plain) && measured.test(clause.plain))) return [];
    return found.map((match) => hitAt(match, { parameters: { words: match.text }, fix: insertAfter('endNotice', match.sentence) }));
  },
};

import type { ClauseRule } from '../../model.ts';
import { firstOfEach, hitAt, matchesIn, measured } from '../find.ts';
import { replaceWith } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const anyTime = trigger(/(?:有权|可以?|得)?\s{0,4}随时(?:单方面?)?(?:通知[^,.;]{0,8})?(?:解除|终止)|\bterminate\b[^.;]{0,60}?\bat any time\b|\bat any time\b[^.;]{0,20}?\bterminate\b|(?:无需|无须|不需要?)(?:任何|说明)?(?:理由|原因)[^,.;]{0,12}(?:解除|终止)|\bterminate\b[^.;]{0,60}?\b(?:at its (?:sole )?discretion|without (?:giving |any )?(?:cause|reasons?)|for any reason or no reason)\b/giu);

/** T02: a way out at any time, without days of notice (Civil Code art. 563(2)). */
export const atAnyTime: ClauseRule = {
  id: 'T02',
  kind: 'termination',
  severity: 'high',
  bases: ['civilCode563'],
  scope: 'clause',
  triggers: [anyTime],
  check: (clause) =>
    firstOfEach(matchesIn(clause, anyTime, ({ plain }) => !measured.test(plain))).map((match) => hitAt(match, { parameters: { words: match.text }, fix: replaceWith('noticeDays', match.sentence) })),
};

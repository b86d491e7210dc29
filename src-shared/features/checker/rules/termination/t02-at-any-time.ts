import type { ClauseRule } from '../../model.ts';
import { firstOfEach, hitAt, matchesIn, measured, type Match } from '../find.ts';
import { replaceWith } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const anyTime = trigger(/(?:有权|可以?|(?<!不)得)?\s{0,4}随时(?:单方面?)?(?:通知[^,.;]{0,8})?(?:解除|终止)|\bterminate\b[^.;]{0,60}?\bat any time\b|\bat any time\b[^.;]{0,20}?\bterminate\b|(?:无需|无须|不需要?)(?:任何|说明)?(?:理由|原因)[^,.;]{0,12}(?:解除|终止)|\bterminate\b[^.;]{0,60}?\b(?:at its (?:sole )?discretion|without (?:giving |any )?(?:cause|reasons?)|for any reason or no reason)\b/giu);

// Neither party may terminate without cause; 不得无需理由解除. Whoever must not stand in its way gives it: 不得拒绝甲方随时解除.
const forbidden = /\b(?:not|cannot|neither party|neither of the parties|nor|no party|in no event|under no circumstances)(?: (?!(?:and|or|but|(?:prevent|hinder|restrict|object|refus)\w{0,3})\b)\w{1,20}){0,7}\s{0,2}$|(?:不得|不能|不可|不应|无权|禁止)(?!(?:拒绝|阻|妨)[^,.;、或和及且并]{0,8}$)[^,.;]{0,8}$/iu;
const withoutCause = /cause|reason|理由|原因/iu;
// What follows where somebody ends it without a cause gives nobody the right to.
const ifEnded = /\b(?:if|should|where|in the event)\b[^.;,]{0,80}$/iu;
const ifEndedZh = /^[^,.;]{0,8}(?:的|时)\s{0,2},/u;

/** T02: a way out at any time, without days of notice (Civil Code art. 563(2)). */
export const atAnyTime: ClauseRule = {
  id: 'T02',
  kind: 'termination',
  severity: 'high',
  bases: ['civilCode563'],
  scope: 'clause',
  triggers: [anyTime],
  check: (clause) =>
    firstOfEach(matchesIn(clause, anyTime, ({ plain }) => !measured.test(plain)).filter(allows)).map((match) => hitAt(match, { parameters: { words: match.text }, fix: replaceWith('noticeDays', match.sentence) })),
};

function allows({ sentence: { plain, start: from }, start, end, text }: Match): boolean {
  const before = plain.slice(Math.max(0, start - from - furthest), start - from);
  return !forbidden.test(before) && !(withoutCause.test(text) && (ifEnded.test(before) || ifEndedZh.test(plain.slice(end - from, end - from + furthest))));
}

// What forbids an end, or makes it a condition, stands no farther from it.
const furthest = 100;

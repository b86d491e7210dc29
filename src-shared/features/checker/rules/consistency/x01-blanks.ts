import type { Clause, ClauseRule } from '../../model.ts';
import { hitAt, matchesIn, type Match } from '../find.ts';
import { trigger } from '../../triggers/triggers.ts';

const blank = trigger(/_{2,}(?:\s{0,4}[年月日/.-]\s{0,4}_{2,}){0,4}|[【〔]\s{0,4}[】〕]|\[\s{0,4}[●•*]?\s{0,4}\]|\{\{[^{}\n]{0,60}\}\}|(?<![A-Za-z\d])[Xx×]{2,}(?![A-Za-z\d])|\bTB[DC]\b|(?<!等)待定|待(?:填写?|补充?|确认)(?=[\s,.;)\]】]|$)|\bto be (?:confirmed|inserted|completed)\b/gu);
// What a signature block leaves open is filled in by hand; of the plain labels only those that begin a line or a part of it.
const byHand = /盖\s{0,4}章|签\s{0,4}字|签\s{0,4}章|签\s{0,4}名|签署日期|\b(?:signature|signed|seal)\b\s{0,4}:|(?:^|[^\p{L}\s]\s{0,4})(?:date|name|title|by)\s{0,4}:/iu;
const forPen = /^(?:_|[【〔[]\s{0,4}[】〕\]])/u;

/** X01: a blank, a placeholder or a value to be settled later; in places to sign only what no pen fills in. */
export const blanks: ClauseRule = {
  id: 'X01',
  kind: 'consistency',
  severity: 'block',
  bases: ['practiceBlanks'],
  scope: 'clause',
  triggers: [blank],
  check: (clause) =>
    matchesIn(clause, blank)
      .filter((match) => !isLeftToSigners(clause, match))
      .map((match) => hitAt(match, { parameters: { words: match.text } })),
};

function isLeftToSigners({ kind }: Clause, { text, sentence }: Match): boolean {
  return forPen.test(text) && (kind === 'signature' || byHand.test(sentence.plain));
}

import type { ClauseRule } from '../../model.ts';
import { hitAt, matchesIn } from '../find.ts';

const blank = /_{2,}(?:\s{0,4}[年月日/.-]\s{0,4}_{2,}){0,4}|[【〔]\s{0,4}[】〕]|\[\s{0,4}[●•*]?\s{0,4}\]|\{\{[^{}\n]{0,60}\}\}|(?<![A-Za-z\d])[Xx×]{2,}(?![A-Za-z\d])|\bTB[DC]\b|(?<!等)待定|待(?:填|补充?|确认)(?=[\s,.;)\]】]|$)|\bto be (?:confirmed|inserted|completed)\b/gu;
// What a signature block leaves open is filled in by hand.
const byHand = /盖\s{0,4}章|签\s{0,4}字|签\s{0,4}章|签\s{0,4}名|签署日期|\b(?:signature|signed|seal|date|name|title|by)\b\s{0,4}:/iu;

/** X01: a blank, a placeholder or a value to be settled later. */
export const blanks: ClauseRule = {
  id: 'X01',
  kind: 'consistency',
  severity: 'block',
  bases: ['practiceBlanks'],
  scope: 'clause',
  check: (clause) => (clause.kind === 'signature' ? [] : matchesIn(clause, blank, ({ plain }) => !byHand.test(plain)).map((match) => hitAt(match, { parameters: { words: match.text } }))),
};

import type { ClauseRule } from '../../model.ts';
import { firstOfEach, hitAt, matchesIn } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const material = trigger(/重大违约|根本违约|严重违约|\bmaterial(?:ly)? breach\w{0,12}|\bfundamental breach\b/giu);
const explained = /是指|指的是|系指|下列情形|以下情形|下列之一|之一的|\b(?:means|defined|following events)\b|\d[^.;]{0,40}(?:纠正|改正|补救|整改|remed\w{1,20}|cured?)|(?:纠正|改正|补救|整改|remed\w{1,20}|cured?)[^.;]{0,40}\d|[一二三四五六七八九十](?:个?工作日|[日天])内[^.;]{0,20}(?:纠正|改正|补救|整改)/iu;

/** T03: a breach that ends the contract is called grave, and is neither defined nor given time to be mended. */
export const materialBreach: ClauseRule = {
  id: 'T03',
  kind: 'termination',
  severity: 'medium',
  bases: ['civilCode563'],
  scope: 'clause',
  triggers: [material],
  check: (clause) => {
    const [match] = firstOfEach(matchesIn(clause, material));
    return match === undefined || explained.test(clause.plain) ? [] : [hitAt(match, { parameters: { words: match.text }, fix: insertAfter('cure', match.sentence) })];
  },
};

import { citationSource } from '../../../laws/citations.ts';
import { repealedLaws } from '../../../laws/shipped-laws.ts';
import type { ClauseRule } from '../../model.ts';
import { hitAt, matchesIn } from '../find.ts';
import { replaceWith } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const english = String.raw`\b(?:the )?(?:PRC )?(?<!Labou?r )(?:Contract Law|General Principles of (?:the )?Civil Law|Guarant(?:ee|y) Law|Security Law|Property (?:Rights )?Law|Tort (?:Liability )?Law) of (?:the )?(?:People's Republic of China|PRC)`;
const repealed = trigger(new RegExp(`${citationSource(repealedLaws)}|${english}`, 'giu'));
const still = /原|废止|失效|repealed|former/iu;

/** X12: a law that the Civil Code replaced on 2021-01-01 (Civil Code art. 1260). */
export const repealedLaw: ClauseRule = {
  id: 'X12',
  kind: 'consistency',
  severity: 'medium',
  bases: ['civilCode1260'],
  scope: 'clause',
  triggers: [repealed],
  check: (clause) =>
    matchesIn(clause, repealed, ({ plain }) => !still.test(plain)).map((match) => hitAt(match, { parameters: { words: match.text }, fix: replaceWith('civilCode', match.sentence) })),
};

import type { ClauseRule } from '../../model.ts';
import { hitAt, matchesIn } from '../find.ts';
import { replaceWith } from '../wording.ts';

const repealed = /(?:《?(?:中华人民共和国)?(?:(?<!劳动)合同法(?!院)|民法通则|民法总则|担保法|物权法|侵权责任法|经济合同法|涉外经济合同法|技术合同法)》?)|\b(?:the )?(?:PRC )?(?<!Labou?r )(?:Contract Law|General Principles of (?:the )?Civil Law|Guarant(?:ee|y) Law|Security Law|Property (?:Rights )?Law|Tort (?:Liability )?Law) of (?:the )?(?:People's Republic of China|PRC)/giu;
const still = /原|废止|失效|repealed|former/iu;

/** X12: a law that the Civil Code replaced on 2021-01-01 (Civil Code art. 1260). */
export const repealedLaw: ClauseRule = {
  id: 'X12',
  kind: 'consistency',
  severity: 'medium',
  bases: ['civilCode1260'],
  scope: 'clause',
  check: (clause) =>
    matchesIn(clause, repealed, ({ plain }) => !still.test(plain)).map((match) => hitAt(match, { parameters: { words: match.text }, fix: replaceWith('civilCode', match.sentence) })),
};

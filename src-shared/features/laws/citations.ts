import type { Day } from '../../kernel/day.ts';
import { literal } from '../../kernel/literal.ts';
import type { Law } from './model.ts';

/** A pattern's source for the Chinese names of laws in a text, with or without 中华人民共和国 and title marks. */
export function citationSource(laws: readonly Law[]): string {
  const names = laws.flatMap(({ citedAs, notAfter, notBefore }) =>
    citedAs.map((name) => `${notAfter.map((word) => `(?<!${literal(word)})`).join('')}${literal(name)}${notBefore.map((word) => `(?!${literal(word)})`).join('')}`),
  );
  return `《?(?:中华人民共和国)?(?:${names.join('|')})》?`;
}

/** Where a text speaks of a law as of a former one. */
const asFormer = /原|废止|失效|repealed|former/iu;

/** Whether a text cites a law as one that holds: a sentence that says it was repealed does not count. */
export function citesLaw(text: string, law: Law): boolean {
  if (law.citedAs.length === 0) return false;
  const pattern = new RegExp(citationSource([law]), 'u');
  return text.split(/[。；;\n]/u).some((sentence) => pattern.test(sentence) && !asFormer.test(sentence) && cites(sentence, law));
}

/** An article is cited where its number stands in the same sentence. */
function cites(sentence: string, { article }: Law): boolean {
  return article === '' || sentence.includes(article);
}

export function isRepealed({ repealedOn }: Pick<Law, 'repealedOn'>, today: Day): boolean {
  return repealedOn !== null && repealedOn <= today;
}

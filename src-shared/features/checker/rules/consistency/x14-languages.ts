import type { Clause, ClauseRule } from '../../model.ts';
import { datesIn } from '../dates.ts';
import { allIn, hitAt } from '../find.ts';

// Digits that letters and digits follow begin a code, such as a company's credit code, and are no number; 10km is one.
const figures = /(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d{1,12})?(?![\w])|(?<![\w.])\d{1,12}(?:\.\d{1,12})?(?![\d.]|[A-Za-z]{1,20}\d)/gu;

/** X14: the Chinese and the English of one clause name other numbers or days. */
export const languagesDiffer: ClauseRule = {
  id: 'X14',
  kind: 'consistency',
  severity: 'high',
  bases: ['practiceLanguages'],
  scope: 'clause',
  check: (clause) => {
    if (clause.language !== 'bilingual' || clause.kind !== 'clause') return [];
    const [zh, en] = [numbersOf(clause, 'zh'), numbersOf(clause, 'en')];
    if (zh.length === 0 || en.length === 0) return [];
    const odd = en.find(({ value }) => !zh.some((other) => other.value === value)) ?? zh.find(({ value }) => !en.some((other) => other.value === value));
    return odd === undefined ? [] : [hitAt(odd, { parameters: { words: odd.words } })];
  },
};

interface Figure {
  readonly value: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** The numbers of one language's sentences, dates as one number each; clause numbers and small counts apart. */
function numbersOf({ sentences }: Clause, language: 'zh' | 'en'): readonly Figure[] {
  return sentences
    .filter((sentence) => sentence.language === language && sentence.plain.length > 12)
    .flatMap(({ plain, start }) => {
      const dates = datesIn(plain);
      const ofDates = dates.map((date) => ({ value: date.day ?? date.words, words: date.words, start: start + date.start, end: start + date.end }));
      const bare = dates.reduce((text, date) => text.slice(0, date.start) + ' '.repeat(date.end - date.start) + text.slice(date.end), plain);
      const ofFigures = allIn(bare, figures).flatMap((found) => {
        const isNumbering = found.index < 2 || /(?:第|article|clause|section|annex|附件|no\.?)\s*$/iu.test(bare.slice(0, found.index));
        const factor = /^\s{0,4}万/u.test(bare.slice(found.index + found[0].length)) ? 10_000 : 1;
        const value = String(Number(found[0].replaceAll(',', '')) * factor);
        return isNumbering || Number(value) < 2 ? [] : [{ value, words: found[0], start: start + found.index, end: start + found.index + found[0].length }];
      });
      return [...ofDates, ...ofFigures];
    });
}

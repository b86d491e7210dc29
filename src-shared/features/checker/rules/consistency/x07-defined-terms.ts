import type { TextRule } from '../../model.ts';
import { hitAt } from '../find.ts';

interface Note {
  readonly defined: readonly { readonly term: string; readonly start: number; readonly end: number }[];
  readonly plain: string;
}

const definitions = /["「]([^"」\n]{2,30})["」]\s{0,4}(?:系指|是指|指的是|指|means|shall mean|refers to)|(?:以下(?:简称|称为?)|下称)\s{0,4}["「]([^"」\n]{2,20})["」]/giu;
const roles = /^(?:[甲乙丙丁]方|买方|卖方|双方|本合同|本协议|合同|协议|party [a-d]|the parties|parties|contract|agreement|buyer|seller|supplier)$/iu;

/** X07: a term that is defined twice, or defined and never used. */
export const definedTerms: TextRule<Note> = {
  id: 'X07',
  kind: 'consistency',
  severity: 'medium',
  bases: ['practiceTerms'],
  scope: 'text',
  collect: ({ plain }) => {
    const defined = [...plain.matchAll(definitions)].flatMap((found) => {
      const term = found[1] ?? found[2] ?? '';
      const start = found.index + found[0].indexOf(term);
      return roles.test(term) ? [] : [{ term, start, end: start + term.length }];
    });
    return { defined, plain };
  },
  conclude: (notes) => {
    // The title of an annex is no use of the term.
    const whole = notes.map(({ note }) => note.plain.toLowerCase()).join('\n').replace(/^\s{0,4}(?:附件|annex|schedule)[^\n]{0,60}$/gmu, '');
    const seen = new Set<string>();
    return notes.flatMap(({ clause, note }) =>
      note.defined.flatMap(({ term, ...place }) => {
        const key = term.toLowerCase();
        const isAgain = seen.has(key);
        seen.add(key);
        const isUsed = whole.indexOf(key, whole.indexOf(key) + 1) >= 0;
        return isAgain || !isUsed ? [{ clause, ...hitAt(place, { parameters: { words: term } }) }] : [];
      }),
    );
  },
};

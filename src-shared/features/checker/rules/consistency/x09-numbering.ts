import type { PlacedHit, TextRule } from '../../model.ts';
import { countOf } from '../../segmentation/numbers.ts';
import { hitAt } from '../find.ts';

interface Note {
  readonly number: string;
  readonly count: number;
  readonly script: (typeof scripts)[number];
}

const scripts = ['han', 'latin', 'figures'] as const;

/** X09: clause numbers that skip one or come twice. */
export const numbering: TextRule<Note> = {
  id: 'X09',
  kind: 'consistency',
  severity: 'info',
  bases: ['practiceReferences'],
  scope: 'text',
  // Only clauses have a number.
  collect: ({ number }) => {
    if (number === null || /[章编篇]|chapter|part/iu.test(number)) return null;
    const count = countOf(number);
    return count === null ? null : { number, count, script: scriptOf(number) };
  },
  // A bilingual text counts in each of its languages.
  conclude: (all) => scripts.flatMap((script): readonly PlacedHit[] => {
    const hits: PlacedHit[] = [];
    let before: number | null = null;
    for (const { clause, note } of all) {
      if (note.script !== script) continue;
      const { number, count } = note;
      // A part that counts from 1 again is a list of its own.
      if (before !== null && count !== before + 1 && count !== 1) hits.push({ clause, ...hitAt({ start: 0, end: number.length }, { parameters: { words: number } }) });
      before = count;
    }
    return hits;
  }),
};

function scriptOf(number: string): Note['script'] {
  if (/[第零〇一二三四五六七八九十百]/u.test(number)) return 'han';
  return /^[A-Za-z]/u.test(number) ? 'latin' : 'figures';
}

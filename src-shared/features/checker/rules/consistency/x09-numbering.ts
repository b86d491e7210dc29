import type { TextRule } from '../../model.ts';
import { countOf } from '../../segmentation/numbers.ts';
import { hitAt } from '../find.ts';

interface Note {
  readonly number: string;
  readonly count: number;
}

/** X09: clause numbers that skip one or come twice. */
export const numbering: TextRule<Note> = {
  id: 'X09',
  kind: 'consistency',
  severity: 'info',
  bases: ['practiceReferences'],
  scope: 'text',
  collect: ({ number, kind }) => {
    const count = number === null || kind !== 'clause' || /[章编篇]|chapter|part/iu.test(number) ? null : countOf(number);
    return number === null || count === null ? null : { number, count };
  },
  conclude: (all) => [/[第零〇一二三四五六七八九十百]/u, /^[A-Za-z]/u, /^\d/u].flatMap((script) => {
    // A bilingual text counts in each of its languages.
    const notes = all.filter(({ note }) => script.test(note.number));
    return notes.flatMap(({ clause, note: { number, count } }, index) => {
      const before = notes[index - 1]?.note.count;
      // A part that counts from 1 again is a list of its own.
      if (before === undefined || count === before + 1 || count === 1) return [];
      return [{ clause, ...hitAt({ start: 0, end: number.length }, { parameters: { words: number } }) }];
    });
  }),
};

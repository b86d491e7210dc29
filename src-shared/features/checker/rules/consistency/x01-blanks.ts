import type { Hit, ScannedClause, Sentence, TextRule } from '../../model.ts';
import { hitAt, matchesIn, type Match } from '../find.ts';
import { isDefinition, isPlaceholder, wordsIn } from '../placeholders.ts';
import { trigger } from '../../triggers/triggers.ts';

const blank = trigger(/_{2,}(?:\s{0,4}[年月日/.-]\s{0,4}_{2,}){0,4}|[【〔]\s{0,40}[】〕]|\[\s{0,40}[●•*]?\s{0,40}\]|\{\{[^{}\n]{0,60}\}\}|(?<![A-Za-z\d])[Xx×]{2,}(?![A-Za-z\d])|\bTB[DC]\b|(?<!等)待定|待(?:填写?|补充?|确认)(?=[\s,.;)\]】]|$)|\bto be (?:confirmed|inserted|completed)\b/gu);
const bracketed = trigger(/【[^【】\n]{1,48}】|〔[^〔〕\n]{1,48}〕|\[[^[\]\n]{1,48}\]/gu);
// What a signature block leaves open is filled in by hand; of the plain labels only those that begin a line or a part of it.
const byHand = /盖\s{0,4}章|签\s{0,4}字|签\s{0,4}章|签\s{0,4}名|签署日期|\b(?:signature|signed|seal)\b\s{0,4}:|(?:^|[^\p{L}\s]\s{0,4})(?:date|name|title|by)\s{0,4}:/iu;
const forPen = /^(?:_|[【〔[]\s{0,40}[】〕\]])/u;

interface Note {
  readonly blanks: readonly Hit[];
  readonly placeholders: readonly { readonly words: string; readonly hit: Hit }[];
  /** Terms that the clause defines in brackets: wherever they stand in the text, they are no blank. */
  readonly defined: readonly string[];
}

/** X01: a blank, a placeholder or a value to be settled later; in places to sign only what no pen fills in. */
export const blanks: TextRule<Note> = {
  id: 'X01',
  kind: 'consistency',
  severity: 'block',
  bases: ['practiceBlanks'],
  scope: 'text',
  triggers: [blank, bracketed],
  collect: (clause) => {
    const open = matchesIn(clause, blank);
    const inBrackets = matchesIn(clause, bracketed).filter(({ start, end }) => !open.some((one) => one.start < end && start < one.end));
    if (open.length === 0 && inBrackets.length === 0) return null;
    const around = inBrackets.map((match) => ({ match, text: match.text, before: clause.plain.slice(0, match.start), after: clause.plain.slice(match.end) }));
    return {
      blanks: open.filter((match) => !isLeftToSigners(clause, match)).map(hitOf),
      placeholders: around.filter(isPlaceholder).map(({ match }) => ({ words: wordsIn(match.text), hit: hitOf(match) })),
      defined: around.filter(({ before, after }) => isDefinition(before, after)).map(({ text }) => wordsIn(text)),
    };
  },
  conclude: (notes) => {
    const defined = new Set(notes.flatMap(({ note }) => note.defined));
    return notes.flatMap(({ clause, note }) => [...note.blanks, ...note.placeholders.filter(({ words }) => !defined.has(words)).map(({ hit }) => hit)].map((hit) => ({ clause, ...hit })));
  },
};

function hitOf(match: Match): Hit {
  return hitAt(match, { parameters: { words: match.text } });
}

function isLeftToSigners({ kind }: ScannedClause, { text, sentence }: { readonly text: string; readonly sentence: Sentence }): boolean {
  return forPen.test(text) && (kind === 'signature' || byHand.test(sentence.plain));
}

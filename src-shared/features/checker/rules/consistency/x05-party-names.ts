import { usccProblem } from '../../../parties/rules.ts';
import type { Sentence, TextRule } from '../../model.ts';
import { allIn, hitAt } from '../find.ts';
import { partyLine } from '../parties.ts';
import { sentencesThatMayHold, trigger } from '../../triggers/triggers.ts';

interface Named {
  readonly role: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}
interface Note {
  readonly named: readonly Named[];
  readonly codes: readonly { readonly start: number; readonly end: number; readonly words: string }[];
  readonly plain: string;
}

const code = /(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Za-z])/gu;
const codeBefore = trigger(/信用代码|credit code|USCC/iu);

/** X05: one party under two names, in the text or against the record, or a credit code that can't be right (GB 32100). */
export const partyNames: TextRule<Note> = {
  id: 'X05',
  kind: 'consistency',
  severity: 'block',
  bases: ['gb32100'],
  scope: 'text',
  triggers: [partyLine, codeBefore],
  collect: (clause) => {
    const named = clause.kind === 'clause' ? [] : namedIn(clause.plain);
    const codes = sentencesThatMayHold(clause, codeBefore).flatMap(wrongCodesIn);
    return named.length === 0 && codes.length === 0 ? null : { named, codes, plain: clause.plain };
  },
  conclude: (notes, _, record) => {
    const all = notes.flatMap(({ clause, note }) => note.named.map((one) => ({ clause, one })));
    const differing = all.flatMap(({ clause, one }, index) => {
      const first = all.slice(0, index).find((earlier) => earlier.one.role === one.role);
      return first === undefined || first.one.name === one.name ? [] : [{ clause, ...hitAt(one, { parameters: { name: one.name, other: first.one.name }, fix: { kind: 'replace', wording: first.one.name } }) }];
    });
    const known = record?.parties.flatMap(({ nameZh, nameEn }) => [nameZh, nameEn]).filter((name) => name.length > 3) ?? [];
    const misspelt = all.flatMap(({ clause, one }) => {
      const near = known.includes(one.name) ? undefined : known.find((name) => distance(name, one.name) <= 2);
      return near === undefined ? [] : [{ clause, ...hitAt(one, { parameters: { name: one.name, other: near }, fix: { kind: 'replace', wording: near } }) }];
    });
    const codes = notes.flatMap(({ clause, note }) => note.codes.map((one) => ({ clause, ...hitAt(one, { parameters: { name: one.words, other: '–' } }) })));
    return [...differing, ...(differing.length === 0 ? misspelt : []), ...codes];
  },
};

/** The codes that can't be right in a sentence that speaks of a credit code. */
function wrongCodesIn({ plain, start: from }: Sentence): Note['codes'] {
  if (!codeBefore.test(plain)) return [];
  return allIn(plain, code)
    .filter(([words]) => usccProblem(words) !== null)
    .map(({ index, 0: words }) => ({ start: from + index, end: from + index + words.length, words }));
}

/** The parties that lines such as 「甲方（盖章）：云帆公司」 name; blanks and instructions name nobody. */
function namedIn(plain: string): readonly Named[] {
  let from = 0;
  return plain.split('\n').flatMap((line) => {
    const at = from;
    from += line.length + 1;
    const found = partyLine.exec(line);
    // Two parties often sign side by side on one line; what stands after a gap is the other's.
    const name = (found?.[2] ?? '').split(/\s{3,}/u)[0]?.replace(/\s{0,4}\((?:以下|下称|简称|the |hereinafter).*$/iu, '').replace(/\s{0,4}[(（](?:盖章|签章|签字|seal|signature).*$/iu, '').replace(/[,.;].*$/u, '').trim() ?? '';
    if (found === null || name.length < 2 || /^[_\s/【[]|盖章|签字|签章|^日期/u.test(name)) return [];
    const start = at + line.indexOf(name);
    return [{ role: (found[1] ?? '').replace(/\s/g, '').replace(/^the/iu, '').toLowerCase(), name, start, end: start + name.length }];
  });
}

/** Edits between two names, counted up to 3. */
export function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1));
    row = next;
  }
  return Math.min(3, row[other.length] ?? 3);
}

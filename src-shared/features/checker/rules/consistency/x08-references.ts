import type { ScannedClause, TextRule } from '../../model.ts';
import { hanToNumber, keyOf, type LineNumber } from '../../segmentation/numbers.ts';
import { allIn, hitAt, matchesIn, type Match } from '../find.ts';
import { mayHold, trigger } from '../../triggers/triggers.ts';

interface Reference {
  readonly key: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}
interface Note {
  /** Of the clause's lines; those in brackets, and of chapters, are no clause's. */
  readonly numbers: readonly LineNumber[];
  readonly clauses: readonly Reference[];
  readonly annexes: readonly Reference[];
  readonly listed: readonly string[];
}

const han = '零一二三四五六七八九十百';
// What a sentence begins with is the clause's own number.
const toClauseZh = trigger(new RegExp(`(?<!^)第\\s{0,4}([${han}\\d]{1,6}(?:\\.\\d{1,3}){0,4})\\s{0,4}[条款]`, 'gu'));
const toClauseEn = trigger(/(?<!^)\b(?:clauses?|articles?|sections?) (\d{1,3}(?:\.\d{1,3}){0,4})\b/giu);
const ofALaw = /》\s{0,4}$|(?:法|法典|条例|规定|解释|办法)(?:》)?\s{0,4}$/u;
const ofALawAfter = /^[^,.;]{0,20}\bof (?:the )?(?:PRC |Chinese )?(?:(?:[A-Z]\w{1,20}|and|for|on) )*(?:Code|Law|Act|Regulations?|GDPR|Convention)\b/u;
const annex = trigger(new RegExp(`附件\\s{0,4}([${han}\\d]{1,3})|\\b(?:annex|appendix|schedule|exhibit) (\\d{1,2}|[A-Z])\\b`, 'giu'));
const listing = trigger(new RegExp(`附件\\s{0,4}([${han}\\dA-Z]{1,3})\\s{0,4}[::《、(-]|\\b(?:[Aa]nnex|[Aa]ppendix|[Ss]chedule|[Ee]xhibit|ANNEX|APPENDIX|SCHEDULE|EXHIBIT) (\\d{1,2}|[A-Z])\\s{0,4}(?:[::(–-]|\\s+[A-Z])`, 'gu'));

const none: readonly never[] = [];
const fewNumbers = 3;
// As far as a law's title is looked for before a reference; a sentence may be a megabyte.
const longestTitle = 120;

/** X08: a reference to a clause or annex that isn't there. */
export const references: TextRule<Note> = {
  id: 'X08',
  kind: 'consistency',
  severity: 'high',
  bases: ['practiceReferences'],
  scope: 'text',
  collect: (clause) => {
    const numbers = clause.kind === 'clause' ? clause.numbers : none;
    const found = clause.kind === 'title' ? none : clauseReferences(clause);
    const annexes = !mayHold(clause, annex) ? none : matchesIn(clause, annex).map(({ start, end, text, groups }) => ({ key: annexKey(groups[0] ?? groups[1] ?? ''), words: text, start, end }));
    const listed = !mayHold(clause, listing) ? none : allIn(clause.plain, listing).map(([, zh, en]) => annexKey(zh ?? en ?? ''));
    return numbers.length + found.length + annexes.length === 0 ? null : { numbers, clauses: found, annexes, listed };
  },
  conclude: (all, _, record) => {
    const notes = all.filter(({ note }) => note.clauses.length > 0 || note.annexes.length > 0);
    if (notes.length === 0) return [];
    const absent = absentNumbers(all);
    const listed = new Set(all.flatMap(({ note }) => note.listed));
    const attached = record?.attachmentNames?.map((name) => name.toLowerCase()) ?? [];
    return notes.flatMap(({ clause, note }) => [
      ...note.clauses.filter(({ key }) => absent.has(key)).map((one) => ({ clause, ...hitAt(one, { parameters: { words: one.words } }) })),
      ...note.annexes.filter(({ key, words }, index, all) => !listed.has(key) && all.findIndex((other) => other.key === key) === index && !attached.some((name) => name.includes(words.toLowerCase()))).map((one) => ({ clause, ...hitAt(one, { parameters: { words: one.words } }) })),
    ]);
  },
};

function isOfClause(family: LineNumber['family']): boolean {
  return family !== 'bracket' && family !== 'chapter';
}

/** What is referred to and no clause has for its number; nothing in a text that numbers hardly any. */
function absentNumbers(all: readonly { readonly note: Note }[]): ReadonlySet<string> {
  const absent = new Set<string>();
  for (const { note } of all) for (const { key } of note.clauses) absent.add(key);
  if (absent.size === 0) return absent;
  const some = new Set<string>();
  for (const { note } of all) {
    for (const { key, family } of note.numbers) {
      if (!isOfClause(family)) continue;
      if (some.size < fewNumbers) some.add(key);
      absent.delete(key);
      if (absent.size === 0 && some.size === fewNumbers) return absent;
    }
  }
  return some.size < fewNumbers ? new Set() : absent;
}

function clauseReferences(clause: ScannedClause): readonly Reference[] {
  const [chinese, english] = [matchesIn(clause, toClauseZh), matchesIn(clause, toClauseEn)];
  if (chinese.length + english.length === 0) return none;
  return [...chinese, ...english].filter((match) => !isOfALaw(match)).map(({ start, end, text, groups }) => ({ key: keyOf(groups[0] ?? ''), words: text, start, end }));
}

/** A provision of a law, and 「本条第二款」, which counts paragraphs. */
function isOfALaw({ start, end, text, sentence: { start: from, plain } }: Match): boolean {
  if (text.endsWith('款')) return true;
  const at = start - from;
  const before = plain.slice(Math.max(0, at - longestTitle), at);
  if (before.lastIndexOf('《') > before.lastIndexOf('》') || ofALaw.test(before.slice(-24))) return true;
  const after = plain.slice(end - from);
  return after.includes('of ') && ofALawAfter.test(after);
}

function annexKey(text: string): string {
  return /^[\dA-Za-z]+$/u.test(text) ? text.toUpperCase() : String(hanToNumber(text));
}

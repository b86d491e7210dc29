import { literal } from '../../../../kernel/literal.ts';
import type { PlacedHit, ScannedClause, TextRule } from '../../model.ts';
import { factOf, hitAt } from '../find.ts';
import { definitions, definitionsIn, knownTerms, named, termGroups, termUses, usedAsDefined, usualChinese, usualEnglish, type PlacedTerm } from '../terms.ts';
import { mayHold, trigger } from '../../triggers/triggers.ts';

interface Note {
  readonly defined: readonly PlacedTerm[];
  /** Terms that the text names as defined: 本合同所称“…”, as defined in. */
  readonly named: readonly PlacedTerm[];
  /** Words that contracts use as terms of their own. */
  readonly usual: readonly PlacedTerm[];
  /** Whether it may hold a word that is one of several for the same thing. */
  readonly hasSynonyms: boolean;
  readonly plain: string;
  /** Without the titles of annexes, which are no use of a term. */
  readonly body: () => string;
  /** The same in small letters. */
  readonly lower: () => string;
}
type Notes = readonly { readonly clause: number; readonly note: Note }[];

const synonymWords = trigger(new RegExp(termGroups.flatMap((group) => group.map(({ term }) => term)).join('|'), 'u'));
const annexWords = trigger(/附件|annex|schedule/iu);
const annexTitle = /^\s{0,4}(?:附件|annex|schedule)[^\n]{0,60}$/gimu;

/** X07: a term that is defined twice, defined and never used, used without a definition, or called by two names. */
export const definedTerms: TextRule<Note> = {
  id: 'X07',
  kind: 'consistency',
  severity: 'medium',
  bases: ['practiceTerms'],
  scope: 'text',
  collect: (clause) => {
    const { plain } = clause;
    return {
      defined: mayHold(clause, definitions) ? definitionsIn(plain) : [],
      named: mayHold(clause, named) ? usedAsDefined(plain) : [],
      usual: mayHold(clause, usualEnglish) || mayHold(clause, usualChinese) ? knownTerms(plain) : [],
      hasSynonyms: mayHold(clause, synonymWords),
      plain,
      body: () => factOf(clause, bodyOf),
      lower: () => factOf(clause, lowerOf),
    };
  },
  conclude: (notes) => {
    const known = new Set<string>();
    for (const { note } of notes) for (const { key } of note.defined) known.add(key);
    return [...superfluous(notes), ...undefinedTerms(notes, known), ...(known.size === 0 ? [] : synonyms(notes, known))];
  },
};

function bodyOf(clause: ScannedClause): string {
  return mayHold(clause, annexWords) ? clause.plain.replace(annexTitle, '') : clause.plain;
}

function lowerOf(clause: ScannedClause): string {
  return factOf(clause, bodyOf).toLowerCase();
}

function superfluous(notes: Notes): readonly PlacedHit[] {
  const seen = new Set<string>();
  const found: PlacedHit[] = [];
  for (const [place, { clause, note }] of notes.entries()) {
    for (const { term, key, start, end, isAside } of note.defined) {
      if (isAside) continue;
      if (seen.has(key) || !isUsedAgain(key, notes, place)) found.push({ clause, ...hitAt({ start, end }, { parameters: { words: term } }) });
      seen.add(key);
    }
  }
  return found;
}

/** Whether a term that the clause at a place defines stands anywhere else; most are used close by, so that is where the search begins. */
function isUsedAgain(key: string, notes: Notes, place: number): boolean {
  const isHan = hanOnly.test(key);
  let count = 0;
  for (let step = 0; step < notes.length; step += 1) {
    const note = notes[(place + step) % notes.length]?.note;
    // Han characters have no case, and a text needn't be made small for them.
    const text = (isHan ? note?.body() : note?.lower()) ?? '';
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      count += 1;
      if (count > 1) return true;
    }
  }
  return false;
}

const hanOnly = /^[\u4E00-\u9FFF]+$/u;

/** Terms that the text takes for defined, and that it defines nowhere: one finding for each, where it stands first. */
function undefinedTerms(notes: Notes, known: ReadonlySet<string>): readonly PlacedHit[] {
  const found: PlacedHit[] = [];
  // A term stands in many places, and is explained or not for all of them.
  const settled = new Set<string>(known);
  for (const { clause, note } of notes) {
    if (note.named.length + note.usual.length === 0) continue;
    // Only a text that defines its terms leads one to expect a definition of the usual ones.
    for (const { term, key, start, end } of known.size === 0 ? note.named : [...note.named, ...note.usual]) {
      if (settled.has(key)) continue;
      settled.add(key);
      if (isExplained(term, notes)) continue;
      found.push({ clause, ...hitAt({ start, end }, { parameters: { words: term, case: 'undefined' } }) });
    }
  }
  return found;
}

/** Said in other words than a definition’s: 保密信息包括…, Deliverables: …, or in quotation marks of its own. */
function isExplained(term: string, notes: Notes): boolean {
  const pattern = explanationOf(term);
  // Where a term without case doesn't stand, the pattern needn't be tried.
  const isHan = hanOnly.test(term);
  return notes.some(({ note }) => (!isHan || note.plain.includes(term)) && pattern.test(note.plain));
}

// A pattern costs more to make than to use, and at every keystroke the same terms are asked for.
const explanations = new Map<string, RegExp>();
const mostExplanations = 200;

function explanationOf(term: string): RegExp {
  const known = explanations.get(term);
  if (known !== undefined) return known;
  if (explanations.size === mostExplanations) explanations.clear();
  const words = literal(term);
  const pattern = new RegExp(`["「]${words}["」]\\s{0,4}(?:[,;)]|包括|包含|为|:|includes?|is\\b|has\\b|have\\b)|${words}\\s{0,4}(?:包括|包含|系指|是指|指的是|指(?![定示导派])|:|的(?:范围|定义)|means|includes?|shall (?:mean|include)|has the meaning|refers? to|consists? of)`, 'iu');
  explanations.set(term, pattern);
  return pattern;
}

/** One thing by two names: a term is defined, and elsewhere a word that commonly stands for the same is used in its place. */
function synonyms(notes: Notes, known: ReadonlySet<string>): readonly PlacedHit[] {
  const some = notes.filter(({ note }) => note.hasSynonyms);
  return termGroups.flatMap((group): readonly PlacedHit[] => {
    const term = group.find(({ key }) => known.has(key))?.term;
    if (term === undefined) return [];
    return group.flatMap(({ term: other, key }): readonly PlacedHit[] => {
      if (known.has(key) || other === term) return [];
      for (const { clause, note } of some) {
        const [use] = termUses(note.plain, other);
        if (use !== undefined) return isExplained(other, notes) ? [] : [{ clause, ...hitAt(use, { parameters: { words: other, term, case: 'synonym' }, fix: { kind: 'replace', wording: term } }) }];
      }
      return [];
    });
  });
}

import type { NumberedBlock } from '../reading/model.ts';
import { compareWords } from '../versions/compare.ts';
import type { Role } from '../vault/roles.ts';
import { isAbout } from './headings.ts';
import { isWording, normalised, pairsOf, patternOf, shared, sizeOf, type Pattern } from './match.ts';
import type { ClauseCategory, Deviation, LibraryClause } from './model.ts';

export interface DeviationQuestion {
  readonly language: 'zh' | 'en';
  /** The contract as it reads in that language. */
  readonly blocks: readonly NumberedBlock[];
  /** How the template reads that it was made from, with the same values; null for a contract without one. */
  readonly templateBlocks: readonly NumberedBlock[] | null;
  /** The clauses in use. */
  readonly library: readonly LibraryClause[];
  /** What contracts of this type must have. */
  readonly required: readonly ClauseCategory[];
}

// Below that, two clauses share no more than clauses of contracts always do.
const leastAlike = 0.62;
// The longest run of paragraphs that is taken for one clause of the library.
const longestRun = 8;

/**
 * Which clauses of the library a contract uses, in which wording, and what it says instead. A clause that reads as the
 * contract's own published template has it was agreed on with the template and is no deviation, unless it is a fallback.
 * In the order of the text; what is missing comes last. Time grows with the text times the library.
 */
export function findDeviations(question: DeviationQuestion): readonly Deviation[] {
  const { language, library, required } = question;
  const clauses = clausesOf(question.blocks);
  const standard = new Set(question.templateBlocks === null ? [] : clausesOf(question.templateBlocks).map(({ text }) => text));
  const found = library.flatMap((clause) => {
    const place = bestPlace(clauses, clause, language, standard);
    return place === null ? [] : [place];
  });
  // The same words can't be two clauses of one category: the likelier one counts.
  const kept = found.filter(
    (one) => !found.some((other) => other !== one && other.clause === one.clause && other.deviation.category === one.deviation.category && one.deviation.state === 'modified' && other.alike > one.alike && overlap(one, other)),
  );
  const present = new Set<ClauseCategory>(kept.map(({ deviation }) => deviation.category));
  const own = clauses.flatMap((clause, index) => ownWords(clause, index, question, present, standard, kept));
  for (const { deviation } of own) present.add(deviation.category);
  for (const clause of clauses) if (standard.has(clause.text)) for (const category of required) if (isAbout(clause.heading, category)) present.add(category);
  const missing = required.filter((category) => !present.has(category) && !clauses.some(({ heading }) => isAbout(heading, category)));
  return [
    ...[...kept, ...own].toSorted((one, other) => one.clause - other.clause || one.from - other.from).map(({ deviation }) => deviation),
    ...missing.map((category) => missingOf(category, library, language)),
  ];
}

/** Whether somebody must agree to a contract's words: something is not in the preferred wording, or is missing. */
export function countNonStandard(deviations: readonly Deviation[]): number {
  return deviations.filter(({ state }) => state !== 'preferred').length;
}

interface ContractClause {
  readonly number: string;
  readonly heading: string;
  readonly paragraphs: readonly { readonly number: string; readonly text: string; readonly normal: string; readonly pairs: ReadonlyMap<string, number> }[];
  /** Normalised. */
  readonly text: string;
}

const clauseNumber = /^(?:第.+条|Article \d+|\d+[.、]?|[一二三四五六七八九十]+、)$/u;

function clausesOf(blocks: readonly NumberedBlock[]): readonly ContractClause[] {
  const groups: { number: string; heading: string; blocks: NumberedBlock[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'title') continue;
    const opens = (block.kind === 'heading' && block.level === 1) || (block.number !== null && clauseNumber.test(block.number));
    // Where a text has no headings of its own, a short line after a clause number serves as one.
    if (opens) groups.push({ number: block.number ?? '', heading: block.text.length <= 60 ? block.text : '', blocks: block.text.length <= 60 ? [] : [block] });
    else if (groups.length === 0) groups.push({ number: '', heading: '', blocks: [block] });
    else groups.at(-1)?.blocks.push(block);
  }
  return groups.map(({ number, heading, blocks: own }) => {
    const paragraphs = own.map((block) => {
      const normal = normalised(block.text);
      return { number: block.number ?? '', text: block.text, normal, pairs: pairsOf(normal) };
    });
    return { number, heading, paragraphs, text: paragraphs.map(({ normal }) => normal).join('') };
  });
}

interface Place {
  readonly clause: number;
  readonly from: number;
  readonly until: number;
  readonly alike: number;
  readonly deviation: Deviation;
}

function overlap(one: Place, other: Place): boolean {
  return one.from < other.until && other.from < one.until;
}

interface Variant {
  readonly wording: string;
  readonly fallback: number | null;
  readonly acceptRole: Role | null;
  readonly pattern: Pattern;
}

// A wording is made ready once; it goes when the library that it came from goes.
const variantsByContent = new WeakMap<LibraryClause['content'], Readonly<Record<'zh' | 'en', readonly Variant[]>>>();

function variantsOf({ content }: LibraryClause, language: 'zh' | 'en'): readonly Variant[] {
  const known = variantsByContent.get(content);
  if (known !== undefined) return known[language];
  const inLanguage = (of: 'zh' | 'en'): readonly Variant[] =>
    [
      { wording: content.preferred[of], fallback: null, acceptRole: null },
      ...content.fallbacks.map(({ wording, acceptRole }, index) => ({ wording: wording[of], fallback: index + 1, acceptRole })),
    ]
      .filter(({ wording }) => wording !== '')
      .map((variant) => ({ ...variant, pattern: patternOf(variant.wording) }));
  const made = { zh: inLanguage('zh'), en: inLanguage('en') };
  variantsByContent.set(content, made);
  return made[language];
}

/** Where a clause of the library stands in the contract: exactly, else where it is most alike; null: nowhere. */
function bestPlace(clauses: readonly ContractClause[], libraryClause: LibraryClause, language: 'zh' | 'en', standard: ReadonlySet<string>): Place | null {
  const variants = variantsOf(libraryClause, language);
  for (const variant of variants) {
    for (const [index, clause] of clauses.entries()) {
      const run = exactRun(clause, variant.pattern);
      if (run !== null) return placeOf(clauses, index, run, libraryClause, variant, language, 1);
    }
  }
  let best: Place | null = null;
  for (const variant of variants) {
    for (const [index, clause] of clauses.entries()) {
      if (standard.has(clause.text)) continue;
      const run = likeliestRun(clause, variant.pattern);
      if (run !== null && run.alike > (best?.alike ?? leastAlike)) best = placeOf(clauses, index, run, libraryClause, variant, language, run.alike);
    }
  }
  return best;
}

interface Run {
  readonly from: number;
  readonly until: number;
}

function exactRun({ paragraphs }: ContractClause, pattern: Pattern): Run | null {
  const [first = ''] = pattern.pieces;
  for (let from = 0; from < paragraphs.length; from += 1) {
    let text = '';
    for (let until = from; until < paragraphs.length && until - from < longestRun; until += 1) {
      text += paragraphs[until]?.normal ?? '';
      if (text.length >= first.length && !text.startsWith(first)) break;
      if (isWording(text, pattern)) return { from, until: until + 1 };
    }
  }
  return null;
}

/** The paragraphs that share most with a wording, those around them that share little left out (Dice's measure). */
function likeliestRun({ paragraphs }: ContractClause, { pairs, size }: Pattern): (Run & { readonly alike: number }) | null {
  const close = paragraphs.map((paragraph) => shared(paragraph.pairs, pairs) >= sizeOf(paragraph.pairs) * 0.5 && paragraph.pairs.size > 4);
  const from = close.indexOf(true);
  const until = close.lastIndexOf(true) + 1;
  if (from < 0 || until - from > longestRun) return null;
  const run = pairsOf(paragraphs.slice(from, until).map(({ normal }) => normal).join(' '));
  // A blank of the wording is filled in the contract, which makes it longer than the wording is.
  const alike = (2 * shared(run, pairs)) / (size + sizeOf(run));
  return { from, until, alike };
}

function placeOf(clauses: readonly ContractClause[], index: number, { from, until }: Run, { id, content }: LibraryClause, variant: Variant, language: 'zh' | 'en', alike: number): Place {
  const clause = clauses[index];
  const paragraphs = clause?.paragraphs.slice(from, until) ?? [];
  const isExact = alike === 1;
  return {
    clause: index,
    from,
    until,
    alike,
    deviation: {
      ...{ category: content.category, clauseId: id, titleZh: content.titleZh, titleEn: content.titleEn, language },
      state: !isExact ? 'modified' : variant.fallback === null ? 'preferred' : 'fallback',
      fallback: isExact ? variant.fallback : null,
      number: paragraphs[0]?.number === '' || paragraphs[0] === undefined ? (clause?.number ?? '') : paragraphs[0].number,
      heading: clause?.heading ?? '',
      acceptRole: isExact ? variant.acceptRole : content.approverRole,
      redline: isExact ? [] : compareWords(variant.wording, paragraphs.map(({ text }) => text).join('\n')),
    },
  };
}

/** A clause that is headed as a guarded or required matter and holds none of the library's words for it. */
function ownWords(clause: ContractClause, index: number, { library, required, language }: DeviationQuestion, present: ReadonlySet<ClauseCategory>, standard: ReadonlySet<string>, kept: readonly Place[]): readonly Place[] {
  if (clause.heading === '' || standard.has(clause.text) || kept.some((place) => place.clause === index)) return [];
  const minded = library.filter(({ content }) => content.isGuarded || required.includes(content.category));
  const standing = minded.find(({ content }) => !present.has(content.category) && isAbout(clause.heading, content.category));
  if (standing === undefined) return [];
  const { id, content } = standing;
  const deviation: Deviation = {
    ...{ category: content.category, clauseId: id, titleZh: content.titleZh, titleEn: content.titleEn, language },
    ...{ state: 'own', fallback: null, number: clause.number, heading: clause.heading, acceptRole: content.approverRole, redline: [] },
  };
  return [{ clause: index, from: 0, until: clause.paragraphs.length, alike: 0, deviation }];
}

function missingOf(category: ClauseCategory, library: readonly LibraryClause[], language: 'zh' | 'en'): Deviation {
  const standing = library.find(({ content }) => content.category === category);
  return {
    ...{ category, language, state: 'missing', fallback: null, number: '', heading: '', redline: [] },
    clauseId: standing?.id ?? null,
    titleZh: standing?.content.titleZh ?? '',
    titleEn: standing?.content.titleEn ?? '',
    acceptRole: standing?.content.approverRole ?? 'legal',
  };
}

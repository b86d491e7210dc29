import type { NumberedBlock, TextBlock } from '../../reading/model.ts';
import type { Clause, ClausedText } from '../model.ts';
import { numberOf, topFamily, type LineNumber } from './numbers.ts';
import { once, type Line, type LineMemory } from './lines.ts';
import { toPlain } from './plain.ts';
import { languageOf, languageOfLetters, lettersOf, sentencesOf, type Letters } from './sentences.ts';

/**
 * Cuts a text into its clauses: a contract's own blocks, a file's blocks, or plain text. A clause of the first level
 * holds its sub-clauses. Clauses whose words are in `previous` are taken from there, so that a text which is being typed
 * is cut anew only where it changed. Any text has an answer; an empty one has no clauses.
 */
export function clauseText(input: readonly (TextBlock | NumberedBlock)[] | string, previous?: CutText): CutText {
  const memory: LineMemory = previous?.kept.memory ?? new Map<string, Line | null>();
  const lines = typeof input === 'string' ? linesOfText(input, memory) : input.flatMap((block) => linesOfBlock(block, memory));
  const top = topFamily(lines.flatMap(({ number, cells }) => (number === null || cells !== null ? [] : [number])));
  const clauses: Kept['clauses'] = new Map<Line, Made[]>();
  const made = partsOf(lines, top).flatMap((part) => (part.lines.length === 0 ? [] : [keep(clauses, madeBefore(part, previous?.kept.clauses) ?? madeOf(part))]));
  return {
    language: languageOfLetters(made.map(({ letters }) => letters)),
    clauses: made.map(({ clause }) => clause),
    // Lines that were typed over stay, until there are as many of them as of others.
    kept: { memory: memory.size > 2 * lines.length + 1000 ? new Map<string, Line | null>() : memory, clauses },
  };
}

// The language of a text is told by how each of its clauses begins.
const countedLetters = 2000;

/** A text with what it was made of, for the cut after the next keystroke. */
export interface CutText extends ClausedText {
  readonly kept: Kept;
}

/** What a text was made of. Of a text that is being typed all lines but one, and all clauses but one, are as before. */
interface Kept {
  /** Also the lines of the texts before. */
  readonly memory: LineMemory;
  /** Clauses by their first line. */
  readonly clauses: Map<Line, Made[]>;
}

/** A clause with what it was made of, and the letters at its beginning. */
interface Made {
  readonly part: Part;
  readonly clause: Clause;
  readonly letters: Letters;
}

function madeBefore({ kind, lines }: Part, known: Kept['clauses'] | undefined): Made | undefined {
  const [first] = lines;
  const those = known === undefined || first === undefined ? undefined : known.get(first);
  return those?.find(({ part }) => part.kind === kind && part.lines.length === lines.length && part.lines.every((line, index) => line === lines[index]));
}

function keep(known: Kept['clauses'], made: Made): Made {
  const [first] = made.part.lines;
  if (first === undefined) return made;
  const those = known.get(first);
  if (those === undefined) known.set(first, [made]);
  else those.push(made);
  return made;
}

interface Part {
  readonly kind: Clause['kind'];
  readonly lines: Line[];
}

function partsOf(lines: readonly Line[], top: LineNumber['family'] | null): readonly Part[] {
  const parts: Part[] = [];
  for (const line of lines) {
    const opens = opensClause(line, top);
    const last = parts.at(-1);
    if (opens) parts.push({ kind: 'clause', lines: [line] });
    else if (last === undefined && isTitle(line)) parts.push({ kind: 'title', lines: [line] });
    else if (last === undefined || (last.kind === 'title' && !isTitleGoingOn(line))) parts.push({ kind: 'preamble', lines: [line] });
    else last.lines.push(line);
  }
  return withSignature(parts);
}

function opensClause({ number, isHeading, cells }: Line, top: LineNumber['family'] | null): boolean {
  if (cells !== null) return false;
  if (number === null) return isHeading;
  return number.family === 'chapter' || (number.family === top && number.depth === 1);
}

const titleWords = /合同|协议|订单|确认书|意向书|备忘录|\b(?:contract|agreement|order|addendum|memorandum|deed|terms)\b/iu;

function isTitle({ isTitle: isMarked, plain, number, isHeading }: Line): boolean {
  return isMarked || (!isHeading && number === null && plain.length <= 80 && titleWords.test(plain) && !/[.;:,]/.test(plain.slice(0, -1)));
}

function isTitleGoingOn({ isTitle: isMarked }: Line): boolean {
  return isMarked;
}

const signs = /盖\s*章|签\s*章|签\s*字|签\s*署|签\s*名|\(章\)|\(公章\)|合同专用章|\b(?:signature|signed (?:by|for)|authori[sz]ed (?:signatory|representative)|\(seal\)|seal:|by:)/iu;
const endOfText = /^\(?以下无正文|^\(?此页无正文|^in witness whereof/iu;

/** The signature part begins, in the last clause, at the first short line that asks for a seal or a signature. */
function withSignature(parts: readonly Part[]): readonly Part[] {
  const last = parts.findLast(({ kind }) => kind === 'clause') ?? parts.at(-1);
  if (last === undefined) return parts;
  const at = last.lines.findIndex(({ plain, cells }, index) => index > 0 && (endOfText.test(plain) || (signs.test(plain) && (cells !== null || isForm(plain)))));
  if (at < 1) return parts;
  // The party's name often stands on the line above its seal.
  const from = at > 1 && /^(?:甲方|乙方|丙方|买方|卖方|party|buyer|seller|supplier|(?:signed )?for (?:the|and on behalf of)\b)/iu.test(last.lines[at - 1]?.plain ?? '') && isForm(last.lines[at - 1]?.plain ?? '') ? at - 1 : at;
  return parts.flatMap((part) => (part === last ? [{ ...part, lines: part.lines.slice(0, from) }, { kind: 'signature' as const, lines: part.lines.slice(from) }] : [part]));
}

/** A line to be filled in, not a sentence. */
function isForm(plain: string): boolean {
  return plain.length <= 90 && !/[.;]\s*$/.test(plain.replace(/\.{3,}|\b(?:Ltd|Inc|Co|Corp|LLC)\.$/gu, ''));
}

function madeOf(part: Part): Made {
  const { kind, lines } = part;
  const text = lines.map((line) => line.text).join('\n');
  const rows = lines.flatMap(({ cells }) => (cells === null ? [] : [cells]));
  const plain = lines.map((line) => line.plain).join('\n');
  const first = lines[0];
  const number = kind === 'clause' ? (first?.number ?? null) : null;
  const { sentences, letters } = sentencesOf(text, plain);
  const clause: Clause = {
    kind: kind === 'preamble' && rows.length === lines.length ? 'table' : kind,
    number: number === null ? null : (first?.text.slice(0, number.number.length) ?? null),
    heading: kind === 'clause' && first !== undefined ? headingOf(first) : '',
    level: number === null ? 0 : number.depth,
    text,
    plain,
    language: languageOfLetters([letters]),
    sentences,
    rows,
    numbers: lines.flatMap((line) => line.number ?? (line.cells === null && !line.isTitle ? [] : (numberOf(line.plain) ?? []))),
  };
  return { part, clause, letters: text.length <= countedLetters ? letters : lettersOf(text.slice(0, countedLetters)) };
}

/** A first line that is no sentence is a heading; of one such as 「第三条 价款：总价为…」 the part before the colon. */
function headingOf({ text, plain, number, isHeading }: Line): string {
  const words = text.slice(number?.length ?? 0).trim();
  if (isHeading) return words;
  const isLatin = languageOf(plain) === 'en';
  if (words.length <= (isLatin ? 70 : 24) && !/[。；;.]$/.test(words)) return words.replace(/[:：]$/, '');
  const lead = /^([^，。；:：,.;]{2,40})[:：.]/u.exec(words)?.[1];
  return lead !== undefined && lead.length <= (isLatin ? 40 : 12) ? lead : '';
}

function linesOfText(text: string, memory: LineMemory): readonly Line[] {
  const lines: Line[] = [];
  for (const raw of text.includes('\r') ? text.split(/\r\n|\r|\n/) : text.split('\n')) {
    const line = once(memory, raw, () => {
      const words = withoutMarks(raw.trim());
      return words === '' ? null : lineOf(words, { cells: cellsOf(words) });
    });
    if (line !== null) lines.push(line);
  }
  return lines;
}

/** The cells of a line that writes a table's row with bars, at least two of them; null for any other line. */
function cellsOf(line: string): readonly string[] | null {
  if (!line.includes('|')) return null;
  const cells = line.replace(/^\|/u, '').replace(/\|$/u, '').split('|').map((cell) => cell.trim());
  return cells.length < 3 ? null : cells;
}

function linesOfBlock(block: TextBlock | NumberedBlock, memory: LineMemory): readonly Line[] {
  if (block.kind === 'tableRow') {
    const cells = block.cells ?? [block.text];
    const line = once(memory, `c ${cells.join('\u0000')}`, () => lineOf(cells.join(' | ').replaceAll('\n', ' '), { cells }));
    return line === null ? [] : [line];
  }
  const number = 'number' in block && block.number !== null ? `${block.number} ` : '';
  return `${number}${block.text}`
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, index) => {
      const [isMarked, isHeading] = [block.kind === 'title', index === 0 && block.kind === 'heading' && block.level === 1];
      return once(memory, `${isMarked ? 't' : isHeading ? 'h' : 'p'} ${line}`, () => lineOf(line.trim(), { isTitle: isMarked, isHeading })) ?? [];
    });
}

function lineOf(text: string, { isTitle: isMarked = false, isHeading = false, cells = null }: Partial<Pick<Line, 'isTitle' | 'isHeading' | 'cells'>>): Line {
  const plain = toPlain(text);
  return { text, plain, number: cells === null && !isMarked ? numberOf(plain) : null, isTitle: isMarked, isHeading, cells };
}

/** A line of Markdown without the marks of a heading or of bold print. */
function withoutMarks(line: string): string {
  return line.startsWith('#') || line.startsWith('*') ? line.replace(/^#{1,6}\s+|^\*\*(?=[^*]+\*\*$)|\*\*$/g, '') : line;
}

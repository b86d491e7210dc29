import type { NumberedBlock, TextBlock } from '../../reading/model.ts';
import type { Clause, ClausedText } from '../model.ts';
import { keptOrMade, type Kept, type Making } from './kept.ts';
import type { Line } from './lines.ts';
import { numberOf, topFamily, type LineNumber } from './numbers.ts';
import { toPlain } from './plain.ts';
import { languageOf, languageOfLetters, lettersOf, sentencesOf, type Letters } from './sentences.ts';

/**
 * Cuts a text into its clauses: a contract's own blocks, a file's blocks, or plain text. A clause of the first level
 * holds its sub-clauses. Clauses whose words are in `previous` are taken from there, so that a text which is being typed
 * is cut anew only where it changed. Any text has an answer; an empty one has no clauses.
 */
export function clauseText(input: readonly (TextBlock | NumberedBlock)[] | string, previous?: CutText): CutText {
  const written = typeof input === 'string' ? linesWritten(input) : input;
  const lines = keptOrMade(written, previous?.kept.lines, ofWritten);
  // Twice as fast as flat(), and a keystroke waits for it.
  const all: Line[] = [];
  for (const some of lines.made) for (const line of some) all.push(line);
  const parts = keptOrMade(partsOf(all, topFamily(all)), previous?.kept.parts, ofParts);
  return {
    language: languageOfLetters(parts.made.map(({ letters }) => letters)),
    clauses: parts.made.map(({ clause }) => clause),
    kept: { lines, parts },
  };
}

// The language of a text is told by how each of its clauses begins.
const countedLetters = 2000;

/** A text with what it was made of, for the cut after the next keystroke. */
export interface CutText extends ClausedText {
  readonly kept: { readonly lines: Kept<Written, readonly Line[]>; readonly parts: Kept<Part, Made> };
}

/** A block, or a line of a plain text. */
type Written = TextBlock | NumberedBlock | string;

/** A clause, and the letters at its beginning. */
interface Made {
  readonly clause: Clause;
  readonly letters: Letters;
}

const ofWritten: Making<Written, readonly Line[]> = {
  isSame: isSameWritten,
  keyOf: (written) => (typeof written === 'string' ? written : written.text),
  make: (written) => (typeof written === 'string' ? linesOfText(written) : linesOfBlock(written)),
};

function isSameWritten(one: Written, other: Written): boolean {
  if (one === other) return true;
  if (typeof one === 'string' || typeof other === 'string' || one.text !== other.text || one.kind !== other.kind || one.level !== other.level) return false;
  return numberIn(one) === numberIn(other) && (one.cells === other.cells || (one.cells !== null && other.cells !== null && one.cells.length === other.cells.length && one.cells.every((cell, index) => cell === other.cells?.[index])));
}

function numberIn(block: TextBlock | NumberedBlock): string | null {
  return 'number' in block ? block.number : null;
}

const ofParts: Making<Part, Made> = {
  isSame: (one, other) => one.kind === other.kind && one.lines.length === other.lines.length && one.lines.every((line, index) => line === other.lines[index]),
  keyOf: ({ lines: [first] }) => first,
  make: madeOf,
};

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

function madeOf({ kind, lines }: Part): Made {
  const texts: string[] = [];
  const plains: string[] = [];
  const rows: (readonly string[])[] = [];
  const numbers: LineNumber[] = [];
  for (const line of lines) {
    texts.push(line.text);
    plains.push(line.plain);
    if (line.cells !== null) rows.push(line.cells);
    const number = line.number ?? (line.cells === null && !line.isTitle ? null : numberOf(line.plain));
    if (number !== null) numbers.push(number);
  }
  const [text, plain] = [texts.join('\n'), plains.join('\n')];
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
    numbers,
  };
  return { clause, letters: text.length <= countedLetters ? letters : lettersOf(text.slice(0, countedLetters)) };
}

/** A first line that is no sentence is a heading; of one such as 「第三条 价款：总价为…」 the part before the colon. */
function headingOf({ text, plain, number, isHeading }: Line): string {
  const words = text.slice(number?.length ?? 0).trim();
  if (isHeading) return words;
  const isLatin = languageOf(plain) === 'en';
  const last = words.at(-1) ?? '';
  if (words.length <= (isLatin ? 70 : 24) && !'。；;.'.includes(last)) return last === ':' || last === '：' ? words.slice(0, -1) : words;
  const lead = /^([^，。；:：,.;]{2,40})[:：.]/u.exec(words)?.[1];
  return lead !== undefined && lead.length <= (isLatin ? 40 : 12) ? lead : '';
}

function linesWritten(text: string): readonly string[] {
  return text.includes('\r') ? text.split(/\r\n|\r|\n/) : text.split('\n');
}

function linesOfText(written: string): readonly Line[] {
  const words = withoutMarks(written.trim());
  return words === '' ? none : [lineOf(words, { cells: cellsOf(words) })];
}

const none: readonly Line[] = [];

/** The cells of a line that writes a table's row with bars, at least two of them; null for any other line. */
function cellsOf(line: string): readonly string[] | null {
  if (!line.includes('|')) return null;
  const cells = line.replace(/^\|/u, '').replace(/\|$/u, '').split('|').map((cell) => cell.trim());
  return cells.length < 3 ? null : cells;
}

function linesOfBlock(block: TextBlock | NumberedBlock): readonly Line[] {
  if (block.kind === 'tableRow') {
    const cells = block.cells ?? [block.text];
    return [lineOf(cells.join(' | ').replaceAll('\n', ' '), { cells })];
  }
  const number = numberIn(block);
  const isTitle = block.kind === 'title';
  const isHeading = block.kind === 'heading' && block.level === 1;
  return `${number === null ? '' : `${number} `}${block.text}`
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => lineOf(line.trim(), { isTitle, isHeading: isHeading && index === 0 }));
}

function lineOf(text: string, { isTitle: isMarked = false, isHeading = false, cells = null }: Partial<Pick<Line, 'isTitle' | 'isHeading' | 'cells'>>): Line {
  const plain = toPlain(text);
  return { text, plain, number: cells === null && !isMarked ? numberOf(plain) : null, isTitle: isMarked, isHeading, cells };
}

/** A line of Markdown without the marks of a heading or of bold print. */
function withoutMarks(line: string): string {
  return line.startsWith('#') || line.startsWith('*') ? line.replace(/^#{1,6}\s+|^\*\*(?=[^*]+\*\*$)|\*\*$/g, '') : line;
}

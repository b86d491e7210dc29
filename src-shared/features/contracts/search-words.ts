/** One word of the index: a character that stands alone, or a run of letters and digits, which may go on. */
export interface WordPart {
  readonly text: string;
  /** Where it begins in the folded text. */
  readonly at: number;
  readonly goesOn: boolean;
}

/**
 * A text without what people don't type: width, case, accents (`café` is `cafe`), and the radicals that PDF text has in
 * place of characters (⻓ for 长; runtime.md, "Kangxi trap"). Compatibility forms are those of NFKC.
 */
export function foldedText(text: string): string {
  const plain = text.normalize('NFKD').replace(accents, '').normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
  return radical.test(plain) ? plain.replace(everyRadical, (one) => characterByRadical[one] ?? one) : plain;
}

/** A folded text, and where in the text what each of its UTF-16 units stands for starts and ends. */
export interface PlacedText {
  readonly folded: string;
  readonly startOf: (unit: number) => number;
  readonly endOf: (unit: number) => number;
}

/** Folds a text and keeps the places; `known` is the text as `foldedText` gives it. */
export function foldedWithPlaces(text: string, known: string): PlacedText {
  // Each character stands in its own place.
  if (known.length === text.length && everyday.test(text)) return { folded: known, startOf: (unit) => unit, endOf: (unit) => unit + 1 };
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: piece, index } of text.matchAll(characters)) {
    // Most characters stand for themselves, and asking costs more than all the rest.
    const plain = piece.length === 1 && plainCharacter.test(piece) ? piece : foldedText(piece);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(index);
      ends.push(index + piece.length);
    }
  }
  return { folded, startOf: (unit) => starts[unit] ?? 0, endOf: (unit) => ends[unit] ?? text.length };
}

/**
 * The words of a folded text in their order; everything but letters, digits and their marks separates. Read from where a
 * word begins, and no more of them than asked for.
 */
export function wordParts(folded: string, from = 0, most = Infinity): readonly WordPart[] {
  return everydayParts(folded, from, most) ?? everyParts(folded, from, most);
}

/** Whether no word stands before a place that goes on into it. */
export function beginsWord(folded: string, at: number): boolean {
  if (at === 0 || isHan(folded.charCodeAt(at))) return true;
  const before = folded.charCodeAt(at - 1);
  if (isLetterOrDigit(before)) return isAlone.test(folded.slice(at, at + 2));
  if (isHan(before) || isSign(before)) return true;
  return !endsRun.test(folded.slice(Math.max(0, at - 2), at)) || isAlone.test(folded.slice(at, at + 2));
}

function everyParts(folded: string, from: number, most: number): readonly WordPart[] {
  const parts: WordPart[] = [];
  const reader = new RegExp(words);
  reader.lastIndex = from;
  for (let found = reader.exec(folded); found !== null && parts.length < most; found = reader.exec(folded)) {
    parts.push({ text: found[0], at: found.index, goesOn: found[1] === undefined });
  }
  return parts;
}

/** The same by ranges of characters, many times as fast; null for a text that has any of which more must be known. */
function everydayParts(folded: string, from: number, most: number): readonly WordPart[] | null {
  const parts: WordPart[] = [];
  let begun = -1;
  for (let at = from; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    if (isLetterOrDigit(code)) {
      if (begun < 0) begun = at;
      continue;
    }
    const standsAlone = isHan(code);
    if (!standsAlone && !isSign(code)) return null;
    if (begun >= 0) parts.push({ text: folded.slice(begun, at), at: begun, goesOn: true });
    begun = -1;
    if (standsAlone) parts.push({ text: folded.charAt(at), at, goesOn: false });
    if (parts.length >= most) return parts.slice(0, most);
  }
  if (begun >= 0) parts.push({ text: folded.slice(begun), at: begun, goesOn: true });
  return parts;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
}

/** Of ASCII, of general and of Chinese punctuation; not the signs beyond, among which letters stand, such as 々 and 〇. */
function isSign(code: number): boolean {
  return code < 0x80 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x3000 && code <= 0x3003) || (code >= 0x3008 && code <= 0x3011);
}

// What nearly all contracts are written in: each of these folds to one character, whatever stands beside it.
const everyday = /^[\0-~\u00A0\u2013\u2014\u2018-\u201F\u3000-\u3003\u3008-\u3011\u4E00-\u9FFF\uFF01-\uFF5E]*$/;
const plainCharacter = /[ -@[-~\u4E00-\u9FFF]/;
const accents = /[\u0300-\u036F]/g;
// A character with the marks on it; half-width kana carry theirs as characters of their own.
const characters = /\P{M}[\p{M}\uFF9E\uFF9F]*|\p{M}+/gu;
// Each is a word by itself.
const alone = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
const inRun = String.raw`(?!${alone})[\p{L}\p{M}\p{N}]`;
const isAlone = new RegExp(`^${alone}`, 'u');
const endsRun = new RegExp(`${inRun}$`, 'u');
const words = new RegExp(`(${alone})|(?:${inRun})+`, 'gu');

const radical = /[\u2E80-\u2EFF]/;
const everyRadical = /[\u2E80-\u2EFF]/g;
// The simplified radicals of the CJK Radicals Supplement, which NFKC leaves (Unicode, EquivalentUnifiedIdeograph.txt).
const characterByRadical: Readonly<Record<string, string>> = {
  '⺠': '民', '⺟': '母', '⻁': '虎', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻘': '青',
  '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤',
  '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟',
};

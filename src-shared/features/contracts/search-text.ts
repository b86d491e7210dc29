import { beginsWord, foldedText, foldedWithPlaces, wordParts, type WordPart } from './search-words.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** More words than these are never looked for: each makes every search slower, and nobody types as many. */
const mostWords = 12;

/**
 * A text as the index takes it in: folded, with every Chinese (Japanese, Korean) character a word of its own, so that any
 * fragment is found as a phrase, from one character up.
 */
export function indexedText(text: string): string {
  return wordParts(foldedText(text)).map((part) => part.text).join(' ');
}

/**
 * The full-text expression for words, each as a person typed it: a phrase of its parts, the last letters of which may go
 * on. Every word must be there, the first twelve of them. Null when nothing in them can be looked for. Operators are
 * quoted away. A single letter begins a word in nearly every text, and so do two: with `isWhole` they are looked for only
 * as words, the two unless they are the last and somebody may still be typing. Where `endingsOf` knows all words of the
 * index that begin as the last letters do, these are looked for: the same is found, and by an index that need not gather
 * what it holds of all of them first.
 */
export function matchExpression(words: readonly string[], isWhole = false, endingsOf: EndingsOf = () => null): string | null {
  const needles = needlesOf(words);
  const phrases = needles.map((parts, at) => {
    const [last, text] = [parts.at(-1), phraseOf(parts.map((part) => part.text))];
    const mayGoOn = last?.goesOn === true && !(isWhole && text.length <= (at === needles.length - 1 ? 1 : 2));
    if (!mayGoOn) return `"${text}"`;
    const endings = endingsOf(last.text);
    if (endings === null) return `"${text}"*`;
    const whole = endings.map((ending) => `"${phraseOf([...parts.slice(0, -1).map((part) => part.text), ending])}"`);
    return whole.length < 2 ? (whole[0] ?? `"${text}"`) : `(${whole.join(' OR ')})`;
  });
  return phrases.length === 0 ? null : phrases.join(' AND ');
}

type EndingsOf = (beginning: string) => readonly string[] | null;

function phraseOf(parts: readonly string[]): string {
  return parts.join(' ').replaceAll('"', '""');
}

/** The words that hold something to look for. */
export function searchableWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => wordParts(foldedText(word)).length > 0).slice(0, mostWords);
}

/**
 * The place in a text that shows most of the words, cut to about `length` characters, with the hits marked. Without any
 * hit it is the beginning of the text.
 */
export function snippetOf(text: string, words: readonly string[], length: number): readonly SnippetPart[] {
  const hits = bestHits(text, needlesOf(words));
  const start = wholeWord(text, wholeCharacter(text, Math.max(0, bestStart(hits, length))));
  const end = wholeCharacter(text, Math.min(text.length, start + length));
  const parts: SnippetPart[] = [];
  let at = start;
  for (const hit of hits) {
    if (hit.end <= at || hit.start >= end) continue;
    const from = Math.max(hit.start, at);
    if (from > at) parts.push({ text: text.slice(at, from), isHit: false });
    parts.push({ text: text.slice(from, Math.min(hit.end, end)), isHit: true });
    at = Math.min(hit.end, end);
  }
  if (at < end) parts.push({ text: text.slice(at, end), isHit: false });
  return parts;
}

/**
 * How well each of some texts fits a word, the better the higher: by how often in how long a text (BM25 with SQLite's
 * constants, https://sqlite.org/fts5.html#the_bm25_function; one word needs no weight, the texts at hand give the mean length).
 */
export function rankTexts(texts: readonly string[], word: string): readonly number[] {
  const [needle = []] = needlesOf([word]);
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  return texts.map((text) => {
    const times = placesOf(needle, foldedText(text)).length;
    return (times * (k1 + 1)) / (times + k1 * (1 - b + (b * text.length) / mean));
  });
}

const k1 = 1.2;
const b = 0.75;

type Needle = readonly WordPart[];

function needlesOf(words: readonly string[]): readonly Needle[] {
  return searchableWords(words).map((word) => wordParts(foldedText(word)));
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly needle: number;
}

const chunkLength = 1_000;
const overlap = 200;
const mostHits = 100;

/** The hits in the piece of the text that has most of the words; a long text is not read further than it must be. */
function bestHits(text: string, needles: readonly Needle[]): readonly Hit[] {
  let best: { readonly hits: readonly Hit[]; readonly count: number } = { hits: [], count: 0 };
  for (let from = 0; from < text.length && best.count < needles.length; from += chunkLength) {
    const hits = hitsIn(text.slice(from, from + chunkLength + overlap), needles);
    const count = new Set(hits.map(({ needle }) => needle)).size;
    if (count > best.count) best = { hits: hits.map((hit) => ({ ...hit, start: hit.start + from, end: hit.end + from })), count };
  }
  return best.hits;
}

function hitsIn(chunk: string, needles: readonly Needle[]): readonly Hit[] {
  const quick = foldedText(chunk);
  if (!needles.some(([first]) => first !== undefined && quick.includes(first.text))) return [];
  const { folded, startOf, endOf } = foldedWithPlaces(chunk, quick);
  const hits = needles.flatMap((needle, which) => placesOf(needle, folded).map(({ from, last }) => ({ start: startOf(from), end: endOf(last), needle: which })));
  return hits.sort((a, b) => a.start - b.start).slice(0, mostHits);
}

interface Place {
  readonly from: number;
  /** The last unit of what was looked for. */
  readonly last: number;
}

/** Where a needle begins in a folded text, at the beginning of a word. Words are cut only where its first letters stand. */
function placesOf(needle: Needle, folded: string): readonly Place[] {
  const places: Place[] = [];
  const [first, end] = [needle[0], needle.at(-1)];
  if (first === undefined || end === undefined) return places;
  for (let at = folded.indexOf(first.text); at >= 0 && places.length < mostHits; at = folded.indexOf(first.text, at + 1)) {
    if (!beginsWord(folded, at)) continue;
    const parts = wordParts(folded, at, needle.length);
    if (!needle.every(({ text, goesOn }, offset) => fits(parts[offset], text, goesOn && offset === needle.length - 1))) continue;
    places.push({ from: at, last: (parts.at(-1)?.at ?? at) + end.text.length - 1 });
  }
  return places;
}

function fits(part: WordPart | undefined, text: string, isBeginning: boolean): boolean {
  return part !== undefined && (part.text === text || (isBeginning && part.text.startsWith(text)));
}

/** Where a window of the length holds the most words, then the most hits, a little before the first of them. */
function bestStart(hits: readonly Hit[], length: number): number {
  let best = { start: 0, score: 0 };
  for (const { start } of hits) {
    const inside = hits.filter((other) => other.start >= start && other.end <= start + length);
    const score = new Set(inside.map(({ needle }) => needle)).size * mostHits * 2 + inside.length;
    if (score > best.score) best = { start, score };
  }
  return best.start - Math.floor(length / 6);
}

/** The place itself, or the end of the word of plain letters in which it lies, if that is near. */
function wholeWord(text: string, at: number): number {
  if (!/[a-z0-9]/i.test(text.charAt(at - 1))) return at;
  const rest = /^[a-z0-9]{0,16}/i.exec(text.slice(at, at + 17))?.[0].length ?? 0;
  return rest === 16 ? at : at + rest;
}

/** The place itself, or the one before it where it lies within a character of two units. */
function wholeCharacter(text: string, at: number): number {
  const isInside = /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
  return isInside ? at - 1 : at;
}

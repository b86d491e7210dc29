/** A piece of a text, and whether it is what was looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

const han = /\p{Script=Han}/u;

/**
 * A text as the index takes it in: folded (NFKC, lower case), with every Chinese character a word of its own, so that
 * any fragment is found as a phrase, from one character up.
 */
export function indexedText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\p{Script=Han}/gu, ' $& ');
}

/**
 * The full-text expression for words, each as a person typed it: Chinese as a phrase of its characters, everything else
 * by its beginning. Every word must be there. Null when nothing in them can be looked for. Operators are quoted away.
 */
export function matchExpression(words: readonly string[]): string | null {
  const phrases = words.flatMap((word) => piecesOf(word)).map((piece) => (han.test(piece) ? quoted([...piece].join(' ')) : `${quoted(piece)}*`));
  return phrases.length === 0 ? null : phrases.join(' AND ');
}

/**
 * The place in a text that shows most of the words, cut to about `length` characters, with the hits marked. Without any
 * hit it is the beginning of the text.
 */
export function snippetOf(text: string, words: readonly string[], length: number): readonly SnippetPart[] {
  const needles = words.flatMap(piecesOf);
  const folded = foldedByCharacter(text);
  const hits = needles.flatMap((needle) => occurrences(folded, needle)).sort((a, b) => a.start - b.start);
  const start = Math.max(0, bestStart(hits, length));
  const end = Math.min(text.length, start + length);
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

/** The runs of a word: Chinese characters together, letters and digits together; punctuation separates. */
function piecesOf(word: string): readonly string[] {
  return word.normalize('NFKC').toLowerCase().match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? [];
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The text folded so that each UTF-16 unit keeps its place: what would grow or shrink stays as it is. */
function foldedByCharacter(text: string): string {
  return Array.from(text, (character) => {
    const folded = character.normalize('NFKC').toLowerCase();
    return folded.length === character.length ? folded : character;
  }).join('');
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const mostHits = 200;

function occurrences(text: string, needle: string): readonly Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(needle); at >= 0 && found.length < mostHits; at = text.indexOf(needle, at + needle.length)) {
    found.push({ start: at, end: at + needle.length });
  }
  return found;
}

/** Where a window of the length holds the most hits, a little before the first of them. */
function bestStart(hits: readonly Range[], length: number): number {
  let best = { start: 0, count: 0 };
  for (const { start } of hits) {
    const count = hits.filter((other) => other.start >= start && other.end <= start + length).length;
    if (count > best.count) best = { start, count };
  }
  return best.start - Math.floor(length / 6);
}

/** Only letters, ideographs and digits count: spaces, punctuation, width and case are no difference of wording. */
export function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}%‰]+/gu, '');
}

/** A wording made ready for being looked for: what stands between its blanks, and how often each pair of letters occurs. */
export interface Pattern {
  readonly pieces: readonly string[];
  readonly pairs: ReadonlyMap<string, number>;
  readonly size: number;
}

// No blank of a contract holds more; a longer one hides words that were put in.
const widestBlank = 160;
const blank = /【[^】]*】/gu;

export function patternOf(wording: string): Pattern {
  const pieces = wording.split(blank).map(normalised);
  const pairs = pairsOf(pieces.join(' '));
  return { pieces, pairs, size: sizeOf(pairs) };
}

/** Whether a text is a wording, its blanks filled in with at most 160 letters each. Time grows with the text's length. */
export function isWording(text: string, { pieces }: Pattern): boolean {
  const [first = '', ...rest] = pieces;
  if (!text.startsWith(first)) return false;
  const last = rest.at(-1);
  if (last === undefined) return text.length === first.length;
  let at = first.length;
  for (const piece of rest.slice(0, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found - at > widestBlank) return false;
    at = found + piece.length;
  }
  const end = text.length - last.length;
  return end >= at && end - at <= widestBlank && text.endsWith(last);
}

/** How often each pair of neighbouring letters occurs in a normalised text. */
export function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index += 1) {
    const pair = text.slice(index, index + 2);
    if (!pair.includes(' ')) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

export function sizeOf(pairs: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const count of pairs.values()) size += count;
  return size;
}

/** How many pairs two texts share. */
export function shared(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let count = 0;
  for (const [pair, times] of small) count += Math.min(times, large.get(pair) ?? 0);
  return count;
}

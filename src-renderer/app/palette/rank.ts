/**
 * How well a text fits what was typed: the smaller the better, null when it does not fit. Every word typed must occur,
 * in any order: as a part of the text, or (for Latin letters) as letters that follow one another with gaps.
 */
export function rank(typed: string, text: string): number | null {
  const haystack = fold(text);
  const words = fold(typed).split(/\s+/).filter((word) => word !== '');
  let total = 0;
  for (const word of words) {
    const score = rankWord(word, haystack);
    if (score === null) return null;
    total += score;
  }
  return total;
}

function rankWord(word: string, haystack: string): number | null {
  const at = haystack.indexOf(word);
  if (at !== -1) return isWordStart(haystack, at) ? at / 100 : 1 + at / 100;
  if (word.length < 2 || !/^[a-z0-9]+$/.test(word)) return null;
  const spread = spreadOf(word, haystack);
  return spread === null || spread > word.length * 4 ? null : 10 + spread;
}

/** Over how many characters the word's letters are spread, in order; null when one is missing. */
function spreadOf(word: string, haystack: string): number | null {
  const start = haystack.indexOf(word.charAt(0));
  if (start === -1) return null;
  let at = start;
  for (const letter of word.slice(1)) {
    at = haystack.indexOf(letter, at + 1);
    if (at === -1) return null;
  }
  return at - start + 1;
}

function isWordStart(haystack: string, at: number): boolean {
  return at === 0 || !/[a-z0-9]/.test(haystack.charAt(at - 1));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

import type { Comparison } from './envelope-model.ts';

const mostPlaces = 20;
const longestShown = 160;

/**
 * Holds the words of a file that came back against those that were given out, line by line and in order. Spaces, widths
 * of letters and the lines' breaks don't count, nor do page numbers: a scan's recognised text has its own. A file
 * without words, as a plain scan is, can't be compared.
 */
export function compareTexts(given: readonly string[], returned: string): Comparison {
  const text = plain(returned);
  if (text.length < 20) return { outcome: 'no_text', places: [], count: 0 };
  const places: { before: string; after: string }[] = [];
  let at = 0;
  let missing: string[] = [];
  for (const line of given) {
    const wanted = plain(line);
    if (wanted === '') continue;
    const found = text.indexOf(wanted, at);
    // A short line may stand by chance further on: only what follows closely is taken for it.
    if (found < 0 || (wanted.length < 8 && found - at > 200)) {
      missing.push(line.trim());
      continue;
    }
    note(places, missing.join(' '), text.slice(at, found));
    missing = [];
    at = found + wanted.length;
  }
  note(places, missing.join(' '), text.slice(at));
  return { outcome: places.length === 0 ? 'same' : 'differs', places: places.slice(0, mostPlaces), count: places.length };
}

function note(places: { before: string; after: string }[], before: string, after: string): void {
  // Lines for ink, dots and stray marks of a scanner are no words.
  const isNothing = before === '' && after.replace(/[\p{P}\p{S}_]/gu, '').length === 0;
  if (!isNothing) places.push({ before: before.slice(0, longestShown), after: after.slice(0, longestShown) });
}

/** What is left of a text when only its words count. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/第\d+页共\d+页|Page\d+of\d+/g, '')
    .toLowerCase();
}

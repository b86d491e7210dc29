import type { CheckedFinding } from '#shared/features/checker/ipc.ts';
import type { Surface } from '../../ui/document-editor/surface.ts';
import type { Body, BodyPlace } from './read-both.ts';

/**
 * Puts the wording that a finding offers into the text, as a suggestion: in the place of its words, or behind their
 * block. What is missing as a whole goes behind the last clause, in a bilingual contract a line to each text.
 */
export function applyFix({ fix }: CheckedFinding, place: BodyPlace | null, surfaces: Readonly<Record<Body, Surface>>, bodies: readonly Body[]): void {
  if (fix === null) return;
  if (place !== null) {
    surfaces[place.body].suggest(fix.wording, fix.kind === 'replace' ? place : { behind: place.to });
    return;
  }
  const lines = fix.wording.split('\n');
  const isEach = bodies.length === lines.length && bodies.length > 1;
  for (const [index, body] of isEach ? bodies.entries() : [...bodies.entries()].slice(0, 1)) {
    const surface = surfaces[body];
    surface.suggest(isEach ? (lines[index] ?? '') : fix.wording, { behind: lastClauseOf(surface) });
  }
}

/** A position in the last block of text that stands before the places to sign. */
function lastClauseOf(surface: Surface): number {
  const doc = surface.doc();
  let last = 0;
  let isOver = false;
  doc.forEach((node, offset) => {
    isOver ||= node.type.name === 'signatureBlock' || signs.test(node.textContent);
    if (!isOver && node.isTextblock && node.textContent.trim() !== '') last = offset + 1;
  });
  return last;
}

// As a text without a place to sign of its own begins its end.
const signs = /^[（(]?(?:以下无正文|此页无正文)|^(?:甲方|乙方|买方|卖方)[（(]?(?:盖章|签章|签字)|^in witness whereof/iu;

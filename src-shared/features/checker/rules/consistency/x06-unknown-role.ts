import type { PlacedHit, ScannedClause, Span, TextRule } from '../../model.ts';
import { allIn, factOf, hitAt, matchesIn } from '../find.ts';
import { holds, mayHold, trigger } from '../../triggers/triggers.ts';

interface Place extends Span {
  readonly role: string;
}

const roles = ['甲', '乙', '丙', '丁'].map((role) => ({ role, words: `${role}方`, pattern: trigger(new RegExp(`${role}方`, 'u')) }));
const none: readonly never[] = [];
const rolesEn = trigger(/\bparty [a-d]\b/giu);
// Most places that name a role use it; one that introduces it has a colon after it, or a bracket or a word before it.
const mayIntroduce = trigger(/方\s{0,4}(?:\([^)\n]{0,24}\))?\s{0,4}[:为是]|[称(]为?["'「]?[甲乙丙丁]方|party [a-d]/iu);
const introduces = /(?:^|\n|\s{3})\s{0,4}([甲乙丙丁])\s{0,4}方\s{0,4}(?:\([^)\n]{0,24}\))?\s{0,4}[:为是]|(?:(?:简称|下称|称)(?:为)?["'「]?|(?<=[\u4E00-\u9FFF]\s{0,4})\()([甲乙丙丁])方|\(?["']?(party [a-d])["']?\)?\s{0,4}(?:\([^)\n]{0,24}\))?\s{0,4}:|\((?:the |hereinafter[^)"]{0,30})?"(party [a-d])"\)/giu;

/** X06: 丙方 is obliged and nobody knows who that is. */
export const unknownRole: TextRule<ScannedClause> = {
  id: 'X06',
  kind: 'consistency',
  severity: 'high',
  bases: ['civilCode470'],
  scope: 'text',
  collect: (clause) => clause,
  conclude: (notes) => {
    const known = new Set(notes.flatMap(({ note }) => factOf(note, introducedIn)));
    // A text that introduces nobody so lacks its parties altogether; that is M01's to say.
    if (known.size === 0) return [];
    const seen = new Set<string>();
    const found: PlacedHit[] = [];
    const unknown = roles.filter(({ role }) => !known.has(role));
    for (const { clause, note } of notes) {
      for (const { role, ...place } of note.kind === 'clause' ? rolesIn(note, unknown) : none) {
        if (known.has(role) || seen.has(role)) continue;
        seen.add(role);
        found.push({ clause, ...hitAt(place, { parameters: { words: /[甲乙丙丁]/u.test(role) ? `${role}方` : role } }) });
      }
    }
    return found;
  },
};

function introducedIn(clause: ScannedClause): readonly string[] {
  return holds(clause, mayIntroduce) ? allIn(clause.plain, introduces).map((found) => (found[1] ?? found[2] ?? found[3] ?? found[4] ?? '').toLowerCase()) : [];
}

/** Where some Chinese roles stand first in a clause, and any English ones. */
function rolesIn(clause: ScannedClause, some: typeof roles): readonly Place[] {
  const places: Place[] = [];
  for (const { role, words, pattern } of some) {
    const start = mayHold(clause, pattern) ? clause.plain.indexOf(words) : -1;
    if (start >= 0) places.push({ role, start, end: start + words.length });
  }
  for (const { start, end, text } of matchesIn(clause, rolesEn)) places.push({ role: text.toLowerCase(), start, end });
  return places;
}

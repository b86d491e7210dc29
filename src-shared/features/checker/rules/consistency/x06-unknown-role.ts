import type { TextRule } from '../../model.ts';
import { allIn, hitAt, matchesIn } from '../find.ts';
import { trigger } from '../../triggers/triggers.ts';

interface Note {
  readonly used: readonly { readonly role: string; readonly start: number; readonly end: number }[];
  readonly introduced: readonly string[];
}

const roles = trigger(/[甲乙丙丁](?=方)|\bparty [a-d]\b/giu);
const names = trigger(/[甲乙丙丁]\s{0,4}方|party [a-d]/iu);
const introduces = /(?:^|\n|\s{3})\s{0,4}([甲乙丙丁])\s{0,4}方\s{0,4}(?:\([^)\n]{0,24}\))?\s{0,4}[:为是]|(?:(?:简称|下称|称)(?:为)?["'「]?|(?<=[\u4E00-\u9FFF]\s{0,4})\()([甲乙丙丁])方|\(?["']?(party [a-d])["']?\)?\s{0,4}(?:\([^)\n]{0,24}\))?\s{0,4}:|\((?:the |hereinafter[^)"]{0,30})?"(party [a-d])"\)/giu;

/** X06: 丙方 is obliged and nobody knows who that is. */
export const unknownRole: TextRule<Note> = {
  id: 'X06',
  kind: 'consistency',
  severity: 'high',
  bases: ['civilCode470'],
  scope: 'text',
  triggers: [roles, names],
  collect: (clause) => {
    const introduced = !names.test(clause.plain) ? [] : allIn(clause.plain, introduces).map((found) => (found[1] ?? found[2] ?? found[3] ?? found[4] ?? '').toLowerCase());
    const used = clause.kind === 'clause' ? matchesIn(clause, roles).map(({ start, end, text }) => ({ role: text.toLowerCase(), start, end: /[甲乙丙丁]/u.test(text) ? end + 1 : end })) : [];
    return introduced.length === 0 && used.length === 0 ? null : { used, introduced };
  },
  conclude: (notes) => {
    const known = new Set(notes.flatMap(({ note }) => note.introduced));
    // A text that introduces nobody so lacks its parties altogether; that is M01's to say.
    if (known.size === 0) return [];
    const seen = new Set<string>();
    return notes.flatMap(({ clause, note }) =>
      note.used.flatMap(({ role, ...place }) => {
        if (known.has(role) || seen.has(role)) return [];
        seen.add(role);
        return [{ clause, ...hitAt(place, { parameters: { words: /[甲乙丙丁]/u.test(role) ? `${role}方` : role } }) }];
      }),
    );
  },
};

import type { TextRule } from '../../model.ts';
import { firstOf, hitAt, isAbout } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

interface Note {
  readonly place: { readonly length: number; readonly language: 'zh' | 'en' } | null;
  readonly hasForum: boolean;
}

const dispute = trigger(/争议|纠纷|dispute/iu);
const forum = trigger(/仲裁|法院|诉讼|起诉|\b(?:arbitrat\w{1,20}|courts?|jurisdiction|litigation)\b/iu);

/** M08: a dispute clause that only talks: neither court nor arbitration stands behind it (Civil Code art. 470(8)). */
export const noForum: TextRule<Note> = {
  id: 'M08',
  kind: 'missing',
  severity: 'high',
  bases: ['civilCode470'],
  scope: 'text',
  triggers: [forum, dispute],
  collect: (clause) => {
    const hasForum = holds(clause, forum);
    const isDisputeClause = clause.kind === 'clause' && isAbout(clause, dispute);
    return hasForum || isDisputeClause ? { place: isDisputeClause ? { length: clause.text.length, language: clause.language === 'en' ? 'en' : 'zh' } : null, hasForum } : null;
  },
  conclude: (notes) => {
    const first = firstOf(notes, (note) => note.place);
    if (first === undefined || notes.some(({ note }) => note.hasForum)) return [];
    return [{ clause: first.clause, ...hitAt({ start: 0, end: first.found.length }, { fix: insertAfter('court', first.found) }) }];
  },
};

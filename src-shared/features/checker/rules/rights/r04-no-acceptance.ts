import type { TextRule } from '../../model.ts';
import { firstIn, firstOf, hitAt } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

interface Note {
  readonly delivery: { readonly start: number; readonly end: number; readonly language: 'zh' | 'en' } | null;
  readonly accepts: boolean;
}

const delivers = trigger(/交付|交货|送货|供货|送到|送至|运至|运到|\bdeliver(?:y|s|ed)?\b/giu);
const acceptance = trigger(/验收|检验|查验|化验|确认书|书面确认|视为确认|\b(?:accept(?:ance|ed)?|inspect(?:ion|ed)?|test(?:s|ing)?)\b/iu);

/** R04: something is delivered and nobody is to say whether it is good (Civil Code art. 620 to 624). */
export const noAcceptance: TextRule<Note> = {
  id: 'R04',
  kind: 'rights',
  severity: 'high',
  bases: ['civilCode620'],
  scope: 'text',
  triggers: [delivers, acceptance],
  collect: (clause) => {
    if (clause.kind !== 'clause' && clause.kind !== 'table') return null;
    const first = firstIn(clause, delivers, ({ binds, plain }) => binds && !/资料|文件|钥匙|通知|发票|\b(?:invoice|notice|documents?)\b/iu.test(plain));
    const accepts = holds(clause, acceptance);
    return first === undefined && !accepts ? null : { delivery: first === undefined ? null : { start: first.start, end: first.end, language: first.sentence.language }, accepts };
  },
  conclude: (notes) => {
    if (notes.some(({ note }) => note.accepts)) return [];
    const first = firstOf(notes, (note) => note.delivery);
    return first === undefined ? [] : [{ clause: first.clause, ...hitAt(first.found, { fix: insertAfter('acceptance', first.found) }) }];
  },
};

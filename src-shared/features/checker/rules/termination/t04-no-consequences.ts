import type { ScannedClause, TextRule } from '../../model.ts';
import { factOf, firstIn, firstOf, hitAt } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

interface Note {
  readonly ends: { readonly start: number; readonly end: number; readonly language: 'zh' | 'en' } | null;
  readonly hasConsequences: () => boolean;
}

const ends = trigger(/(?:有权|可以?|得|应)[^,.;]{0,16}(?:解除|终止)(?:(?:本)?(?:合同|协议)|(?=[,.;]|$))|\b(?:may|shall be entitled to|has the right to)\b[^.;]{0,30}\bterminate\b/giu);
const endsAtAll = /解除|终止|[期届]满|有效|约束力|terminat|expir|resci|surviv|settle|contract ends|agreement ends/iu;
const consequences = trigger(
  /(?:解除|终止|期满|届满)(?:之?后|时|之日|,)[^.;]{0,60}(?:结算|结清|对账|提清|搬离|交回|返还|退还|移交|清算|支付|付清|恢复|归还|交还|停止)|(?:解除|终止)[^.;]{0,30}(?:不影响|继续有效|仍然有效|按[^.;]{0,20}结算)|不因[^.;]{0,12}(?:终止|解除)而|继续有效|仍(?:然|应)?(?:有效|具有约束力)|\b(?:upon|after|following|on) (?:expiry or |any )?(?:termination|expiration|expiry|rescission)\b|\bconsequences of (?:termination|rescission)\b|\b(?:terminat\w{1,20}|expir\w{1,20}|rescission|rescinded)\b[^.;]{0,80}\b(?:settle|return|refund|pay|hand over|cease|destroy)\b|\bsurviv\w{1,20}\b|\bsettle\b|\baccounts (?:are|shall be) settled\b|\bwhen (?:this|the) (?:contract|agreement) (?:ends|is terminated|expires)\b/iu,
);

/** T04: an end, and nothing on what is settled, returned and kept (Civil Code art. 566, 567). */
export const noConsequences: TextRule<Note> = {
  id: 'T04',
  kind: 'termination',
  severity: 'medium',
  bases: ['civilCode566', 'civilCode567'],
  scope: 'text',
  triggers: [ends, consequences],
  collect: (clause) => {
    const first = firstIn(clause, ends);
    return { ends: first === undefined ? null : { start: first.start, end: first.end, language: first.sentence.language }, hasConsequences: () => factOf(clause, settlesTheEnd) };
  },
  conclude: (notes) => {
    const first = firstOf(notes, (note) => note.ends);
    if (first === undefined || notes.some(({ note }) => note.hasConsequences())) return [];
    return [{ clause: first.clause, ...hitAt(first.found, { fix: insertAfter('consequences', first.found) }) }];
  },
};

function settlesTheEnd(clause: ScannedClause): boolean {
  return endsAtAll.test(clause.plain) && holds(clause, consequences);
}

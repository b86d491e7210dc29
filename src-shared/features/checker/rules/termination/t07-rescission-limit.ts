import type { ScannedClause, TextRule } from '../../model.ts';
import { firstIn, type Match } from '../find.ts';
import { firstUnless } from '../first-unless.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

const right = trigger(/有权(?![^,.;]{0,6}随时)[^,.;]{0,12}解除(?:本)?(?:合同|协议)|享有解除权/gu);
const limit = trigger(/解除权[^.;]{0,40}(?:行使|消灭|期限|内)|自(?:知道|解除事由)[^.;]{0,40}(?:日|月|年)内|(?:日|月|年)内[^.;]{0,10}(?:行使|未行使)解除权|提前[^,.;]{0,12}(?:日|天|月)[^.;]{0,20}解除|(?:日|天)内[^.;]{0,40}有权[^.;]{0,12}解除/u);

/** T07: a right to rescind without a time to use it in; the law's default is one year (Civil Code art. 564). */
export const rescissionLimit: TextRule<ScannedClause> = {
  id: 'T07',
  kind: 'termination',
  severity: 'info',
  bases: ['civilCode564'],
  scope: 'text',
  triggers: [right, limit],
  // Where one clause limits a right, no other is asked for one.
  collect: (clause) => clause,
  conclude: (notes) => firstUnless(notes, isLimited, rightIn, 'rescissionLimit'),
};

function rightIn(clause: ScannedClause): Match | null {
  return firstIn(clause, right) ?? null;
}

function isLimited(clause: ScannedClause): boolean {
  return holds(clause, limit);
}

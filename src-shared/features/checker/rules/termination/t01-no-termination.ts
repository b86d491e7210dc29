import { absenceRule } from '../absent.ts';
import { kindOf } from '../contract-kind.ts';
import { insertAfter } from '../wording.ts';

/** T01: nobody may end the contract (Civil Code art. 562, 563). */
export const noTermination = absenceRule({
  id: 'T01',
  kind: 'termination',
  severity: 'high',
  bases: ['civilCode562', 'civilCode563'],
  present: /解除|终止|\bterminat\w+/iu,
  needed: (text, record) => kindOf(text, record) !== 'supplementary',
  fix: (text) => insertAfter('termination', text),
});

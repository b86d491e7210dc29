import { absenceRule } from '../absent.ts';
import { kindOf } from '../contract-kind.ts';
import { insertAfter } from '../wording.ts';

/** D01: nothing on how disputes are settled (Civil Code art. 470(8)). */
export const noDisputeClause = absenceRule({
  id: 'D01',
  kind: 'disputes',
  severity: 'high',
  bases: ['civilCode470'],
  present: /争议|纠纷|仲裁|诉讼|管辖|\b(?:disputes?|arbitrat\w+|litigation|jurisdiction)\b/iu,
  needed: (text, record) => kindOf(text, record) !== 'supplementary',
  fix: (text) => insertAfter('court', text),
});

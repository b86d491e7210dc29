import { absenceRule } from '../absent.ts';
import { kindOf } from '../contract-kind.ts';
import { insertAfter } from '../wording.ts';

/** D07: no address to which a notice, or a court, can send (SPC opinions on service 2017, art. 3). */
export const service = absenceRule({
  id: 'D07',
  kind: 'disputes',
  severity: 'medium',
  bases: ['spcService'],
  present: /送达|通知地址|通讯地址|联系地址|通信地址|收件地址|电子邮箱|\bnotices?\b[^.;]{0,80}\b(?:address|deemed|writing|sent|e-?mail)\b|\bdeemed (?:to have been )?(?:served|given|received|delivered)\b/iu,
  needed: (text, record) => kindOf(text, record) !== 'supplementary',
  fix: (text) => insertAfter('service', text),
});

import type { ClauseRule } from '../../model.ts';
import { firstOfEach, hitAt, matchesIn } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const backToBack = trigger(
  /背靠背|(?:收到|取得)(?:业主|最终用户|终端客户|客户|建设单位|发包[人方]|总包方?|第三方)[^,.;]{0,14}(?:款项?|付款|资金|支付)[^,.;]{0,6}后|(?:业主|最终用户|终端客户|建设单位|总包方?)[^,.;]{0,8}(?:付款|支付|拨款)[^,.;]{0,4}后|(?<!不[得应能可再会需必]?将?|非|无[需须])以(?![及上下内外后前便])[^,.;]{0,12}(?:业主|最终用户|终端客户|建设单位|总包方?)[^,.;]{0,8}(?:付款|支付|款项)[^,.;]{0,4}为[^,.;]{0,16}(?:前提|条件)(?!的(?:约定|条款))|\bpay[- ](?:when|if)[- ]paid\b|\bback[- ]to[- ]back\b|\b(?:after|upon|once|when|until)\b[^.;]{0,40}\b(?:receives?|received|receipt of)\b[^.;]{0,30}\b(?:payments?|funds)\b[^.;]{0,12}\bfrom (?:its|the) (?:customer|client|end[- ]user|owner|employer|principal)\b/giu,
);
const longStop = /最迟|不迟于|无论|至迟|\b(?:in any event|no later than|not later than|at the latest|regardless)\b/iu;

/** P03: one is paid only when somebody else has paid, and there is no last day. */
export const payWhenPaid: ClauseRule = {
  id: 'P03',
  kind: 'payment',
  severity: 'high',
  bases: ['sme2025'],
  scope: 'clause',
  triggers: [backToBack],
  check: (clause) =>
    firstOfEach(matchesIn(clause, backToBack, ({ plain }) => !longStop.test(plain))).map((match) => hitAt(match, { parameters: { words: match.text }, fix: insertAfter('longStop', match.sentence) })),
};

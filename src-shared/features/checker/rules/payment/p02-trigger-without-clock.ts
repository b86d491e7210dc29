import type { ClauseRule } from '../../model.ts';
import { hitAt, matchesIn, timed, type Match } from '../find.ts';
import { notOwed, paysEn, paysZh } from '../payment-words.ts';
import { insertAfter } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const days = String.raw`[^,.;]{0,14}(?:\d|[一二三四五六七八九十])[^,.;]{0,3}(?:工作日|自然日|日|天|周|月)`;
// 完成全部工作后，甲方支付: nobody does anything else in between, and no other time is named.
const payer = '(?:应当(?![日天月])|一次性|[^,.;\\d一二三四五六七八九十在于次当前]){0,8}';
const event = trigger(
  new RegExp(
    String.raw`(?:(?:验收(?:合格|通过)?|开具发票|项目完成|交付(?:完成|完毕)?|货到|到货|完工|竣工|签收|安装调试(?:完成|完毕)?|上线|工作完成|服务完成)(?:之?后|时)|完成[^,.;\d]{1,12}?(?:之?后|时)(?=,?${payer}(?:支付|付清|结清))|收到[^,.;]{0,30}发票(?:之?后|时))(?!${days})|\b(?:after|upon|following) (?:the )?(?:final )?(?:acceptance|delivery|completion|installation|receipt of (?:the |an |a )?(?:valid )?invoice)\b`,
    'giu',
  ),
);
const clock = /\d\s{0,4}(?:个?(?:工作日|自然日|日|天|周|月))|[一二三四五六七八九十]{1,3}\s{0,4}(?:个?(?:工作日|自然日|日|天|周|个月|月))|当[日天]|\b(?:within|no later than|not later than)\b|\b\d{1,12} (?:business |working |calendar )?days\b/iu;
// A sentence of its own that starts the clock for whatever event the payments hang on, as the offered wording does.
const clockForAll = /付款期限为[^.;]{0,16}(?:条件|事件)[^.;]{0,8}之日起[^.;]{0,10}(?:日|天|周|月)内|\bdue within\b[^.;]{0,40}\bof (?:that|such|the) event\b/iu;

/** P02: payment hangs on an event, and no clock runs from it. */
export const triggerWithoutClock: ClauseRule = {
  id: 'P02',
  kind: 'payment',
  severity: 'high',
  bases: ['civilCode511'],
  scope: 'clause',
  triggers: [event],
  check: (clause) =>
    matchesIn(clause, event, ({ plain }) => (paysZh.test(plain) || paysEn.test(plain)) && !notOwed.test(plain) && !clockForAll.test(clause.plain))
      .filter((match) => !hasClock(match))
      .map((match) => hitAt(match, { parameters: { words: match.text }, fix: insertAfter('clock', match.sentence) })),
};

/** Of a work that is completed any time in the sentence is taken for the payment's, but that of an instalment before it; of other events one in their part of it. */
function hasClock({ sentence: { plain, start: from }, start, end, text }: Match): boolean {
  if (text.startsWith('完成')) return hasTime(`${withoutPaid(plain.slice(0, start - from))}${plain.slice(start - from)}`);
  return clock.test(partAround(plain, start - from, end - from));
}

function hasTime(plain: string): boolean {
  return timed.test(plain) || /次[日月年]|[月年季]底|(?:当|(?<!合)同)[日天月]|[上前]述[^,.;]{0,4}(?:时间|期限)/u.test(plain);
}

/** What stands before a work without the instalments in it that have a time of their own: 签订后10日内支付30%，. */
function withoutPaid(before: string): string {
  return before.split(/(?<=[,;])(?!\d)/u).filter((part) => !(/[,;]$/u.test(part) && hasTime(part) && instalment.test(part) && !ofSeveral.test(part))).join('');
}

// 于下列事件后10日内支付：… is the time of what follows too.
const ofSeveral = /:|下列|以下|分别|各|每/u;
const instalment = /(?:支付|付清|付至|付款?)[^,.;]{0,12}?\d[\d,.]{0,20}\s{0,4}(?:%|万?元)/u;

/** The part of a sentence between commas that a place lies in: 「验收合格后支付 20%」 of a list of instalments. */
function partAround(plain: string, start: number, end: number): string {
  const from = Math.max(...[',', ';', '、'].map((mark) => plain.lastIndexOf(mark, start))) + 1;
  const after = plain.slice(end).search(/[;、]|,(?=[^,;]{0,30}(?:%|元))/u);
  return plain.slice(from, after < 0 ? plain.length : end + after);
}

import { z } from 'zod';
import { daySchema, isDay } from '../../kernel/day.ts';
import { literal } from '../../kernel/literal.ts';
import { moneySchema, parseMoney } from '../../kernel/money.ts';
import type { Clause, ClausedText, Sentence } from '../checker/model.ts';
import { datesIn } from '../checker/rules/dates.ts';
import { isPayment } from '../checker/rules/payment-words.ts';
import { hanToNumber } from '../checker/segmentation/numbers.ts';
import { obligationTypeSchema, type ObligationType } from '../templates/defaults.ts';
import { besideDeposit, isDeposit } from './deposits.ts';
import { dueUnits } from './due-rules.ts';
import { moneyDirections, obligorSchema, type Obligor } from './model.ts';
import { frequencies } from './recurrence.ts';

/** What a proposed period is counted from: a day of the contract, or the first obligation of a type. */
export const proposedEvents = ['signed', 'effective', 'expires', 'delivery', 'acceptance', 'invoice'] as const;

/** A due rule as a text says it, before the obligations that it may count from are there. */
export const proposedDueSchema = z.union([
  z.object({ kind: z.literal('fixed'), on: daySchema }).readonly(),
  z.object({ kind: z.literal('offset'), from: z.enum(proposedEvents), amount: z.int().min(-3650).max(3650), unit: z.enum(dueUnits) }).readonly(),
  z.object({ kind: z.literal('recurring'), frequency: z.enum(frequencies) }).readonly(),
  z.object({ kind: z.literal('none') }).readonly(),
]);
export type ProposedDue = z.infer<typeof proposedDueSchema>;

const source = { due: proposedDueSchema, clauseNumber: z.string().max(40), quote: z.string().max(600) };
export const proposedObligationSchema = z.object({ obligor: obligorSchema, type: obligationTypeSchema, /** Empty: named by its type. */ title: z.string().trim().max(120), ...source }).readonly();
export type ProposedObligation = z.infer<typeof proposedObligationSchema>;
export const proposedPaymentSchema = z.object({ direction: z.enum(moneyDirections), shareBasisPoints: z.int().min(1).max(10_000).nullable(), amount: moneySchema.nullable(), ...source }).readonly();
export type ProposedPayment = z.infer<typeof proposedPaymentSchema>;

export interface Proposals {
  readonly obligations: readonly ProposedObligation[];
  readonly payments: readonly ProposedPayment[];
}

export interface ProposeFacts {
  /** Which party we are: 甲方 or 乙方. */
  readonly us: Side;
  /** What this text calls each of them beside 甲方 and 乙方, such as Seller; without it, what most contracts call them. */
  readonly names?: Readonly<Record<Side, readonly string[]>>;
}

type Side = 'party_a' | 'party_b';

const mostProposed = 60;

/**
 * What a text seems to oblige each side to: sentences that bind and speak of a deed, with the day or period that they
 * name; and the instalments of payment. It proposes, a person decides. Of a bilingual text the Chinese is read.
 */
export function proposeFrom(text: ClausedText, { us, names }: ProposeFacts): Proposals {
  const sides = names === undefined || names.party_a.length + names.party_b.length === 0 ? usualSides : sidesOf(names);
  const obligations: ProposedObligation[] = [];
  const payments: ProposedPayment[] = [];
  for (const clause of text.clauses) {
    if (clause.kind !== 'clause' || consequences.test(clause.heading)) continue;
    for (const [index, sentence] of clause.sentences.entries()) {
      if (text.language === 'bilingual' && sentence.language === 'en') continue;
      const from = { clauseNumber: numberAt(clause, sentence), quote: sentence.text.slice(0, 600) };
      const obligor = obligorOf(sentence, clause.sentences[index - 1], us, sides);
      const isOfDeposit = !isPayment(sentence) && isDeposit(sentence);
      if (isPayment(sentence) || isOfDeposit) payments.push(...paymentsOf(sentence, obligor, us, isOfDeposit).map((one) => ({ ...one, ...from })));
      if (isPayment(sentence)) continue;
      const deed = isOfDeposit ? besideDeposit(sentence) : sentence;
      const [type, bound] = [deedOf(deed), isOfDeposit ? obligorOf(deed, undefined, us, sides) : obligor];
      if (type !== null && bound !== null) obligations.push({ obligor: bound, type, title: '', due: dueOf(deed.plain), ...from });
    }
  }
  return { obligations: withoutDoubles(obligations).slice(0, mostProposed), payments: payments.slice(0, mostProposed) };
}

// Clauses that only say what follows from a breach or an end oblige nobody to plan for it.
const consequences = /违约|责任|解除|终止|争议|不可抗力|liabilit|breach|terminat|dispute|force majeure/iu;
const unplanned = /违约金|赔偿|不得|未经|无权|承担.{0,8}责任|逾期|\b(?:shall not|must not|damages|indemnif|liable)\b/iu;

// In this order: 验收报告 is of acceptance, not a report; an invoice is named before what it is delivered with.
const deeds: readonly (readonly [ObligationType, RegExp])[] = [
  ['confidentiality_return', /(?:返还|归还|销毁).{0,20}(?:资料|信息|文件|载体)|\b(?:return|destroy)\b.{0,60}\bconfidential/iu],
  ['invoice', /(?:开具|提供|出具|开).{0,16}发票|\b(?:issue|provide|submit)\b.{0,40}\binvoices?\b/iu],
  ['insurance', /投保|购买.{0,10}保险|办理.{0,10}保险|\b(?:insure|take out insurance|maintain insurance)\b/iu],
  ['acceptance', /验收|检验|\b(?:inspect|accept(?:ance)?)\b/iu],
  ['warranty', /质保|保修|维修|更换|\b(?:warrant|repair|replace)/iu],
  ['report', /(?:提交|报送|提供).{0,16}(?:报告|报表|月报|周报)|\breports?\b/iu],
  ['delivery', /交付|交货|送达|运至|发货|供货|提供|安装|调试|完成|\b(?:deliver|supply|install|commission|complete)/iu],
  ['sla', /可用[率性]|响应时间|服务水平|\b(?:availability|uptime|service levels?|response time)\b/iu],
  ['notice', /(?:书面)?通知|告知|\bnotif|\bgive notice\b/iu],
];

function deedOf({ plain, binds }: Sentence): ObligationType | null {
  if (!binds || unplanned.test(plain)) return null;
  return deeds.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const usualSides: Sides = {
  party_a: /甲方|买方|需方|采购方|委托[人方]|发包[人方]|出租[人方](?=应|须)|\b(?:Party A|Buyer|Purchaser|Customer|Client|Principal)\b/iu,
  party_b: /乙方|卖方|供方|供应商|销售方|受托[人方]|承包[人方]|服务方|\b(?:Party B|Seller|Supplier|Vendor|Contractor|Provider|Consultant)\b/iu,
};

type Sides = Readonly<Record<Side, RegExp>>;

/** A seller is 甲方 in one contract and 乙方 in another: a text that says who is who is read by its own words. */
function sidesOf(names: Readonly<Record<Side, readonly string[]>>): Sides {
  const pattern = (own: string, of: readonly string[]) => new RegExp([own, ...of.map((name) => (/^[ -~]+$/.test(name) ? `\\b${literal(name)}\\b` : literal(name)))].join('|'), 'iu');
  return { party_a: pattern('甲方|\\bParty A\\b', names.party_a), party_b: pattern('乙方|\\bParty B\\b', names.party_b) };
}

/**
 * Whoever stands before the verb that binds, behind what is waited for (「甲方付款后 10 日内乙方应……」); in 「乙方应……；并应……」
 * the one of the sentence before.
 */
function obligorOf({ plain }: Sentence, before: Sentence | undefined, us: Side, sides: Sides): Obligor | null {
  const head = plain.slice(0, Math.max(0, plain.search(/应|须|负责|\bshall\b|\bmust\b|\bwill\b/iu)) || plain.length);
  const behindEvent = head.slice(head.lastIndexOf('后') + 1);
  for (const words of [behindEvent, head, plain, before !== undefined && /[;；:：]$/.test(before.text) ? before.plain : '']) {
    const [a, b] = [words.search(sides.party_a), words.search(sides.party_b)];
    if (a < 0 && b < 0) continue;
    const isA = b < 0 || (a >= 0 && a < b);
    return isA === (us === 'party_a') ? 'us' : 'them';
  }
  return null;
}

const events: readonly (readonly [(typeof proposedEvents)[number], RegExp])[] = [
  ['acceptance', /验收(?:合格|通过|完成)?|\bacceptance\b/iu],
  ['invoice', /发票|\binvoice\b/iu],
  ['delivery', /交付|交货|到货|签收|收货|\b(?:delivery|receipt of the goods)\b/iu],
  ['effective', /生效|\beffective date\b|\beffectiveness\b/iu],
  ['signed', /签订|签署|签字|盖章|\b(?:signing|signature|execution|date of this)\b/iu],
  ['expires', /届满|期满|到期|终止后|\b(?:expiry|expiration)\b/iu],
];

const periodZh = /(\d{1,4}|[一二三四五六七八九十百两]{1,5})\s{0,4}(个?工作日|个?自然日|个?日历日|日|天|个月|个?星期|周|年)(?:之?内|以内|前|后)?/u;
const periodEn = /(\d{1,4})\)?\s{1,4}(business days?|working days?|calendar days?|days?|weeks?|months?|years?)\b/iu;

function dueOf(plain: string): ProposedDue {
  const rhythm = rhythmOf(plain);
  if (rhythm !== null) return { kind: 'recurring', frequency: rhythm };
  const date = datesIn(plain).find(({ day }) => day !== null && isDay(day));
  if (date?.day !== undefined && date.day !== null && isDay(date.day)) return { kind: 'fixed', on: date.day };
  const found = periodZh.exec(plain) ?? periodEn.exec(plain);
  if (found === null) return { kind: 'none' };
  const number = /\d/.test(found[1] ?? '') ? Number(found[1]) : hanToNumber(found[1] ?? '');
  const { amount, unit } = inUnits(number, found[2] ?? '');
  // The event stands nearest before the period in Chinese (自验收合格之日起 10 日内), behind it in English.
  const nearby = /[\u4e00-\u9fff]/.test(found[0]) ? plain.slice(Math.max(0, found.index - 30), found.index) : plain.slice(found.index, found.index + 90);
  const event = events.map(([name, pattern]) => ({ name, at: nearby.search(pattern) })).filter(({ at }) => at >= 0).toSorted((one, other) => one.at - other.at)[0];
  if (event === undefined || amount > 3650) return { kind: 'none' };
  const isBefore = /前$/u.test(found[0]) || /\bbefore\b/iu.test(plain.slice(found.index, found.index + 40));
  return { kind: 'offset', from: event.name, amount: isBefore ? -amount : amount, unit };
}

function inUnits(number: number, word: string): { readonly amount: number; readonly unit: (typeof dueUnits)[number] } {
  if (/工作日|business|working/iu.test(word)) return { amount: number, unit: 'workingDay' };
  if (/月|month/iu.test(word)) return { amount: number, unit: 'month' };
  if (/年|year/iu.test(word)) return { amount: number * 12, unit: 'month' };
  return { amount: /周|星期|week/iu.test(word) ? number * 7 : number, unit: 'day' };
}

function rhythmOf(plain: string): (typeof frequencies)[number] | null {
  if (/每周|每星期|\bweekly\b|\beach week\b/iu.test(plain)) return 'weekly';
  if (/每季度?|按季度?|\bquarterly\b|\beach quarter\b/iu.test(plain)) return 'quarterly';
  if (/每半年|\bsemi-?annually\b|\bhalf-yearly\b/iu.test(plain)) return 'halfYearly';
  if (/每个?月|按月|\bmonthly\b|\beach month\b/iu.test(plain)) return 'monthly';
  return /每年|按年|\bannually\b|\beach year\b/iu.test(plain) ? 'yearly' : null;
}

type Instalment = Pick<ProposedPayment, 'direction' | 'shareBasisPoints' | 'amount' | 'due'>;

const share = /(\d{1,3}(?:\.\d{1,2})?)\s{0,4}%|百分之([一二三四五六七八九十百]{1,4})/u;
const sum = /(?:人民币|RMB|CNY|¥)\s{0,4}(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,2})?)|(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,2})?)\s{0,4}(?:万)?元|\b(?:USD|US\$)\s{0,4}(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,2})?)/u;

/** The payments of one sentence. A deposit is one even where its sum stands elsewhere: the person types it. */
function paymentsOf(sentence: Sentence, obligor: Obligor | null, us: Side, isOfDeposit: boolean): readonly Instalment[] {
  const found = instalmentsOf(sentence, obligor, us);
  if (found.length > 0 || !isOfDeposit) return found;
  return [{ direction: directionOf(obligor, us), shareBasisPoints: null, amount: null, due: dueOf(sentence.plain) }];
}

/** Who pays is not always named; 甲方 usually does. */
function directionOf(obligor: Obligor | null, us: Side): ProposedPayment['direction'] {
  return (obligor ?? (us === 'party_a' ? 'us' : 'them')) === 'us' ? 'pay' : 'receive';
}

/** The instalments of one sentence: a part with a share or a sum each, with the period named in it or just before. */
function instalmentsOf({ plain }: Sentence, obligor: Obligor | null, us: Side): readonly Instalment[] {
  const direction = directionOf(obligor, us);
  let waiting = '';
  const found = plain.split(/(?<=[;、])|(?<=,)(?!\d)/u).flatMap((part) => {
    const read = waiting + part;
    const ratio = share.exec(part);
    const money = sum.exec(part);
    if (ratio === null && money === null) {
      waiting = read;
      return [];
    }
    waiting = '';
    const percent = ratio === null ? null : ratio[1] === undefined ? hanToNumber(ratio[2] ?? '') : Number(ratio[1]);
    const figure = money?.[1] ?? money?.[2] ?? money?.[3];
    const parsed = figure === undefined ? null : parseMoney(figure, money?.[3] === undefined ? 'CNY' : 'USD');
    const isTenThousands = money !== null && /万元/.test(money[0]);
    const amount = parsed?.ok === true ? { ...parsed.value, minor: parsed.value.minor * (isTenThousands ? 10_000 : 1) } : null;
    const basisPoints = percent !== null && percent > 0 && percent <= 100 ? Math.round(percent * 100) : null;
    return basisPoints === null && amount === null ? [] : [{ direction, shareBasisPoints: basisPoints, amount, due: dueOf(read) }];
  });
  return found;
}

/** The number of the line that a sentence stands in, else the clause's. */
function numberAt(clause: Clause, sentence: Sentence): string {
  const line = clause.text.slice(clause.text.lastIndexOf('\n', sentence.start) + 1, sentence.start + 20);
  const own = /^\s*(\d{1,3}(?:\.\d{1,3}){1,4}|（[一二三四五六七八九十]+）)/u.exec(line)?.[1];
  return (own ?? clause.number ?? '').trim().slice(0, 40);
}

function withoutDoubles(found: readonly ProposedObligation[]): readonly ProposedObligation[] {
  return found.filter((one, index) => found.findIndex((other) => other.quote === one.quote && other.type === one.type) === index);
}

import type { Sentence } from '../checker/model.ts';

const words = '(?:定金|订金|押金|保证金|诚意金)';
const hands = '(?:支付|交付|交纳|缴纳|缴付|缴存|给付|付给|付清|汇付|提供|提交|退还|返还|归还|退回)';
// 「支付定金后」 and 「定金支付之日」 are events that others count from, no deed.
const isNoEvent = '(?![^,;]{0,12}(?:后|之日|当[日天]|时|之前))';
const zh = new RegExp(`${hands}[^,;]{0,40}?${words}${isNoEvent}|${words}(?!之?[前后]|之日)[^,;]{0,40}?${hands}${isNoEvent}`, 'u');
const en = /\b(?:pay|deliver|provide|place|lodge|furnish|remit|transfer|make|return|refund|repay|release|hand over)\b.{0,80}?\b(?:(?<!source[- ]code )deposit(?! (?:account|date|period))|earnest money)\b/iu;

const forfeits = /双倍|没收|丧失|不予|不退|不得|无权|无须|无需|违约|逾期|\b(?:forfeit|twice|double|not be|shall not|breach|default)/iu;
const isReckoned = /抵作|抵扣|冲抵|充抵|转为|退还|返还|退回/u;
const bindsItself = /应(?![收付用急对])|须|负责/u;

/** Whether a sentence lays down that a deposit is handed over or given back: money, though it is often 「交付」, as goods are. */
export function isDeposit(sentence: Sentence): boolean {
  if (sentence.language === 'en') return sentence.binds && en.test(sentence.plain) && !forfeits.test(sentence.plain);
  return (sentence.binds || /\d/.test(sentence.plain)) && partsOf(sentence.plain).some(handsOver);
}

/** What a sentence of a deposit binds to beside it: 「……；乙方应在收到定金后 10 日内交付设备」. */
export function besideDeposit(sentence: Sentence): Sentence {
  const rest = sentence.language === 'en' ? [] : partsOf(sentence.plain).filter((part) => bindsItself.test(part) && !handsOver(part) && !isReckoned.test(part));
  return { ...sentence, plain: rest.join('') };
}

function handsOver(part: string): boolean {
  return zh.test(part) && !forfeits.test(part);
}

/** The parts between commas that don't group a figure's thousands. */
function partsOf(plain: string): readonly string[] {
  return plain.split(/(?<=;)|(?<=,)(?!\d)/u);
}

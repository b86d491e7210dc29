import type { ScannedClause, Sentence, Span } from '../../model.ts';
import { sentencesThatMayHold, trigger } from '../../triggers/triggers.ts';
import { toMinor } from '../amounts.ts';
import { allIn, matchesIn } from '../find.ts';

/** A sum that others beside it reckon to be another; all in hundredths. */
export interface WrongSum extends Span {
  readonly stated: number;
  readonly reckoned: number;
}

const amount = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,6})?)\s{0,4}(万)?元`;
const money = String.raw`${amount}(?!\s{0,2}[/每])`;
// 单价(不含税), 含税单价: the price of one.
const ofOne = String.raw`(?<!单价\s{0,2}\(?\s{0,2})`;
const notOfOne = String.raw`(?![^\d,.;]{0,6}(?:单价|每))`;
const between = String.raw`[^\d,.;%]{0,16}?`;
export const taxPart = trigger(new RegExp(`税额${between}${money}`, 'gu'));
const netPart = new RegExp(`${ofOne}(?:不含(?:增值)?税|未税|税前)${notOfOne}${between}${money}`, 'gu');
const grossPart = new RegExp(`${ofOne}(?:(?<!不)含(?:增值)?税|价税合计)${notOfOne}${between}${money}`, 'gu');
const rate = /税率[^\d,.;]{0,8}(\d{1,2}(?:\.\d{1,2})?)\s{0,4}%/gu;
export const unitPrice = trigger(new RegExp(`单价${between}${amount}`, 'gu'));
const unit = '台|套|件|只|吨|箱|辆|把|块|份|支|桶';
const count = new RegExp(String.raw`(?<![\d.,-])(\d{1,3}(?:,\d{3})+|\d{1,8})\s{0,4}(?:${unit})(?!以)`, 'gu');
const whole = new RegExp(`(?<=^|[,.;:、(\\s]|合同|设备|货物|产品|采购|货款)(?:总价款?|总金额|合计|共计|总计)${between}${money}`, 'gu');
const sum = /\d\s{0,4}万?元/gu;
const number = /\d[\d,.]*/gu;
const leadingNumber = /^\s{0,4}\(?\d{1,2}(?:\.\d{1,2}){0,3}(?:[)、]\s?|\.?\s)/u;
const eachUnit = new RegExp(`元\\s{0,2}/\\s{0,2}(?:${unit})(?!\\s{0,2}/)`, 'u');
// What adds to a price, divides it, or counts it by time.
const more = new RegExp(`运费|安装|折扣|优惠|税|月|年|天|日|\\/|首|预付|质保|保证金|其余|余|维保|配件|备件|租|另|含|赠|免|先|分批|每批|第|不|约|起|超|最|上限|暂|定金|订金|扣|退|[一二两三四五六七八九十百千]\\s{0,2}(?:${unit})`, 'u');
// A tax that is paid in parts, or a part of the price with its own.
const partly = /每|本期|本次|当期|运费|另|扣|预付|首付|质保|折扣|优惠|退|余|尾款|差额|其中(?!\s{0,2}:?\s{0,2}(?:不含|未税|税|增值税|价款|合同))/u;

/** What a sentence says of its price and doesn't reckon: net and tax make the gross sum, the rate of the net sum the tax, and the count of pieces times the unit price the whole. */
export function wrongSumsIn(clause: ScannedClause): readonly WrongSum[] {
  return [...sentencesThatMayHold(clause, taxPart).flatMap(wrongTaxIn), ...wrongProductIn(clause)];
}

/** Only where a sentence says each once and no other sum: else which tax belongs to which price isn't told. */
function wrongTaxIn({ plain, start }: Sentence): readonly WrongSum[] {
  if (partly.test(plain)) return [];
  const [net, tax, gross] = [onlySum(plain, netPart), onlySum(plain, taxPart), onlySum(plain, grossPart)];
  if (net === null || tax === null || gross === null || allIn(plain, sum).length !== 3) return [];
  const roundings = net.isRounded || tax.isRounded || gross.isRounded ? roundTenThousands : roundLines;
  if (Math.abs(net.minor + tax.minor - gross.minor) > roundings) return [wrongAt(start, gross, net.minor + tax.minor)];
  const [[, percent] = [], ...others] = allIn(plain, rate);
  if (percent === undefined || others.length > 0 || plain.indexOf('%') !== plain.lastIndexOf('%')) return [];
  const taxed = Math.round((net.minor * Number(percent)) / 100);
  return Math.abs(taxed - tax.minor) > roundings ? [wrongAt(start, tax, taxed)] : [];
}

// Invoices round each of their lines; sums in 万 are rounded to their own digits.
const roundLines = 100;
const roundTenThousands = 100_000;

/** Only where a clause has one unit price, its sentence one count and one sum and no other number, and no sum stands before: else other goods are in the sum. */
function wrongProductIn(clause: ScannedClause): readonly WrongSum[] {
  const [found, another] = matchesIn(clause, unitPrice);
  if (found === undefined || another !== undefined) return [];
  const { start } = found.sentence;
  const plain = found.sentence.plain.replace(leadingNumber, (numbered) => ' '.repeat(numbered.length));
  if (more.test(plain.replace(eachUnit, '元')) || allIn(plain, number).length !== 3 || allIn(clause.plain.slice(0, start), sum).length > 0) return [];
  const [each, all, [counted, ...others]] = [onlySum(plain, unitPrice), onlySum(plain, whole), allIn(plain, count)];
  if (each === null || all === null || counted === undefined || others.length > 0) return [];
  const reckoned = each.minor * Number(counted[1]?.replaceAll(',', ''));
  return Math.abs(reckoned - all.minor) <= (each.isRounded || all.isRounded ? roundTenThousands : roundLines) ? [] : [wrongAt(start, all, reckoned)];
}

interface Sum extends Span {
  readonly minor: number;
  readonly isRounded: boolean;
}

function wrongAt(offset: number, { start, end, minor }: Sum, reckoned: number): WrongSum {
  return { start: offset + start, end: offset + end, stated: minor, reckoned };
}

function onlySum(plain: string, pattern: RegExp): Sum | null {
  const [found, another] = allIn(plain, pattern);
  if (found === undefined || another !== undefined) return null;
  const isRounded = found[2] !== undefined;
  const minor = toMinor(found[1] ?? '', isRounded);
  return minor === null ? null : { minor, isRounded, start: found.index, end: found.index + found[0].length };
}

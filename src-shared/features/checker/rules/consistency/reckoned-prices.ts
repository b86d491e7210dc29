import type { ScannedClause, Span } from '../../model.ts';
import { trigger } from '../../triggers/triggers.ts';
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
const count = /(?<![\d.,-])(\d{1,3}(?:,\d{3})+|\d{1,8})\s{0,4}(?:台|套|件|只|吨|箱|辆|把|块|份|支|桶|批次)(?!以)/gu;
const whole = new RegExp(`(?:总价款?|总金额|合计|共计|总计|总额)${between}${money}`, 'gu');
const more = /运费|安装费|另[加计付]|折扣|优惠|税/u;

/** What a clause says of its price and doesn't reckon: net and tax make the gross sum, the rate of the net sum the tax, and in one sentence the count of pieces times the unit price the whole. */
export function wrongSumsIn(clause: ScannedClause): readonly WrongSum[] {
  return [...wrongTaxIn(clause), ...wrongProductsIn(clause)];
}

/** Only where each is said once: with several goods, which tax belongs to which price isn't told. */
function wrongTaxIn(clause: ScannedClause): readonly WrongSum[] {
  const [net, tax, gross] = [netPart, taxPart, grossPart].map((pattern) => onlySum(clause.plain, pattern));
  if (net === undefined || net === null || tax === undefined || tax === null) return [];
  if (gross !== undefined && gross !== null && Math.abs(net.minor + tax.minor - gross.minor) > roundings) return [{ ...gross.span, stated: gross.minor, reckoned: net.minor + tax.minor }];
  const rates = allIn(clause.plain, rate);
  const taxed = rates.length === 1 ? Math.round((net.minor * Number(rates[0]?.[1])) / 100) : tax.minor;
  return Math.abs(taxed - tax.minor) > roundings ? [{ ...tax.span, stated: tax.minor, reckoned: taxed }] : [];
}

// Invoices round each of their lines.
const roundings = 100;

function wrongProductsIn(clause: ScannedClause): readonly WrongSum[] {
  return matchesIn(clause, unitPrice, ({ plain }) => !more.test(plain)).flatMap(({ sentence: { plain, start } }): readonly WrongSum[] => {
    const [each, all, counts] = [onlySum(plain, unitPrice), onlySum(plain, whole), allIn(plain, count)];
    if (each === null || all === null || counts.length !== 1) return [];
    const reckoned = each.minor * Number(counts[0]?.[1]?.replaceAll(',', ''));
    return Math.abs(reckoned - all.minor) <= roundings ? [] : [{ start: start + all.span.start, end: start + all.span.end, stated: all.minor, reckoned }];
  });
}

function onlySum(plain: string, pattern: RegExp): { readonly minor: number; readonly span: Span } | null {
  const [found, another] = allIn(plain, pattern);
  if (found === undefined || another !== undefined) return null;
  const minor = toMinor(found[1] ?? '', found[2] !== undefined);
  return minor === null ? null : { minor, span: { start: found.index, end: found.index + found[0].length } };
}

import type { ScannedClause, Span } from '../model.ts';
import { allIn, factOf } from './find.ts';
import { mayHold, trigger } from '../triggers/triggers.ts';

/** What a figure stands for, in hundredths of the currency's unit; null when it is none. */
export function toMinor(figure: string, isTenThousands = false): number | null {
  const value = Number(figure.replaceAll(',', ''));
  return Number.isFinite(value) ? Math.round(value * 100 * (isTenThousands ? 10_000 : 1)) : null;
}

/** What a figure stands for, in 分 and exact for any length; null when it is none, or finer than 分. */
export function toFen(figure: string, isTenThousands = false): bigint | null {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(figure.replaceAll(',', '')) ?? [];
  if (whole === undefined) return null;
  const digits = isTenThousands ? 6 : 2;
  const places = fraction.replace(/0+$/, '');
  return places.length > digits ? null : BigInt(whole + places.padEnd(digits, '0'));
}

/** The total price as a text states it: 合同总价（含税）为人民币 1,200 元, the total price is CNY 1,200. */
export const totalPattern = trigger(
  /(?:合同|项目|服务费?|采购)?(?:总价款?|总金额|总费用|总额|总计金额|合同价款|合同金额)[^\d.;,\n]{0,24}?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,6})?)\s{0,4}(万)?\s{0,4}元|\b(?:total (?:contract )?(?:price|amount|fees?|sum)|contract (?:price|sum|amount))[^\d.;,\n]{0,24}?(?:\bis|\bof|:|\bbe|\bto|\bbeing|=)\s{0,4}(?:RMB|CNY|USD|EUR|US\$|[¥$€])?\s{0,4}(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,2})?)()(?!\s{0,4}(?:days?|%|working|business))/giu,
);

/** A total that a clause states, with its value in hundredths. */
export interface Total extends Span {
  readonly minor: number;
  readonly words: string;
}

/** Every total that a clause states. */
export function totalsOf(clause: ScannedClause): readonly Total[] {
  return factOf(clause, findTotals);
}

function findTotals(clause: ScannedClause): readonly Total[] {
  if (!mayHold(clause, totalPattern)) return [];
  return allIn(clause.plain, totalPattern).flatMap((found) => {
    const figure = found[1] ?? found[3];
    const minor = figure === undefined ? null : toMinor(figure, found[2] !== undefined);
    return minor === null ? [] : [{ start: found.index, end: found.index + found[0].length, minor, words: found[0] }];
  });
}

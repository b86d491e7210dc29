import type { ContractMapping, Term } from './model.ts';

/** The units that the headings of columns give to bare numbers in them. */
export interface ColumnUnits {
  readonly terms: Readonly<Partial<Record<TermField, Term['unit']>>>;
  readonly amounts: Readonly<Partial<Record<AmountField, AmountUnit>>>;
}

export type TermField = 'initialTerm' | 'renewalTerm' | 'noticePeriod';
export type AmountField = 'amountInclTax' | 'amountExclTax';

/** A thousand, ten thousand, a million, ten million, and a hundred million. */
export type AmountUnit = '千' | '万' | '百万' | '千万' | '亿';

/** The units of a mapping's columns: a 12 under 期限(月) is twelve months, a 12.5 under 合同金额(万元) is 125,000. */
export function unitsOf(mapping: ContractMapping): ColumnUnits {
  const terms: Partial<Record<TermField, Term['unit']>> = {};
  const amounts: Partial<Record<AmountField, AmountUnit>> = {};
  for (const field of ['initialTerm', 'renewalTerm', 'noticePeriod'] as const) {
    const unit = termUnitOf(mapping[field] ?? '');
    if (unit !== null) terms[field] = unit;
  }
  for (const field of ['amountInclTax', 'amountExclTax'] as const) {
    const unit = amountUnitOf(mapping[field] ?? '');
    if (unit !== null) amounts[field] = unit;
  }
  return { terms, amounts };
}

/** A heading without the unit at its end: 合同金额（人民币万元） and 总价(元) are 合同金额 and 总价. */
export function withoutUnit(heading: string): string {
  const text = heading.normalize('NFKC').trim();
  return text.replace(bracketedUnit, '').replace(trailingUnit, '').trim();
}

const moneyWord = '(?:人民币|美元|美金|欧元|港元|港币|英镑|日元|新加坡元|澳元|元|圆|RMB|CNY|USD|EUR|HKD|GBP|JPY|SGD|AUD|[¥$€£])';
const scale = '[百千]?[万萬亿億]|千';
const unitWords = `(?:单位:?)?(?:${moneyWord})?\\s*(?:(?:${scale})\\s*${moneyWord}?|${moneyWord})`;
const bracketedUnit = new RegExp(`[(\\[【]\\s*(?:${unitWords}|单位:?|个?月|年|天|日|周|工作日|%)\\s*[)\\]】]$`, 'iu');
const trailingUnit = new RegExp(`(?<=[\\p{Script=Han})])[\\s:/_-]*(?:(?:${scale})${moneyWord}?|元)$`, 'iu');
/** In brackets together with another word, as in (万元,含税). */
const unitAmongWords = new RegExp(`[(\\[【](?:[^()]*[,、;/\\s])?(?:单位:?)?${moneyWord}?\\s*(${scale})\\s*(?:${moneyWord})?(?:[,、;/\\s][^()]*)?[)\\]】]$`, 'iu');
const unitAtEnd = new RegExp(`(${scale})\\s*(?:${moneyWord})?$`, 'iu');

function amountUnitOf(heading: string): AmountUnit | null {
  const text = heading.normalize('NFKC').trim();
  const unit = (unitAmongWords.exec(text) ?? unitAtEnd.exec(text))?.[1];
  if (unit === undefined) return null;
  const written = unit.replace('萬', '万').replace('億', '亿');
  return amountUnits.find((one) => one === written) ?? null;
}

const amountUnits: readonly AmountUnit[] = ['千', '万', '百万', '千万', '亿'];

function termUnitOf(heading: string): Term['unit'] | null {
  const text = heading.normalize('NFKC').toLowerCase();
  const unit = /[(_\s-](工作日|working days|business days|个?月|months?|年|years?|天|日|days?|周|weeks?)\)?$/u.exec(text)?.[1];
  if (unit === undefined) return null;
  if (/工作日|working|business/.test(unit)) return 'workingDay';
  if (/月|month/.test(unit)) return 'month';
  if (/年|year/.test(unit)) return 'year';
  return /周|week/.test(unit) ? 'week' : 'day';
}

import type { ContractMapping, Term } from './model.ts';

/** The units that the headings of columns give to bare numbers in them. */
export interface ColumnUnits {
  readonly terms: Readonly<Partial<Record<TermField, Term['unit']>>>;
  readonly amounts: Readonly<Partial<Record<AmountField, AmountUnit>>>;
}

export type TermField = 'initialTerm' | 'renewalTerm' | 'noticePeriod';
export type AmountField = 'amountInclTax' | 'amountExclTax';

/** Ten thousand, and a hundred million. */
export type AmountUnit = '万' | '亿';

/** The units of a mapping's columns: a 12 under 期限(月) is twelve months, a 12.5 under 合同金额(万元) is 125,000. */
export function unitsOf(mapping: ContractMapping): ColumnUnits {
  const terms: Partial<Record<TermField, Term['unit']>> = {};
  const amounts: Partial<Record<AmountField, AmountUnit>> = {};
  for (const field of ['initialTerm', 'renewalTerm', 'noticePeriod'] as const) {
    const unit = termUnitOf(mapping[field] ?? '');
    if (unit !== null) terms[field] = unit;
  }
  for (const field of ['amountInclTax', 'amountExclTax'] as const) {
    const unit = /([万萬亿億])\s*(?:元|美元|人民币|RMB|CNY|USD)?\s*\)?$/u.exec((mapping[field] ?? '').normalize('NFKC'))?.[1];
    if (unit !== undefined) amounts[field] = /[万萬]/u.test(unit) ? '万' : '亿';
  }
  return { terms, amounts };
}

function termUnitOf(heading: string): Term['unit'] | null {
  const text = heading.normalize('NFKC').toLowerCase();
  const unit = /[(_\s-](工作日|working days|business days|个?月|months?|年|years?|天|日|days?|周|weeks?)\)?$/u.exec(text)?.[1];
  if (unit === undefined) return null;
  if (/工作日|working|business/.test(unit)) return 'workingDay';
  if (/月|month/.test(unit)) return 'month';
  if (/年|year/.test(unit)) return 'year';
  return /周|week/.test(unit) ? 'week' : 'day';
}

import { dimensions, measureFacts, type Definition, type Dimension, type ReportRow } from '#shared/features/analytics/model.ts';
import { minorDigits } from '#shared/kernel/money.ts';
import { useFormat } from '../../i18n/format.ts';
import { isStringKey, useTranslate, type Translate } from '../../i18n/i18n.ts';

/** Where the words for a dimension's codes stand; dimensions that are missing here are names or dates already. */
const keyOf: Partial<Readonly<Record<Dimension, (code: string) => string>>> = {
  type: (code) => `templates.type.${code}`,
  stage: (code) => `contracts.stage.${code}`,
  kind: (code) => `contracts.kind.${code}`,
  direction: (code) => `analytics.direction.${code}`,
  cycleBand: (code) => `analytics.band.${code}`,
  ruleKind: (code) => `analytics.ruleKind.${code}`,
  severity: (code) => `analytics.severity.${code}`,
  result: (code) => `analytics.result.${code}`,
  reason: (code) => `reviews.reason.${code}`,
  obligor: (code) => `analytics.obligor.${code}`,
  obligationType: (code) => `fulfilment.type.${code}`,
  problemKind: (code) => `problems.kind.${code}`,
  payState: (code) => `analytics.payState.${code}`,
  riskLevel: (code) => `analytics.riskLevel.${code}`,
};

/** A group in words. */
export function useGroupWord(): (dimension: Dimension, code: string | null) => string {
  const translate = useTranslate();
  return (dimension, code) => wordOf(translate, dimension, code);
}

function wordOf(translate: Translate, dimension: Dimension, code: string | null): string {
  if (code === null || code === '') return translate('analytics.without');
  const key = keyOf[dimension]?.(code) ?? '';
  return isStringKey(key) ? translate(key) : code;
}

/** The words that main needs for a file, for the groups that a report has. */
export function useFileWords(): (definition: Definition, rows: readonly ReportRow[]) => Readonly<Record<string, string>> {
  const translate = useTranslate();
  return ({ groupBy, splitBy }, rows) => {
    const words: Record<string, string> = { none: translate('analytics.without'), nothingToDivide: translate('analytics.nothingToDivide'), empty: translate('analytics.missing.empty') };
    for (const row of rows) {
      if (row.group !== null) words[`${groupBy}.${row.group}`.slice(0, 80)] = wordOf(translate, groupBy, row.group).slice(0, 200);
      if (splitBy !== null && row.split !== null) words[`${splitBy}.${row.split}`.slice(0, 80)] = wordOf(translate, splitBy, row.split).slice(0, 200);
    }
    return words;
  };
}

/** A value of a measure in words; `currency` for money, whose value is in minor units. */
export function useMeasureValue(): (definition: Pick<Definition, 'measure'>, value: number, currency: ReportRow['currency']) => string {
  const format = useFormat();
  const translate = useTranslate();
  return ({ measure }, value, currency) => {
    const rounded = format.number(Math.round(value * 10) / 10);
    switch (measureFacts[measure].unit) {
      case 'share':
        return format.percent(value);
      case 'hours':
        return translate('improvement.unit.hours', { value: rounded });
      case 'days':
        return translate('improvement.unit.days', { value: rounded });
      case 'money':
        return currency === null ? rounded : `${format.number(Math.round(value / 10 ** minorDigits(currency)))} ${currency}`;
      case 'count':
      case 'number':
        return rounded;
    }
  };
}

export function isDimension(text: string): text is Dimension {
  return dimensions.some((each) => each === text);
}

import type { Definition, ReportRow } from '#shared/features/analytics/model.ts';
import type { Currency } from '#shared/kernel/money.ts';

export interface ReportSeries {
  readonly groups: readonly (string | null)[];
  readonly series: readonly { readonly split: string | null; readonly currency: Currency | null; readonly values: readonly (number | null)[] }[];
}

const mostGroups = 40;
const mostSeries = 8;

/** A report's rows as a chart draws them: groups along the axis, a series for each split and each currency. */
export function seriesOf(rows: readonly ReportRow[], { splitBy }: Pick<Definition, 'splitBy'>): ReportSeries {
  const groups = [...new Set(rows.map(({ group }) => group))].slice(0, mostGroups);
  const keys = new Map(rows.map(({ split, currency }) => [JSON.stringify([splitBy === null ? null : split, currency]), { split: splitBy === null ? null : split, currency }]));
  const series = [...keys.values()].slice(0, mostSeries).map(({ split, currency }) => ({
    split,
    currency,
    values: groups.map((group) => rows.find((row) => row.group === group && row.currency === currency && (splitBy === null || row.split === split))?.value ?? null),
  }));
  return { groups, series };
}

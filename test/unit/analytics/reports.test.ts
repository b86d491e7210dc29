import { expect, test } from 'vitest';
import { definitionSchema, measureFacts, measures, shippedKeys, shippedReports, type ReportRow } from '#shared/features/analytics/model.ts';
import { seriesOf } from '../../../src-renderer/features/analytics/series.ts';

test('every shipped report is sound and there is one for each promise', () => {
  expect(shippedReports.map(({ key }) => key)).toEqual([...shippedKeys]);
  expect(shippedReports.filter(({ definition }) => !definitionSchema.safeParse(definition).success)).toEqual([]);
});

test('a report can’t group by what its measure doesn’t know', () => {
  const [first] = shippedReports;
  expect(definitionSchema.safeParse({ ...first?.definition, groupBy: 'rule' }).success).toBe(false);
  expect(definitionSchema.safeParse({ ...first?.definition, splitBy: first?.definition.groupBy }).success).toBe(false);
});

test('every measure of money needs the key to finance', () => {
  expect(measures.filter((measure) => measureFacts[measure].unit === 'money' && measureFacts[measure].needs !== 'finance')).toEqual([]);
});

test('a chart has a series for each split and currency, with a gap where there is nothing', () => {
  const row = (group: string, split: string, currency: 'CNY' | 'USD', value: number | null): ReportRow => ({ group, split, currency, value, count: 1 });
  const { groups, series } = seriesOf([row('2026-01', 'pay', 'CNY', 1), row('2026-02', 'pay', 'CNY', null), row('2026-02', 'receive', 'USD', 3)], { splitBy: 'direction' });
  expect(groups).toEqual(['2026-01', '2026-02']);
  expect(series).toEqual([
    { split: 'pay', currency: 'CNY', values: [1, null] },
    { split: 'receive', currency: 'USD', values: [null, 3] },
  ]);
});

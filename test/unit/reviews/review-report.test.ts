import { expect, test } from 'vitest';
import type { Metric } from '#shared/features/fulfilment/model.ts';
import type { ReviewLine } from '#shared/features/reviews/model.ts';
import { reviewReport, type ReviewReportFacts } from '#shared/features/reviews/review-report.ts';
import type { Day } from '#shared/kernel/day.ts';

const line: ReviewLine = { id: 'r' as never, contractId: 'c' as never, number: 'HT-2026-0001', title: '机房维护', contractType: 'services', reason: 'cadence', cadence: 'quarterly', dueOn: '2027-01-01' as Day, state: 'completed', result: 'pass', reviewerId: null, reviewerName: null, closedOn: '2026-11-23' as Day, failedItems: 0, hasReport: true };
const level: Metric = { id: 'm' as never, name: '可用率', comparison: 'atLeast', target: 99.9, unit: '%', period: 'month', credit: { minor: 777_00, currency: 'CNY' }, measurements: [{ periodStart: '2026-09-01' as Day, value: 99.95, period: 'month' }, { periodStart: '2026-10-01' as Day, value: 99.2, period: 'month' }], revision: 1 };
const facts = (levels: readonly Metric[]): ReviewReportFacts => ({ line, result: 'pass', heldOn: '2026-11-23' as Day, reviewerName: '陈静', checklist: { nameZh: '清单', nameEn: 'List', items: [] }, checklistVersion: 1, answers: {}, kpis: [], kpiValues: {}, levels, findings: [], summary: '' });
const rowsOf = (levels: readonly Metric[]) =>
  reviewReport(facts(levels), 'en').sections.filter(({ heading }) => heading === 'Service levels').flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])));

test('a review’s report tells what was measured of the service levels, and no sum, which its readers may not see', () => {
  expect(rowsOf([level])).toEqual([['可用率', 'at least 99.9 %', '99.2 % (missed)', '1 / 2', '2026-09-01: 99.95']]);
  expect(JSON.stringify(reviewReport(facts([level]), 'en'))).not.toContain('777');
});

test('a service level that was never measured says so, and a contract without any has no such section', () => {
  expect(rowsOf([{ ...level, measurements: [] }])).toEqual([['可用率', 'at least 99.9 %', 'not measured', '0 / 0', '']]);
  expect(rowsOf([])).toEqual([]);
});

test('a checklist of one’s own is named with its version; a shipped one, which has none, by its name alone', () => {
  const named = (checklistVersion: number) => reviewReport({ ...facts([]), checklistVersion }, 'en').facts.map(({ value }) => value);
  expect(named(2)).toContain('List (version 2)');
  expect(named(0)).toContain('List');
});

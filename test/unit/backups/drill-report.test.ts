import { expect, test } from 'vitest';
import { drillReport } from '#shared/features/backups/drill-report.ts';
import { drillSchema, drillSteps } from '#shared/features/backups/model.ts';

const drill = (passed: boolean) =>
  drillSchema.parse({ id: '11111111-1111-4111-8111-111111111111', at: Date.UTC(2026, 10, 23, 16, 30), byName: '陈静', backupTakenAt: Date.UTC(2026, 10, 23, 1), milliseconds: 1840, passed, checks: drillSteps.map((step) => ({ step, passed: passed || step !== 'audit', looked: 3 })) });

test('a drill report names every check in both languages, with local times', () => {
  for (const language of ['zh', 'en'] as const) {
    const report = drillReport(drill(true), language, 480);
    const table = report.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'table');
    expect(table?.rows).toHaveLength(drillSteps.length);
    expect(report.mark).toContain('2026-11-24');
    expect(report.facts.map(({ value }) => value)).toContain('2026-11-24 00:30');
    expect(JSON.stringify(report)).not.toContain('{{');
  }
});

test('a drill that failed says so, and which check it was', () => {
  const report = drillReport(drill(false), 'en', 0);
  expect(report.sections[0]?.blocks[0]).toMatchObject({ kind: 'notice', tone: 'bad' });
  expect(JSON.stringify(report)).toContain('["Audit events","Failed","3"]');
});

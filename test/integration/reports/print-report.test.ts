import { afterAll, expect, test } from 'vitest';
import type { Report } from '#shared/features/reports/model.ts';
import { createReportPrinter } from '../../../src-main/reports/print-report.ts';
import { createPdfTasks } from '../../../src-main/workers/pdf-tasks.ts';
import { createWorkers } from '../../../src-main/workers/worker-pool.ts';
import { moment, printedContract } from '../../harness/pdf-documents.ts';
import { describeWithPdfinfo, extractText, hasRadicals, judgeWithQpdf } from '../../harness/pdf-judges.ts';

const workers = createWorkers({ directory: new URL('../../../src-main/workers/', import.meta.url), extension: '.ts' });
afterAll(() => workers.close());

const report: Report = { language: 'zh', title: '季度审核报告', subtitle: '2026 年第三季度', mark: 'Q3', facts: [], sections: [] };

test('a printed report is a sound PDF whose Chinese is found and that says what it is', async () => {
  const pages: string[] = [];
  const printReport = createReportPrinter({
    clock: { now: () => moment, offsetMinutes: () => 480 },
    printer: { printToPdf: (html) => Promise.resolve((pages.push(html), printedContract)) },
    pdf: createPdfTasks(workers),
    fontUrls: { regular: 'app://print/regular.ttf', bold: 'app://print/bold.ttf' },
  });
  const pdf = await printReport(report, '陈静', new AbortController().signal);
  expect(pages[0]).toContain('<h1>季度审核报告</h1>');
  expect(pages[0]).toContain('.report .notice');
  expect(judgeWithQpdf(pdf).status).toBe(0);
  expect(hasRadicals(extractText(pdf))).toBe(false);
  expect(describeWithPdfinfo(pdf)).toMatch(/季度审核报告[\s\S]*陈静/);
});

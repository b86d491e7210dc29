import { expect, test } from 'vitest';
import type { Report } from '#shared/features/reports/model.ts';
import { reportHtml } from '#shared/features/reports/report-html.ts';

const report: Report = {
  language: 'zh',
  title: '履约报告 <script>',
  subtitle: '2026 年第三季度',
  mark: 'HT-2026-001',
  facts: [{ label: '负责人', value: '陈静 & 李雷' }],
  sections: [
    {
      heading: '义务',
      blocks: [
        { kind: 'table', caption: '逾期', columns: [{ heading: '事项', isNumeric: false }, { heading: '天数', isNumeric: true }], rows: [['交付"设备"', '12']], whenEmpty: '没有逾期' },
        { kind: 'bars', caption: '', bars: [{ label: '一月', value: '3', share: 7 }, { label: '二月', value: '1', share: -1 }] },
        { kind: 'notice', tone: 'bad', text: '两项<b>逾期' },
      ],
    },
  ],
};

test('every text of a report is escaped', () => {
  const html = reportHtml(report);
  expect(html).not.toMatch(/<script>|<b>/);
  expect(html).toContain('陈静 &amp; 李雷');
  expect(html).toContain('交付&quot;设备&quot;');
});

test('columns of numbers, and their headings, stand at the right', () => {
  expect(reportHtml(report)).toContain('<th scope="col" class="number">天数</th>');
  expect(reportHtml(report)).toContain('<td class="number">12</td>');
});

test('a bar is never longer than the page nor shorter than nothing', () => {
  expect(reportHtml(report)).toContain('width:100.0%');
  expect(reportHtml(report)).toContain('width:0.0%');
});

test('a table without rows says so instead', () => {
  const [section] = report.sections;
  const emptied = { ...report, sections: [{ heading: '', blocks: section!.blocks.map((block) => (block.kind === 'table' ? { ...block, rows: [] } : block)) }] };
  expect(reportHtml(emptied)).toContain('<p class="empty">没有逾期</p>');
  expect(reportHtml(emptied)).not.toContain('天数');
});

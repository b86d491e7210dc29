import { escapeHtml } from '../documents/html.ts';
import type { Report, ReportBlock, ReportColumn, ReportFact } from './model.ts';

/** A report's content as HTML for `renderPrintPage`; every text in it is escaped. Headings and tables come tagged. */
export function reportHtml({ language, title, subtitle, facts, sections }: Report): string {
  return `<article class="contract report" lang="${language === 'en' ? 'en' : 'zh-CN'}">
<h1>${escapeHtml(title)}</h1>
${subtitle === '' ? '' : `<p class="subtitle">${escapeHtml(subtitle)}</p>`}
${factsHtml(facts)}
${sections.map(({ heading, blocks }) => `<section>${heading === '' ? '' : `<h2>${escapeHtml(heading)}</h2>`}${blocks.map(blockHtml).join('')}</section>`).join('\n')}
</article>`;
}

function blockHtml(block: ReportBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'facts':
      return factsHtml(block.facts);
    case 'signOff':
      return `<div class="sign-off">${block.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</div>`;
    case 'notice':
      return `<p class="notice ${block.tone}">${escapeHtml(block.text)}</p>`;
    case 'table':
      return block.rows.length === 0 ? `<p class="empty">${escapeHtml(block.whenEmpty)}</p>` : tableHtml(block);
    case 'bars':
      return barsHtml(block);
  }
}

function factsHtml(facts: readonly ReportFact[]): string {
  if (facts.length === 0) return '';
  const rows = facts.map(({ label, value }) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`);
  return `<table class="facts"><tbody>${rows.join('')}</tbody></table>`;
}

function tableHtml({ caption, columns, rows }: Extract<ReportBlock, { kind: 'table' }>): string {
  const head = columns.map((column) => `<th scope="col"${numeric(column)}>${escapeHtml(column.heading)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell, index) => `<td${numeric(columns[index])}>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  return `<table class="rows">${captionHtml(caption)}<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function barsHtml({ caption, bars }: Extract<ReportBlock, { kind: 'bars' }>): string {
  const rows = bars.map(
    ({ label, value, share }) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td><span class="bar" style="width:${width(share)}%"></span></td><td class="number">${escapeHtml(value)}</td></tr>`,
  );
  return `<table class="bars">${captionHtml(caption)}<tbody>${rows.join('')}</tbody></table>`;
}

function captionHtml(caption: string): string {
  return caption === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`;
}

function numeric(column: ReportColumn | undefined): string {
  return column?.isNumeric === true ? ' class="number"' : '';
}

function width(share: number): string {
  return (Math.min(1, Math.max(0, share)) * 100).toFixed(1);
}

/** What a report's page needs beside the contract's typography. */
export const reportCss = `
.report { text-align: left; }
.report p { text-indent: 0; }
.report .subtitle { text-align: center; margin-top: -1em; color: #444; }
.report .empty { color: #555; }
.report caption { text-align: left; font-weight: 700; padding: 0.2em 0; }
.report th, .report td { border: 0; border-bottom: 0.5pt solid #bbb; }
.report thead th { border-bottom: 1pt solid #333; }
.report .facts th { width: 28%; font-weight: 400; color: #444; }
.report .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.report .bars th { width: 30%; font-weight: 400; }
.report .bars .number { width: 18%; }
.report .bar { display: inline-block; height: 0.8em; background: #2f5d8a; vertical-align: middle; }
.report .sign-off { margin-top: 2em; break-inside: avoid; }
.report[lang='zh-CN'] .sign-off { text-align: right; }
.report .notice { padding: 0.5em 0.8em; border-left: 3pt solid #666; break-inside: avoid; }
.report .notice.good { border-color: #2c6e49; background: #eef6f0; }
.report .notice.warning { border-color: #a86400; background: #fdf4e3; }
.report .notice.bad { border-color: #a3281f; background: #fbeceb; }
`;

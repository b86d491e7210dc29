import { pageLabelsByLanguage, renderPrintPage } from '#shared/features/documents/print-page.ts';
import type { Report } from '#shared/features/reports/model.ts';
import { reportCss, reportHtml } from '#shared/features/reports/report-html.ts';
import type { Clock, Printer } from '../ports.ts';
import type { PdfTasks } from '../workers/pdf-tasks.ts';

export interface ReportPrinterParts {
  readonly clock: Clock;
  readonly printer: Printer;
  readonly pdf: Pick<PdfTasks, 'finish'>;
  /** Where the printed page finds its fonts. */
  readonly fontUrls: { readonly regular: string; readonly bold: string };
}

/** Prints reports: tagged PDFs with searchable Chinese that say who made them. Aborting throws an AbortError. */
export function createReportPrinter({ clock, printer, pdf, fontUrls }: ReportPrinterParts) {
  return async (report: Report, author: string, signal: AbortSignal): Promise<Uint8Array> => {
    const { title, mark, language, subtitle } = report;
    const page = renderPrintPage({ html: reportHtml(report), title, number: mark, language, fontUrls, pageLabels: pageLabelsByLanguage[language], signatureAnchor: null, styles: reportCss });
    const printed = await printer.printToPdf(page, signal);
    const metadata = { title, author, subject: subtitle, keywords: [], language: language === 'en' ? 'en' : 'zh-CN', number: mark, createdAt: clock.now() };
    return pdf.finish({ printed, metadata, attachment: null }, signal);
  };
}

import { basename } from 'node:path';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { pageLabelsByLanguage, renderPrintPage } from '#shared/features/documents/print-page.ts';
import { brokenReferences, missingKeys, renderDocument } from '#shared/features/documents/render.ts';
import { exportFileName } from '#shared/features/signing/rules.ts';
import { compareTexts } from '#shared/features/versions/compare.ts';
import type { ExportFormat } from '#shared/features/versions/model.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import { redlineHtml } from '#shared/features/versions/redline.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker, Printer } from '../../ports.ts';
import type { DocxTasks } from '../../workers/docx-tasks.ts';
import type { PdfTasks } from '../../workers/pdf-tasks.ts';
import type { Version, VersionServiceParts } from './service.ts';

export interface ExportVersionParts {
  readonly picker: FilePicker;
  readonly printer: Printer;
  readonly docx: DocxTasks;
  readonly pdf: Pick<PdfTasks, 'finish'>;
  readonly clock: Clock;
  readonly fontUrls: { readonly regular: string; readonly bold: string };
  readonly stored: Pick<VersionServiceParts['stored'], 'read'>;
}

export interface VersionToExport {
  readonly contractId: ContractId;
  readonly versionNumber: number;
  readonly format: ExportFormat;
  /** The earlier version of a redline; of no use to the other formats. */
  readonly since: number | null;
  readonly heading: string;
}

/**
 * Writes a version to a file that the person picks: its text as an unsigned PDF or as Word, or what changed since
 * another version as PDF. Null: the dialog was cancelled. Throws an AbortError when the signal is aborted.
 */
export async function exportVersion(
  call: Call,
  request: VersionToExport,
  signal: AbortSignal,
  parts: ExportVersionParts,
): Promise<Result<{ readonly fileName: string } | null, 'NOT_FOUND' | 'TARGET_MISSING'>> {
  const version = parts.stored.read(call, request.contractId, request.versionNumber);
  if (!version.ok) return version;
  const earlier = request.format === 'redline' ? parts.stored.read(call, request.contractId, request.since ?? 0) : null;
  if (earlier !== null && !earlier.ok) return earlier;
  const extension = request.format === 'docx' ? 'docx' : 'pdf';
  const target = await parts.picker.chooseTarget(suggestedName(version.value, request), {
    name: extension === 'pdf' ? 'PDF' : 'Word',
    extensions: [extension],
  });
  if (target === null) return succeed(null);
  const refused = refusedTarget(target);
  if (refused !== null) return refused;
  const bytes =
    request.format === 'docx'
      ? await parts.docx.write({ title: version.value.title, blocks: documentBlocks(version.value.document) }, signal)
      : await print(version.value, earlier?.value ?? null, call.session.user.name, { heading: request.heading, signal, ...parts });
  signal.throwIfAborted();
  writeFileAtomically(target, bytes);
  return succeed({ fileName: basename(target) });
}

/** A version's text as an unsigned PDF; null for one that isn't there. Throws an AbortError when the signal is aborted. */
export async function printVersion(call: Call, contractId: ContractId, versionNumber: number, signal: AbortSignal, parts: Omit<ExportVersionParts, 'picker' | 'docx'>): Promise<Uint8Array | null> {
  const version = parts.stored.read(call, contractId, versionNumber);
  return version.ok ? print(version.value, null, call.session.user.name, { heading: '', signal, ...parts }) : null;
}

/** Printed and finished: Chromium's own text maps name radicals, in which no reader finds a Chinese word. */
async function print(version: Version, earlier: Version | null, author: string, parts: Omit<ExportVersionParts, 'picker' | 'docx'> & { readonly heading: string; readonly signal: AbortSignal }): Promise<Uint8Array> {
  const printed = await parts.printer.printToPdf(pageOf(version, earlier, parts.heading, parts), parts.signal);
  const { title, number } = version;
  const language = version.document.language === 'en' ? 'en' : 'zh-CN';
  return parts.pdf.finish({ printed, metadata: { title, author, subject: number, keywords: [number], language, number, createdAt: parts.clock.now() }, attachment: null }, parts.signal);
}

function suggestedName({ number, title }: Version, { format, versionNumber, since }: VersionToExport): string {
  const name = exportFileName(number, title).replace(/\.pdf$/, '');
  if (format === 'redline') return `${name} v${since}-v${versionNumber}.pdf`;
  return `${name} v${versionNumber}.${format}`;
}

function pageOf({ number, title, document }: Version, earlier: Version | null, heading: string, { fontUrls }: Pick<ExportVersionParts, 'fontUrls'>): string {
  const { language } = document;
  const html = earlier === null ? textHtml(document, number) : redlineHtml(heading, compareTexts(documentBlocks(earlier.document), documentBlocks(document)));
  return renderPrintPage({ html, title, number, language, fontUrls, pageLabels: pageLabelsByLanguage[language], signatureAnchor: null });
}

/** A text that lacks something is printed with its blanks: it is no final copy, but may be sent for comment. */
function textHtml(document: Version['document'], number: string): string {
  const isComplete = missingKeys(document).length === 0 && brokenReferences(document).length === 0;
  return renderDocument({ ...document, number, mode: isComplete ? 'print' : 'preview' });
}

import type { Contract } from '#shared/features/contracts/model.ts';
import { pageLabelsByLanguage, renderPrintPage } from '#shared/features/documents/print-page.ts';
import { renderDocument } from '#shared/features/documents/render.ts';
import { signingCss } from '#shared/features/signing/certificate-page.ts';
import { assert } from '#shared/kernel/assert.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { PdfMetadata } from '../../pdf/metadata.ts';
import type { PdfAttachment } from '../../pdf/attachment.ts';

export interface PrintParts {
  /** Where the printed page finds its fonts. */
  readonly fontUrls: { readonly regular: string; readonly bold: string };
}

/** The contract as a page for Chromium, with sections of ours behind it. `signatureAnchor`: a box for one signature at the end of the text. */
export function contractPage(contract: Contract, { fontUrls }: PrintParts, { behind, signatureAnchor }: { readonly behind: string; readonly signatureAnchor: string | null }): string {
  const { body, values, summary, withheldKeys } = contract;
  assert(!isWithheld(body) && body !== null && !isWithheld(values), 'an export needs the whole text');
  const html = renderDocument({ ...body, language: summary.language, values, withheldKeys, number: summary.number, mode: 'print' });
  return pageOf(contract, html, behind, { fontUrls }, signatureAnchor);
}

/** Sections of ours alone, to follow a scan of the contract. */
export function sectionsPage(contract: Contract, sections: string, parts: PrintParts): string {
  return pageOf(contract, '', sections, parts, null);
}

function pageOf({ summary: { title, number, language } }: Contract, html: string, behind: string, { fontUrls }: PrintParts, signatureAnchor: string | null): string {
  return renderPrintPage({ html, behind, title, number, language, fontUrls, pageLabels: pageLabelsByLanguage[language], signatureAnchor, styles: behind === '' ? '' : signingCss });
}

export function metadataOf({ summary }: Contract, author: string, createdAt: number): PdfMetadata {
  return {
    title: summary.title,
    author,
    subject: summary.number,
    keywords: [summary.number, ...summary.partyNames],
    language: summary.language === 'en' ? 'en' : 'zh-CN',
    number: summary.number,
    createdAt,
  };
}

/** What travels inside the PDF for machines: the contract's data, without anything of the vault. */
export function dataAttachment({ summary, values, versions }: Contract): PdfAttachment {
  const data = {
    format: 'deedbox-contract',
    formatVersion: 1,
    number: summary.number,
    title: summary.title,
    contractType: summary.contractType,
    language: summary.language,
    versionNumber: summary.versionNumber,
    contentHash: versions[0]?.contentHash ?? null,
    values,
  };
  return { fileName: `${summary.number.replace(/[^\w.-]/g, '_')}.json`, json: JSON.stringify(data, null, 2), description: `Contract data 合同数据 ${summary.number}` };
}

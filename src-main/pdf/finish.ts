import { createHash } from 'node:crypto';
import { PDFDocument, PDFHexString, PDFName, PDFOperator, PDFOperatorNames, drawObject, popGraphicsState, pushGraphicsState, translate } from 'pdf-lib';
import { attachData, type PdfAttachment } from './attachment.ts';
import { drawAppearance } from './appearance.ts';
import type { Mark } from './marks.ts';
import { setMetadata, type PdfMetadata } from './metadata.ts';
import { placeBlock } from './placement.ts';
import { repairTextMaps } from './text-maps.ts';
import { nameGlyphs } from './unnamed-glyphs.ts';
import { addSignatureField, fillSignature, type SignRequest } from './sign.ts';

export interface FinishRequest {
  /** What Chromium printed. */
  readonly printed: Uint8Array;
  readonly metadata: PdfMetadata;
  /** The contract's data; null for a document that is no contract. */
  readonly attachment: PdfAttachment | null;
}

/** Turns a print into a document: searchable Chinese, metadata, data as an attachment, small. */
export async function finishPdf(request: FinishRequest): Promise<Uint8Array> {
  const document = await finishDocument(request);
  return await document.save(wholeFile);
}

/** A drawn signature or a seal that becomes part of a page, before anybody signs with a certificate. */
export interface PageMark {
  /** The box in the printed page that it fills. */
  readonly anchor: string;
  readonly mark: Mark;
  readonly lines: readonly string[];
}

/** `finishPdf`, with drawn signatures and seals in their boxes. `scan`: pages that come first, as they were scanned. */
export async function composePdf(
  request: FinishRequest & { readonly marks: readonly PageMark[]; readonly fontBytes: Uint8Array; readonly scan: Uint8Array | null },
): Promise<{ readonly pdf: Uint8Array; readonly pageCount: number }> {
  const document = await finishDocument(request);
  for (const { anchor, mark, lines } of request.marks) {
    const { page, rectangle } = placeBlock(document, { anchor });
    const [left, bottom, right, top] = rectangle;
    const block = await drawAppearance(document, lines, request.fontBytes, { width: right - left, height: top - bottom }, mark);
    page.pushOperators(
      PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]),
      pushGraphicsState(),
      translate(left, bottom),
      drawObject(page.node.newXObject('Mark', block)),
      popGraphicsState(),
      PDFOperator.of(PDFOperatorNames.EndMarkedContent),
    );
  }
  if (request.scan !== null) await putBefore(document, request.scan);
  return { pdf: await document.save(wholeFile), pageCount: document.getPageCount() };
}

/** Puts the pages of another file before those of this one. */
async function putBefore(document: PDFDocument, bytes: Uint8Array): Promise<void> {
  const scan = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  const pages = await document.copyPages(scan, scan.getPageIndices());
  for (const [index, page] of pages.entries()) document.insertPage(index, page);
}

/** `finishPdf` and `signPdf` with the file read and written once. */
export async function finishAndSign(
  request: FinishRequest & { readonly signature: Omit<SignRequest, 'pdf'> },
): Promise<{ readonly pdf: Uint8Array; readonly pageCount: number }> {
  const document = await finishDocument(request);
  await addSignatureField(document, request.signature);
  const pdf = fillSignature(await document.save(wholeFile), request.signature.identity);
  return { pdf, pageCount: document.getPageCount() };
}

async function finishDocument({ printed, metadata, attachment }: FinishRequest): Promise<PDFDocument> {
  const document = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: Infinity });
  nameGlyphs(document);
  repairTextMaps(document.context);
  setMetadata(document, metadata);
  if (attachment !== null) attachData(document, attachment, metadata.createdAt);
  const identifier = PDFHexString.of(createHash('sha256').update(printed).digest('hex').slice(0, 32));
  document.context.trailerInfo.ID = document.context.obj([identifier, identifier]);
  return document;
}

const wholeFile = {
  useObjectStreams: true,
  updateFieldAppearances: false,
  addDefaultPage: false,
  // No pause for other work on the thread: this is a worker.
  objectsPerTick: Infinity,
} as const;

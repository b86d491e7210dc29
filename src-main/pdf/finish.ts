import { createHash } from 'node:crypto';
import { PDFDocument, PDFHexString } from 'pdf-lib';
import { attachData, type PdfAttachment } from './attachment.ts';
import { setMetadata, type PdfMetadata } from './metadata.ts';
import { repairTextMaps } from './text-maps.ts';
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

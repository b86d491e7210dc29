import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { pdfDate } from './dates.ts';
import { repairTextMaps } from './text-maps.ts';
import { nameGlyphs } from './unnamed-glyphs.ts';

export interface ProtectRequest {
  /** The cover as Chromium printed it: says what is inside and how to get at it. */
  readonly cover: Uint8Array;
  readonly title: string;
  /** The signed file: it travels inside byte by byte, because encrypting it itself would break its signatures. */
  readonly file: { readonly name: string; readonly pdf: Uint8Array };
  readonly password: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Wraps a signed PDF in an envelope that opens with a password only (AES-256, revision 6 of ISO 32000-2). The signed
 * file is attached inside unchanged, so every signature in it stays valid once it is taken out.
 */
export async function protectPdf({ cover, title, file, password, at }: ProtectRequest): Promise<Uint8Array> {
  const document = await PDFDocument.load(cover, { updateMetadata: false, parseSpeed: Infinity });
  nameGlyphs(document);
  repairTextMaps(document.context);
  document.setTitle(title, { showInWindowTitleBar: true });
  attach(document, file, title, at);
  moveStringsOutOfCatalog(document);
  document.encrypt({ algorithm: 'AES-256', userPassword: password, ownerPassword: password, permissions: everything });
  // With object streams: the library encrypts streams only, and a string that stands elsewhere would stay readable.
  return await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity });
}

/** The password guards the opening; whoever has it may print, copy and take the signed file out. */
const everything = { printing: 'highResolution', modifying: true, copying: true, annotating: true, fillingForms: true, contentAccessibility: true, documentAssembly: true } as const;

function attach(document: PDFDocument, { name, pdf }: ProtectRequest['file'], description: string, at: number): void {
  const { context, catalog } = document;
  const moment = PDFString.of(pdfDate(at, 0));
  const stored = context.flateStream(pdf, { Type: 'EmbeddedFile', Subtype: 'application/pdf', Params: context.register(context.obj({ Size: pdf.length, CreationDate: moment, ModDate: moment })) });
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(name.replace(/[^\w.-]/g, '_')),
      UF: PDFHexString.fromText(name),
      Desc: PDFHexString.fromText(description),
      EF: { F: context.register(stored) },
    }),
  );
  const files = context.register(context.obj({ Names: [PDFHexString.fromText(name), specification] }));
  catalog.set(PDFName.of('Names'), context.register(context.obj({ EmbeddedFiles: files })));
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseAttachments'));
}

/** The catalog itself lies in no object stream. */
function moveStringsOutOfCatalog({ catalog, context }: PDFDocument): void {
  for (const [key, value] of catalog.entries()) {
    if (value instanceof PDFString || value instanceof PDFHexString) catalog.set(key, context.register(value));
  }
}

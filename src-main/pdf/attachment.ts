import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from 'pdf-lib';
import { pdfDate } from './dates.ts';

export interface PdfAttachment {
  readonly fileName: string;
  readonly json: string;
  readonly description: string;
}

/** Embeds the contract's data as a JSON file (associated file, relationship Data), so that other systems can read it. */
export function attachData(document: PDFDocument, attachment: PdfAttachment, createdAt: number): void {
  const { context, catalog } = document;
  const bytes = Buffer.from(attachment.json);
  const moment = PDFString.of(pdfDate(createdAt, 0));
  const file = context.flateStream(bytes, {
    Type: 'EmbeddedFile',
    Subtype: 'application/json',
    Params: { Size: bytes.length, CreationDate: moment, ModDate: moment },
  });
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      // Readers older than PDF 1.7 know F only, which can't hold Chinese.
      F: PDFString.of(attachment.fileName.replace(/[^\w.-]/g, '_')),
      UF: PDFHexString.fromText(attachment.fileName),
      Desc: PDFHexString.fromText(attachment.description),
      AFRelationship: 'Data',
      EF: { F: context.register(file) },
    }),
  );
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict) ?? context.obj({});
  names.set(
    PDFName.of('EmbeddedFiles'),
    context.obj({ Names: [PDFHexString.fromText(attachment.fileName), specification] }),
  );
  catalog.set(PDFName.of('Names'), names);
  catalog.set(PDFName.of('AF'), context.obj([specification]));
}

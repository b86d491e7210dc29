import { PDFBool, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from 'pdf-lib';
import { pdfDate } from './dates.ts';

export interface PdfMetadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** BCP 47, as `zh-CN`. */
  readonly language: string;
  /** The contract's number. */
  readonly number: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

const application = 'Deedbox 契匣';

/**
 * Replaces what the print engine says about itself by what the document is: the Info dictionary and the XMP packet
 * say the same, the language is declared and viewers show the title instead of the file's name.
 */
export function setMetadata(document: PDFDocument, metadata: PdfMetadata): void {
  const { context, catalog } = document;
  const info = context.obj({});
  const created = PDFString.of(pdfDate(metadata.createdAt, 0));
  const entries = {
    Title: metadata.title,
    Author: metadata.author,
    Subject: metadata.subject,
    Keywords: metadata.keywords.join(', '),
    Creator: application,
    Producer: application,
    ContractNumber: metadata.number,
  };
  for (const [key, value] of Object.entries(entries)) info.set(PDFName.of(key), PDFHexString.fromText(value));
  info.set(PDFName.of('CreationDate'), created);
  info.set(PDFName.of('ModDate'), created);
  context.trailerInfo.Info = context.register(info);

  // Not compressed, so that search engines and scanners can read it without a PDF library.
  const packet = context.stream(Buffer.from(xmpPacket(metadata)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(packet));
  catalog.set(PDFName.of('Lang'), PDFString.of(metadata.language));
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({});
  preferences.set(PDFName.of('DisplayDocTitle'), PDFBool.True);
  catalog.set(PDFName.of('ViewerPreferences'), preferences);
}

function xmpPacket(metadata: PdfMetadata): string {
  const moment = new Date(metadata.createdAt).toISOString().replace(/\.\d+Z$/, 'Z');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:identifier>${escapeXml(metadata.number)}</dc:identifier>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(metadata.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(metadata.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(metadata.subject)}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>${escapeXml(metadata.language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>${escapeXml(metadata.keywords.join(', '))}</pdf:Keywords>
<pdf:Producer>${application}</pdf:Producer>
<xmp:CreatorTool>${application}</xmp:CreatorTool>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<xmp:MetadataDate>${moment}</xmp:MetadataDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function escapeXml(text: string): string {
  // XML 1.0 has no way to write control characters.
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

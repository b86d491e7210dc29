import { deflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSelfIssuedIdentity, type SigningIdentity } from '../../../src-main/crypto/certificates.ts';
import type { Placement } from '../../../src-main/pdf/placement.ts';
import { PdfFile } from '../../../src-main/pdf/reading/pdf-file.ts';
import { isKind } from '../../../src-main/pdf/reading/pdf-values.ts';
import { addSignatureField, fillSignature, signPdf } from '../../../src-main/pdf/sign.ts';
import { verifyPdf } from '../../../src-main/pdf/verify.ts';
import { appendRaw, appendSection, contentsOf, freeNumber, lastCrossReference, outcomeOf, streamObject } from '../../harness/pdf-attacks.ts';
import { moment, printedContract, signatureRequest, signedBy } from '../../harness/pdf-documents.ts';
import { judgeWithPdfsig, renderWithPoppler } from '../../harness/pdf-judges.ts';

const redPage = 'q 1 0 0 rg 50 50 400 600 re f Q';

let identity: SigningIdentity;
let other: SigningIdentity;
let signed: Uint8Array;

beforeAll(async () => {
  [identity, other] = await Promise.all([
    createSelfIssuedIdentity({ commonName: '张伟', organisation: null, now: moment, years: 3 }),
    createSelfIssuedIdentity({ commonName: '李娜', organisation: null, now: moment, years: 3 }),
  ]);
  signed = await signedBy(identity);
});

describe('a forgery that only some viewers show is found', () => {
  it('when a broken reference makes the viewer search the file and meet an unlisted page', () => {
    const { number, offset } = contentsOf(signed);
    const forged = appendRaw(signed, streamObject(number, redPage), () => [{ number, offset, generation: 1 }]);
    expect(judgeWithPdfsig(forged)[0]?.isValid).toBe(true);
    expect(renderWithPoppler(forged, 1).equals(renderWithPoppler(signed, 1))).toBe(false);
    expect(outcomeOf(forged)).toBe('changed_after_signing');
  });

  it('when an object’s generation is raised, so that the signed references lead nowhere', () => {
    const { number, offset } = contentsOf(signed);
    expect(outcomeOf(appendRaw(signed, '', () => [{ number, offset, generation: 1 }]))).toBe('changed_after_signing');
  });

  it('when an object stands in the file that no cross-reference lists', () => {
    const { number } = contentsOf(signed);
    const end = `startxref\n${lastCrossReference(signed)}\n%%EOF\n`;
    expect(outcomeOf(Buffer.concat([signed, Buffer.from(`\n${streamObject(number, redPage)}${end}`)]))).toBe('changed_after_signing');
  });

  it('when such an object is listed under another number', () => {
    const { number } = contentsOf(signed);
    const forged = appendRaw(signed, streamObject(number, redPage), (start) => [{ number: freeNumber(signed), offset: start, generation: 0 }]);
    expect(outcomeOf(forged)).toBe('changed_after_signing');
  });

  it('when a replaced object is put back by a further increment', () => {
    const { number, offset } = contentsOf(signed);
    const replaced = appendRaw(signed, streamObject(number, redPage), (start) => [{ number, offset: start, generation: 0 }]);
    const restored = appendRaw(replaced, '', () => [{ number, offset, generation: 0 }]);
    expect(outcomeOf(restored)).toBe('changed_after_signing');
  });

  it('when a trailer stands in the file that nothing leads to', () => {
    const end = `trailer\n<< /Root 900 0 R >>\nstartxref\n${lastCrossReference(signed)}\n%%EOF\n`;
    expect(outcomeOf(Buffer.concat([signed, Buffer.from(`\n${end}`)]))).toBe('changed_after_signing');
  });

  it('when the signed page called its content an object stream, to be left out of the comparison', async () => {
    const document = await PDFDocument.load(printedContract, { updateMetadata: false });
    const content = document.context.lookup(document.getPage(0).node.get(PDFName.of('Contents')));
    if (!(content instanceof PDFRawStream)) throw new Error('no content');
    content.dict.set(PDFName.of('Xype'), PDFName.of('ObjStm'));
    await addSignatureField(document, signatureRequest(identity));
    const saved = Buffer.from(await document.save({ useObjectStreams: false, updateFieldAppearances: false }));
    saved.write('/Type', saved.indexOf('/Xype'), 'latin1');
    const prepared = fillSignature(saved, identity);
    expect(outcomeOf(prepared)).toBe('intact');
    const { number } = contentsOf(prepared);
    const forged = appendRaw(prepared, streamObject(number, redPage), (start) => [{ number, offset: start, generation: 0 }]);
    expect(judgeWithPdfsig(forged)[0]?.isValid).toBe(true);
    expect(outcomeOf(forged)).toBe('changed_after_signing');
  });

  it('when the title that viewers show is changed in the XMP packet alone', () => {
    const file = new PdfFile(Buffer.from(signed));
    const packet = file.catalog.entries.get('Metadata');
    if (!isKind(packet, 'reference')) throw new Error('no packet');
    const { number } = packet;
    const object = streamObject(number, '<dc:title><rdf:li>Another contract</rdf:li></dc:title>', '/Type /Metadata /Subtype /XML');
    expect(outcomeOf(appendRaw(signed, object, (start) => [{ number, offset: start, generation: 0 }]))).toBe('changed_after_signing');
  });
});

describe('a further signature that covers what people read is found', () => {
  const text = 'BT /F1 20 Tf 100 500 Td (Amount 100) Tj ET';
  /** The same text, encoded by Python’s base64 module. */
  const base85 = "6<#'\\7PQ#@0Ha>,+>GQ(+>ki,+B2ko-p_]gF`):D0eb:1+B3(u78s~>";
  const cover = { page: 0, x: 90, y: 480, width: 250, height: 80 } as const;

  async function coveredBy(placement: Placement, data: string, filter: string | null) {
    const document = await PDFDocument.create();
    const { context } = document;
    const { node } = document.addPage([500, 800]);
    node.set(PDFName.of('Resources'), context.obj({ Font: { F1: context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' }) } }));
    node.set(PDFName.of('Contents'), context.register(context.stream(data, filter === null ? {} : { Filter: filter })));
    const first = await signPdf({ pdf: await document.save(), ...signatureRequest(identity, { placement: { page: 0, x: 20, y: 20, width: 60, height: 30 } }) });
    return outcomeOf(await signPdf({ pdf: first, ...signatureRequest(other, { placement, fieldName: '乙方签字' }) }));
  }

  it.each([
    ['plain text', text, null],
    ['text in hexadecimal', `${Buffer.from(text).toString('hex')}>`, 'ASCIIHexDecode'],
    ['an image in the content', 'q 100 0 0 50 100 500 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q', null],
    ['text in base 85', base85, 'ASCII85Decode'],
    ['content in a filter that isn’t read', 'xxxx', 'LZWDecode'],
  ] as const)('over %s', async (_name, data, filter) => {
    expect(await coveredBy(cover, data, filter)).toBe('changed_after_signing');
  });

  it.each([
    ['plain text', text, null],
    ['text in base 85', base85, 'ASCII85Decode'],
  ] as const)('but beside %s it is welcome', async (_name, data, filter) => {
    expect(await coveredBy({ page: 0, x: 300, y: 20, width: 150, height: 60 }, data, filter)).toBe('intact');
  });
});

describe('a file made to crash the check gets an answer', () => {
  it('when the signature data is two bytes long', () => {
    const file = new PdfFile(Buffer.from(signed));
    const form = file.get(file.catalog, 'AcroForm');
    const field = isKind(form, 'dictionary') ? file.resolve(file.array(form.entries.get('Fields'))[0]) : null;
    const value = isKind(field, 'dictionary') ? field.entries.get('V') : null;
    if (!isKind(value, 'reference')) throw new Error('no signature');
    const { number } = value;
    const object = (range: readonly number[]): string =>
      `${number} 0 obj\n<< /Type /Sig /ByteRange [0 ${range.map((one) => String(one).padStart(10, '0')).join(' ')}] /Contents <3082> >>\nendobj\n`;
    const entries = (start: number) => [{ number, offset: start, generation: 0 }];
    const { length } = appendRaw(signed, object([0, 0, 0]), entries);
    const before = signed.length + 1 + object([0, 0, 0]).indexOf('<3082>');
    expect(outcomeOf(appendRaw(signed, object([before, before + 6, length - before - 6]), entries))).toBe('broken');
  });

  it('when a cross-reference stream has columns of eight bytes, which is allowed', () => {
    const row = Buffer.alloc(11);
    row[0] = 1;
    row.writeUInt32BE(signed.length + 1, 5);
    expect(outcomeOf(appendSection(signed, `/W [1 8 2] /Index [${freeNumber(signed)} 1]`, row))).toMatch(/intact|changed/);
  });

  it.each(['-1', '0', '0.5', '9999999999999999'])('when a predictor has %s columns', (columns) => {
    const settings = `/W [1 4 2] /Index [5 1] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns ${columns} >>`;
    expect(outcomeOf(appendSection(signed, settings, deflateSync(Buffer.alloc(24, 1))))).toMatch(/^(PDF_|changed)/);
  });

  it('when a field is its own parent', () => {
    const { form, old } = formOf(signed);
    const number = freeNumber(signed);
    const field = `${number} 0 obj\n<< /FT /Tx /Parent ${number} 0 R >>\nendobj\n`;
    const forged = appendRaw(signed, `${field}${form} 0 obj\n<< /SigFlags 3 /Fields [${old} ${number} 0 R] >>\nendobj\n`, (start) => [
      { number, offset: start, generation: 0 },
      { number: form, offset: start + field.length, generation: 0 },
    ]);
    expect(outcomeOf(forged)).toBe('changed_after_signing');
  });

  it.each(['Pages', 'AcroForm'] as const)('when the tree under %s is 20,000 levels deep', (key) => {
    const { form, old, pages } = formOf(signed);
    const first = freeNumber(signed);
    const levels = Array.from({ length: 20_000 }, (_none, level) => `${first + level} 0 obj\n<< /FT /Sig /Count 1 /Kids [${first + level + 1} 0 R] >>\nendobj\n`);
    const [number, top] = key === 'Pages' ? [pages, `/Count 1 /Kids [${first} 0 R]`] : [form, `/SigFlags 3 /Fields [${old} ${first} 0 R]`];
    const forged = appendRaw(signed, `${levels.join('')}${number} 0 obj\n<< ${top} >>\nendobj\n`, (start) => {
      let offset = start;
      const entries = levels.map((level, index) => {
        offset += level.length;
        return { number: first + index, offset: offset - level.length, generation: 0 };
      });
      return [...entries, { number, offset, generation: 0 }];
    });
    expect(outcomeOf(forged)).toBe('PDF_UNREADABLE');
  });
});

describe('a signature inside a group of fields', () => {
  it('stays valid when a second party signs', async () => {
    const document = await PDFDocument.load(printedContract, { updateMetadata: false });
    await addSignatureField(document, signatureRequest(identity));
    const { context } = document;
    const form = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict);
    const [, widget] = context.enumerateIndirectObjects().find(([, object]) => object instanceof PDFDict && object.has(PDFName.of('V'))) ?? [];
    if (!(widget instanceof PDFDict)) throw new Error('no widget');
    const group = context.register(context.obj({ T: PDFHexString.fromText('签字'), Kids: form.get(PDFName.of('Fields')) ?? [] }));
    widget.set(PDFName.of('Parent'), group);
    form.set(PDFName.of('Fields'), context.obj([group]));
    const first = fillSignature(await document.save({ updateFieldAppearances: false }), identity);
    const both = await signPdf({ pdf: first, ...signatureRequest(other, { placement: { anchor: 'signature-b' }, fieldName: '乙方签字' }) });
    expect(judgeWithPdfsig(both).map(({ isValid }) => isValid)).toEqual([true, true]);
    const report = verifyPdf({ pdf: both, trustedCertificatesPem: [], now: moment });
    expect(report).toMatchObject({ ok: true, value: { verdict: 'intact', signatures: [{ fieldName: '签字.甲方签字' }, { fieldName: '乙方签字' }] } });
  });
});

function formOf(pdf: Uint8Array): { readonly form: number; readonly old: string; readonly pages: number } {
  const file = new PdfFile(Buffer.from(pdf));
  const [form, pages] = ['AcroForm', 'Pages'].map((key) => file.catalog.entries.get(key));
  const dictionary = file.resolve(form);
  if (!isKind(form, 'reference') || !isKind(pages, 'reference') || !isKind(dictionary, 'dictionary')) throw new Error('no form');
  const fields = file.array(dictionary.entries.get('Fields')).filter((field) => isKind(field, 'reference'));
  return { form: form.number, pages: pages.number, old: fields.map((field) => `${field.number} 0 R`).join(' ') };
}

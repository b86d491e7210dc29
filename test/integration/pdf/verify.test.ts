import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RevisionChangeCode, VerificationReport } from '#shared/features/verification/model.ts';
import { verificationReportSchema } from '#shared/features/verification/model.ts';
import { createSelfIssuedIdentity, type SigningIdentity } from '../../../src-main/crypto/certificates.ts';
import { sha256 } from '../../../src-main/crypto/digest.ts';
import { signPdf } from '../../../src-main/pdf/sign.ts';
import { verifyPdf } from '../../../src-main/pdf/verify.ts';
import { appendUnsigned, counterSigned, moment, patched, printedContract, signatureRequest, signedBy } from '../../harness/pdf-documents.ts';
import { encryptWithQpdf, findByteRange, judgeWithPdfsig } from '../../harness/pdf-judges.ts';

let identity: SigningIdentity;
let other: SigningIdentity;
let signed: Uint8Array;
let both: Uint8Array;

beforeAll(async () => {
  [identity, other] = await Promise.all([
    createSelfIssuedIdentity({ commonName: '张伟 Zhang Wei', organisation: '示例公司', now: moment, years: 3 }),
    createSelfIssuedIdentity({ commonName: '李娜', organisation: null, now: moment, years: 3 }),
  ]);
  signed = await signedBy(identity);
  both = await counterSigned(signed, other);
});

function verify(pdf: Uint8Array, changes: { readonly trusted?: readonly string[]; readonly now?: number; readonly expectedSha256?: string } = {}): VerificationReport {
  const { trusted = [], now = moment, expectedSha256 = null } = changes;
  const result = verifyPdf({ pdf, trustedCertificatesPem: trusted, now, expectedSha256 });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function changeCodes(pdf: Uint8Array, index = 0): readonly RevisionChangeCode[] {
  return (verify(pdf).signatures[index]?.changes ?? []).map(({ code }) => code);
}

function problemsOf(pdf: Uint8Array): readonly string[] {
  return verify(pdf).signatures[0]?.problems ?? [];
}

describe('the report', () => {
  it('calls a signed file intact and tells who signed when, how and why', () => {
    const report = verificationReportSchema.parse(verify(signed));
    expect(report).toMatchObject({
      verdict: 'intact',
      sha256: sha256(signed),
      byteLength: signed.length,
      pageCount: 2,
      matchesExpected: null,
      removedSignatures: [],
      signatures: [
        {
          fieldName: '甲方签字',
          claimed: { name: '张伟 Zhang Wei', reason: '签署合同 Signing the contract', location: '北京', signedAt: moment },
          integrity: 'ok',
          problems: [],
          coversWholeFile: true,
          changes: [],
          signer: { subject: 'CN=张伟 Zhang Wei, O=示例公司', fingerprintSha256: identity.fingerprintSha256 },
          digestAlgorithm: 'SHA-256',
          keyAlgorithm: 'RSA-3072',
          trust: 'self_issued',
          validity: 'valid',
          expiredSince: false,
          weaknesses: [],
        },
      ],
    });
  });

  it('calls a counter-signed file intact, and the second signature an addition', () => {
    const report = verify(both);
    expect(report.verdict).toBe('intact');
    expect(report.signatures.map(({ coversWholeFile }) => coversWholeFile)).toEqual([false, true]);
    expect(report.signatures[0]?.changes).toEqual([{ code: 'SIGNATURE_ADDED', page: null, detail: '乙方签字' }]);
  });

  it('calls a file intact whose waiting field the second party filled', async () => {
    const prepared = await PDFDocument.load(printedContract, { updateMetadata: false });
    const { context, catalog } = prepared;
    const page = prepared.getPage(1);
    const waiting = { Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFHexString.fromText('乙方签字'), Rect: [330, 60, 530, 120], F: 132, P: page.ref };
    const field = context.register(context.obj(waiting));
    page.node.addAnnot(field);
    catalog.set(PDFName.of('AcroForm'), context.register(context.obj({ Fields: [field] })));
    const first = await signPdf({ pdf: await prepared.save(), ...signatureRequest(identity) });
    const second = await counterSigned(first, other);
    expect(judgeWithPdfsig(second).map(({ isValid }) => isValid)).toEqual([true, true]);
    const report = verify(second);
    expect(report.verdict).toBe('intact');
    expect(report.signatures.find(({ fieldName }) => fieldName === '甲方签字')?.changes).toEqual([{ code: 'SIGNATURE_FILLED', page: 2, detail: '乙方签字' }]);
  });

  it('calls a print unsigned', () => {
    expect(verify(printedContract)).toMatchObject({ verdict: 'unsigned', pageCount: 2, signatures: [] });
  });

  it('trusts a certificate only when it was told to', () => {
    expect(verify(signed, { trusted: [identity.certificatePem] }).signatures[0]?.trust).toBe('trusted');
    expect(verify(signed, { trusted: [other.certificatePem] }).signatures[0]?.trust).toBe('self_issued');
  });

  it('knows a certificate that had expired when the signature was made', async () => {
    const late = await signPdf({ pdf: printedContract, ...signatureRequest(identity, { signedAt: identity.notAfter + 1000 }) });
    expect(verify(late).signatures[0]).toMatchObject({ integrity: 'ok', validity: 'expired' });
  });

  it('knows a certificate that was not valid yet', async () => {
    const early = await signPdf({ pdf: printedContract, ...signatureRequest(identity, { signedAt: identity.notBefore - 1000 }) });
    expect(verify(early).signatures[0]).toMatchObject({ integrity: 'ok', validity: 'not_yet_valid' });
  });

  it('knows a certificate that has expired since', () => {
    expect(verify(signed, { now: identity.notAfter + 1000 }).signatures[0]).toMatchObject({ validity: 'valid', expiredSince: true });
  });
});

describe('damage is found', () => {
  it('when a single byte of the text differs, as pdfsig finds it too', () => {
    const at = Buffer.from(signed).indexOf('stream') + 40;
    const damaged = Buffer.from(signed);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(judgeWithPdfsig(damaged)[0]?.isValid).toBe(false);
    expect(verify(damaged)).toMatchObject({ verdict: 'broken', signatures: [{ integrity: 'broken', problems: ['DIGEST_DIFFERS'] }] });
  });

  it('when the signature value differs', () => {
    const { before } = findByteRange(signed, 0);
    const cms = Buffer.from(signed.subarray(before + 1, before + 6000)).toString('latin1');
    const at = before + 1 + cms.replace(/0+$/, '').length - 40;
    const digit = String.fromCharCode(signed[at] ?? 0) === 'a' ? 'b' : 'a';
    const damaged = patched(signed, at, digit);
    expect(judgeWithPdfsig(damaged)[0]?.isValid).toBe(false);
    expect(problemsOf(damaged)).toEqual(['SIGNATURE_DIFFERS']);
  });

  it('when bytes hide behind the signature data', () => {
    const { after } = findByteRange(signed, 0);
    expect(problemsOf(patched(signed, after - 9, 'deadbeef'))).toEqual(['BYTES_AFTER_CMS']);
  });

  it('when the signed range doesn’t begin with the file', () => {
    const range = findByteRange(signed, 0);
    expect(problemsOf(patched(signed, range.at, range.text.replace('[0', '[1')))).toEqual(['BYTE_RANGE_WRONG_START']);
  });

  it('when the two parts of the range overlap', () => {
    const { at, text, before, rest } = findByteRange(signed, 0);
    const forged = `/ByteRange [0 ${before} ${before - 10} ${rest}]`.padEnd(text.length);
    expect(problemsOf(patched(signed, at, forged))).toEqual(['BYTE_RANGE_OVERLAPS']);
  });

  it('when the range reaches beyond the file', () => {
    const { at, before, after } = findByteRange(signed, 0);
    const forged = `/ByteRange [0 ${before} ${after} ${signed.length}]`;
    expect(problemsOf(patched(signed, at, forged))).toEqual(['BYTE_RANGE_OUT_OF_FILE']);
  });

  it('when the range isn’t four numbers', () => {
    const { at, text } = findByteRange(signed, 0);
    expect(problemsOf(patched(signed, at, '/ByteRange [0 1 2]'.padEnd(text.length)))).toEqual(['BYTE_RANGE_MALFORMED']);
  });

  it('when the unsigned gap is wider than the signature data', () => {
    const { at, text, before, after, rest } = findByteRange(signed, 0);
    const forged = `/ByteRange [0 ${before - 12} ${after} ${rest}]`.padEnd(text.length);
    expect(problemsOf(patched(signed, at, forged))).toEqual(['GAP_NOT_ONE_HEX_STRING']);
  });

  it('when the unsigned gap belongs to another object', () => {
    // The second signature claims the first one's gap: both are single hexadecimal strings.
    const first = findByteRange(both, 0);
    const second = findByteRange(both, 1);
    const forged = `/ByteRange [0 ${first.before} ${first.after} ${both.length - first.after}]`.padEnd(second.text.length);
    expect(verify(patched(both, second.at, forged)).signatures[1]?.problems).toEqual(['CONTENTS_ELSEWHERE']);
  });

  it('when the signature data is replaced by zeros', () => {
    const { before, after } = findByteRange(signed, 0);
    expect(problemsOf(patched(signed, before + 1, '0'.repeat(after - before - 2)))).toEqual(['CMS_UNREADABLE']);
  });
});

describe('a change after signing is found', () => {
  it('when an increment draws over a page, though pdfsig calls the signature valid', async () => {
    const changed = await appendUnsigned(signed, (document) => {
      document.getPage(0).drawRectangle({ x: 50, y: 400, width: 400, height: 200 });
    });
    expect(judgeWithPdfsig(changed)[0]).toMatchObject({ isValid: true, coversAll: false });
    expect(verify(changed)).toMatchObject({ verdict: 'changed_after_signing', signatures: [{ integrity: 'ok', coversWholeFile: false }] });
    expect(verify(changed).signatures[0]?.changes).toContainEqual({ code: 'PAGE_CONTENT_CHANGED', page: 1, detail: null });
  });

  it('when a page is added or removed', async () => {
    expect(changeCodes(await appendUnsigned(signed, (document) => void document.addPage()))).toContain('PAGE_ADDED');
    expect(changeCodes(await appendUnsigned(signed, (document) => void document.removePage(0)))).toContain('PAGE_REMOVED');
  });

  it('when a note is put over the text', async () => {
    const noted = await appendUnsigned(signed, (document) => {
      const note = document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'FreeText', Rect: [50, 50, 300, 300], Contents: PDFString.of('x') }));
      document.getPage(0).node.addAnnot(note);
    });
    expect(verify(noted).verdict).toBe('changed_after_signing');
    expect(verify(noted).signatures[0]?.changes).toContainEqual({ code: 'ANNOTATION_ADDED', page: 1, detail: 'FreeText' });
  });

  it('when the visible signature is given another look', async () => {
    const changed = await appendUnsigned(signed, (document) => {
      const [[reference, widget] = []] = document.context
        .enumerateIndirectObjects()
        .filter(([, object]) => object instanceof PDFDict && object.get(PDFName.of('FT')) === PDFName.of('Sig'));
      if (reference === undefined || !(widget instanceof PDFDict)) throw new Error('no widget');
      widget.set(PDFName.of('Rect'), document.context.obj([0, 0, 500, 800]));
      document.context.snapshot?.markRefForSave(reference);
    });
    expect(changeCodes(changed)).toContain('FIELD_CHANGED');
  });

  it('when a further signature covers signed text', async () => {
    const placement = { page: 'last', x: 50, y: 600, width: 400, height: 200 } as const;
    const changed = await signPdf({ pdf: signed, ...signatureRequest(other, { placement, fieldName: '乙方签字' }) });
    expect(judgeWithPdfsig(changed).every(({ isValid }) => isValid)).toBe(true);
    expect(verify(changed).verdict).toBe('changed_after_signing');
    expect(verify(changed).signatures[0]?.changes).toContainEqual({ code: 'WIDGET_COVERS_CONTENT', page: 2, detail: '乙方签字' });
  });

  it('when a further signature covers the first one', async () => {
    const changed = await signPdf({ pdf: signed, ...signatureRequest(other, { fieldName: '乙方签字' }) });
    expect(changeCodes(changed)).toContain('WIDGET_COVERS_CONTENT');
  });

  it('when a field is added that nobody signed', async () => {
    const changed = await appendUnsigned(signed, (document) => {
      const field = document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFHexString.fromText('空'), Rect: [0, 0, 0, 0] }));
      const form = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict);
      form.lookup(PDFName.of('Fields'), PDFArray).push(field);
      document.context.snapshot?.markObjForSave(form);
    });
    expect(changeCodes(changed)).toEqual(['FIELD_ADDED']);
  });

  it.each([
    ['an action on opening', 'OpenAction', 'ACTION_ADDED'],
    ['additional actions', 'AA', 'ACTION_ADDED'],
    ['another catalog entry', 'PageLabels', 'CATALOG_CHANGED'],
  ] as const)('when %s is added', async (_name, key, code) => {
    const changed = await appendUnsigned(signed, (document) => {
      document.catalog.set(PDFName.of(key), document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }));
      document.context.snapshot?.markObjForSave(document.catalog);
    });
    expect(changeCodes(changed)).toContain(code);
  });

  it('when a script is added by name', async () => {
    const changed = await appendUnsigned(signed, (document) => document.addJavaScript('main', 'app.alert(1)'));
    expect(changeCodes(changed)).toContain('SCRIPT_ADDED');
  });

  it('when a file is attached', async () => {
    const changed = await appendUnsigned(signed, (document) => document.attach(Buffer.from('x'), 'x.txt'));
    expect(verify(changed).verdict).toBe('changed_after_signing');
    expect(changeCodes(changed)).toContain('ATTACHMENT_CHANGED');
  });

  it('when the title is changed', async () => {
    const changed = await appendUnsigned(signed, (document) => {
      document.setTitle('别的合同');
      const info = document.context.trailerInfo.Info;
      document.context.snapshot?.markObjForSave(document.context.lookup(info)!);
    });
    expect(changeCodes(changed)).toContain('METADATA_CHANGED');
  });

  it('when bytes are appended behind the end', () => {
    const changed = Buffer.concat([signed, Buffer.from('<script>alert(1)</script>')]);
    expect(verify(changed)).toMatchObject({ verdict: 'changed_after_signing' });
    expect(changeCodes(changed)).toEqual(['BYTES_AFTER_END']);
  });

  it('when an object appears that the signed text referred to before it existed', async () => {
    const prepared = await PDFDocument.load(printedContract, { updateMetadata: false });
    prepared.getPage(0).node.set(PDFName.of('Resources'), prepared.context.obj({ XObject: { Later: PDFRef.of(900) } }));
    const shadowed = await signPdf({ pdf: await prepared.save(), ...signatureRequest(identity) });
    expect(verify(shadowed).verdict).toBe('intact');
    const changed = await appendUnsigned(shadowed, (document) => {
      document.context.assign(PDFRef.of(900), document.context.stream('0 0 100 100 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 100, 100] }));
    });
    expect(judgeWithPdfsig(changed)[0]?.isValid).toBe(true);
    expect(verify(changed).signatures[0]?.changes).toContainEqual({ code: 'OBJECT_CHANGED', page: null, detail: '900' });
  });

  it('but an increment that changes nothing is none', async () => {
    expect(verify(await appendUnsigned(signed, () => undefined))).toMatchObject({ verdict: 'intact', signatures: [{ changes: [] }] });
  });

  it('between two signatures', async () => {
    const changed = await appendUnsigned(signed, (document) => {
      document.getPage(0).drawRectangle({ x: 50, y: 400, width: 400, height: 200 });
    });
    const report = verify(await counterSigned(changed, other));
    expect(report.verdict).toBe('changed_after_signing');
    expect(report.signatures.map(({ changes }) => changes.some(({ code }) => code === 'PAGE_CONTENT_CHANGED'))).toEqual([true, false]);
  });

  it('when an earlier signature is taken out of the form', async () => {
    const changed = await appendUnsigned(signed, (document) => {
      document.catalog.delete(PDFName.of('AcroForm'));
      document.context.snapshot?.markObjForSave(document.catalog);
    });
    expect(verify(changed)).toMatchObject({ verdict: 'changed_after_signing', signatures: [], removedSignatures: ['甲方签字'] });
  });

  it('when the file is cut back to its first signature, by the digest that the vault kept', () => {
    const cut = both.subarray(0, signed.length);
    expect(verify(cut)).toMatchObject({ verdict: 'intact', matchesExpected: null });
    expect(verify(cut, { expectedSha256: sha256(both) })).toMatchObject({ matchesExpected: false });
    expect(verify(both, { expectedSha256: sha256(both) })).toMatchObject({ matchesExpected: true });
  });
});

describe('a file that can’t be checked', () => {
  const codeOf = (pdf: Uint8Array, largestBytes?: number): string => {
    const limit = largestBytes === undefined ? {} : { largestBytes };
    const result = verifyPdf({ pdf, trustedCertificatesPem: [], now: moment, ...limit });
    return result.ok ? 'ok' : result.error.code;
  };

  it('is named when it is empty, no PDF or too large', () => {
    expect(codeOf(new Uint8Array())).toBe('FILE_EMPTY');
    expect(codeOf(Buffer.from('hello, this is a text'))).toBe('NOT_A_PDF');
    expect(codeOf(printedContract, 1000)).toBe('FILE_TOO_LARGE');
  });

  it('is named when its end is missing', () => {
    for (const part of [0.1, 0.5, 0.9]) {
      expect(codeOf(signed.subarray(0, Math.floor(signed.length * part)))).toBe('PDF_TRUNCATED');
    }
    expect(codeOf(signed.subarray(0, signed.length - 6))).toBe('PDF_TRUNCATED');
  });

  it('is named when it is encrypted', () => {
    expect(codeOf(encryptWithQpdf(printedContract))).toBe('PDF_ENCRYPTED');
  });

  it('is named when its structure is damaged', () => {
    const text = Buffer.from(printedContract).toString('latin1');
    const at = text.lastIndexOf('startxref') + 'startxref\n'.length;
    expect(codeOf(patched(printedContract, at, '7'))).toMatch(/PDF_(UNREADABLE|TRUNCATED)/);
  });

  it('never takes long or crashes, whatever is damaged', () => {
    for (let round = 0; round < 150; round += 1) {
      const damaged = Buffer.from(both);
      for (let spot = 0; spot < 3; spot += 1) damaged[(round * 7919 + spot * 104_729) % damaged.length] = (round * 31 + spot) & 0xff;
      expect(codeOf(damaged)).toMatch(/^(ok|PDF_\w+|NOT_A_PDF)$/);
    }
  });
});

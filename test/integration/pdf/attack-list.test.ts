import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RevisionChangeCode, VerificationReport } from '#shared/features/verification/model.ts';
import { createSelfIssuedIdentity, type SigningIdentity } from '../../../src-main/crypto/certificates.ts';
import { sha256 } from '../../../src-main/crypto/digest.ts';
import { formatVerification } from '../../../src-main/features/verification/cli-report.ts';
import { translatorOf } from '../../../src-main/cli/words.ts';
import { stampLastSignature } from '../../../src-main/pdf/timestamp.ts';
import { signPdf } from '../../../src-main/pdf/sign.ts';
import { finishPdf } from '../../../src-main/pdf/finish.ts';
import { verifyPdf } from '../../../src-main/pdf/verify.ts';
import { appendUnsigned, counterSigned, finishRequest, moment, patched, printedContract, signatureRequest, signedBy } from '../../harness/pdf-documents.ts';
import { issueP12 } from '../../harness/pdf-identities.ts';
import { judgeWithPdfsig, run } from '../../harness/pdf-judges.ts';
import { startTimestampServer } from '../../harness/timestamp-server.ts';
import { temporaryFolder } from '../../harness/world.ts';

// What pdfsig still calls valid, and what we say of it.

let identity: SigningIdentity;
let other: SigningIdentity;
let signed: Uint8Array;
const place = temporaryFolder();
beforeAll(async () => {
  [identity, other] = await Promise.all([
    createSelfIssuedIdentity({ commonName: '张伟', organisation: null, now: moment, years: 3 }),
    createSelfIssuedIdentity({ commonName: '李娜', organisation: null, now: moment, years: 3 }),
  ]);
  signed = await signedBy(identity);
});
afterAll(() => place.remove());

function verify(pdf: Uint8Array, expectedSha256: string | null = null): VerificationReport {
  const result = verifyPdf({ pdf, trustedCertificatesPem: [], now: moment, expectedSha256 });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const changesOf = (pdf: Uint8Array): readonly RevisionChangeCode[] => verify(pdf).signatures[0]?.changes.map(({ code }) => code) ?? [];
const saidOf = (pdf: Uint8Array, language: 'en' | 'zh-CN' = 'en') => formatVerification(verify(pdf), translatorOf(language));

describe('pdfsig calls it valid, and we say what changed', () => {
  test('a hidden overlay, drawn over page 1 by an increment that nobody signed', async () => {
    const forged = await appendUnsigned(signed, (document) => void document.getPage(0).drawRectangle({ x: 60, y: 500, width: 300, height: 40 }));
    expect(judgeWithPdfsig(forged)[0]?.isValid).toBe(true);
    expect(verify(forged).verdict).toBe('changed_after_signing');
    expect(changesOf(forged)).toContain('PAGE_CONTENT_CHANGED');
    expect(saidOf(forged)).toContain('Page 1');
  });

  test('a new widget that covers text, though nobody signs in it', async () => {
    const forged = await appendUnsigned(signed, (document) => {
      const { context } = document;
      const look = context.register(context.stream('1 1 1 rg 0 0 400 200 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 400, 200] }));
      const widget = context.register(context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Tx', T: PDFHexString.fromText('备注'), F: 4, Rect: [60, 400, 460, 600], AP: { N: look } }));
      document.getPage(0).node.addAnnot(widget);
      const form = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict);
      form.lookup(PDFName.of('Fields'), PDFArray).push(widget);
      context.snapshot?.markObjForSave(form);
    });
    expect(judgeWithPdfsig(forged)[0]?.isValid).toBe(true);
    expect(verify(forged).verdict).toBe('changed_after_signing');
    expect(changesOf(forged).some((code) => code === 'WIDGET_COVERS_CONTENT' || code === 'ANNOTATION_ADDED' || code === 'FIELD_ADDED')).toBe(true);
  });

  test('a file cut back to revision 1: the digest that the vault kept says that more was there', async () => {
    const both = await counterSigned(signed, other);
    const cut = both.subarray(0, signed.length);
    expect(judgeWithPdfsig(cut)[0]).toMatchObject({ isValid: true, coversAll: true });
    expect(verify(cut, sha256(both)).matchesExpected).toBe(false);
    expect(formatVerification(verify(cut, sha256(both)), translatorOf('zh-CN'))).not.toBe(saidOf(cut, 'zh-CN'));
  });
});

describe('a file that is broken or was made elsewhere', () => {
  test('with a broken cross-reference table is never called intact', () => {
    const text = Buffer.from(signed).toString('latin1');
    const at = text.lastIndexOf('startxref') + 'startxref\n'.length;
    const digits = /^\d+/.exec(text.slice(at))?.[0].length ?? 1;
    for (const bytes of ['9'.repeat(digits), '0'.repeat(digits), 'x'.repeat(digits)]) {
      const outcome = verifyPdf({ pdf: patched(signed, at, bytes), trustedCertificatesPem: [], now: moment });
      expect(outcome.ok ? outcome.value.verdict : outcome.error.code).not.toBe('intact');
    }
  });

  test('signed by a tool that we don’t know is checked all the same, and one flipped byte in it is found', async () => {
    const document = await PDFDocument.load(await finishPdf(finishRequest(printedContract)));
    const { context } = document;
    const field = context.register(context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFHexString.fromText('Theirs'), F: 132, Rect: [60, 60, 260, 120], P: document.getPage(0).ref }));
    document.getPage(0).node.addAnnot(field);
    document.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field], SigFlags: 3 }));
    const path = (name: string) => join(place.path, name);
    writeFileSync(path('open.pdf'), await document.save({ useObjectStreams: false }));
    writeFileSync(path('theirs.p12'), issueP12({ key: 'rsa2048', password: 'secret' }).p12);
    expect(run('mutool', ['sign', '-s', path('theirs.p12'), '-P', 'secret', '-o', path('theirs.pdf'), path('open.pdf'), String(field.objectNumber)]).status).toBe(0);
    const theirs = readFileSync(path('theirs.pdf'));
    expect(judgeWithPdfsig(theirs)[0]?.isValid).toBe(true);
    expect(verify(theirs)).toMatchObject({ verdict: 'intact', signatures: [{ integrity: 'ok', signer: { commonName: '李娜 Li Na' } }] });
    const flipped = Buffer.from(theirs);
    flipped[1500] = (flipped[1500] ?? 0) ^ 1;
    const outcome = verifyPdf({ pdf: flipped, trustedCertificatesPem: [], now: moment });
    expect(outcome.ok ? outcome.value.verdict : outcome.error.code).not.toBe('intact');
  });
});

describe('a time stamp', () => {
  test('is told in words, and the words do not say that none confirms the time', async () => {
    const server = await startTimestampServer();
    try {
      const withRoom = await signPdf({ pdf: await finishPdf(finishRequest()), ...signatureRequest(identity, { hasTimestampRoom: true }) });
      expect(saidOf(withRoom)).toContain('no trusted timestamp confirms it');
      const stamped = await stampLastSignature(withRoom, server.url);
      expect(saidOf(stamped)).toMatch(/Time stamp: the signature existed by \d{4}-.*Demo Time Stamping/);
      expect(saidOf(stamped)).not.toContain('no trusted timestamp');
      expect(saidOf(stamped, 'zh-CN')).toContain('时间戳：签名不晚于');
    } finally {
      await server.close();
    }
  });
});

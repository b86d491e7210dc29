import { describe, expect, test } from 'vitest';
import type { Drawing } from '#shared/features/signing/strokes.ts';
import { createSelfIssuedIdentity } from '../../../src-main/crypto/certificates.ts';
import { composePdf } from '../../../src-main/pdf/finish.ts';
import type { Mark } from '../../../src-main/pdf/marks.ts';
import { protectPdf } from '../../../src-main/pdf/protect.ts';
import { signPdf } from '../../../src-main/pdf/sign.ts';
import { verifyPdf } from '../../../src-main/pdf/verify.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finishRequest, moment, printedContract, printedTenPages, signatureFont, signatureRequest } from '../../harness/pdf-documents.ts';
import { extractText, hasRadicals, judgeWithPdfsig, judgeWithQpdf, renderWithPoppler, run } from '../../harness/pdf-judges.ts';
import { createTemporaryFolder } from '../../harness/pdf-temporary-folder.ts';
import { redSealPng } from '../../harness/pictures.ts';

const identity = await createSelfIssuedIdentity({ commonName: '张伟', organisation: null, now: moment, years: 3 });
const drawing: Drawing = {
  width: 600,
  height: 200,
  strokes: [0, 1, 2].map((stroke) => Array.from({ length: 30 }, (_, index) => ({ x: 60 + stroke * 150 + index * 4, y: 100 + Math.sin(index / 4 + stroke) * 60, pressure: 0.3 + index / 60, time: moment + stroke * 400 + index * 12 }))),
};
const drawn: Mark = { kind: 'drawing', drawing };
const seal: Mark = { kind: 'picture', png: redSealPng(), widthPoints: 119 };
const lines = ['签署人 Signed by：李娜', '方式 Method：当面手写 drawn in person'];

const compose = (marks: readonly { readonly anchor: string; readonly mark: Mark }[], scan: Uint8Array | null = null) =>
  composePdf({ ...finishRequest(), marks: marks.map((one) => ({ ...one, lines })), fontBytes: signatureFont, scan });

describe('a drawn signature and a seal', () => {
  test('become part of the page in their boxes, searchable words included', async () => {
    const plain = await compose([]);
    const { pdf } = await compose([{ anchor: 'signature-a', mark: drawn }, { anchor: 'signature-b', mark: seal }]);
    expect(judgeWithQpdf(pdf).status).toBe(0);
    expect(renderWithPoppler(pdf, plain.pageCount).equals(renderWithPoppler(plain.pdf, plain.pageCount))).toBe(false);
    const text = extractText(pdf);
    expect(text).toContain('签署人');
    expect(hasRadicals(text)).toBe(false);
  });

  test('are sealed by the certificate that signs after them', async () => {
    const { pdf } = await compose([{ anchor: 'signature-b', mark: drawn }]);
    const signed = await signPdf({ pdf, ...signatureRequest(identity) });
    expect(judgeWithPdfsig(signed)).toMatchObject([{ isValid: true, coversAll: true }]);
    expect(verifyPdf({ pdf: signed, trustedCertificatesPem: [], now: moment })).toMatchObject({ ok: true, value: { verdict: 'intact' } });
  });

  test('that come after a certificate are the look of a signature of their own, so that both hold', async () => {
    const { pdf } = await compose([]);
    const first = await signPdf({ pdf, ...signatureRequest(identity) });
    const request = signatureRequest(identity, { placement: { anchor: 'signature-b' }, fieldName: '乙方' });
    const both = await signPdf({ pdf: first, ...request, appearance: { ...request.appearance, lines, mark: drawn } });
    expect(judgeWithPdfsig(both).map(({ isValid }) => isValid)).toEqual([true, true]);
    expect(verifyPdf({ pdf: both, trustedCertificatesPem: [], now: moment })).toMatchObject({ ok: true, value: { verdict: 'intact' } });
  });

  test('on a scan go to the pages that follow it', async () => {
    const { pageCount } = await compose([]);
    const scanned = await compose([{ anchor: 'signature-a', mark: drawn }], printedTenPages);
    expect(scanned.pageCount).toBe(pageCount + 10);
    expect(judgeWithQpdf(scanned.pdf).status).toBe(0);
  });

  test('a signature without a box in a file from elsewhere is added all the same, without a picture', async () => {
    const { pdf } = await compose([]);
    const signed = await signPdf({ pdf, ...signatureRequest(identity, { placement: { anchor: 'nowhere', isOptional: true } }) });
    expect(judgeWithPdfsig(signed)).toMatchObject([{ isValid: true }]);
  });
});

describe('a copy with a password', () => {
  test('is AES-256 for qpdf, opens with the password only, and gives back the signed file byte by byte', async () => {
    const signed = await signPdf({ pdf: (await compose([])).pdf, ...signatureRequest(identity) });
    const wrapped = await protectPdf({ cover: printedContract, title: '合同', file: { name: 'HT-2026-0001.pdf', pdf: signed }, password: 'lantern-47', at: moment });
    const path = join(createTemporaryFolder(), 'wrapped.pdf');
    writeFileSync(path, wrapped);
    const shown = run('qpdf', ['--password=lantern-47', '--show-encryption', path]).text;
    expect(shown).toMatch(/R = 6/);
    expect(shown).toMatch(/file encryption method: AESv3/);
    expect(run('qpdf', ['--password=wrong', '--check', path]).status).not.toBe(0);
    expect(run('qpdf', ['--password=lantern-47', '--check', path]).status).toBe(0);
    const out = join(createTemporaryFolder(), 'inside.pdf');
    expect(run('bash', ['-c', `qpdf --password=lantern-47 --show-attachment=HT-2026-0001.pdf "${path}" > "${out}"`]).status).toBe(0);
    expect(readFileSync(out).equals(Buffer.from(signed))).toBe(true);
    expect(Buffer.from(wrapped).includes(Buffer.from('HT-2026'))).toBe(false);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { createSelfIssuedIdentity, type SigningIdentity } from '../../../src-main/crypto/certificates.ts';
import { readPkcs12 } from '../../../src-main/crypto/pkcs12-file.ts';
import { finishPdf } from '../../../src-main/pdf/finish.ts';
import { signPdf } from '../../../src-main/pdf/sign.ts';
import { verifyPdf } from '../../../src-main/pdf/verify.ts';
import { contractData, counterSigned, finishRequest, moment, printedContract, signatureRequest, signedBy } from '../../harness/pdf-documents.ts';
import { issueP12 } from '../../harness/pdf-identities.ts';
import {
  describeWithPdfinfo,
  extractAttachment,
  extractText,
  hasRadicals,
  judgeWithOpenssl,
  judgeWithPdfsig,
  judgeWithQpdf,
  listFonts,
} from '../../harness/pdf-judges.ts';

describe('a finished contract', () => {
  let finished: Uint8Array;
  beforeAll(async () => {
    finished = await finishPdf(finishRequest());
  });

  it('starts from a print whose Chinese can’t be searched', () => {
    expect(hasRadicals(extractText(printedContract))).toBe(true);
  });

  it('yields its Chinese as people typed it', () => {
    const text = extractText(finished);
    expect(hasRadicals(text)).toBe(false);
    for (const phrase of ['甲方向乙方购买黄豆、青豆、鱼干、风干牛肉、橡胶制品', '用户方可随时查见', '〈一〉～〈三〉，件／箱', '人民法院']) {
      expect(text.replace(/\n/g, '')).toContain(phrase);
    }
  });

  it('is sound in qpdf’s eyes and smaller than the print', () => {
    const { status, text } = judgeWithQpdf(finished);
    expect(text).toContain('No syntax or stream encoding errors');
    expect(status).toBe(0);
    expect(finished.length).toBeLessThan(printedContract.length);
  });

  it('says what it is and in which language', () => {
    const info = describeWithPdfinfo(finished);
    expect(info).toContain('采购合同 <Purchase> & agreement');
    expect(info).toContain('北京示例科技有限公司');
    expect(info).not.toContain('Mozilla');
    expect(info).toMatch(/Metadata Stream: +yes/);
    const bytes = Buffer.from(finished).toString('latin1');
    expect(bytes).toContain('/Lang (zh-CN)');
    expect(Buffer.from(finished).toString()).toContain('采购合同 &lt;Purchase&gt; &amp; agreement');
  });

  it('carries the contract’s data as an attachment', () => {
    expect(extractAttachment(finished).text).toBe(contractData);
  });

  it('stays tagged for screen readers', () => {
    expect(describeWithPdfinfo(finished)).toMatch(/Tagged: +yes/);
  });
});

describe('a signed contract', () => {
  let identity: SigningIdentity;
  let other: SigningIdentity;
  let signed: Uint8Array;
  beforeAll(async () => {
    [identity, other] = await Promise.all([
      createSelfIssuedIdentity({ commonName: '张伟 Zhang Wei', organisation: '示例公司', now: moment, years: 3 }),
      createSelfIssuedIdentity({ commonName: '李娜', organisation: null, now: moment, years: 3 }),
    ]);
    signed = await signedBy(identity);
  });

  it('has a signature that pdfsig finds valid over the whole file', () => {
    const [signature, ...others] = judgeWithPdfsig(signed);
    expect(signature).toMatchObject({ isValid: true, coversAll: true });
    expect(signature?.text).toContain('ETSI.CAdES.detached');
    expect(signature?.text).toContain('Signer Certificate Common Name: 张伟 Zhang Wei');
    expect(others).toEqual([]);
  });

  it('has a signature that openssl verifies as CAdES', () => {
    for (const isCades of [false, true]) {
      const { status, text } = judgeWithOpenssl(signed, 0, identity.certificatePem, { isCades, at: moment });
      expect(text).toContain('successful');
      expect(status).toBe(0);
    }
  });

  it('is not accepted by openssl against another certificate', () => {
    expect(judgeWithOpenssl(signed, 0, other.certificatePem, { isCades: false, at: moment }).status).not.toBe(0);
  });

  it('is sound in qpdf’s eyes', () => {
    expect(judgeWithQpdf(signed).text).toContain('No syntax or stream encoding errors');
  });

  it('embeds every font', () => {
    const fonts = listFonts(signed);
    expect(fonts.length).toBeGreaterThan(2);
    expect(fonts.every((font) => font.isEmbedded)).toBe(true);
  });

  it('shows name, time and reason in text that can be searched', () => {
    const text = extractText(signed);
    expect(text).toContain('签署人 Signed by：张伟 Zhang Wei');
    expect(text).toContain('事由 Reason：签署合同，方、龙、门、户、胶');
    expect(hasRadicals(text)).toBe(false);
  });

  it('keeps the first signature valid when a second party signs', async () => {
    const both = await counterSigned(signed, other);
    expect(Buffer.from(both.subarray(0, signed.length)).equals(Buffer.from(signed))).toBe(true);
    expect(judgeWithPdfsig(both).map(({ isValid, coversAll }) => ({ isValid, coversAll }))).toEqual([
      { isValid: true, coversAll: false },
      { isValid: true, coversAll: true },
    ]);
    expect(judgeWithOpenssl(both, 1, other.certificatePem, { isCades: true, at: moment }).status).toBe(0);
    expect(judgeWithQpdf(both).status).toBe(0);
    expect(hasRadicals(extractText(both))).toBe(false);
  });

  it('is signed at a rectangle just as well as at an anchor', async () => {
    const placement = { page: 'last', x: 60, y: 60, width: 220, height: 70 } as const;
    const finished = await finishPdf(finishRequest());
    const pdf = await signPdf({ pdf: finished, ...signatureRequest(identity, { placement }) });
    expect(judgeWithPdfsig(pdf)[0]?.isValid).toBe(true);
  });

  it('isn’t made where the print has no such anchor', async () => {
    const finished = await finishPdf(finishRequest());
    const request = { pdf: finished, ...signatureRequest(identity, { placement: { anchor: 'nowhere' } }) };
    await expect(signPdf(request)).rejects.toThrow('no anchor');
  });

  it('can be signed with an EC key from a .p12', async () => {
    const { p12, caPem } = issueP12({ key: 'p256', password: 'correct horse' });
    const imported = readPkcs12({ bytes: p12, password: 'correct horse', now: moment });
    if (!imported.ok) throw new Error(imported.error.code);
    const pdf = await signedBy(imported.value);
    expect(judgeWithPdfsig(pdf)[0]).toMatchObject({ isValid: true, coversAll: true });
    expect(judgeWithOpenssl(pdf, 0, caPem, { isCades: false, at: moment }).status).toBe(0);
    const report = verifyPdf({ pdf, trustedCertificatesPem: [caPem], now: moment });
    expect(report).toMatchObject({ ok: true, value: { verdict: 'intact', signatures: [{ keyAlgorithm: 'EC P-256', trust: 'trusted' }] } });
  });

  it('can be signed with an RSA key and its chain from a .p12', async () => {
    const { p12, caPem } = issueP12({ key: 'rsa2048', password: 'correct horse' });
    const imported = readPkcs12({ bytes: p12, password: 'correct horse', now: moment });
    if (!imported.ok) throw new Error(imported.error.code);
    const pdf = await signedBy(imported.value);
    expect(judgeWithPdfsig(pdf)[0]?.isValid).toBe(true);
    expect(judgeWithOpenssl(pdf, 0, caPem, { isCades: true, at: moment }).status).toBe(0);
    const report = verifyPdf({ pdf, trustedCertificatesPem: [], now: moment });
    expect(report).toMatchObject({ ok: true, value: { signatures: [{ integrity: 'ok', keyAlgorithm: 'RSA-2048' }] } });
  });
});

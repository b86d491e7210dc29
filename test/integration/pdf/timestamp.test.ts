import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSelfIssuedIdentity } from '../../../src-main/crypto/certificates.ts';
import { signPdf } from '../../../src-main/pdf/sign.ts';
import { stampLastSignature, TimestampFailure } from '../../../src-main/pdf/timestamp.ts';
import { verifyPdf } from '../../../src-main/pdf/verify.ts';
import { finishPdf } from '../../../src-main/pdf/finish.ts';
import { finishRequest, moment, signatureRequest, counterSigned } from '../../harness/pdf-documents.ts';
import { findByteRange, judgeWithOpenssl, judgeWithPdfsig, judgeWithQpdf } from '../../harness/pdf-judges.ts';
import { startTimestampServer, type TimestampServer } from '../../harness/timestamp-server.ts';

let server: TimestampServer;
beforeAll(async () => {
  server = await startTimestampServer();
});
afterAll(() => server.close());

const identity = await createSelfIssuedIdentity({ commonName: '张伟', organisation: null, now: moment, years: 3 });

async function signedWithRoom(): Promise<Uint8Array> {
  const finished = await finishPdf(finishRequest());
  return signPdf({ pdf: finished, ...signatureRequest(identity, { hasTimestampRoom: true }) });
}

function reportOf(pdf: Uint8Array) {
  const verified = verifyPdf({ pdf, trustedCertificatesPem: [], now: moment });
  if (!verified.ok) throw new Error(verified.error.code);
  return verified.value;
}

describe('a time stamp', () => {
  test('goes into its room and leaves the signature valid, for us and for others', async () => {
    const signed = await signedWithRoom();
    const stamped = await stampLastSignature(signed, server.url);
    expect(stamped.length).toBe(signed.length);
    expect(judgeWithPdfsig(stamped)).toMatchObject([{ isValid: true, coversAll: true }]);
    expect(judgeWithOpenssl(stamped, 0, identity.certificatePem, { isCades: true, at: moment }).status).toBe(0);
    expect(judgeWithQpdf(stamped).status).toBe(0);
    const { verdict, signatures } = reportOf(stamped);
    expect(verdict).toBe('intact');
    expect(signatures[0]?.timestamp).toMatchObject({ holds: true, serverName: 'Demo Time Stamping' });
    expect(Math.abs((signatures[0]?.timestamp?.at ?? 0) - Date.now())).toBeLessThan(120_000);
  });

  test('of an earlier signature stays valid when another person signs after it', async () => {
    const both = await counterSigned(await stampLastSignature(await signedWithRoom(), server.url), identity);
    expect(judgeWithPdfsig(both).map(({ isValid }) => isValid)).toEqual([true, true]);
    expect(reportOf(both)).toMatchObject({ verdict: 'intact', signatures: [{ timestamp: { holds: true } }, { timestamp: null }] });
  });

  test('that was made for another signature does not hold', async () => {
    const one = Buffer.from(await stampLastSignature(await signedWithRoom(), server.url));
    const other = Buffer.from(await signPdf({ pdf: await finishPdf(finishRequest()), ...signatureRequest(identity, { hasTimestampRoom: true, reason: '另一份' }) }));
    const hexOf = (pdf: Buffer) => {
      const { before, after } = findByteRange(pdf, 0);
      return pdf.toString('latin1', before + 1, after - 1);
    };
    // The token is the last thing in the message: taken from one signature and put behind another.
    const unsigned = 'a1' + '82';
    const [oneHex, otherHex] = [hexOf(one), hexOf(other)];
    const at = oneHex.indexOf(`${unsigned}`, otherHex.replace(/0+$/, '').length - 8);
    expect(at).toBeGreaterThan(0);
    const stolen = await stampLastSignature(other, server.url);
    const token = oneHex.slice(at);
    const place = hexOf(Buffer.from(stolen)).indexOf(unsigned, otherHex.replace(/0+$/, '').length - 8);
    const { before } = findByteRange(stolen, 0);
    Buffer.from(stolen.buffer, stolen.byteOffset).write(token, before + 1 + place, 'latin1');
    expect(reportOf(stolen)).toMatchObject({ signatures: [{ integrity: 'ok', timestamp: { holds: false } }] });
  });

  test('that can’t be had leaves the file as it was and says so', async () => {
    const signed = await signedWithRoom();
    const copy = Buffer.from(signed);
    await expect(stampLastSignature(signed, 'http://127.0.0.1:9/')).rejects.toBeInstanceOf(TimestampFailure);
    const babbler = await startTimestampServer('nonsense');
    await expect(stampLastSignature(signed, babbler.url)).rejects.toBeInstanceOf(TimestampFailure);
    await babbler.close();
    expect(copy.equals(signed)).toBe(true);
  });
});

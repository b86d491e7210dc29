import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSelfIssuedIdentity } from '../../../src-main/crypto/certificates.ts';
import { readPkcs12 } from '../../../src-main/crypto/pkcs12-file.ts';
import { moment } from '../../harness/pdf-documents.ts';
import { issueP12 } from '../../harness/pdf-identities.ts';
import { run } from '../../harness/pdf-judges.ts';
import { createTemporaryFolder } from '../../harness/pdf-temporary-folder.ts';

describe('a self-issued identity', () => {
  it('is an RSA-3072 certificate that openssl reads, with a Chinese name', async () => {
    const identity = await createSelfIssuedIdentity({ commonName: '张伟 Zhang Wei', organisation: '示例公司', now: moment, years: 3 });
    const path = join(createTemporaryFolder(), 'self.pem');
    writeFileSync(path, identity.certificatePem);
    const { text } = run('openssl', ['x509', '-in', path, '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus']);
    expect(text).toContain('Public-Key: (3072 bit)');
    expect(text).toContain('CN=张伟 Zhang Wei');
    expect(text).toContain('Digital Signature, Non Repudiation');
    expect(text).toContain('1.3.6.1.5.5.7.3.36');
    expect(text).toContain('X509v3 Subject Key Identifier');
    expect(run('openssl', ['verify', '-attime', String(moment / 1000 + 1), '-CAfile', path, path]).text).toContain('OK');
  });

  it('tells its holder, its lifetime and its fingerprint', async () => {
    const identity = await createSelfIssuedIdentity({ commonName: '李娜', organisation: null, now: moment, years: 3 });
    expect(identity).toMatchObject({ subject: 'CN=李娜', issuer: 'CN=李娜', commonName: '李娜', chainPem: [], notBefore: moment });
    expect(new Date(identity.notAfter).toISOString()).toBe('2029-11-24T01:00:00.000Z');
    const certificate = new X509Certificate(identity.certificatePem);
    expect(identity.fingerprintSha256).toBe(certificate.fingerprint256.replaceAll(':', '').toLowerCase());
  });
});

describe('a .p12 file', () => {
  const password = 'correct horse';
  const open = (p12: Uint8Array, given = password) => readPkcs12({ bytes: p12, password: given, now: moment });

  it.each(['rsa2048', 'p256'] as const)('with a %s key becomes an identity with its chain', (key) => {
    const { p12, caPem } = issueP12({ key, password });
    const imported = open(p12);
    expect(imported).toMatchObject({ ok: true, value: { commonName: '李娜 Li Na', issuer: 'CN=示例根证书 Demo Root' } });
    if (imported.ok) expect(imported.value.chainPem.map((pem) => new X509Certificate(pem).fingerprint256)).toEqual([new X509Certificate(caPem).fingerprint256]);
  });

  it('in the old encryption is read as well', () => {
    expect(open(issueP12({ key: 'rsa2048', password, isLegacy: true }).p12).ok).toBe(true);
  });

  it('is not opened with a wrong password', () => {
    const { p12 } = issueP12({ key: 'p256', password });
    expect(open(p12, 'wrong')).toEqual({ ok: false, error: { code: 'P12_WRONG_PASSWORD' } });
    expect(open(p12, '')).toEqual({ ok: false, error: { code: 'P12_WRONG_PASSWORD' } });
  });

  it('is not tried with a password outside ASCII', () => {
    expect(open(issueP12({ key: 'p256', password }).p12, '密码')).toEqual({ ok: false, error: { code: 'P12_PASSWORD_NOT_ASCII' } });
  });

  it('that has expired, or isn’t valid yet, is refused', () => {
    expect(open(issueP12({ key: 'p256', password, notAfter: '20260101000000Z' }).p12)).toMatchObject({ error: { code: 'CERTIFICATE_EXPIRED' } });
    expect(open(issueP12({ key: 'p256', password, notBefore: '20300101000000Z' }).p12)).toMatchObject({ error: { code: 'CERTIFICATE_NOT_YET_VALID' } });
  });

  it('with a short RSA key is refused', () => {
    expect(open(issueP12({ key: 'rsa1024', password }).p12)).toMatchObject({ error: { code: 'KEY_TOO_WEAK', params: { bits: 1024 } } });
  });

  it('without a private key is refused', () => {
    expect(open(issueP12({ key: 'p256', password, withoutKey: true }).p12)).toMatchObject({ error: { code: 'P12_NO_KEY' } });
  });

  it('that is something else, or cut off, is unreadable', () => {
    const { p12 } = issueP12({ key: 'p256', password });
    for (const bytes of [new Uint8Array(), Buffer.from('hello'), p12.subarray(0, 300)]) {
      expect(open(bytes)).toMatchObject({ error: { code: 'P12_UNREADABLE' } });
    }
  });
});

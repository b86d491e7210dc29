import { describe, expect, it } from 'vitest';
import type { VerificationReport } from '#shared/features/verification/model.ts';
import { formatVerification } from '../../../src-main/features/verification/cli-report.ts';

const report: VerificationReport = {
  verdict: 'changed_after_signing',
  sha256: 'a'.repeat(64),
  byteLength: 1234,
  pageCount: 2,
  matchesExpected: false,
  removedSignatures: [],
  signatures: [
    {
      fieldName: '甲方签字',
      claimed: { name: '张伟', reason: null, location: null, signedAt: 0 },
      integrity: 'ok',
      problems: [],
      coversWholeFile: false,
      changes: [{ code: 'PAGE_CONTENT_CHANGED', page: 1, detail: null }],
      signer: {
        subject: 'CN=张伟',
        commonName: '张伟',
        issuer: 'CN=张伟',
        serialNumber: '01',
        fingerprintSha256: '0123456789abcdef'.repeat(4),
        notBefore: 0,
        notAfter: 1,
      },
      digestAlgorithm: 'SHA-256',
      keyAlgorithm: 'RSA-3072',
      trust: 'self_issued',
      validity: 'valid',
      expiredSince: false,
      timestamp: null,
    weaknesses: [],
    },
  ],
};

describe('the report on the command line', () => {
  it('asks for a sentence for every fact', () => {
    const text = formatVerification(report, (key, params) => `${key} ${Object.values(params).join(' ')}`.trim());
    expect(text.split('\n').map((line) => line.trim())).toEqual([
      'verification.verdict.changed_after_signing',
      'verification.file 2 1234',
      `verification.sha256 ${'a'.repeat(64)}`,
      'verification.differsFromExpected',
      '',
      'verification.signature 1 甲方签字',
      'verification.signer 张伟',
      'verification.integrity.ok',
      'verification.changedAfter',
      'verification.onPage 1 verification.change.PAGE_CONTENT_CHANGED',
      'verification.issuer CN=张伟',
      'verification.trust.self_issued',
      'verification.validity.valid',
      'verification.fingerprint 0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567 89AB CDEF',
      'verification.time 1970-01-01T00:00:00.000Z',
    ]);
  });
});

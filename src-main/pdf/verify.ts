import { X509Certificate } from 'node:crypto';
import {
  isHarmlessChange,
  type RevisionChange,
  type SignatureProblem,
  type SignatureReport,
  type VerificationError,
  type VerificationReport,
} from '#shared/features/verification/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { readCertificateFacts, type KeyFacts } from '../crypto/certificate-facts.ts';
import { sha256 } from '../crypto/digest.ts';
import { checkTrust } from './certificate-check.ts';
import { checkCms, type CmsCheck } from './cms-check.ts';
import { readPdfDate } from './dates.ts';
import { PdfStructureError, textOf } from './reading/pdf-values.ts';
import { PdfFile } from './reading/pdf-file.ts';
import { findRemovedSignatures } from './removed-signatures.ts';
import { compareRevisions } from './revisions.ts';
import { checkSignedRange, type SignedRange } from './signed-ranges.ts';
import { findSignatureFields, type SignatureField } from './signature-fields.ts';

export interface VerifyRequest {
  readonly pdf: Uint8Array;
  readonly trustedCertificatesPem: readonly string[];
  readonly now: number;
  /** What the vault kept of this file: only it shows that a whole later revision was cut off. */
  readonly expectedSha256?: string | null;
  readonly largestBytes?: number;
}

const largestBytes = 200 * 1024 * 1024;

/** Checks every signature of a PDF and what happened to the file after each of them. */
export function verifyPdf(request: VerifyRequest): Result<VerificationReport, VerificationError> {
  const { pdf } = request;
  const limit = request.largestBytes ?? largestBytes;
  if (pdf.byteLength === 0) return fail('FILE_EMPTY');
  if (pdf.byteLength > limit) return fail('FILE_TOO_LARGE', { megabytes: Math.floor(limit / 1024 / 1024) });
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return fail('NOT_A_PDF');
  try {
    const file = new PdfFile(bytes);
    return file.isEncrypted ? fail('PDF_ENCRYPTED') : succeed(report(file, request));
  } catch (error) {
    if (!(error instanceof PdfStructureError)) throw error;
    return fail(error.isTruncated ? 'PDF_TRUNCATED' : 'PDF_UNREADABLE');
  }
}

/** A signature with what its own bytes say; what changed after it needs the others' outcome. */
interface Checked {
  readonly field: SignatureField;
  readonly range: SignedRange | null;
  readonly problems: readonly SignatureProblem[];
  readonly cms: CmsCheck | null;
  /** The signed revision as a file of its own. */
  readonly revision: PdfFile | null;
}

function report(file: PdfFile, request: VerifyRequest): VerificationReport {
  const checked = findSignatureFields(file).map((field) => check(file, field));
  const verified = new Set(
    checked.filter(({ problems }) => problems.length === 0).map(({ field }) => field.signatureNumber),
  );
  const signatures = checked.map((one) => describe(one, changesAfter(one, file, verified), file, request));
  const removedSignatures = findRemovedSignatures(
    file.bytes,
    checked.flatMap(({ range }) => (range === null ? [] : [range.end])),
  );
  const digest = sha256(file.bytes);
  const expected = request.expectedSha256 ?? null;
  return {
    verdict: verdictOf(signatures, removedSignatures),
    sha256: digest,
    byteLength: file.bytes.length,
    pageCount: file.pages().length,
    matchesExpected: expected === null ? null : expected === digest,
    removedSignatures,
    signatures,
  };
}

function verdictOf(signatures: readonly SignatureReport[], removed: readonly string[]): VerificationReport['verdict'] {
  if (signatures.some(({ integrity }) => integrity === 'broken')) return 'broken';
  const isChanged = signatures.some(({ changes }) => !changes.every(isHarmlessChange));
  if (isChanged || removed.length > 0) return 'changed_after_signing';
  return signatures.length === 0 ? 'unsigned' : 'intact';
}

function check(file: PdfFile, field: SignatureField): Checked {
  const { range, problems } = checkSignedRange(file.bytes, field);
  if (range === null) return { field, range, problems, cms: null, revision: null };
  const cms = checkCms(range.cms, range.signed);
  const revision = openRevision(file, range.end);
  const all = [...problems, ...(cms.problem === null ? [] : [cms.problem])];
  if (revision === null && !all.includes('NOT_A_REVISION')) all.push('NOT_A_REVISION');
  return { field, range, problems: all, cms, revision };
}

function openRevision(file: PdfFile, end: number): PdfFile | null {
  if (end === file.bytes.length) return file;
  try {
    const revision = new PdfFile(file.bytes.subarray(0, end));
    revision.pages();
    return revision;
  } catch (error) {
    if (error instanceof PdfStructureError) return null;
    throw error;
  }
}

function changesAfter({ range, revision }: Checked, file: PdfFile, verified: ReadonlySet<number>): readonly RevisionChange[] {
  if (range === null || revision === null || range.end === file.bytes.length) return [];
  const changes = compareRevisions({ before: revision, after: file, verified });
  return hasBytesAfterEnd(file.bytes) ? [...changes, { code: 'BYTES_AFTER_END', page: null, detail: null }] : changes;
}

/** Whether anything but white space follows the last end mark. */
function hasBytesAfterEnd(bytes: Buffer): boolean {
  const end = bytes.indexOf('%%EOF', bytes.lastIndexOf('startxref')) + '%%EOF'.length;
  return /\S/.test(bytes.toString('latin1', end));
}

function describe(
  { field, range, problems, cms }: Checked,
  changes: readonly RevisionChange[],
  file: PdfFile,
  { trustedCertificatesPem, now }: VerifyRequest,
): SignatureReport {
  const text = (key: string): string | null => textOf(file.get(field.signature, key));
  const signedAt = readPdfDate(text('M') ?? '');
  const facts = cms?.signer ? readCertificateFacts(cms.signer) : null;
  const moment = signedAt ?? now;
  const trusted = trustedCertificatesPem.map((pem) => new X509Certificate(pem));
  return {
    fieldName: field.name,
    claimed: { name: text('Name'), reason: text('Reason'), location: text('Location'), signedAt },
    integrity: problems.length === 0 ? 'ok' : 'broken',
    problems,
    coversWholeFile: range !== null && range.end === file.bytes.length,
    changes,
    signer:
      facts === null
        ? null
        : {
            subject: facts.subject,
            commonName: facts.commonName,
            issuer: facts.issuer,
            serialNumber: facts.serialNumber,
            fingerprintSha256: facts.fingerprintSha256,
            notBefore: facts.notBefore,
            notAfter: facts.notAfter,
          },
    digestAlgorithm: cms?.digest ?? null,
    keyAlgorithm: facts === null ? null : keyName(facts.key),
    trust: cms?.signer ? checkTrust(cms.signer, cms.certificates, trusted, moment) : 'unknown',
    validity: facts === null ? 'unknown' : validityAt(facts, moment),
    expiredSince: facts !== null && moment <= facts.notAfter && facts.notAfter < now,
    timestamp: timestampOf(cms),
    weaknesses: weaknessesOf(cms, facts?.key ?? null),
  };
}

function timestampOf(cms: CmsCheck | null): SignatureReport['timestamp'] {
  const stamp = cms?.timestamp ?? null;
  if (stamp === null) return null;
  return { holds: stamp.holds, at: stamp.at, serverName: stamp.server === null ? null : readCertificateFacts(stamp.server).commonName };
}

function validityAt({ notBefore, notAfter }: { readonly notBefore: number; readonly notAfter: number }, at: number) {
  if (at < notBefore) return 'not_yet_valid';
  return at > notAfter ? 'expired' : 'valid';
}

function weaknessesOf(cms: CmsCheck | null, key: KeyFacts | null): SignatureReport['weaknesses'] {
  if (cms === null || key === null) return [];
  return [
    ...(cms.digest === 'SHA-1' ? (['WEAK_DIGEST'] as const) : []),
    ...(key.kind === 'rsa' && key.bits < 2048 ? (['WEAK_KEY'] as const) : []),
    ...(cms.hasSigningCertificate ? [] : (['NO_SIGNING_CERTIFICATE'] as const)),
  ];
}

function keyName({ kind, bits }: KeyFacts): string | null {
  if (kind === 'rsa') return `RSA-${bits}`;
  return kind === 'ec' ? `EC P-${bits}` : null;
}

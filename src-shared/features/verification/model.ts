import { z } from 'zod';

/** Why a file can't be checked at all. */
export const verificationErrors = [
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'NOT_A_PDF',
  'PDF_TRUNCATED',
  'PDF_ENCRYPTED',
  'PDF_UNREADABLE',
] as const;
export type VerificationError = (typeof verificationErrors)[number];

/** Why a signature doesn't hold. */
export const signatureProblems = [
  'BYTE_RANGE_MALFORMED',
  'BYTE_RANGE_WRONG_START',
  'BYTE_RANGE_OVERLAPS',
  'BYTE_RANGE_OUT_OF_FILE',
  'BYTE_RANGE_NOT_SIGNED',
  'GAP_NOT_ONE_HEX_STRING',
  'CONTENTS_ELSEWHERE',
  'NOT_A_REVISION',
  'BYTES_AFTER_CMS',
  'CMS_UNREADABLE',
  'FORMAT_NOT_SUPPORTED',
  'ALGORITHM_NOT_SUPPORTED',
  'SIGNER_CERTIFICATE_MISSING',
  'SIGNER_CERTIFICATE_SWAPPED',
  'DIGEST_DIFFERS',
  'SIGNATURE_DIFFERS',
] as const;
export const signatureProblemSchema = z.enum(signatureProblems);
export type SignatureProblem = (typeof signatureProblems)[number];

/** What an increment after the signature did. */
export const revisionChanges = [
  // Expected after signing.
  'SIGNATURE_ADDED',
  'SIGNATURE_FILLED',
  'VALIDATION_DATA_ADDED',
  'HOUSEKEEPING',
  // Changes of what was signed.
  'PAGE_ADDED',
  'PAGE_REMOVED',
  'PAGES_REORDERED',
  'PAGE_CONTENT_CHANGED',
  'PAGE_CHANGED',
  'ANNOTATION_ADDED',
  'ANNOTATION_CHANGED',
  'ANNOTATION_REMOVED',
  'WIDGET_COVERS_CONTENT',
  'FIELD_ADDED',
  'FIELD_CHANGED',
  'FIELD_REMOVED',
  'FORM_CHANGED',
  'SCRIPT_ADDED',
  'ACTION_ADDED',
  'ATTACHMENT_CHANGED',
  'METADATA_CHANGED',
  'CATALOG_CHANGED',
  'CATALOG_REPLACED',
  'OBJECT_CHANGED',
  'OBJECT_REMOVED',
  'BYTES_AFTER_END',
] as const;

const harmlessChanges: ReadonlySet<RevisionChangeCode> = new Set([
  'SIGNATURE_ADDED',
  'SIGNATURE_FILLED',
  'VALIDATION_DATA_ADDED',
  'HOUSEKEEPING',
]);
export type RevisionChangeCode = (typeof revisionChanges)[number];

/** Whether a change is what counter-signing and archiving need, and no more. */
export function isHarmlessChange(change: { readonly code: RevisionChangeCode }): boolean {
  return harmlessChanges.has(change.code);
}

export const revisionChangeSchema = z
  .object({
    code: z.enum(revisionChanges),
    /** Counted from 1; null where the change belongs to no page. */
    page: z.int().nullable(),
    /** A field's name, a dictionary's key or an object's number: what the sentence names. */
    detail: z.string().nullable(),
  })
  .readonly();
export type RevisionChange = z.infer<typeof revisionChangeSchema>;

export const signatureReportSchema = z
  .object({
    fieldName: z.string(),
    /** What the signer's program wrote down; anybody can write anything. */
    claimed: z
      .object({
        name: z.string().nullable(),
        reason: z.string().nullable(),
        location: z.string().nullable(),
        /** Epoch milliseconds by the signer's laptop: no trusted clock stands behind it. */
        signedAt: z.int().nullable(),
      })
      .readonly(),
    integrity: z.enum(['ok', 'broken']),
    problems: z.array(signatureProblemSchema).readonly(),
    coversWholeFile: z.boolean(),
    changes: z.array(revisionChangeSchema).readonly(),
    signer: z
      .object({
        subject: z.string(),
        commonName: z.string(),
        issuer: z.string(),
        serialNumber: z.string(),
        fingerprintSha256: z.string().length(64),
        notBefore: z.int(),
        notAfter: z.int(),
      })
      .readonly()
      .nullable(),
    /** As `SHA-256` and `RSA-3072`; null where they can't be read. */
    digestAlgorithm: z.string().nullable(),
    keyAlgorithm: z.string().nullable(),
    trust: z.enum(['trusted', 'self_issued', 'chain_complete', 'chain_incomplete', 'unknown']),
    /** At the claimed moment of signing. */
    validity: z.enum(['valid', 'expired', 'not_yet_valid', 'unknown']),
    expiredSince: z.boolean(),
    /** By a time-stamp server (RFC 3161): the moment by which the signature existed; null where there is none. */
    timestamp: z.object({ holds: z.boolean(), at: z.int().nullable(), serverName: z.string().nullable() }).readonly().nullable(),
    weaknesses: z.array(z.enum(['WEAK_DIGEST', 'WEAK_KEY', 'NO_SIGNING_CERTIFICATE'])).readonly(),
  })
  .readonly();
export type SignatureReport = z.infer<typeof signatureReportSchema>;

export const verificationReportSchema = z
  .object({
    verdict: z.enum(['intact', 'changed_after_signing', 'broken', 'unsigned']),
    /** Of the file as it is. */
    sha256: z.string().length(64),
    byteLength: z.int(),
    pageCount: z.int(),
    /** Compared with the digest that the vault kept; null when there is nothing to compare with. */
    matchesExpected: z.boolean().nullable(),
    /** Fields that an earlier revision shows as signed and the last one doesn't show any more. */
    removedSignatures: z.array(z.string()).readonly(),
    signatures: z.array(signatureReportSchema).readonly(),
  })
  .readonly();
export type VerificationReport = z.infer<typeof verificationReportSchema>;

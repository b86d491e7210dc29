import { z } from 'zod';

/** Why a .p12/.pfx file can't become the signing identity. */
export const pkcs12Errors = [
  'P12_WRONG_PASSWORD',
  'P12_UNREADABLE',
  'P12_NO_KEY',
  'P12_PASSWORD_NOT_ASCII',
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_NOT_YET_VALID',
  'KEY_TOO_WEAK',
] as const;

/** The certificate that a user signs with; its private key never leaves main. */
export const identitySchema = z
  .object({
    subject: z.string(),
    commonName: z.string(),
    issuer: z.string(),
    fingerprintSha256: z.string().length(64),
    origin: z.enum(['self_issued', 'imported']),
    notBefore: z.int(),
    notAfter: z.int(),
    createdAt: z.int(),
  })
  .readonly();
export type Identity = z.infer<typeof identitySchema>;

export const exportReceiptSchema = z
  .object({
    fileName: z.string(),
    folder: z.string(),
    byteLength: z.int(),
    pageCount: z.int(),
    pdfSha256: z.string().length(64),
    signedAt: z.int(),
  })
  .readonly();
export type ExportReceipt = z.infer<typeof exportReceiptSchema>;

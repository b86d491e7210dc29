import { X509Certificate } from 'node:crypto';
import type { VerificationError, VerificationReport } from '#shared/features/verification/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { SelfIssuedRequest, SigningIdentity } from '../crypto/certificates.ts';
import type { Pkcs12Error, Pkcs12Request } from '../crypto/pkcs12-file.ts';
import type { PdfAttachment } from '../pdf/attachment.ts';
import type { SigningMaterial } from '../pdf/cms.ts';
import type { FinishRequest } from '../pdf/finish.ts';
import type { PdfMetadata } from '../pdf/metadata.ts';
import type { SignRequest } from '../pdf/sign.ts';
import type { VerifyRequest } from '../pdf/verify.ts';
import type { Workers } from './worker-pool.ts';

export interface FinishAndSignInput {
  readonly printed: Uint8Array;
  readonly metadata: PdfMetadata;
  readonly attachment: PdfAttachment | null;
  readonly identity: SigningMaterial;
  readonly signature: {
    readonly fieldName: string;
    readonly signerName: string;
    readonly reason: string;
    readonly location: string | null;
    readonly signedAt: number;
    readonly offsetMinutes: number;
    readonly lines: readonly string[];
    /** Name of the box in the printed page that the visible signature fills. */
    readonly anchor: string;
  };
  readonly fonts: { readonly regular: Uint8Array };
}

export interface Signed {
  readonly pdf: Uint8Array;
  readonly sha256: string;
  readonly pageCount: number;
}

/** The PDF work, done away from the main thread. */
export interface PdfTasks {
  createIdentity(request: SelfIssuedRequest): Promise<SigningIdentity>;
  readPkcs12(request: Pkcs12Request): Promise<Result<SigningIdentity, Pkcs12Error>>;
  /** Makes what Chromium printed a document: searchable, with metadata. */
  finish(request: FinishRequest, signal?: AbortSignal): Promise<Uint8Array>;
  finishAndSign(input: FinishAndSignInput, signal?: AbortSignal): Promise<Signed>;
  /** Signs a finished PDF; on one that is signed already, counter-signs. */
  sign(request: SignRequest, signal?: AbortSignal): Promise<Uint8Array>;
  verify(request: VerifyRequest): Promise<Result<VerificationReport, VerificationError>>;
  /** SHA-256 of a certificate, 64 lower-case hexadecimal digits. Fast enough for any thread. */
  fingerprintOf(certificatePem: string): string;
}

export function createPdfTasks(workers: Workers): PdfTasks {
  const run = async <Value>(task: string, input: unknown, signal?: AbortSignal): Promise<Value> =>
    (await workers.run('pdf', task, input, signal === undefined ? {} : { signal })) as Value;
  return {
    createIdentity: (request) => run('createIdentity', request),
    readPkcs12: (request) => run('readPkcs12', request),
    finish: (request, signal) => run('finish', request, signal),
    finishAndSign: (input, signal) => run('finishAndSign', input, signal),
    sign: (request, signal) => run('sign', request, signal),
    verify: (request) => run('verify', request),
    fingerprintOf: (certificatePem) =>
      new X509Certificate(certificatePem).fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

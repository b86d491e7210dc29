import { X509Certificate } from 'node:crypto';
import type { VerificationError, VerificationReport } from '#shared/features/verification/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { SelfIssuedRequest, SigningIdentity } from '../crypto/certificates.ts';
import type { Pkcs12Error, Pkcs12Request } from '../crypto/pkcs12-file.ts';
import type { PdfAttachment } from '../pdf/attachment.ts';
import type { SigningMaterial } from '../pdf/cms.ts';
import type { FinishRequest, PageMark } from '../pdf/finish.ts';
import type { PdfMetadata } from '../pdf/metadata.ts';
import type { ProtectRequest } from '../pdf/protect.ts';
import type { SignRequest } from '../pdf/sign.ts';
import type { TimestampProblem } from '../pdf/timestamp.ts';
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

export interface ComposeInput extends FinishRequest {
  readonly marks: readonly PageMark[];
  readonly fontBytes: Uint8Array;
  readonly scan: Uint8Array | null;
}

export interface Composed {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
}

/** `outcome`: `none` where no time stamp was wanted; the problem where there is none. */
export interface Stamped {
  readonly pdf: Uint8Array;
  readonly sha256: string;
  readonly outcome: 'none' | 'stamped' | TimestampProblem;
}

/** The PDF work, done away from the main thread. */
export interface PdfTasks {
  createIdentity(request: SelfIssuedRequest): Promise<SigningIdentity>;
  readPkcs12(request: Pkcs12Request): Promise<Result<SigningIdentity, Pkcs12Error>>;
  /** Makes what Chromium printed a document: searchable, with metadata. */
  finish(request: FinishRequest, signal?: AbortSignal): Promise<Uint8Array>;
  finishAndSign(input: FinishAndSignInput, signal?: AbortSignal): Promise<Signed>;
  /** A print with drawn signatures and seals in it, behind a scan where there is one. */
  compose(input: ComposeInput, signal?: AbortSignal): Promise<Composed>;
  /** Signs a finished PDF; on one that is signed already, counter-signs. With a time stamp where a server's address is given. */
  signAndStamp(request: SignRequest, timestampUrl: string | null): Promise<Stamped>;
  /** Asks for the time stamp of a file's last signature. */
  stamp(pdf: Uint8Array, timestampUrl: string): Promise<Stamped>;
  protect(request: ProtectRequest, signal?: AbortSignal): Promise<Uint8Array>;
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
    compose: (input, signal) => run('compose', input, signal),
    signAndStamp: (request, timestampUrl) => run('signAndStamp', { request, timestampUrl }),
    stamp: (pdf, timestampUrl) => run('stamp', { pdf, timestampUrl }),
    protect: (request, signal) => run('protect', request, signal),
    verify: (request) => run('verify', request),
    fingerprintOf: (certificatePem) =>
      new X509Certificate(certificatePem).fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

import { createSelfIssuedIdentity } from '../crypto/certificates.ts';
import { sha256 } from '../crypto/digest.ts';
import { readPkcs12 } from '../crypto/pkcs12-file.ts';
import { composePdf, finishAndSign, finishPdf } from '../pdf/finish.ts';
import { protectPdf } from '../pdf/protect.ts';
import { signPdf, type SignRequest } from '../pdf/sign.ts';
import { stampLastSignature, TimestampFailure } from '../pdf/timestamp.ts';
import { verifyPdf } from '../pdf/verify.ts';
import type { FinishAndSignInput, Signed, Stamped } from './pdf-tasks.ts';
import { serveTasks } from './serve-tasks.ts';

async function finishAndSignContract({ printed, metadata, attachment, identity, signature, fonts }: FinishAndSignInput): Promise<Signed> {
  const { pdf, pageCount } = await finishAndSign({
    printed,
    metadata,
    attachment,
    signature: {
      identity,
      appearance: {
        placement: { anchor: signature.anchor },
        lines: signature.lines,
        fontBytes: fonts.regular,
      },
      signerName: signature.signerName,
      reason: signature.reason,
      location: signature.location,
      signedAt: signature.signedAt,
      timeZoneOffsetMinutes: signature.offsetMinutes,
      fieldName: signature.fieldName,
    },
  });
  return { pdf, pageCount, sha256: sha256(pdf) };
}

async function signAndStamp({ request, timestampUrl }: { readonly request: SignRequest; readonly timestampUrl: string | null }): Promise<Stamped> {
  const pdf = await signPdf({ ...request, hasTimestampRoom: timestampUrl !== null });
  return timestampUrl === null ? { pdf, sha256: sha256(pdf), outcome: 'none' } : stamp({ pdf, timestampUrl });
}

/** Where there is no stamp the file stays as it is: it may be asked for again later. */
async function stamp({ pdf, timestampUrl }: { readonly pdf: Uint8Array; readonly timestampUrl: string }): Promise<Stamped> {
  try {
    const stamped = await stampLastSignature(pdf, timestampUrl);
    return { pdf: stamped, sha256: sha256(stamped), outcome: 'stamped' };
  } catch (error) {
    if (!(error instanceof TimestampFailure)) throw error;
    return { pdf, sha256: sha256(pdf), outcome: error.problem };
  }
}

serveTasks({
  createIdentity: createSelfIssuedIdentity,
  readPkcs12,
  finish: finishPdf,
  finishAndSign: finishAndSignContract,
  compose: composePdf,
  signAndStamp,
  stamp,
  protect: protectPdf,
  verify: verifyPdf,
});

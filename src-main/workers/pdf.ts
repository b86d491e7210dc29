import { createSelfIssuedIdentity } from '../crypto/certificates.ts';
import { sha256 } from '../crypto/digest.ts';
import { readPkcs12 } from '../crypto/pkcs12-file.ts';
import { finishAndSign, finishPdf } from '../pdf/finish.ts';
import { signPdf } from '../pdf/sign.ts';
import { verifyPdf } from '../pdf/verify.ts';
import type { FinishAndSignInput, Signed } from './pdf-tasks.ts';
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

serveTasks({
  createIdentity: createSelfIssuedIdentity,
  readPkcs12,
  finish: finishPdf,
  finishAndSign: finishAndSignContract,
  sign: signPdf,
  verify: verifyPdf,
});

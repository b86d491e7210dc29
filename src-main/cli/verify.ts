import { formatVerification } from '../features/verification/cli-report.ts';
import { verifyPdf } from '../pdf/verify.ts';
import type { Command } from './command.ts';
import { readNamedFile } from './read-file.ts';
import { translatorOf } from './words.ts';

/** `verify FILE.pdf`: 0 intact, 1 changed, broken or unsigned, 2 unreadable. Nothing but a verdict ends with 1. */
export const verify: Command = (file, { asJson, language }) => {
  const translate = translatorOf(language === 'auto' ? 'en' : language);
  const pdf = readNamedFile(file);
  const verified = pdf.ok ? verifyPdf({ pdf: pdf.value, trustedCertificatesPem: [], now: Date.now() }) : pdf;
  if (asJson) console.log(JSON.stringify(verified.ok ? verified.value : { error: verified.error.code }, null, 2));
  else if (verified.ok) console.log(formatVerification(verified.value, translate));
  else console.error(translate(verified.error.code === 'FILE_NOT_FOUND' ? 'cli.notFound' : `cli.error.${verified.error.code}`, { file }));
  if (!verified.ok) return 2;
  return verified.value.verdict === 'intact' ? 0 : 1;
};

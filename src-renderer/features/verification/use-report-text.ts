import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useReportWords } from './use-report-words.ts';
import type { Verification } from './use-verification.ts';

/** The whole report as plain text, to be kept with the file or sent to someone. */
export function useReportText(): (verification: Verification) => string {
  const translate = useTranslate();
  const format = useFormat();
  const { signatureWords, knownLines } = useReportWords();

  return (verification) => {
    const { report, fileName } = verification;
    const fact = (label: string, value: string) => translate('verification.reportLine', { label, value });
    const signatures = report.signatures.flatMap((signature, index) => {
      const words = signatureWords(signature);
      return [
        '',
        fact(
          translate('verification.signature.title', { position: index + 1 }),
          translate(`verification.signature.${signature.integrity}`),
        ),
        fact(translate('verification.signature.signer'), words.signer),
        fact(translate('verification.signature.claimedTime'), `${words.time} ${translate('verification.signature.timeNote')}`),
        fact(translate('verification.signature.coverage'), words.coverage),
        ...words.certificate,
        ...(signature.signer === null
          ? []
          : [fact(translate('verification.signature.fingerprint'), signature.signer.fingerprintSha256)]),
        ...[...words.problems, ...words.changes, ...words.harmless, ...words.weaknesses].map((line) => `- ${line}`),
      ];
    });
    return [
      fileName,
      translate(`verification.verdict.${report.verdict}.title`),
      translate(`verification.verdict.${report.verdict}.body`),
      ...knownLines(verification),
      fact(translate('verification.technical.sha256'), report.sha256),
      fact(translate('verification.technical.size'), format.bytes(report.byteLength)),
      ...signatures,
    ].join('\n');
  };
}

import { isHarmlessChange, type RevisionChange, type SignatureReport, type VerificationReport } from '#shared/features/verification/model.ts';

/** Gives a sentence for a key; the words are in the renderer's language files. */
export type Translate = (key: string, params: Readonly<Record<string, string | number>>) => string;

/** The report as plain text, for the command line. */
export function formatVerification(report: VerificationReport, translate: Translate): string {
  const head = [
    translate(`verification.verdict.${report.verdict}`, {}),
    translate('verification.file', { pages: report.pageCount, bytes: report.byteLength }),
    translate('verification.sha256', { sha256: report.sha256 }),
  ];
  if (report.matchesExpected !== null) {
    head.push(translate(report.matchesExpected ? 'verification.matchesExpected' : 'verification.differsFromExpected', {}));
  }
  head.push(...report.removedSignatures.map((field) => translate('verification.removedSignature', { field })));
  const signatures = report.signatures.map((signature, index) => describeSignature(signature, index + 1, translate));
  return [head.join('\n'), ...signatures].join('\n\n');
}

function describeSignature(signature: SignatureReport, number: number, translate: Translate): string {
  const { signer, claimed } = signature;
  const lines = [
    translate('verification.signature', { number, field: signature.fieldName }),
    ...(signer === null ? [] : [translate('verification.signer', { name: signer.commonName })]),
    translate(`verification.integrity.${signature.integrity}`, {}),
    ...signature.problems.map((problem) => translate(`verification.problem.${problem}`, {})),
    ...(signature.integrity === 'ok' ? [coverage(signature, translate)] : []),
    ...signature.changes.map((change) => describeChange(change, translate)),
    ...(signer === null ? [] : [translate('verification.issuer', { issuer: signer.issuer })]),
    translate(`verification.trust.${signature.trust}`, {}),
    translate(`verification.validity.${signature.validity}`, {}),
    ...(signature.expiredSince ? [translate('verification.expiredSince', {})] : []),
    ...signature.weaknesses.map((weakness) => translate(`verification.weakness.${weakness}`, {})),
    ...(signer === null ? [] : [translate('verification.fingerprint', { fingerprint: inGroups(signer.fingerprintSha256) })]),
    claimed.signedAt === null
      ? translate('verification.noTime', {})
      : translate(signature.timestamp?.holds === true ? 'verification.timeStamped' : 'verification.time', { time: new Date(claimed.signedAt).toISOString() }),
    ...timestampLine(signature, translate),
    ...(claimed.reason === null ? [] : [translate('verification.reason', { reason: claimed.reason })]),
  ];
  return lines.map((line, index) => (index === 0 ? line : `  ${line}`)).join('\n');
}

function timestampLine({ timestamp }: SignatureReport, translate: Translate): readonly string[] {
  if (timestamp === null) return [];
  if (!timestamp.holds || timestamp.at === null) return [translate('verification.stampBroken', {})];
  return [translate('verification.stamped', { time: new Date(timestamp.at).toISOString(), server: timestamp.serverName ?? '?' })];
}

function coverage(signature: SignatureReport, translate: Translate): string {
  if (signature.coversWholeFile) return translate('verification.coversWholeFile', {});
  const isChanged = !signature.changes.every(isHarmlessChange);
  return translate(isChanged ? 'verification.changedAfter' : 'verification.extendedAfter', {});
}

function describeChange({ code, page, detail }: RevisionChange, translate: Translate): string {
  const sentence = translate(`verification.change.${code}`, { detail: detail ?? '' });
  return page === null ? sentence : translate('verification.onPage', { page, sentence });
}

/** Digits in groups of four, to be read aloud on the telephone. */
function inGroups(hex: string): string {
  return (hex.toUpperCase().match(/.{4}/g) ?? []).join(' ');
}

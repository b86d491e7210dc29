/** What the visible signature block says, line by line. It is part of the document, so it speaks both languages. */
export function signatureLines(signature: {
  readonly signerName: string;
  /** Epoch ms by the laptop's clock. */
  readonly signedAt: number;
  /** Minutes east of UTC. */
  readonly offsetMinutes: number;
  readonly contractNumber: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string;
}): readonly string[] {
  return [
    `签署人 Signed by：${signature.signerName}`,
    `时间 Time：${localTime(signature.signedAt, signature.offsetMinutes)}`,
    `事由 Reason：${signingReason(signature.contractNumber)}`,
    `证书指纹 Fingerprint：${signature.fingerprint.slice(0, 16).toUpperCase()}…`,
  ];
}

/** What stands beside a drawn signature or a seal. `sealedBy`: who put a digital signature over it, where it has its own. */
export function markLines(mark: {
  readonly name: string;
  readonly partyName: string;
  readonly signedAt: number;
  readonly offsetMinutes: number;
  readonly method: string;
  readonly recordedBy: string;
  readonly sealedBy: { readonly name: string; readonly fingerprint: string } | null;
}): readonly string[] {
  const { name, partyName, signedAt, offsetMinutes, method, recordedBy, sealedBy } = mark;
  return [
    `签署人 Signed by：${name}`,
    ...(partyName === '' ? [] : [partyName]),
    `时间 Time：${localTime(signedAt, offsetMinutes)}`,
    `方式 Method：${method}`,
    `经办 Recorded by：${recordedBy}`,
    ...(sealedBy === null ? [] : [`封存 Sealed by：${sealedBy.name}`, `证书指纹 Fingerprint：${sealedBy.fingerprint.slice(0, 16).toUpperCase()}…`]),
  ];
}

/** The reason that stands in the signature and in its visible block. */
export function signingReason(contractNumber: string): string {
  return `签发合同 Issue of contract ${contractNumber}`;
}

/** A time as `2026-11-23 09:05:00 +08:00`, so that it means the same to every reader. */
export function localTime(epochMs: number, offsetMinutes: number): string {
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString();
  const sign = offsetMinutes < 0 ? '-' : '+';
  const minutes = Math.abs(offsetMinutes);
  const offset = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${local.slice(0, 10)} ${local.slice(11, 19)} ${sign}${offset}`;
}

/** A file name for an exported contract: its number and title without what file systems refuse. */
export function exportFileName(number: string, title: string): string {
  const stem = `${number} ${title}`
    .replace(/[\\/:*?"<>|\p{C}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '');
  return `${stem}.pdf`;
}

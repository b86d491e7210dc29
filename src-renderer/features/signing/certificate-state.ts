import type { Identity } from '#shared/features/signing/model.ts';

export type CertificateState =
  | { readonly kind: 'valid' | 'expired' | 'future' }
  | { readonly kind: 'expiring'; readonly days: number };

const dayMs = 86_400_000;
const expiringDays = 60;

/** Whether the certificate can sign at an instant, and how soon that ends. */
export function certificateState(identity: Identity, now: number): CertificateState {
  if (now < identity.notBefore) return { kind: 'future' };
  if (now > identity.notAfter) return { kind: 'expired' };
  const days = Math.floor((identity.notAfter - now) / dayMs);
  return days <= expiringDays ? { kind: 'expiring', days } : { kind: 'valid' };
}

/** A SHA-256 in groups of four, upper case: what two people can read to each other. */
export function groupFingerprint(fingerprint: string): string {
  return fingerprint.toUpperCase().match(/.{1,4}/g)?.join(' ') ?? '';
}

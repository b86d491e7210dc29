import { type X509Certificate } from 'node:crypto';
import type { SignatureReport } from '#shared/features/verification/model.ts';

export type Trust = SignatureReport['trust'];

const longestChain = 10;

/**
 * How far up a certificate can be followed with the certificates at hand. Offline: no revocation lists. An issuer
 * must be a CA and have been valid at that moment.
 */
export function checkTrust(
  signer: X509Certificate,
  others: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  at: number,
): Trust {
  const isTrusted = (one: X509Certificate): boolean => trusted.some((anchor) => anchor.raw.equals(one.raw));
  if (isTrusted(signer)) return 'trusted';
  if (isIssuedBy(signer, signer)) return 'self_issued';
  let last = signer;
  for (let depth = 0; depth < longestChain; depth += 1) {
    const issuer = [...trusted, ...others].find((one) => one.ca && isValidAt(one, at) && isIssuedBy(last, one));
    if (issuer === undefined) return 'chain_incomplete';
    if (isTrusted(issuer)) return 'trusted';
    if (isIssuedBy(issuer, issuer)) return 'chain_complete';
    last = issuer;
  }
  return 'chain_incomplete';
}

export function isValidAt(certificate: X509Certificate, at: number): boolean {
  return Date.parse(certificate.validFrom) <= at && at <= Date.parse(certificate.validTo);
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.issuer === issuer.subject && certificate.verify(issuer.publicKey);
  } catch {
    // A key of a kind that this runtime doesn't know, as SM2 on Electron.
    return false;
  }
}

import forge from 'node-forge';
import { createHash, generateKeyPair, randomBytes, sign, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { readCertificateFacts } from './certificate-facts.ts';

/** Everything needed to sign. `privateKeyPem` is PKCS#8 in the clear: it lives in the vault and in memory only. */
export interface SigningIdentity {
  readonly certificatePem: string;
  /** Issuers from the signer's own issuer upwards; empty for a self-issued certificate. */
  readonly chainPem: readonly string[];
  readonly privateKeyPem: string;
  /** 64 lower-case hexadecimal digits. */
  readonly fingerprintSha256: string;
  readonly subject: string;
  readonly commonName: string;
  readonly issuer: string;
  /** Epoch milliseconds. */
  readonly notBefore: number;
  readonly notAfter: number;
}

export interface SelfIssuedRequest {
  readonly commonName: string;
  readonly organisation: string | null;
  readonly now: number;
  readonly years: number;
}

/** A fresh RSA-3072 key with a certificate that it signed itself: proves nothing about who holds it. */
export async function createSelfIssuedIdentity(request: SelfIssuedRequest): Promise<SigningIdentity> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey.export({ type: 'spki', format: 'pem' }).toString());
  certificate.serialNumber = positiveSerial();
  certificate.validity.notBefore = new Date(Math.floor(request.now / 1000) * 1000);
  certificate.validity.notAfter = yearsLater(certificate.validity.notBefore, request.years);
  const name = nameOf(request);
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'extKeyUsage', emailProtection: true, [documentSigning]: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  // Node signs: forge would take ten times as long in JavaScript.
  certificate.signatureOid = sha256WithRsa;
  certificate.siginfo.algorithmOid = sha256WithRsa;
  const tbs = pki.getTBSCertificate(certificate);
  certificate.tbsCertificate = tbs;
  const signed = Buffer.from(forge.asn1.toDer(tbs).getBytes(), 'binary');
  certificate.signature = sign('sha256', signed, pair.privateKey).toString('binary');
  return describeIdentity({
    certificatePem: forge.pki.certificateToPem(certificate),
    chainPem: [],
    privateKeyPem: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  });
}

/** Adds to key and certificates what the certificate says about its holder. */
export function describeIdentity(
  material: Pick<SigningIdentity, 'certificatePem' | 'chainPem' | 'privateKeyPem'>,
): SigningIdentity {
  const { subject, commonName, issuer, notBefore, notAfter, fingerprintSha256 } = readCertificateFacts(
    new X509Certificate(material.certificatePem),
  );
  return { ...material, fingerprintSha256, subject, commonName, issuer, notBefore, notAfter };
}

/** Public in forge, missing from its types. */
const pki = forge.pki as typeof forge.pki & {
  readonly getTBSCertificate: (certificate: forge.pki.Certificate) => forge.asn1.Asn1;
};

/** id-kp-documentSigning, RFC 9336. */
const documentSigning = '1.3.6.1.5.5.7.3.36';
const sha256WithRsa = '1.2.840.113549.1.1.11';

function nameOf({ commonName, organisation }: SelfIssuedRequest): forge.pki.CertificateField[] {
  const utf8 = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class;
  const name = [{ name: 'commonName', value: commonName, valueTagClass: utf8 }];
  return organisation === null
    ? name
    : [...name, { name: 'organizationName', value: organisation, valueTagClass: utf8 }];
}

/** A DER INTEGER is signed and minimal: a leading byte of 0x40-0x7f keeps the number positive and 16 bytes long. */
function positiveSerial(): string {
  const bytes = createHash('sha256').update(randomBytes(32)).digest().subarray(0, 16);
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes.toString('hex');
}

function yearsLater(from: Date, years: number): Date {
  const later = new Date(from);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

import forge from 'node-forge';
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { Result } from '#shared/kernel/result.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import type { pkcs12Errors } from '#shared/features/signing/model.ts';
import { readCertificateFacts } from './certificate-facts.ts';
import { describeIdentity, type SigningIdentity } from './certificates.ts';

export type Pkcs12Error = (typeof pkcs12Errors)[number];

export interface Pkcs12Request {
  readonly bytes: Uint8Array;
  readonly password: string;
  readonly now: number;
}

/** Reads the key and the certificates of a .p12/.pfx file: RSA and EC, old (3DES, RC2) and new (AES) encryption. */
export function readPkcs12({ bytes, password, now }: Pkcs12Request): Result<SigningIdentity, Pkcs12Error> {
  // Programs disagree on how other characters become bytes: forge, OpenSSL and Windows can't read each other's files.
  if (!/^[\x20-\x7e]*$/.test(password)) return fail('P12_PASSWORD_NOT_ASCII');
  const opened = openBags(bytes, password);
  if (!opened.ok) return opened;
  const { keys, certificates } = opened.value;
  const pair = findPair(keys, certificates);
  if (pair === null) return fail('P12_NO_KEY');

  const facts = readCertificateFacts(pair.certificate);
  if (facts.key.kind === 'rsa' && facts.key.bits < 2048) return fail('KEY_TOO_WEAK', { bits: facts.key.bits });
  if (now < facts.notBefore) return fail('CERTIFICATE_NOT_YET_VALID', { notBefore: facts.notBefore });
  if (now > facts.notAfter) return fail('CERTIFICATE_EXPIRED', { notAfter: facts.notAfter });
  return succeed(
    describeIdentity({
      certificatePem: pair.certificate.toString(),
      chainPem: chainOf(pair.certificate, certificates).map(String),
      privateKeyPem: pair.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    }),
  );
}

interface Bags {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}

function openBags(bytes: Uint8Array, password: string): Result<Bags, 'P12_WRONG_PASSWORD' | 'P12_UNREADABLE'> {
  let asn1: forge.asn1.Asn1;
  try {
    asn1 = forge.asn1.fromDer(Buffer.from(bytes).toString('binary'));
  } catch {
    return fail('P12_UNREADABLE');
  }
  try {
    const bags = forge.pkcs12.pkcs12FromAsn1(asn1, false, password).safeContents.flatMap((safe) => safe.safeBags);
    return succeed({
      keys: bags.filter((bag) => keyBags.has(bag.type)).flatMap(toKey),
      certificates: bags.filter((bag) => bag.type === forge.pki.oids['certBag']).flatMap(toCertificate),
    });
  } catch (error) {
    // Forge has no codes. It finds a wrong password by the MAC or, in files without one, by a failed decryption.
    const wrongPassword = error instanceof Error && /invalid password|wrong password|decrypt/i.test(error.message);
    return fail(wrongPassword ? 'P12_WRONG_PASSWORD' : 'P12_UNREADABLE');
  }
}

const keyBags = new Set([forge.pki.oids['keyBag'], forge.pki.oids['pkcs8ShroudedKeyBag']]);

/** Forge knows RSA only; other keys and certificates it leaves as ASN.1 in the bag, which Node reads. */
function toKey(bag: forge.pkcs12.Bag): readonly KeyObject[] {
  const asn1 = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
  try {
    const key = createPrivateKey({ key: toDer(asn1), format: 'der', type: 'pkcs8' });
    return key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'ec' ? [key] : [];
  } catch {
    return [];
  }
}

function toCertificate(bag: forge.pkcs12.Bag): readonly X509Certificate[] {
  return [new X509Certificate(toDer(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1))];
}

function toDer(asn1: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}

function findPair(keys: readonly KeyObject[], certificates: readonly X509Certificate[]) {
  for (const key of keys) {
    const certificate = certificates.find((one) => one.checkPrivateKey(key));
    if (certificate !== undefined) return { key, certificate };
  }
  return null;
}

function chainOf(leaf: X509Certificate, certificates: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let last = leaf;
  while (chain.length < certificates.length) {
    const issuer = certificates.find((one) => one !== last && last.checkIssued(one) && !chain.includes(one));
    if (issuer === undefined || issuer === leaf) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

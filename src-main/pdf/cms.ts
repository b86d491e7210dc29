import forge from 'node-forge';
import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { issuerAndSerialOf } from '../crypto/certificate-facts.ts';
import type { SigningIdentity } from '../crypto/certificates.ts';

const { asn1 } = forge;

export type SigningMaterial = Pick<SigningIdentity, 'certificatePem' | 'chainPem' | 'privateKeyPem'>;

/**
 * A detached CMS signature as PAdES B-B wants it (ETSI EN 319 122-1, 319 142-1): content-type, message-digest and
 * signing-certificate-v2, no signing-time. Built by hand, because forge's PKCS#7 writes a Chinese issuer twice
 * encoded and knows no signing-certificate-v2. Issuer and serial are copied from the certificate byte for byte.
 */
export function createCms(signed: readonly Uint8Array[], { certificatePem, chainPem, privateKeyPem }: SigningMaterial): Buffer {
  const key = createPrivateKey(privateKeyPem);
  const certificates = [certificatePem, ...chainPem].map((pem) => new X509Certificate(pem).raw);
  const [leaf] = certificates;
  if (leaf === undefined) throw new Error('no certificate to sign with');
  const { issuer, serial } = issuerAndSerialOf(leaf);

  const attributes = signedAttributes(digestOf(signed), digestOf([leaf]), parse(issuer), parse(serial));
  const signature = sign('sha256', toDer(set(attributes)), key);
  const signerInfo = sequence(
    integer(1),
    sequence(parse(issuer), parse(serial)),
    sequence(oid(oids.sha256), none()),
    tagged(0, attributes),
    key.asymmetricKeyType === 'ec' ? sequence(oid(oids.ecdsaWithSha256)) : sequence(oid(oids.rsa), none()),
    octets(signature),
  );
  const signedData = sequence(
    integer(1),
    set([sequence(oid(oids.sha256), none())]),
    sequence(oid(oids.data)),
    tagged(0, certificates.map(parse)),
    set([signerInfo]),
  );
  return toDer(sequence(oid(oids.signedData), tagged(0, [signedData])));
}

/** Bytes to reserve in the file: the CMS without its certificates stays below 2 kB with RSA-4096. */
export function cmsSpace({ certificatePem, chainPem }: SigningMaterial): number {
  return 8192 + [certificatePem, ...chainPem].reduce((sum, pem) => sum + new X509Certificate(pem).raw.length, 0);
}

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

type Node = forge.asn1.Asn1;

/** DER wants a SET's members in the order of their bytes; signer and verifier must agree on it. */
function signedAttributes(contentDigest: Buffer, certificateDigest: Buffer, issuer: Node, serial: Node): Node[] {
  const certificateId = sequence(octets(certificateDigest), sequence(sequence(tagged(4, [issuer])), serial));
  return [
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(contentDigest)),
    attribute(oids.signingCertificateV2, sequence(sequence(certificateId))),
  ]
    .map((node) => ({ node, der: toDer(node) }))
    .sort((left, right) => Buffer.compare(left.der, right.der))
    .map(({ node }) => node);
}

function digestOf(parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function attribute(type: string, value: Node): Node {
  return sequence(oid(type), set([value]));
}

function sequence(...parts: Node[]): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, parts);
}

function set(parts: Node[]): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, parts);
}

function tagged(tag: number, parts: Node[]): Node {
  return asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag, true, parts);
}

function integer(value: number): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.INTEGER, false, String.fromCharCode(value));
}

function oid(value: string): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(value).getBytes());
}

function octets(bytes: Uint8Array): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OCTETSTRING, false, Buffer.from(bytes).toString('binary'));
}

function none(): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.NULL, false, '');
}

function parse(der: Buffer): Node {
  return asn1.fromDer(der.toString('binary'));
}

function toDer(node: Node): Buffer {
  return Buffer.from(asn1.toDer(node).getBytes(), 'binary');
}

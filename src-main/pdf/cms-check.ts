import * as asn1js from 'asn1js';
import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import type { SignatureProblem } from '#shared/features/verification/model.ts';
import { issuerAndSerialOf } from '../crypto/certificate-facts.ts';
import { oids } from './cms.ts';
import { timestampTokenOid } from './timestamp.ts';

export interface CmsCheck {
  readonly problem: SignatureProblem | null;
  /** As `SHA-256`; null where it can't be read. */
  readonly digest: string | null;
  readonly signer: X509Certificate | null;
  readonly certificates: readonly X509Certificate[];
  readonly hasSigningCertificate: boolean;
  /** The time stamp over the signature; null where there is none. */
  readonly timestamp: TimestampCheck | null;
}

/** A time stamp (RFC 3161) and whether it belongs to this signature and holds. Says nothing about trust in its server. */
export interface TimestampCheck {
  readonly holds: boolean;
  /** Epoch milliseconds; null where it can't be read. */
  readonly at: number | null;
  readonly server: X509Certificate | null;
}

/** Checks a detached CMS signature against the bytes that it signs. Says nothing about trust. */
export function checkCms(cms: Buffer, signed: readonly Uint8Array[]): CmsCheck {
  try {
    return check(readSignedData(cms), signed);
  } catch {
    return { ...nothing, problem: 'CMS_UNREADABLE' };
  }
}

const nothing: CmsCheck = { problem: null, digest: null, signer: null, certificates: [], hasSigningCertificate: false, timestamp: null };

function check(data: SignedData, signed: readonly Uint8Array[]): CmsCheck {
  const { certificates } = data;
  if (data.content !== null) return { ...nothing, certificates, problem: 'FORMAT_NOT_SUPPORTED' };
  return checkContent(data, signed, oids.data);
}

function checkContent({ certificates, signerInfo }: SignedData, signed: readonly Uint8Array[], contentType: string): CmsCheck {
  const [, signerId, digestAlgorithm, ...rest] = signerInfo;
  const hash = hashByOid[oidOf(fieldsOf(digestAlgorithm)[0])] ?? null;
  const attributesBlock = rest.find((block) => isTagged(block, 0));
  const [algorithm, signature] = rest.filter((block) => block.idBlock.tagClass === 1);
  const attributes = new Map(attributesBlock === undefined ? [] : fieldsOf(attributesBlock).map(attributeOf));
  const named = certificates.find((certificate) => isNamedBy(signerId, certificate));
  const found: CmsCheck = {
    problem: null,
    digest: hash === null ? null : hash.toUpperCase().replace('SHA', 'SHA-'),
    signer: named !== undefined && hasKnownKey(named) ? named : null,
    certificates,
    hasSigningCertificate: attributes.has(oids.signingCertificateV2) || attributes.has(signingCertificateV1),
    timestamp: timestampIn(rest.find((block) => isTagged(block, 1)), signature),
  };
  if (hash === null || algorithm === undefined) return { ...found, problem: 'ALGORITHM_NOT_SUPPORTED' };
  if (found.signer === null) return { ...found, problem: named === undefined ? 'SIGNER_CERTIFICATE_MISSING' : 'ALGORITHM_NOT_SUPPORTED' };

  if (attributesBlock !== undefined) {
    const expected = octetsOf(attributes.get(oids.messageDigest));
    const isData = oidOf(attributes.get(oids.contentType)) === contentType;
    if (!isData || !digestOf(hash, signed).equals(expected)) return { ...found, problem: 'DIGEST_DIFFERS' };
    if (!namesThisCertificate(attributes, found.signer)) return { ...found, problem: 'SIGNER_CERTIFICATE_SWAPPED' };
  }
  const message = attributesBlock === undefined ? Buffer.concat(signed) : asSet(attributesBlock);
  const holds = verifySignature(algorithm, hash, message, found.signer, octetsOf(signature));
  if (holds === null) return { ...found, problem: 'ALGORITHM_NOT_SUPPORTED' };
  return { ...found, problem: holds ? null : 'SIGNATURE_DIFFERS' };
}

/** The token among the attributes that the signature doesn't cover: it covers the signature. */
function timestampIn(attributesBlock: asn1js.BaseBlock | undefined, signature: asn1js.BaseBlock | undefined): TimestampCheck | null {
  if (attributesBlock === undefined) return null;
  const token = fieldsOf(attributesBlock)
    .map(fieldsOf)
    .find(([type]) => oidOf(type) === timestampTokenOid);
  if (token === undefined) return null;
  try {
    return checkToken(Buffer.from(fieldsOf(token[1])[0]?.valueBeforeDecodeView ?? []), octetsOf(signature));
  } catch {
    return { holds: false, at: null, server: null };
  }
}

function checkToken(token: Buffer, signature: Buffer): TimestampCheck {
  const data = readSignedData(token);
  const { content } = data;
  if (content === null) throw new Error('a token without its statement');
  const [, , imprint, , time] = fieldsOf(asn1js.fromBER(new Uint8Array(content)).result);
  const [algorithm, digest] = fieldsOf(imprint);
  const hash = hashByOid[oidOf(fieldsOf(algorithm)[0])];
  const { problem, signer } = checkContent(data, [content], timestampInfoOid);
  const isOurs = hash !== undefined && digestOf(hash, [signature]).equals(octetsOf(digest));
  return { holds: problem === null && isOurs, at: time instanceof asn1js.GeneralizedTime ? time.toDate().getTime() : null, server: signer };
}

const timestampInfoOid = '1.2.840.113549.1.9.16.1.4';

interface SignedData {
  /** What is signed, where it travels inside the message. */
  readonly content: Buffer | null;
  readonly certificates: readonly X509Certificate[];
  readonly signerInfo: readonly asn1js.BaseBlock[];
}

function readSignedData(cms: Buffer): SignedData {
  const { result, offset } = asn1js.fromBER(new Uint8Array(cms));
  const [type, content] = fieldsOf(result);
  if (offset === -1 || oidOf(type) !== oids.signedData) throw new Error('not SignedData');
  const [, , encapsulated, ...rest] = fieldsOf(fieldsOf(content)[0]);
  const certificates = rest.find((block) => isTagged(block, 0));
  const signerInfos = fieldsOf(rest.at(-1));
  // PDF knows one signer for a signature. With two, viewers could pick different ones.
  if (signerInfos.length !== 1) throw new Error('not one signer');
  return {
    content: contentOf(fieldsOf(encapsulated)[1]),
    certificates: (certificates === undefined ? [] : fieldsOf(certificates))
      .filter((block) => block.idBlock.tagClass === 1)
      .map((block) => new X509Certificate(block.valueBeforeDecodeView)),
    signerInfo: fieldsOf(signerInfos[0]),
  };
}

function contentOf(block: asn1js.BaseBlock | undefined): Buffer | null {
  if (block === undefined) return null;
  const [octets] = fieldsOf(block);
  return octets instanceof asn1js.OctetString ? octetsOf(octets) : Buffer.alloc(0);
}

const hashByOid: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  [oids.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const signingCertificateV1 = '1.2.840.113549.1.9.16.2.12';
const rsaPss = '1.2.840.113549.1.1.10';
/** rsaEncryption and sha1/256/384/512WithRSA; ecdsa-with-SHA1/256/384/512 and id-ecPublicKey. The digest is named apart. */
const rsaOids = new Set([oids.rsa, ...[5, 11, 12, 13].map((last) => `1.2.840.113549.1.1.${last}`)]);
const ecdsaOids = new Set(['1.2.840.10045.2.1', '1.2.840.10045.4.1', ...[2, 3, 4].map((last) => `1.2.840.10045.4.3.${last}`)]);

/** Null where the algorithm isn't known. */
function verifySignature(
  algorithm: asn1js.BaseBlock,
  hash: string,
  message: Buffer,
  signer: X509Certificate,
  signature: Buffer,
): boolean | null {
  const oid = oidOf(fieldsOf(algorithm)[0]);
  const key = signer.publicKey;
  if (rsaOids.has(oid) && key.asymmetricKeyType === 'rsa') return verify(hash, message, key, signature);
  if (ecdsaOids.has(oid) && key.asymmetricKeyType === 'ec') return verify(hash, message, key, signature);
  if (oid === rsaPss && (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss')) {
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
    return verify(hash, message, { key, ...padding }, signature);
  }
  return null;
}

/** The signed attribute that ties the signature to one certificate: otherwise another with the same key could stand in. */
function namesThisCertificate(attributes: ReadonlyMap<string, asn1js.BaseBlock>, signer: X509Certificate): boolean {
  for (const [oid, standardHash] of [[oids.signingCertificateV2, 'sha256'], [signingCertificateV1, 'sha1']] as const) {
    const value = attributes.get(oid);
    if (value === undefined) continue;
    const certificateId = fieldsOf(fieldsOf(fieldsOf(value)[0])[0]);
    const named = certificateId[0] instanceof asn1js.Sequence ? hashByOid[oidOf(fieldsOf(certificateId[0])[0])] : standardHash;
    const digest = certificateId.find((block) => block instanceof asn1js.OctetString);
    if (named === undefined || !digestOf(named, [signer.raw]).equals(octetsOf(digest))) return false;
  }
  return true;
}

/** Electron's BoringSSL throws where it doesn't know a kind of key, as SM2; Node's OpenSSL doesn't. */
function hasKnownKey(certificate: X509Certificate): boolean {
  try {
    return certificate.publicKey.asymmetricKeyType !== undefined;
  } catch {
    return false;
  }
}

/** IssuerAndSerialNumber, byte for byte, or the subject key identifier. */
function isNamedBy(signerId: asn1js.BaseBlock | undefined, certificate: X509Certificate): boolean {
  if (signerId === undefined) return false;
  if (isTagged(signerId, 0)) {
    const wanted = Buffer.from(signerId.valueBeforeDecodeView.subarray(2));
    const lengths = Buffer.from([4, wanted.length + 2, 4, wanted.length]);
    return certificate.raw.includes(Buffer.concat([subjectKeyIdentifierOid, lengths, wanted]));
  }
  const { issuer, serial } = issuerAndSerialOf(certificate.raw);
  const [wantedIssuer, wantedSerial] = fieldsOf(signerId).map((block) => Buffer.from(block.valueBeforeDecodeView));
  return wantedIssuer?.equals(issuer) === true && wantedSerial?.equals(serial) === true;
}

const subjectKeyIdentifierOid = Buffer.from('0603551d0e', 'hex');

function attributeOf(block: asn1js.BaseBlock): readonly [string, asn1js.BaseBlock] {
  const [type, values] = fieldsOf(block);
  const [value, ...more] = fieldsOf(values);
  if (value === undefined || more.length > 0) throw new Error('an attribute has one value');
  return [oidOf(type), value];
}

/** What is signed are the attributes as a SET, though they stand in the message with another tag. */
function asSet(attributes: asn1js.BaseBlock): Buffer {
  const bytes = Buffer.from(attributes.valueBeforeDecodeView);
  bytes[0] = 0x31;
  return bytes;
}

function digestOf(hash: string, parts: readonly Uint8Array[]): Buffer {
  const digest = createHash(hash);
  for (const part of parts) digest.update(part);
  return digest.digest();
}

function fieldsOf(block: asn1js.BaseBlock | undefined): readonly asn1js.BaseBlock[] {
  if (!(block instanceof asn1js.Constructed)) throw new Error('a constructed value expected');
  return block.valueBlock.value;
}

function isTagged(block: asn1js.BaseBlock, tag: number): boolean {
  return block.idBlock.tagClass === 3 && block.idBlock.tagNumber === tag;
}

function oidOf(block: asn1js.BaseBlock | undefined): string {
  return block instanceof asn1js.ObjectIdentifier ? block.valueBlock.toString() : '';
}

function octetsOf(block: asn1js.BaseBlock | undefined): Buffer {
  if (!(block instanceof asn1js.OctetString)) throw new Error('an octet string expected');
  return Buffer.from(block.getValue());
}

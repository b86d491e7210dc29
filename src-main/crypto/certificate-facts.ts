import * as asn1js from 'asn1js';
import { type X509Certificate } from 'node:crypto';

/** What a certificate says, read from its bytes: the same on OpenSSL (Node) and BoringSSL (Electron). */
export interface CertificateFacts {
  readonly subject: string;
  readonly commonName: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly fingerprintSha256: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly key: KeyFacts;
  /** The subject's and the issuer's names are the same bytes. */
  readonly namesItself: boolean;
}

export interface KeyFacts {
  readonly kind: 'rsa' | 'ec' | 'other';
  /** Size of the RSA modulus or of the curve, in bits; 0 where unknown. */
  readonly bits: number;
}

/** Reads a certificate's facts. Throws when the certificate's structure isn't X.509. */
export function readCertificateFacts(certificate: X509Certificate): CertificateFacts {
  const fields = fieldsOf(tbsOf(certificate.raw));
  const [serial, , issuer, validity, subject] = fields;
  if (!(serial instanceof asn1js.Integer) || issuer === undefined || subject === undefined) throw notX509();
  const names = nameParts(subject);
  const [notBefore, notAfter] = fieldsOf(validity).map(timeOf);
  return {
    subject: formatName(names),
    commonName: names.findLast((part) => part.label === 'CN')?.value ?? formatName(names),
    issuer: formatName(nameParts(issuer)),
    serialNumber: Buffer.from(serial.valueBlock.valueHexView).toString('hex').toUpperCase(),
    fingerprintSha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    notBefore: notBefore ?? 0,
    notAfter: notAfter ?? 0,
    key: keyFactsOf(certificate),
    namesItself: Buffer.from(issuer.valueBeforeDecodeView).equals(Buffer.from(subject.valueBeforeDecodeView)),
  };
}

/** Issuer and serial number as they stand in the certificate: CMS repeats them byte for byte. */
export function issuerAndSerialOf(certificateDer: Uint8Array): { readonly issuer: Buffer; readonly serial: Buffer } {
  const [serial, , issuer] = fieldsOf(tbsOf(certificateDer));
  if (serial === undefined || issuer === undefined) throw notX509();
  return {
    issuer: Buffer.from(issuer.valueBeforeDecodeView),
    serial: Buffer.from(serial.valueBeforeDecodeView),
  };
}

function keyFactsOf(certificate: X509Certificate): KeyFacts {
  const key = certificate.publicKey;
  if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss') {
    return { kind: 'rsa', bits: key.asymmetricKeyDetails?.modulusLength ?? 0 };
  }
  if (key.asymmetricKeyType === 'ec') {
    return { kind: 'ec', bits: curveBits[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? 0 };
  }
  return { kind: 'other', bits: 0 };
}

const curveBits: Readonly<Record<string, number>> = { prime256v1: 256, secp384r1: 384, secp521r1: 521, secp256k1: 256 };

function tbsOf(der: Uint8Array): asn1js.BaseBlock | undefined {
  const { result, offset } = asn1js.fromBER(new Uint8Array(der));
  if (offset === -1) throw notX509();
  return fieldsOf(result)[0];
}

/** The fields of a SEQUENCE; the explicit version that a certificate may begin with is left out. */
function fieldsOf(block: asn1js.BaseBlock | undefined): readonly asn1js.BaseBlock[] {
  if (!(block instanceof asn1js.Constructed)) throw notX509();
  const fields = block.valueBlock.value as readonly asn1js.BaseBlock[];
  return fields[0]?.idBlock.tagClass === 3 && fields[0].idBlock.tagNumber === 0 ? fields.slice(1) : fields;
}

function timeOf(block: asn1js.BaseBlock): number {
  if (block instanceof asn1js.UTCTime || block instanceof asn1js.GeneralizedTime) return block.toDate().getTime();
  throw notX509();
}

interface NamePart {
  readonly label: string;
  readonly value: string;
}

function nameParts(name: asn1js.BaseBlock): readonly NamePart[] {
  return fieldsOf(name).flatMap((set) =>
    fieldsOf(set).map((pair) => {
      const [type, value] = fieldsOf(pair);
      const oid = type instanceof asn1js.ObjectIdentifier ? type.valueBlock.toString() : '';
      return { label: labelByOid[oid] ?? oid, value: textOf(value) };
    }),
  );
}

const labelByOid: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '1.2.840.113549.1.9.1': 'E',
};

function textOf(block: asn1js.BaseBlock | undefined): string {
  return block instanceof asn1js.BaseStringBlock ? block.getValue() : '';
}

function formatName(parts: readonly NamePart[]): string {
  return parts.map((part) => `${part.label}=${part.value}`).join(', ');
}

function notX509(): Error {
  return new Error('Not an X.509 certificate.');
}

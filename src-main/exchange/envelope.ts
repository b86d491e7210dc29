import { createHash } from 'node:crypto';
import { formatVersion, oldestFormatVersion, packHeaderSchema, packLimits, type PackHeader, type PackRefusal } from '#shared/features/exchange/container.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

const magic = Buffer.from('DEEDPACK');
const fixedBytes = magic.length + 2 + 2;
const signatureBytes = 64;

/** A pack taken apart, of which nothing is believed yet. */
export interface Envelope {
  readonly header: PackHeader;
  readonly sealed: Uint8Array;
  /** What the signature is over: the digest of every byte before it, under a purpose. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** The bytes of a pack but for its signature: the mark, the version, the header's length, the header, what is sealed. */
export function unsignedPack(header: PackHeader, sealed: Uint8Array): Buffer {
  const text = Buffer.from(canonicalJson({ ...header }));
  const fixed = Buffer.alloc(fixedBytes);
  magic.copy(fixed);
  fixed.writeUInt16BE(formatVersion, magic.length);
  fixed.writeUInt16BE(text.length, magic.length + 2);
  return Buffer.concat([fixed, text, sealed]);
}

/** What is signed for a pack's other bytes. */
export function signedBytes(unsigned: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('deedbox exchange pack 1\n'), createHash('sha512').update(unsigned).digest()]);
}

/** Takes a pack apart. The header must be written as we write it, so that no two files say the same. */
export function readEnvelope(bytes: Uint8Array): Result<Envelope, PackRefusal> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > packLimits.fileBytes) return fail('PACK_TOO_LARGE', { megabytes: packLimits.fileBytes / 1024 ** 2 });
  if (file[0] === 0x7b) return fail('PACK_OF_TEMPLATES');
  if (file.length < fixedBytes + signatureBytes || !file.subarray(0, magic.length).equals(magic)) return fail('PACK_BROKEN');
  const version = file.readUInt16BE(magic.length);
  if (version > formatVersion) return fail('PACK_NEWER');
  if (version < oldestFormatVersion) return fail('PACK_OLDER');
  const length = file.readUInt16BE(magic.length + 2);
  if (length > packLimits.headerBytes || fixedBytes + length + signatureBytes >= file.length) return fail('PACK_BROKEN');
  const text = file.toString('utf8', fixedBytes, fixedBytes + length);
  const header = headerOf(text);
  if (header === null) return fail('PACK_BROKEN');
  const end = file.length - signatureBytes;
  return succeed({ header, sealed: file.subarray(fixedBytes + length, end), signed: signedBytes(file.subarray(0, end)), signature: file.subarray(end) });
}

function headerOf(text: string): PackHeader | null {
  try {
    const header = packHeaderSchema.safeParse(JSON.parse(text));
    return header.success && canonicalJson({ ...header.data }) === text ? header.data : null;
  } catch {
    return null;
  }
}

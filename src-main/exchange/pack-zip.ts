import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { packLimits, packManifestSchema, type PackManifest, type PackRefusal } from '#shared/features/exchange/container.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { sha256 } from '../crypto/digest.ts';
import { openArchive, type Archive } from '../imports/reading/archive.ts';
import { UnreadableTable } from '../imports/reading/table.ts';

/** A part of a pack: JSON texts, files, proofs. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Unpacked {
  readonly manifest: PackManifest;
  readonly parts: readonly Part[];
}

const manifestName = 'manifest.json';
// One date for all: a pack tells when it was made in its manifest, and equal contents give equal bytes.
const noDate = new Date(Date.UTC(2000, 0, 1));

/** The zip file that is sealed: the manifest with every part's size and hash, then the parts. */
export async function zipParts(manifest: Omit<PackManifest, 'parts'>, parts: readonly Part[]): Promise<Buffer> {
  const listed: PackManifest = { ...manifest, parts: parts.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })) };
  const zip = new ZipFile();
  for (const { name, bytes } of [{ name: manifestName, bytes: Buffer.from(JSON.stringify(listed)) }, ...parts]) {
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, { mtime: noDate, compress: name.endsWith('.json') });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** Unpacks what `zipParts` wrote. The list of contents is measured first; every part must be named, and as long and with the hash that it is said to have. */
export async function unzipParts(bytes: Uint8Array): Promise<Result<Unpacked, PackRefusal>> {
  try {
    const opened = await openArchive(bytes, packLimits);
    if (!opened.ok) return fail(refusalOf(opened.error.code));
    try {
      return await readAll(opened.value);
    } finally {
      opened.value.close();
    }
  } catch (error) {
    if (error instanceof UnreadableTable) return fail(refusalOf(error.failure.code));
    throw error;
  }
}

async function readAll(archive: Archive): Promise<Result<Unpacked, PackRefusal>> {
  if ((archive.sizeOf(manifestName) ?? 0) > packLimits.jsonBytes) return fail('PACK_TOO_LARGE', { megabytes: packLimits.jsonBytes / 1024 ** 2 });
  if (!archive.names.has(manifestName)) return fail('PACK_BROKEN');
  const manifest = packManifestSchema.safeParse(parsed(await whole(archive, manifestName)));
  if (!manifest.success) return fail('PACK_BROKEN');
  const names = new Set(manifest.data.parts.map(({ name }) => name));
  if (names.size !== manifest.data.parts.length || archive.names.size !== names.size + 1) return fail('PACK_BROKEN');
  const parts: Part[] = [];
  for (const { name, bytes: length, sha256: expected } of manifest.data.parts) {
    if (archive.sizeOf(name) !== length) return fail('PACK_BROKEN');
    if (name.endsWith('.json') && length > packLimits.jsonBytes) return fail('PACK_TOO_LARGE', { megabytes: packLimits.jsonBytes / 1024 ** 2 });
    const bytes = await whole(archive, name);
    if (sha256(bytes) !== expected) return fail('PACK_BROKEN');
    parts.push({ name, bytes });
  }
  return succeed({ manifest: manifest.data, parts });
}

async function whole(archive: Archive, name: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of archive.read(name)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function refusalOf(code: string): PackRefusal {
  if (code === 'BOMB') return 'PACK_BOMB';
  return code === 'TOO_LARGE' ? 'PACK_TOO_LARGE' : 'PACK_BROKEN';
}

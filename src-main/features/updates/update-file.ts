import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { maximumInstallerBytes, updateManifestSchema, type RunningVersion, type UpdateManifest } from '#shared/features/updates/model.ts';
import { judgeUpdate } from '#shared/features/updates/rules.ts';
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isMissing } from '../../files/file-errors.ts';

// The layout is docs/update-file.md; scripts/package/update-file.mjs writes it.
const mark = Buffer.from('DEEDUPDT', 'latin1');
const formatVersion = 1;
const purpose = Buffer.from('deedbox update 1\n', 'latin1');
const maximumManifestBytes = 64 * 1024;
const signatureBytes = 64;
const sliceBytes = 1024 * 1024;

type Refusal = 'NOT_AN_UPDATE' | 'UPDATE_FORMAT_NEWER' | 'UPDATE_SIGNATURE_INVALID' | 'UPDATE_DAMAGED' | ReturnOf<typeof judgeUpdate>;
type ReturnOf<Judge extends (...given: never[]) => Result<null>> = Extract<ReturnType<Judge>, { readonly ok: false }>['error']['code'];

/** The release key that a build was given, as a PEM text; null where it was given none. Throws for what is no Ed25519 key. */
export function releaseKeyOf(pem: string | null): KeyObject | null {
  if (pem === null || pem.trim() === '') return null;
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the release key is no Ed25519 key');
  return key;
}

/** Reads an update file and checks everything of it: signature first, then whether it fits here, then every byte of the installer. */
export async function checkUpdate(path: string, key: KeyObject, running: RunningVersion): Promise<Result<UpdateManifest, Refusal>> {
  return withFile(path, async (file) => {
    const read = await readManifest(file, key, running);
    if (!read.ok) return read;
    const { manifest, start } = read.value;
    const hash = createHash('sha256');
    for await (const piece of piecesOf(file, start, manifest.file.bytes)) hash.update(piece);
    return hash.digest('hex') === manifest.file.sha256 ? succeed(manifest) : fail('UPDATE_DAMAGED');
  });
}

/**
 * Hands the installer's bytes to `take`, and says whether they were the signed ones: the file may have been changed since
 * it was first checked. What `take` made of them must be thrown away where they were not, which it learns by a throw.
 */
export async function extractInstaller(
  path: string,
  key: KeyObject,
  running: RunningVersion,
  take: (manifest: UpdateManifest, pieces: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<Result<UpdateManifest, Refusal>> {
  return withFile(path, async (file) => {
    const read = await readManifest(file, key, running);
    if (!read.ok) return read;
    const { manifest, start } = read.value;
    try {
      await take(manifest, genuine(piecesOf(file, start, manifest.file.bytes), manifest.file.sha256));
      return succeed(manifest);
    } catch (error) {
      if (error instanceof NotGenuine) return fail('UPDATE_DAMAGED');
      throw error;
    }
  });
}

class NotGenuine extends Error {}

/** Passes the pieces on and throws after the last where they are not what was signed. */
async function* genuine(pieces: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== sha256) throw new NotGenuine();
}

async function withFile<Value>(path: string, work: (file: FileHandle) => Promise<Result<Value, Refusal>>): Promise<Result<Value, Refusal>> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (isMissing(error)) return fail('NOT_AN_UPDATE');
    throw error;
  }
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** What is said before the signature was checked is only that it is no update, is damaged, or comes from a later format. */
async function readManifest(
  file: FileHandle,
  key: KeyObject,
  running: RunningVersion,
): Promise<Result<{ readonly manifest: UpdateManifest; readonly start: number }, Refusal>> {
  const { size } = await file.stat();
  const head = await bytesAt(file, 0, mark.length + 6);
  if (head === null || !head.subarray(0, mark.length).equals(mark)) return fail('NOT_AN_UPDATE');
  const version = head.readUInt16BE(mark.length);
  if (version > formatVersion) return fail('UPDATE_FORMAT_NEWER');
  const length = head.readUInt32BE(mark.length + 2);
  if (version !== formatVersion || length === 0 || length > maximumManifestBytes) return fail('UPDATE_DAMAGED');
  if (size > head.length + maximumManifestBytes + signatureBytes + maximumInstallerBytes) return tooLarge();
  const signed = await bytesAt(file, head.length, length + signatureBytes);
  if (signed === null) return fail('UPDATE_DAMAGED');
  const text = signed.subarray(0, length);
  if (!verify(null, Buffer.concat([purpose, text]), key, signed.subarray(length))) return fail('UPDATE_SIGNATURE_INVALID');
  const manifest = manifestOf(text.toString('utf8'));
  if (manifest === null) return fail('UPDATE_DAMAGED');
  const judged = judgeUpdate(manifest, running);
  if (!judged.ok) return judged;
  const start = head.length + signed.length;
  // Neither a byte too few nor one too many.
  return size === start + manifest.file.bytes ? succeed({ manifest, start }) : fail('UPDATE_DAMAGED');
}

function tooLarge(): Result<never, 'UPDATE_TOO_LARGE'> {
  return fail('UPDATE_TOO_LARGE', { megabytes: maximumInstallerBytes / 1024 / 1024 });
}

function manifestOf(text: string): UpdateManifest | null {
  try {
    const json = JSON.parse(text) as Json;
    const parsed = updateManifestSchema.safeParse(json);
    return parsed.success && canonicalJson(json) === text ? parsed.data : null;
  } catch {
    return null;
  }
}

/** So many bytes from a place on; null where the file ends before. */
async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length);
  for (let read = 0; read < length; ) {
    const { bytesRead } = await file.read(bytes, read, length - read, position + read);
    if (bytesRead === 0) return null;
    read += bytesRead;
  }
  return bytes;
}

async function* piecesOf(file: FileHandle, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let read = 0; read < length; read += sliceBytes) {
    const piece = await bytesAt(file, start + read, Math.min(sliceBytes, length - read));
    if (piece === null) return;
    yield piece;
  }
}

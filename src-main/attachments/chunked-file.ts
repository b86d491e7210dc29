import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { Secret } from '../crypto/secret.ts';

/** Plain bytes of every chunk but the last. */
export const chunkBytes = 1024 * 1024;

const magic = Buffer.from('DBX1');
const prefixBytes = 8;
const tagBytes = 16;
const headerBytes = magic.length + prefixBytes;

/** A stored file was changed, shortened or swapped: nothing of the chunk concerned was given out. */
export class DamagedAttachment extends Error {
  constructor() {
    super('a stored file does not open');
  }
}

/**
 * Writes an encrypted file: the mark DBX1, 8 random bytes, then chunks of AES-256-GCM, each with its tag. A chunk's nonce
 * is those bytes and its index; index and whether it is the last are authenticated, so that no chunk can be swapped,
 * left out or cut off. The key must serve this file alone.
 */
export async function writeChunks(target: string, key: Secret, chunks: AsyncIterable<Buffer>): Promise<void> {
  const prefix = randomBytes(prefixBytes);
  const file = await open(target, 'wx', 0o600);
  try {
    await writeAll(file, Buffer.concat([magic, prefix]));
    let index = 0;
    let held: Buffer | null = null;
    for await (const chunk of chunks) {
      if (held !== null) await writeAll(file, sealChunk(key, prefix, index++, false, held));
      held = chunk;
    }
    await writeAll(file, sealChunk(key, prefix, index, true, held ?? Buffer.alloc(0)));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whether a stored file begins as `writeChunks` writes; the others are sealed in one piece. */
export async function isChunkedFile(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const first = Buffer.alloc(magic.length);
    const { bytesRead } = await file.read(first, 0, magic.length, 0);
    return magic.equals(first.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** The plain chunks of what `writeChunks` wrote, one in memory at a time. Throws DamagedAttachment. */
export async function* readChunks(path: string, key: Secret): AsyncGenerator<Buffer> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) throw new DamagedAttachment();
  try {
    const { size } = await file.stat();
    const header = await readAt(file, 0, headerBytes);
    if (header.length < headerBytes || !header.subarray(0, magic.length).equals(magic)) throw new DamagedAttachment();
    const prefix = header.subarray(magic.length);
    let at = headerBytes;
    for (let index = 0, isLast = false; !isLast; index += 1) {
      const sealed = await readAt(file, at, chunkBytes + tagBytes);
      at += sealed.length;
      isLast = at >= size;
      yield openChunk(key, prefix, index, isLast, sealed);
    }
  } finally {
    await file.close();
  }
}

function sealChunk(key: Secret, prefix: Buffer, index: number, isLast: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key.expose(), nonceOf(prefix, index));
  cipher.setAAD(boundTo(index, isLast));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(key: Secret, prefix: Buffer, index: number, isLast: boolean, sealed: Buffer): Buffer {
  if (sealed.length < tagBytes) throw new DamagedAttachment();
  const decipher = createDecipheriv('aes-256-gcm', key.expose(), nonceOf(prefix, index));
  decipher.setAAD(boundTo(index, isLast));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()]);
  } catch {
    throw new DamagedAttachment();
  }
}

function nonceOf(prefix: Buffer, index: number): Buffer {
  const nonce = Buffer.alloc(prefixBytes + 4);
  prefix.copy(nonce);
  nonce.writeUInt32BE(index, prefixBytes);
  return nonce;
}

function boundTo(index: number, isLast: boolean): Buffer {
  return Buffer.from(`deedbox attachment chunk ${index} ${isLast ? 'last' : 'more'}`);
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done)).bytesWritten;
}

async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let done = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, done, length - done, from + done);
    done += bytesRead;
    if (bytesRead === 0 || done === length) return buffer.subarray(0, done);
  }
}

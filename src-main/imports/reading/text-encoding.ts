import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { UnreadableTable, type OpenOptions, type TextEncoding } from './table.ts';

/**
 * The encoding of a text file: by its byte order mark, else UTF-8 when every byte fits its rules, else GB18030. The
 * whole file is looked at, since the first Chinese character may come late. `null` when it fits neither.
 */
export async function detectEncoding(path: string, signal?: AbortSignal): Promise<TextEncoding | null> {
  const marked = await encodingByMark(path);
  if (marked !== null) return marked;
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    if (await fits(path, encoding, signal)) return encoding;
  }
  return null;
}

/** The file's text piece by piece, without a byte order mark. Bytes that the encoding doesn't know end it as DAMAGED. */
export async function* readText(
  path: string,
  encoding: TextEncoding,
  totalBytes: number,
  { onBytes, signal }: Pick<OpenOptions, 'onBytes' | 'signal'>,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let read = 0;
  for await (const chunk of readBytes(path)) {
    signal?.throwIfAborted();
    read += chunk.length;
    onBytes?.(read, totalBytes);
    const text = decoded(() => decoder.decode(chunk, { stream: true }));
    if (text !== '') yield text;
  }
  const rest = decoded(() => decoder.decode());
  if (rest !== '') yield rest;
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new UnreadableTable('DAMAGED', { reason: 'encoding' });
  }
}

async function encodingByMark(path: string): Promise<TextEncoding | null> {
  const file = await open(path, 'r');
  try {
    const mark = Buffer.alloc(3);
    await file.read(mark, 0, 3, 0);
    if (mark[0] === 0xef && mark[1] === 0xbb && mark[2] === 0xbf) return 'utf-8';
    if (mark[0] === 0xff && mark[1] === 0xfe) return 'utf-16le';
    return mark[0] === 0xfe && mark[1] === 0xff ? 'utf-16be' : null;
  } finally {
    await file.close();
  }
}

async function fits(path: string, encoding: TextEncoding, signal: AbortSignal | undefined): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of readBytes(path)) {
    signal?.throwIfAborted();
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      return false;
    }
  }
  try {
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function readBytes(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
}

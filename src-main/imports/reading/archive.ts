import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { limits, UnreadableTable, type TableFailureCode } from './table.ts';

/** A zip file whose list of contents has been found honest enough to unpack from. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** How many bytes the part says that it unpacks to; more is refused while unpacking. Undefined for no such part. */
  sizeOf(name: string): number | undefined;
  /** The part, unpacked piece by piece. More or fewer bytes than it says end it as BOMB or DAMAGED. */
  read(name: string): AsyncGenerator<Buffer, void, undefined>;
  /** A small part whole. */
  readSmall(name: string): Promise<string>;
  close(): void;
}

/** Bounds of what a zip file may say that it holds: parts, bytes of all of them unpacked, and how far each may unfold. */
export type ArchiveLimits = Readonly<Record<'entries' | 'unpackedBytes' | 'ratio' | 'ratioFromBytes', number>>;

/**
 * Opens a zip file, by its path or its bytes, and judges its list of contents before anything is unpacked: no part, and not all together, over
 * the limits in size or in ratio (overlapping parts count each), none encrypted, none twice.
 */
export async function openArchive(file: string | Uint8Array, allowed: ArchiveLimits = limits): Promise<Result<Archive, TableFailureCode>> {
  const zip = await openZip(file);
  if (zip === null) return fail('DAMAGED', { reason: 'zip' });
  const judged = await judgeEntries(zip, allowed);
  if (!judged.ok) {
    zip.close();
    return judged;
  }
  return succeed(archiveOf(zip, judged.value));
}

async function openZip(file: string | Uint8Array): Promise<ZipFile | null> {
  const options = { lazyEntries: true, autoClose: false } as const;
  try {
    return await (typeof file === 'string' ? openPromise(file, options) : fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.byteLength), options));
  } catch (error) {
    if (isSystemError(error)) throw error;
    return null;
  }
}

async function judgeEntries(zip: ZipFile, allowed: ArchiveLimits): Promise<Result<ReadonlyMap<string, Entry>, TableFailureCode>> {
  if (zip.entryCount > allowed.entries) return fail('TOO_LARGE', { entries: zip.entryCount });
  const entries = new Map<string, Entry>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const size = entry.uncompressedSize;
      total += size;
      if (entry.isEncrypted()) return fail('ENCRYPTED');
      if (size > allowed.ratioFromBytes && size > entry.compressedSize * allowed.ratio) return fail('BOMB', { part: entry.fileName.slice(0, 80) });
      if (total > allowed.unpackedBytes) return fail('BOMB');
      // Two parts of one name: what one program shows isn't what the other reads.
      if (entries.has(entry.fileName)) return fail('DAMAGED', { reason: 'zip' });
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (isSystemError(error)) throw error;
    return fail('DAMAGED', { reason: 'zip' });
  }
  return succeed(entries);
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Archive {
  const read = async function* (name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = entries.get(name);
    if (!entry?.canDecodeFileData()) throw new UnreadableTable('DAMAGED', { part: name.slice(0, 80) });
    try {
      yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
    } catch (error) {
      if (isSystemError(error)) throw error;
      const lies = error instanceof Error && error.message.includes('too many bytes');
      throw new UnreadableTable(lies ? 'BOMB' : 'DAMAGED', { part: name.slice(0, 80) });
    }
  };
  return {
    names: new Set(entries.keys()),
    sizeOf: (name) => entries.get(name)?.uncompressedSize,
    read,
    readSmall: async (name) => {
      if ((entries.get(name)?.uncompressedSize ?? 0) > limits.smallPartBytes) throw new UnreadableTable('TOO_LARGE', { part: name.slice(0, 80) });
      const pieces: Buffer[] = [];
      for await (const piece of read(name)) pieces.push(piece);
      return Buffer.concat(pieces).toString('utf8');
    },
    close: () => zip.close(),
  };
}

/** The disk's own faults (gone, not allowed, broken) are no fault of the content. zlib's begin with Z_. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

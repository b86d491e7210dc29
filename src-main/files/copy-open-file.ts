import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

const sliceBytes = 4 * 1024 * 1024;

/** A piece of a file that isn't read: the copy has zeros there. */
export interface Withheld {
  readonly at: number;
  readonly bytes: number;
}

/** Copies a file that stands open, and that nobody changes meanwhile, into one that must not exist. It stays open. */
export function copyOpenFile(file: number, to: string, { at: gap, bytes: gapBytes }: Withheld): void {
  const slice = Buffer.alloc(sliceBytes);
  const size = fstatSync(file).size;
  const copy = openSync(to, 'wx', 0o600);
  try {
    for (let at = 0; at < size; ) {
      const isGap = at >= gap && at < gap + gapBytes;
      const end = isGap ? gap + gapBytes : at < gap ? gap : size;
      const length = Math.min(sliceBytes, size - at, end - at);
      if (isGap) slice.fill(0, 0, length);
      const got = isGap ? length : readSync(file, slice, 0, length, at);
      if (got === 0) return;
      for (let written = 0; written < got; ) written += writeSync(copy, slice, written, got - written);
      at += got;
    }
  } finally {
    closeSync(copy);
  }
}

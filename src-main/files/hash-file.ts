import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const sliceBytes = 1024 * 1024;

/** A file's length and SHA-256, read in slices. */
export function hashFile(path: string): { readonly bytes: number; readonly sha256: string } {
  const hash = createHash('sha256');
  const slice = Buffer.alloc(sliceBytes);
  const file = openSync(path, 'r');
  try {
    let bytes = 0;
    for (;;) {
      const read = readSync(file, slice, 0, sliceBytes, null);
      if (read === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(slice.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(file);
  }
}

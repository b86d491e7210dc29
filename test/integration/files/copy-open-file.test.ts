import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyOpenFile } from '../../../src-main/files/copy-open-file.ts';
import { temporaryFolder } from '../../harness/world.ts';

test('an open file is copied byte for byte, but for the piece that is not read', () => {
  const { path, remove } = temporaryFolder();
  let made = 0;
  try {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(220), fc.integer({ min: 1, max: 40 }), (bytes, at, length) => {
        const [from, to] = [join(path, 'from'), join(path, `to-${(made += 1)}`)];
        writeFileSync(from, bytes);
        const file = openSync(from, 'r');
        copyOpenFile(file, to, { at, bytes: length });
        const expected = bytes.slice().fill(0, at, at + length);
        expect(readFileSync(to).equals(Buffer.from(expected))).toBe(true);
        // It stands open still.
        closeSync(file);
      }),
      { numRuns: 200 },
    );
  } finally {
    remove();
  }
});

test('a file larger than one reading is copied whole', () => {
  const { path, remove } = temporaryFolder();
  try {
    const bytes = Buffer.alloc(9_000_001, 'Deedbox 契匣');
    writeFileSync(join(path, 'from'), bytes);
    const file = openSync(join(path, 'from'), 'r');
    copyOpenFile(file, join(path, 'to'), { at: 5_000_000, bytes: 4096 });
    closeSync(file);
    expect(readFileSync(join(path, 'to')).equals(bytes.fill(0, 5_000_000, 5_004_096))).toBe(true);
  } finally {
    remove();
  }
});

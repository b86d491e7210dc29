import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stageFile, writeFileAtomically } from '../../../src-main/files/atomic-file.ts';
import { isDiskFull, isMissing } from '../../../src-main/files/file-errors.ts';
import { temporaryFolder } from '../../harness/world.ts';

let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => place.remove());

const caught = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
};

test('a staged file is not there until it is committed, and leaves nothing when it is discarded', () => {
  const target = join(place.path, 'contract.pdf');
  const staged = stageFile(target, Buffer.from('new'));
  expect(readdirSync(place.path)).not.toContain('contract.pdf');
  staged.discard();
  expect(readdirSync(place.path)).toEqual([]);
});

test('an earlier file is replaced whole', () => {
  const target = join(place.path, 'contract.pdf');
  writeFileSync(target, 'the earlier, longer file');
  writeFileAtomically(target, Buffer.from('new'));
  expect(readFileSync(target, 'utf8')).toBe('new');
  expect(readdirSync(place.path)).toEqual(['contract.pdf']);
});

test('a folder that was removed meanwhile is reported as missing', () => {
  const folder = join(place.path, 'gone');
  mkdirSync(folder);
  rmSync(folder, { recursive: true });
  expect(isMissing(caught(() => writeFileAtomically(join(folder, 'contract.pdf'), Buffer.from('x'))))).toBe(true);
});

test('a full disk is reported as full, and the earlier file is untouched', (context) => {
  const disk = join(place.path, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    context.skip('only root can make a small disk');
  }
  try {
    const target = join(disk, 'contract.pdf');
    writeFileAtomically(target, Buffer.from('the earlier file'));
    const error = caught(() => writeFileAtomically(target, Buffer.alloc(200_000)));
    expect(isDiskFull(error)).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('the earlier file');
    expect(readdirSync(disk)).toEqual(['contract.pdf']);
  } finally {
    execFileSync('umount', [disk]);
  }
});

import { readFileSync, statSync } from 'node:fs';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

const largestFile = 200 * 1024 * 1024;

/** A file named on the command line, whole. */
export function readNamedFile(file: string): Result<Buffer, 'FILE_TOO_LARGE' | 'FILE_NOT_FOUND' | 'FILE_NOT_READABLE'> {
  try {
    const about = statSync(file);
    if (!about.isFile()) return fail('FILE_NOT_FOUND');
    return about.size > largestFile ? fail('FILE_TOO_LARGE') : succeed(readFileSync(file));
  } catch (error) {
    // Not there, or there and refused by the system: permissions, a broken disk.
    const isMissing = error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code));
    return fail(isMissing ? 'FILE_NOT_FOUND' : 'FILE_NOT_READABLE');
  }
}

import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '#shared/features/backups/model.ts';
import { hashFile } from '../files/hash-file.ts';

/**
 * Writes a backup's vault into an empty folder, each file held against its hash after it was written. Gives the names
 * of the files that are missing or not what was backed up; when there are any, the folder is empty again, unless
 * `keepDamaged` wants to look at it.
 */
export function restoreFiles(backup: string, manifest: Manifest, target: string, keepDamaged = false): readonly string[] {
  mkdirSync(join(target, 'attachments'), { recursive: true });
  const damaged = manifest.files.filter(({ name, bytes, sha256 }) => !isSafe(name) || !isCopied(join(backup, name), join(target, name), { bytes, sha256 }));
  if (damaged.length > 0 && !keepDamaged) for (const entry of readdirSync(target)) rmSync(join(target, entry), { recursive: true, force: true });
  return damaged.map(({ name }) => name);
}

/** A manifest must not be able to write outside of the folder. */
function isSafe(name: string): boolean {
  return /^(attachments\/)?[0-9a-z]+(\.(db|json))?$/.test(name);
}

function isCopied(from: string, to: string, expected: { readonly bytes: number; readonly sha256: string }): boolean {
  try {
    copyFileSync(from, to);
  } catch {
    return false;
  }
  const written = hashFile(to);
  return written.bytes === expected.bytes && written.sha256 === expected.sha256;
}

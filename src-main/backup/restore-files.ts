import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '#shared/features/backups/model.ts';
import { compartments } from '#shared/features/vault/compartments.ts';
import { compartmentFile } from '../db/open.ts';
import { hashFile } from '../files/hash-file.ts';
import { headerFile } from '../vault/header.ts';

/**
 * Writes a backup's vault into an empty folder, each file held against its hash after it was written. Gives the names
 * of the files that are missing or not what was backed up; when there are any, none of them stays in the folder, unless
 * `keepDamaged` wants to look at it.
 */
export function restoreFiles(backup: string, manifest: Manifest, target: string, keepDamaged = false): readonly string[] {
  mkdirSync(join(target, 'attachments'), { recursive: true });
  const damaged = manifest.files.filter(({ name, bytes, sha256 }) => !isSafe(name) || !isCopied(join(backup, name), join(target, name), { bytes, sha256 }));
  if (damaged.length > 0 && !keepDamaged) clearRestored(target);
  return damaged.map(({ name }) => name);
}

/** Takes a vault that was restored in part out of its folder, and nothing that somebody put there since. */
export function clearRestored(target: string): void {
  for (const name of ['attachments', headerFile, ...compartments.map(compartmentFile)]) rmSync(join(target, name), { recursive: true, force: true });
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

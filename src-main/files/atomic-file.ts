import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file that stands complete beside its place and takes it by one rename, or leaves no trace. */
export interface StagedFile {
  /** Puts the file in its place; an earlier one is replaced in the same instant. */
  commit(): void;
  discard(): void;
}

/** A name in the target's folder that no other file has, for what is to take the target's place. */
export function stagedPathOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
}

/**
 * Writes bytes to a temporary file in the target's folder and flushes them to the disk. What stood at the target
 * is untouched until `commit`. Throws the system's error when the folder is gone, read-only or full.
 */
export function stageFile(target: string, bytes: Uint8Array, temporary = stagedPathOf(target)): StagedFile {
  try {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return {
    commit: () => {
      renameSync(temporary, target);
      flushFolder(dirname(target));
    },
    discard: () => rmSync(temporary, { force: true }),
  };
}

/** Replaces a file in one step: the old content or the new one, never half of either. */
export function writeFileAtomically(target: string, bytes: Uint8Array): void {
  const staged = stageFile(target, bytes);
  try {
    staged.commit();
  } catch (error) {
    staged.discard();
    throw error;
  }
}

/** Flushes a folder's entries, so that a rename outlives a power cut. Windows can't open folders and needs it not. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

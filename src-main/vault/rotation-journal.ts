import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { compartments, compartmentSchema, type Compartment } from '#shared/features/vault/compartments.ts';
import { compartmentFile } from '../db/open.ts';
import { flushFolder, writeFileAtomically } from '../files/atomic-file.ts';
import { headerFile } from './header.ts';

const journalFile = 'rotation.json';
const journalSchema = z.object({ compartments: z.array(compartmentSchema).readonly() }).readonly();

/** Where a file stands that will take the place of the present one. */
export function nextFile(folder: string, name: string): string {
  return join(folder, `${name}.next`);
}

/**
 * Changes a vault over to the files that stand ready beside it. The journal is the moment of decision: before it is
 * written the old files stand, after it the change is carried to its end, now or when the vault is opened next. It
 * holds no key: those lie in the new header, sealed for each person.
 */
export function switchOver(folder: string, rotated: readonly Compartment[]): void {
  writeFileAtomically(join(folder, journalFile), Buffer.from(JSON.stringify({ compartments: rotated })));
  carryOut(folder, rotated);
}

/** Whether a change of keys was interrupted in this folder. */
export function isRotationUnfinished(folder: string): boolean {
  return existsSync(join(folder, journalFile)) || nextFiles(folder).some((path) => existsSync(path));
}

/**
 * Brings an interrupted change of keys to its end, or clears away what never came to the decision. Only who holds the
 * vault's lock may call it.
 */
export function finishRotation(folder: string): void {
  const decided = readJournal(folder);
  if (decided !== null) carryOut(folder, decided);
  else clearNext(folder);
}

/** Removes what was made ready and will not be used. */
export function clearNext(folder: string): void {
  for (const path of nextFiles(folder)) {
    rmSync(path, { force: true });
    rmSync(`${path}-journal`, { force: true });
  }
}

/** Each rename is done or was done before: repeating the whole is harmless. */
function carryOut(folder: string, rotated: readonly Compartment[]): void {
  for (const name of [...rotated.map(compartmentFile), headerFile]) {
    if (!existsSync(nextFile(folder, name))) continue;
    // A journal belongs to the old file; what it could still take back is not in the copy.
    rmSync(join(folder, `${name}-journal`), { force: true });
    renameSync(nextFile(folder, name), join(folder, name));
  }
  flushFolder(folder);
  rmSync(join(folder, journalFile), { force: true });
}

function readJournal(folder: string): readonly Compartment[] | null {
  try {
    return journalSchema.parse(JSON.parse(readFileSync(join(folder, journalFile), 'utf8'))).compartments;
  } catch {
    // Written by one rename, so that it is whole or not there.
    return null;
  }
}

function nextFiles(folder: string): readonly string[] {
  return [...compartments.map(compartmentFile), headerFile].map((name) => nextFile(folder, name));
}

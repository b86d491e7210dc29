import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** Files that an import can read; all others in the folder are left alone. */
export const importExtensions = ['xlsx', 'csv', 'tsv', 'txt', 'json', 'jsonl', 'ndjson', 'vcf'];

/** Where a file goes on its way: taken up, taken over, put aside. Fixed names, so that other programs can rely on them. */
const subfolders = { working: 'working', done: 'done', failed: 'failed' } as const;
export type Station = keyof typeof subfolders;

/** Whether the folder is there and files can be moved in it. */
export function isWatchable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** Files as they were seen last: one that still grows is left until it is seen twice the same. */
export type Seen = Map<string, string>;

/** The files that have come and lie still, by name. Notes in `seen` what is there now. */
export function listStill(folder: string, seen: Seen): readonly string[] {
  const present = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    const stats = isOffered(name) ? statSync(join(folder, name), { throwIfNoEntry: false }) : undefined;
    if (stats?.isFile() === true && stats.size > 0) present.set(name, `${stats.size} ${stats.mtimeMs}`);
  }
  const still = [...present].flatMap(([name, state]) => (seen.get(name) === state ? [name] : []));
  seen.clear();
  for (const [name, state] of present) seen.set(name, state);
  return still.sort();
}

/** Files that were taken up and not finished: the vault was locked, or the laptop went off. */
export function listUnfinished(folder: string): readonly string[] {
  const path = join(folder, subfolders.working);
  return existsSync(path) ? readdirSync(path).filter(isOffered).sort().map((name) => join(path, name)) : [];
}

/** Moves a file to a station and gives where it lies now; a name that is taken there gets a number. Throws what the disk throws. */
export function moveTo(folder: string, station: Station, path: string): string {
  const target = freePath(join(folder, subfolders[station]), basename(path));
  renameSync(path, target);
  return target;
}

/** Where a report about a file goes, beside where the file will lie. */
export function reportPath(folder: string, station: Station, path: string): string {
  return freePath(join(folder, subfolders[station]), `${basename(path)}.problems.csv`);
}

export function remove(path: string): void {
  rmSync(path, { force: true });
}

function freePath(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const extension = extname(name);
  const stem = basename(name, extension);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${extension}`);
    if (!existsSync(path)) return path;
  }
}

/** What office programs and downloads keep beside a file while it is open or on its way is no file yet. */
function isOffered(name: string): boolean {
  return !/^[.~]/.test(name) && importExtensions.includes(extname(name).slice(1).toLowerCase());
}

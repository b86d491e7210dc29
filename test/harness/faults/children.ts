import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type Work = 'write' | 'rotate' | 'backup' | 'reopen';

export interface Told {
  /** Contracts that main had answered to be kept. */
  readonly made: readonly string[];
  /** Codes of what was refused, in order. */
  readonly refused: readonly string[];
  /** The child stopped before it could begin: the run says nothing. */
  readonly begun: boolean;
}

const script = join(import.meta.dirname, 'fault-child.ts');
/** Rotating, backing up and opening take longer than a write: the kill falls anywhere in the first rounds. */
const longestMs: Readonly<Record<Work, number>> = { write: 700, rotate: 1_400, backup: 1_400, reopen: 1_400 };

/** Lets a process of its own work on a vault and kills it with SIGKILL at a random moment. `random` gives 0 to 1. */
export async function killAtWork(folder: string, work: Work, place: string, temporary: string, random: () => number): Promise<Told> {
  const child = spawn(process.execPath, [script, folder, work, place], { env: { ...process.env, TMPDIR: temporary }, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = listen(child);
  const gone = once(child, 'exit');
  await Promise.race([lines.first, gone]);
  await new Promise((resolve) => setTimeout(resolve, random() * longestMs[work]));
  child.kill('SIGKILL');
  await gone;
  return told(lines.text());
}

/**
 * Lets a process work on a copy of the vault in a file system of its own with a few hundred kilobytes left, until it is
 * full, and brings what stood there to `target`. Null where the system lets nobody mount one.
 */
export function fillDisk(folder: string, target: string, temporary: string, spareKiB: number): Told | null {
  const mount = mkdtempSync(join(temporary, 'small-'));
  mkdirSync(target, { recursive: true });
  const size = Math.ceil(bytesOf(folder) / 1024) + spareKiB;
  const steps = `mount -t tmpfs -o size=${size}k none "$1" || exit 9; cp -a "$2"/. "$1"; "$4" "$5" "$1" write "$6"; cp -a "$1"/. "$3"; umount "$1"`;
  const shell = ['-c', steps, 'sh', mount, folder, target, process.execPath, script, temporary];
  // A name space of its own: the mount is gone with the process, even if this one is killed.
  const run = spawnSync('unshare', ['--map-root-user', '--mount', 'sh', ...shell], { encoding: 'utf8', env: { ...process.env, TMPDIR: temporary } });
  if (run.error !== undefined || run.status === 9 || run.stdout === '') return null;
  return told(run.stdout);
}

/** Copies a vault as it lies on the disk. */
export function copyVault(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

function listen(child: ChildProcess): { readonly first: Promise<unknown>; readonly text: () => string } {
  let text = '';
  const { stdout } = child;
  if (stdout === null) throw new Error('a child that tells nothing');
  stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return { first: once(stdout, 'data'), text: () => text };
}

function told(text: string): Told {
  // A line that was cut by the kill was not told.
  const lines = text.split('\n').slice(0, -1);
  const after = (word: string): readonly string[] => lines.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
  return { made: after('made'), refused: after('refused'), begun: lines.includes('ready') };
}

function bytesOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + Math.ceil(statSync(join(entry.parentPath, entry.name)).size / 4096) * 4096, 0);
}

import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../setup/is-running.mjs';

const name = 'deedbox-run-';
// What the suites and the windows of the journeys hold at once, several times over.
const enough = 6 * 1024 ** 3;

/**
 * A folder for everything that the tests write, gone when this process ends. In memory where there is plenty: a vault
 * flushes every change to the disk, and a fifth of the suites' time was waiting for that. Folders of runs that were killed
 * are removed.
 */
export function makeRunFolder(place = roomyPlace()) {
  for (const entry of readdirSync(place)) {
    if (entry.startsWith(name) && !isRunning(Number(entry.slice(name.length)))) rmSync(join(place, entry), { recursive: true, force: true });
  }
  const folder = join(place, `${name}${process.pid}`);
  mkdirSync(folder, { mode: 0o700 });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function roomyPlace() {
  const inMemory = '/dev/shm';
  if (process.platform !== 'linux' || !existsSync(inMemory)) return tmpdir();
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > enough && freemem() > enough ? inMemory : tmpdir();
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './is-running.mjs';
import { say } from './say.mjs';

/** What is large and the same for every clone lies here, outside the checkout. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'deedbox');

// Longer than the slowest download; a lock this old belongs to nobody, whoever has its process number by now.
const longestTurnMs = 2 * 60 * 60_000;

/**
 * Gives the folder of a cached thing, making it first when it isn't there. `make` fills a temporary folder that takes
 * the final name by one rename, so that an interrupted set-up leaves nothing that looks complete.
 */
export async function cached(name, make) {
  const target = join(cacheFolder, name);
  if (existsSync(target)) return target;
  return inTurn(name, async () => {
    if (existsSync(target)) return target;
    removeRemains(name);
    const temporary = mkdtempSync(`${target}.part-`);
    try {
      await make(temporary);
      takeName(temporary, target);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
    return target;
  });
}

/** Does the work while no other set-up of this user does work of the same name. */
export async function inTurn(name, work) {
  mkdirSync(cacheFolder, { recursive: true });
  const lock = join(cacheFolder, `${name}.lock`);
  const own = `${hostname()} ${process.pid}`;
  await takeLock(lock, own);
  try {
    return await work();
  } finally {
    // Another may have pushed it aside meanwhile; its lock isn't ours to remove.
    if (holderOf(lock) === own) rmSync(lock, { force: true });
  }
}

/** What set-ups left that were killed while they held the turn we hold now. */
function removeRemains(name) {
  for (const entry of readdirSync(cacheFolder)) {
    if (entry.startsWith(`${name}.part-`)) rmSync(join(cacheFolder, entry), { recursive: true, force: true });
  }
}

function takeName(temporary, target) {
  try {
    renameSync(temporary, target);
  } catch (error) {
    // Someone else finished the same thing first: theirs is as good as ours.
    if (!existsSync(target)) throw error;
  }
}

async function takeLock(path, own) {
  for (let tries = 0; ; tries += 1) {
    try {
      writeFileSync(path, own, { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(path)) {
      rmSync(path, { force: true });
      continue;
    }
    if (tries === 0) say(`Waiting for another set-up (${holderOf(path)}). If none is running, delete ${path}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function isAbandoned(path) {
  const [host, pid] = (holderOf(path) ?? '').split(' ');
  if (host === hostname() && !isRunning(Number(pid))) return true;
  try {
    return Date.now() - statSync(path).mtimeMs > longestTurnMs;
  } catch {
    return false;
  }
}

function holderOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';

/** What is large and the same for every clone lies here, outside the checkout. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'deedbox');

const silentLockMs = 60_000;

/**
 * Gives the folder of a cached thing, making it first when it isn't there. `make` fills a temporary folder that takes
 * the final name by one rename, so that an interrupted set-up leaves nothing that looks complete.
 */
export async function cached(name, make) {
  const target = join(cacheFolder, name);
  if (existsSync(target)) return target;
  mkdirSync(cacheFolder, { recursive: true });
  const release = await takeTurn(`${target}.lock`);
  try {
    if (existsSync(target)) return target;
    const temporary = `${target}.${process.pid}.part`;
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
    try {
      await make(temporary);
      renameSync(temporary, target);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
    return target;
  } finally {
    release();
  }
}

/** Waits until no other set-up makes the same thing. A lock whose holder died or fell silent is pushed aside. */
async function takeTurn(path) {
  const own = `${hostname()} ${process.pid}`;
  for (;;) {
    try {
      writeFileSync(path, own, { flag: 'wx' });
      const heartbeat = setInterval(() => utimesSync(path, new Date(), new Date()), silentLockMs / 4);
      heartbeat.unref();
      return () => {
        clearInterval(heartbeat);
        rmSync(path, { force: true });
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(path)) rmSync(path, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function isAbandoned(path) {
  try {
    const [host, pid] = readFileSync(path, 'utf8').split(' ');
    if (host === hostname()) return !isRunning(Number(pid));
    return Date.now() - statSync(path).mtimeMs > silentLockMs;
  } catch {
    return false;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

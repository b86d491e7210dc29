import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isMissing, systemErrorCode } from '../files/file-errors.ts';

const lockFile = 'vault.lock';
const heartbeatMs = 20_000;
/** Another laptop that has not shown itself for so long may be pushed aside, if the person says so. */
const silentForMs = 120_000;

const holderSchema = z.object({ host: z.string(), pid: z.int(), token: z.string(), startedAt: z.string() }).readonly();
type Holder = z.infer<typeof holderSchema>;

/** The right to write to a vault, held by one process at a time. */
export interface VaultLock {
  release(): void;
}

/**
 * Takes the vault for this process. A lock left by a process of this laptop that no longer runs is taken over; one of
 * another laptop only when `takeOver` says so and it has been silent for two minutes. Answers VAULT_IN_USE with the
 * holder's host, pid, the time it was last seen (epoch ms) and whether it may be taken over.
 */
export function acquireLock(folder: string, takeOver: boolean): Result<VaultLock, 'VAULT_IN_USE'> {
  const path = join(folder, lockFile);
  const own: Holder = { host: hostname(), pid: process.pid, token: randomUUID(), startedAt: startOf(process.pid) };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (createExclusively(path, own)) return succeed(keep(path, own));
    const found = readHolder(path);
    if (found === null) continue;
    const { holder, seenAt } = found;
    const local = holder.host === own.host;
    const silent = Date.now() - seenAt > silentForMs;
    const dead = local && !isRunning(holder);
    if (!dead && !(takeOver && !local && silent)) {
      return fail('VAULT_IN_USE', {
        host: holder.host,
        pid: holder.pid,
        lastSeen: seenAt,
        canTakeOver: !local && silent,
      });
    }
    rmSync(path, { force: true });
  }
  return fail('VAULT_IN_USE', { host: hostname(), pid: 0, lastSeen: Date.now(), canTakeOver: false });
}

function keep(path: string, own: Holder): VaultLock {
  const heartbeat = setInterval(() => {
    if (readHolder(path)?.holder.token === own.token) utimesSync(path, new Date(), new Date());
  }, heartbeatMs);
  heartbeat.unref();
  return {
    release: () => {
      clearInterval(heartbeat);
      if (readHolder(path)?.holder.token === own.token) rmSync(path, { force: true });
    },
  };
}

function createExclusively(path: string, own: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The holder and when it last gave a sign; null when the lock has gone. An unreadable lock counts as a dead one. */
function readHolder(path: string): { readonly holder: Holder; readonly seenAt: number } | null {
  try {
    const seenAt = statSync(path).mtimeMs;
    const parsed = holderSchema.safeParse(parseJson(readFileSync(path, 'utf8')));
    const unreadable: Holder = { host: hostname(), pid: -1, token: '', startedAt: '' };
    return { holder: parsed.success ? parsed.data : unreadable, seenAt };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRunning(holder: Holder): boolean {
  if (holder.pid <= 0) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (systemErrorCode(error) !== 'EPERM') return false;
  }
  // The number may have gone to another process since: its start then differs, where the system tells it.
  const start = startOf(holder.pid);
  return start === '' || holder.startedAt === '' || start === holder.startedAt;
}

/** When a process started, in the kernel's ticks since boot, and which boot; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name in parentheses may hold spaces; the start is the 20th field after it.
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}

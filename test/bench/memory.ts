import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { passphrase, person } from '../e2e/actions/vaults.ts';
import type { ElectronProcess } from './electron-process.ts';
import { figure, inTurn, type Figure } from './figure.ts';
import { withPair } from './locked-profile.ts';

const settlingMs = 4000;
const unlocking = `deedbox.call('vault.unlock', ${JSON.stringify({ userName: person, passphrase, takeOver: false })}).then(({ ok }) => ok)`;

/** Where an idle Deedbox waits: at the lock screen, or on the first page behind it. */
export type Place = 'locked' | 'unlocked';

/**
 * Memory of all processes of the idle application. Proportional set size: a page that several processes share is counted
 * once, where adding up working sets would count Chromium's own code five times on both sides.
 */
export function measureMemory(place: Place, repetitions = 5): Promise<Figure> {
  return withPair(async (pair) => {
    const runs = await inTurn(repetitions, {
      ours: () =>
        idleMegabytes(pair.ours, async ({ page }) => {
          if (place === 'unlocked' && (await page.evaluate(unlocking)) !== true) throw new Error('the vault did not open');
        }),
      peer: () => idleMegabytes(pair.empty),
    });
    return figure({
      name: `idle memory of all processes, ${place}`,
      unit: 'MB',
      against: 'empty window, same runtime',
      aim: { of: 'ratio', atMost: 1.4 },
      runs,
      note: `sum of Pss in /proc/*/smaps_rollup over the whole process tree, ${settlingMs / 1000} s after it came to rest`,
    });
  });
}

async function idleMegabytes(
  start: () => Promise<ElectronProcess>,
  prepare: (started: ElectronProcess) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const started = await start();
  try {
    await started.page.evaluate('new Promise((done) => requestIdleCallback(done))');
    await sleep(settlingMs / 2);
    await prepare(started);
    await sleep(settlingMs);
    return treeOf(started.pid).reduce((sum, pid) => sum + pssKilobytes(pid), 0) / 1024;
  } finally {
    await started.close();
  }
}

/** A process and all that came from it, the zygotes included, which Electron's own metrics leave out. */
function treeOf(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /\) \S (\d+)/.exec(readProc(Number(name), 'stat'))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isInside = (one: number | undefined): boolean => one !== undefined && (one === pid || isInside(parents.get(one)));
  return [...parents.keys()].filter(isInside);
}

function pssKilobytes(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0);
}

/** A process may end while we read about it. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

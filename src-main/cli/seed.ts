import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { createCore, type Core } from '../core.ts';
import { openDeviceState } from '../device/device-state.ts';
import { defaultSettings } from '../features/settings/handlers.ts';
import { createOrderedIds } from '../imports/ordered-ids.ts';
import { randomIds, systemClock, systemTimer } from '../system-world.ts';
import { createWorkers } from '../workers/worker-pool.ts';
import type { Command } from './command.ts';
import { seedBook } from './seeding/seed-book.ts';
import { translatorOf } from './words.ts';

const most = 1_000_000;

/** Opens every vault that is seeded without a passphrase on standard input: what lies in it is made up. */
const openPassphrase = 'seeded-lantern-orbit-47-harbour';
const userName = '陈静 Chen Jing';

/**
 * `seed VAULT --contracts N`: a new vault with so many made-up contracts, for measuring and for trying things out. 0
 * made, 2 misused or not possible. A first line on standard input is the passphrase; without one it is told.
 */
export const seed: Command = async (folder, { language, contracts }) => {
  const translate = translatorOf(language === 'auto' ? 'en' : language);
  const count = Number(contracts ?? '1000');
  if (!Number.isInteger(count) || count < 1 || count > most) return complain(translate('seed.error.COUNT', { most }));
  const target = resolve(folder);
  if (!existsSync(dirname(target))) return complain(translate('seed.error.FOLDER', { folder: dirname(target) }));
  const given = process.stdin.isTTY ? '' : firstLine();
  const passphrase = given === '' ? openPassphrase : given;
  const profile = mkdtempSync(join(tmpdir(), 'deedbox-seed-'));
  const workers = createWorkers({ directory: new URL('../workers/', import.meta.url), extension: '.ts' });
  const core = coreWithoutWindow(profile, workers);
  try {
    const made = await makeVault(core, target, passphrase);
    if (made !== null) return complain(translate(`seed.error.${made}`, { folder: target }));
    const started = performance.now();
    const tell = progressLine((done) => translate('seed.progress', { done: done.toLocaleString('en'), count: count.toLocaleString('en'), rate: Math.round((done / (performance.now() - started)) * 1000) }));
    await seedBook({ core, clock: systemClock, contracts: count, onProgress: (done) => tell(done, done === count) });
    console.log(translate(given === '' ? 'seed.doneTold' : 'seed.done', { folder: target, count: count.toLocaleString('en'), name: userName, passphrase, seconds: Math.round((performance.now() - started) / 1000) }));
    return 0;
  } finally {
    core.scheduler.stop();
    core.vaults.lock();
    await workers.close();
    rmSync(profile, { recursive: true, force: true });
  }
};

/** The same core as the window's; dialogs, notices and printing, which need a screen, are not there. */
function coreWithoutWindow(profile: string, workers: ReturnType<typeof createWorkers>): Core {
  const nothing = (): Promise<null> => Promise.resolve(null);
  const silent = (): void => undefined;
  return createCore({
    clock: systemClock,
    timer: systemTimer,
    notifier: { show: () => Promise.resolve('absent') },
    keyStore: { protect: () => null, reveal: () => null, canAskForFinger: () => false, askForFinger: () => Promise.resolve(false) },
    loginItem: { set: () => false },
    ids: createOrderedIds(randomIds, systemClock),
    log: { info: silent, error: (event, facts) => console.error(JSON.stringify({ event, ...facts })) },
    picker: { chooseFolder: nothing, chooseFile: nothing, chooseTarget: nothing, reveal: silent, open: silent },
    printer: { printToPdf: () => Promise.reject(new Error('nothing is printed without a window')) },
    workers,
    kdfTargetMs: 500,
    device: openDeviceState(join(profile, 'device.json'), defaultSettings('zh-CN')),
    nativeBinding: process.env['DEEDBOX_SQLITE_BINDING'] ?? null,
    sampleFolder: join(profile, 'sample'),
    backupFolder: null,
    scheduleFolder: join(profile, 'reminders'),
    systemUnlockFolder: join(profile, 'system-unlock'),
    signatureFont: () => new Uint8Array(),
    fontUrls: { regular: '', bold: '' },
    updates: { releaseKey: () => null, running: () => ({ version: '0.0.0', platform: process.platform, arch: process.arch }) },
    about: () => ({ version: basename(profile), electron: '', chromium: '', node: process.versions.node, platform: process.platform }),
    onStatus: silent,
    onSettings: silent,
    onChanged: silent,
    onProgress: silent,
    onActivity: silent,
    onNoticeOpened: silent,
    onUntold: silent,
    onPresence: silent,
    onLinked: silent,
    onPackOpened: silent,
  });
}

/** Null once the vault is there and open; else why not. The recovery code goes unseen: what lies in it can be made again. */
async function makeVault({ vaults }: Core, folder: string, passphrase: string): Promise<string | null> {
  const begun = await vaults.beginCreate(folder, userName, passphrase);
  if (!begun.ok) return begun.error.code;
  const groups = begun.value.recoveryCode.split('-');
  const made = await vaults.finishCreate(begun.value.askedGroups.map((group) => ({ group, text: groups[group] ?? '' })));
  return made.ok ? null : made.error.code;
}

/** One line that is written over, on a terminal; elsewhere a line for each tenth second. */
function progressLine(sentence: (done: number) => string): (done: number, isLast: boolean) => void {
  let toldAt = 0;
  const pause = process.stderr.isTTY ? 200 : 10_000;
  return (done, isLast) => {
    if (performance.now() - toldAt < pause && !isLast) return;
    toldAt = performance.now();
    process.stderr.write(process.stderr.isTTY ? `\r${sentence(done)}${isLast ? '\n' : ''}` : `${sentence(done)}\n`);
  };
}

function complain(sentence: string): number {
  console.error(sentence);
  return 2;
}

function firstLine(): string {
  return readFileSync(0, 'utf8').split(/\r?\n/, 1)[0] ?? '';
}

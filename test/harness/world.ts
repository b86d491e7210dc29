import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Id } from '#shared/kernel/ids.ts';
import { fromWire, toWire } from '#shared/ipc/wire.ts';
import { findOperation, type InputOf, type OperationName, type OutputOf, type Reply } from '#shared/ipc/registry.ts';
import { createCore, type Core } from '../../src-main/core.ts';
import { openDeviceState } from '../../src-main/device/device-state.ts';
import { judgeOf } from '../../src-main/ipc/declared.ts';
import type { FilePicker, Log, Printer } from '../../src-main/ports.ts';
import { randomIds } from '../../src-main/system-world.ts';
import { createWorkers, type Workers } from '../../src-main/workers/worker-pool.ts';
import { rowsOfOtherKeys } from './name-keys.ts';
import { testClock, testNotifier, testTimer, usualStart, type TestClock, type TestNotifier, type TestTimer } from './time.ts';
import { heldWorkers, type Gate } from './gates.ts';
import { testKeychain, type TestKeychain } from './keychain.ts';

const root = join(import.meta.dirname, '../..');
const fonts = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc');
const printed = join(root, 'test/fixtures/pdf/printed-contract.pdf');

// One pool for all worlds of a process: a thread that reads its program anew for each test took longer than many a test.
// Its threads end by themselves after ten idle seconds and hold no process back.
const sharedWorkers = createWorkers({ directory: new URL('../../src-main/workers/', import.meta.url), extension: '.ts' });

/** A folder that is gone after the test. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'deedbox-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface TestWorld {
  readonly core: Core;
  readonly folder: string;
  readonly clock: TestClock;
  readonly timer: TestTimer;
  readonly notifier: TestNotifier;
  /** The system's keychain; there is none until a test says so. */
  readonly keychain: TestKeychain;
  /** The release key that the program carries; none until a test says so. */
  readonly release: { key: string | null };
  /** What the system was asked to open. */
  readonly opened: string[];
  readonly log: string[];
  readonly changed: (readonly string[])[];
  /** What the next dialogs answer, in turn; null cancels, and a promise leaves the dialog open until it is kept. */
  readonly answers: (string | null | Promise<string | null>)[];
  /** Holds up the next task of that name in a worker. */
  readonly hold: (task: string) => Gate;
  /** What the shell was told of reminders, in order. */
  readonly events: string[];
  /** Whether the system lets Deedbox start at login. */
  readonly login: { isRefused: boolean };
  /** How far slow tasks said they are, as `write 1/4`. */
  readonly progress: string[];
  /** One call through the real router. */
  call<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<Reply<Name>>;
  /** The value of a call that must succeed. */
  must<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** Lets time pass, and everything be done that falls due in it. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
  /** Aborts with the world's end. */
  readonly closed: AbortSignal;
}

export const goodPassphrase = 'lantern-orbit-велосипед-47-苔藓';
export const userName = '陈静 Chen Jing';

/**
 * The whole core in plain Node: real files, real encryption, real workers. Only what needs a screen is replaced: the
 * dialogs answer from a list and the printer gives a PDF that Chromium printed earlier. `start`: what the clock says first.
 * `kdfTargetMs`: what derivations are calibrated to; without it they cost the minimum.
 */
export function testWorld(printer?: Printer, start?: number, kdfTargetMs = 1): TestWorld {
  const { path: folder, remove } = temporaryFolder();
  const clock = testClock(start);
  const timer = testTimer(clock);
  const notifier = testNotifier();
  const keychain = testKeychain();
  const release: TestWorld['release'] = { key: null };
  const opened: string[] = [];
  const log: string[] = [];
  const changed: (readonly string[])[] = [];
  const answers: TestWorld['answers'] = [];
  const events: string[] = [];
  const login = { isRefused: false };
  const progress: string[] = [];
  const note: Log['info'] = (event, facts) => void log.push(JSON.stringify({ event, ...facts }));
  const answer = (): Promise<string | null> => Promise.resolve(answers.shift() ?? null);
  const picker: FilePicker = { chooseFolder: answer, chooseFile: answer, chooseTarget: answer, reveal: () => undefined, open: (path) => void opened.push(path) };
  const closing = new AbortController();
  const workers = heldWorkers(workersUntil(closing.signal));
  const core = createCore({
    clock,
    timer,
    notifier,
    keyStore: keychain,
    loginItem: {
      set: (isOn) => {
        events.push(`login ${isOn}`);
        return !login.isRefused;
      },
    },
    scheduleFolder: join(folder, 'profile', 'reminders'),
    systemUnlockFolder: join(folder, 'profile', 'system-unlock'),
    ids: randomIds,
    log: { info: note, error: note },
    picker,
    printer: printer ?? { printToPdf: () => Promise.resolve(new Uint8Array(readFileSync(printed))) },
    workers,
    // The minimum cost, 64 MiB and 3 passes, is real enough for tests that derive hundreds of times.
    kdfTargetMs,
    device: openDeviceState(join(folder, 'profile', 'device.json'), { language: 'en', theme: 'light', idleLockMinutes: 10 }),
    nativeBinding: null,
    sampleFolder: join(folder, 'profile', 'sample-vault'),
    backupFolder: null,
    signatureFont: () => readFileSync(join(fonts, '400Regular/NotoSansSC_400Regular.ttf')),
    fontUrls: { regular: 'app://print/regular.ttf', bold: 'app://print/bold.ttf' },
    updates: { releaseKey: () => release.key, running: () => ({ version: '1.0.0', platform: 'linux', arch: 'x64' }) },
    about: () => ({ version: '0', electron: '', chromium: '', node: process.versions.node, platform: process.platform }),
    onStatus: () => undefined,
    onSettings: () => undefined,
    onChanged: (features) => void changed.push(features),
    onProgress: (_task, phase, at) => void progress.push(at === undefined ? phase : `${phase} ${at.step}/${at.steps}`),
    onActivity: () => undefined,
    onLinked: () => undefined,
    onPackOpened: () => undefined,
    onNoticeOpened: () => void events.push('noticeOpened'),
    onUntold: (count) => void events.push(`untold ${count}`),
    onPresence: ({ waiting }) => void events.push(`waiting ${waiting}`),
  });
  async function call<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<Reply<Name>>;
  async function call(name: OperationName, input: unknown): Promise<unknown> {
    const reply = await core.router(name, input);
    if (!isTested) return reply;
    if (reply.ok) assertDeclared(name, reply.value);
    // As it arrives in the window.
    return fromWire(toWire(reply));
  }
  return {
    core,
    keychain,
    release,
    opened,
    folder,
    clock,
    timer,
    notifier,
    log,
    changed,
    answers,
    hold: workers.hold,
    events,
    login,
    progress,
    call,
    must: async (name, input) => {
      const reply = await call(name, input);
      if (!reply.ok) throw new Error(`${name} answered ${reply.error.code} ${JSON.stringify(reply.error)}`);
      return reply.value;
    },
    closed: closing.signal,
    pass: (milliseconds) => timer.pass(milliseconds, core.scheduler.idle),
    close: () => {
      core.scheduler.stop();
      const wrong = isTested ? wronglyKeyed(core) : [];
      core.vaults.lock();
      closing.abort();
      remove();
      if (wrong.length > 0) throw new Error(`written without what names are sorted by: ${wrong.join(', ')}`);
      return Promise.resolve();
    },
  };
}

/** Benches measure the same worlds, and must not measure this. */
const isTested = process.env['VITEST'] !== undefined;

/** Nothing but what an operation declares is answered, whether it was read by its schema or only judged (`ipc/declared.ts`). */
function assertDeclared(name: OperationName, value: unknown): void {
  const output = findOperation(name)?.output;
  if (output === undefined || judgeOf(output)(value) !== 'same') return;
  const read = z.safeParse(output, value);
  if (!read.success || !isDeepStrictEqual(read.data, value)) throw new Error(`${name} answers what it does not declare`);
}

/** Every test, whatever it is about, leaves no name without the key that lists are sorted by; of a large vault a part is looked at. */
function wronglyKeyed(core: Core): readonly string[] {
  const session = core.vaults.session();
  return session === null ? [] : rowsOfOtherKeys(session.whole, 500);
}

/** The shared pool as one world has it: what it still has running ends with it. */
function workersUntil(end: AbortSignal): Workers {
  return {
    run: (entry, task, input, options = {}) =>
      sharedWorkers.run(entry, task, input, { ...options, signal: options.signal === undefined ? end : AbortSignal.any([options.signal, end]) }),
    close: () => Promise.resolve(),
  };
}

/**
 * A new vault, open, as it is after the first lock and unlock; gives its folder and the recovery code. It is a copy of one
 * that the process made once: to make a vault derives two keys, and to open it one. While a world has the copy open, others
 * make vaults of their own, for no two living vaults are the same.
 */
export async function createTestVault(world: TestWorld, name = 'vault'): Promise<TestVault> {
  original ??= await makeOriginal();
  if (world.clock.now() !== usualStart || original.isOpen) return makeTestVault(world, name);
  original.isOpen = true;
  world.closed.addEventListener('abort', () => {
    if (original !== null) original.isOpen = false;
  });
  const folder = join(world.folder, name);
  cpSync(original.folder, folder, { recursive: true });
  world.answers.push(folder);
  const picked = await world.must('vault.pickFolder', { purpose: 'open' });
  if (picked === null) throw new Error('no folder was picked');
  await world.must('vault.select', { pickId: picked.pickId });
  await unlockTestVault(world);
  return { folder, recoveryCode: original.recoveryCode };
}

export interface TestVault {
  readonly folder: string;
  readonly recoveryCode: string;
}

let original: (TestVault & { isOpen: boolean }) | null = null;

async function makeOriginal(): Promise<NonNullable<typeof original>> {
  const world = testWorld();
  const { folder, recoveryCode } = await makeTestVault(world);
  world.core.vaults.lock();
  const { path, remove } = temporaryFolder();
  process.once('exit', remove);
  cpSync(folder, path, { recursive: true });
  await world.close();
  return { folder: path, recoveryCode, isOpen: false };
}

/** Makes a vault as a person would, over the same operations. */
export async function makeTestVault(world: TestWorld, name = 'vault'): Promise<TestVault> {
  const folder = join(world.folder, name);
  world.answers.push(await emptyFolder(folder));
  const picked = await world.must('vault.pickFolder', { purpose: 'create' });
  if (picked === null) throw new Error('no folder was picked');
  const { recoveryCode, askedGroups } = await world.must('vault.beginCreate', {
    pickId: picked.pickId,
    userName,
    passphrase: goodPassphrase,
  });
  const groups = recoveryCode.split('-');
  await world.must('vault.finishCreate', {
    confirmations: askedGroups.map((group) => ({ group, text: groups[group]?.toLowerCase() ?? '' })),
  });
  return { folder, recoveryCode };
}

/** Opens the selected vault with the test user's passphrase. */
export function unlockTestVault(world: TestWorld): Promise<Reply<'vault.unlock'>> {
  return world.call('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
}

export function taskId(): Id<'task'> {
  return randomIds.create<'task'>();
}

async function emptyFolder(folder: string): Promise<string> {
  const { mkdir } = await import('node:fs/promises');
  await mkdir(folder, { recursive: true });
  return folder;
}

import { cpSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type BetterSqlite3 from 'better-sqlite3';
import type { ContractPage } from '#shared/features/contracts/list.ts';
import { pageCacheKiB } from '../../src-main/db/open.ts';
import { ask } from '../e2e/actions/ask.ts';
import { launch, type RunningApp } from '../e2e/launch.ts';
import { connectionOf } from '../harness/connection-of.ts';
import { goodPassphrase, userName } from '../harness/world.ts';
import { inFreshVault } from './bench-vault.ts';
import { listPages, registerContracts } from './book.ts';
import { figure, median, percentile, type Figure } from './figure.ts';
import { copyPlain } from './plain-copy.ts';
import { statementsOf, type Recorded } from './sql-replay.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** By then what both sides run through is compiled, in both processes. */
const roundsToBegin = 150;

/**
 * A page of the list as the window asks for it, through Electron's IPC and the bridge, against its statements alone on an
 * unencrypted copy, in the same process. The note tells what of the rest no application can do without: a bare handler that
 * runs those statements and sends the same answer over the same road to a bare page.
 */
export function measureListInWindow(count: number, repetitions = 40): Promise<Figure> {
  return inTemporaryFolder(async (folder) => {
    const statements = await prepareFolders(folder, count);
    const app = await launch(join(folder, 'app'));
    try {
      await openVault(app, join(folder, 'vault'));
      const raw = await openPeer(app, folder, statements);
      const [ours, alone, bare]: [number[], number[], number[]] = [[], [], []];
      // In turns, so that each finds the processor as the other left it; the bare handler, which reads the same copy again, after them.
      for (let round = 0; round < roundsToBegin + repetitions; round += 1) {
        const taken = [await app.page.evaluate(timePages, { pages: listPages, door: 'deedbox' as const }), await raw.timeStatements()] as const;
        if (round >= roundsToBegin) [ours, alone].forEach((side, index) => side.push(...(taken[index] ?? [])));
      }
      for (let round = 0; round < roundsToBegin + repetitions; round += 1) {
        const taken = await raw.timePages();
        if (round >= roundsToBegin) bare.push(...taken);
      }
      const empty = await app.page.evaluate(timeEmptyCalls, repetitions * 5);
      return figure({
        name: `list page in the window, ${count.toLocaleString('en')} contracts, p95`,
        unit: 'ms',
        against: 'its statements alone, unencrypted copy, same process',
        aim: { of: 'ratio', atMost: 1.5 },
        runs: { ours, peer: alone },
        sides: { ours: percentile(ours, 95), peer: percentile(alone, 95) },
        note: `five selections by ${repetitions} runs, timed in the page, after ${roundsToBegin} rounds; the medians are ${median(ours).toFixed(1)} and ${median(alone).toFixed(2)} ms; a bare handler that runs the statements and sends the same answer the same way takes ${percentile(bare, 95).toFixed(1)} ms, ours ${(percentile(ours, 95) / percentile(bare, 95)).toFixed(2)} times that; a call with next to no answer takes the window ${median(empty).toFixed(2)} ms`,
      });
    } finally {
      await app.close();
    }
  });
}

/** A vault and its unencrypted copy in the folder; gives the statements of each page. */
function prepareFolders(folder: string, count: number): Promise<readonly (readonly Recorded[])[]> {
  return inFreshVault(async (world, _, vault) => {
    const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 200 });
    registerContracts(world, parties.map(({ id }) => id), count);
    cpSync(copyPlain(world, 'plain'), join(folder, 'plain'), { recursive: true });
    const statements: (readonly Recorded[])[] = [];
    for (const page of listPages) statements.push(await statementsOf(connectionOf(world), () => world.must('contracts.list', page)));
    world.core.vaults.lock();
    cpSync(vault, join(folder, 'vault'), { recursive: true });
    return statements;
  });
}

async function openVault(app: RunningApp, vault: string): Promise<void> {
  await app.answerDialogs(vault);
  const picked = await ask(app, 'vault.pickFolder', { purpose: 'open' });
  if (picked === null) throw new Error('no folder was picked');
  await ask(app, 'vault.select', { pickId: picked.pickId });
  await ask(app, 'vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
  // What a new vault is told of in the background is none of a page's time.
  for (let before = await cpuMs(app), quiet = 0; quiet < 3; ) {
    await sleep(1_000);
    const now = await cpuMs(app);
    quiet = now - before < 100 ? quiet + 1 : 0;
    before = now;
  }
}

function cpuMs({ electron }: RunningApp): Promise<number> {
  return electron.evaluate(() => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  });
}

/** The peer: a handler in main, and a hidden window with a preload script that does nothing but ask it. */
async function openPeer(app: RunningApp, folder: string, statements: readonly (readonly Recorded[])[]) {
  const answers = await Promise.all(listPages.map((page) => ask(app, 'contracts.list', page)));
  const preload = join(folder, 'preload.js');
  writeFileSync(preload, `const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('raw', { call: (name, input) => ipcRenderer.invoke('raw:call', name, input) });`);
  const driver = createRequire(import.meta.url).resolve('better-sqlite3');
  await app.electron.evaluate(async ({ BrowserWindow, ipcMain }, given) => {
    const Driver = process.getBuiltinModule('node:module').createRequire(given.driver)(given.driver) as typeof BetterSqlite3;
    const binding = process.env['DEEDBOX_SQLITE_BINDING'];
    const db = new Driver(`${given.plain}/plain-core.db`, binding === undefined ? {} : { nativeBinding: binding });
    for (const schema of ['clauses', 'finance']) db.prepare(`ATTACH ? AS ${schema}`).run(`${given.plain}/plain-${schema}.db`);
    for (const schema of ['main', 'clauses', 'finance']) db.pragma(`${schema}.cache_size = -${given.cache}`);
    db.exec('PRAGMA temp_store = MEMORY');
    const prepared = given.statements.map((some) => some.map(({ kind, statement }) => ({ kind, ready: db.prepare(statement.text), values: statement.values })));
    const run = (index: number) => {
      for (const { kind, ready, values } of prepared[index] ?? []) ready[kind](...values);
    };
    ipcMain.handle('raw:call', (_, name: string, input: number) => {
      if (name === 'page') {
        run(input);
        return JSON.stringify({ ok: true, value: given.answers[input] });
      }
      return prepared.map((_some, index) => {
        const started = performance.now();
        run(index);
        return performance.now() - started;
      });
    });
    const window = new BrowserWindow({ show: false, webPreferences: { preload: given.preload, sandbox: true, contextIsolation: true, backgroundThrottling: false } });
    await window.loadURL('data:text/html,raw');
  }, { driver, plain: join(folder, 'plain'), cache: pageCacheKiB, statements, answers, preload });
  const inPeer = <Value>(script: string): Promise<Value> =>
    app.electron.evaluate(({ BrowserWindow }, code) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('data:'));
      return window?.webContents.executeJavaScript(code) as Promise<never>;
    }, script);
  return {
    timePages: () => inPeer<number[]>(`(${timePages.toString()})({ pages: ${JSON.stringify(listPages.map((_, index) => index))}, door: 'raw' })`),
    timeStatements: () => inPeer<number[]>(`raw.call('statements', 0)`),
  };
}

/** Runs in a page. */
async function timePages({ pages, door }: { readonly pages: readonly (ContractPage | number)[]; readonly door: 'deedbox' | 'raw' }): Promise<number[]> {
  const taken: number[] = [];
  for (const page of pages) {
    const started = performance.now();
    JSON.parse(String(await window[door].call(door === 'raw' ? 'page' : 'contracts.list', page)));
    taken.push(performance.now() - started);
  }
  return taken;
}

/** Runs in a page. */
async function timeEmptyCalls(count: number): Promise<number[]> {
  const taken: number[] = [];
  for (let call = 0; call < count; call += 1) {
    const started = performance.now();
    JSON.parse(String(await window.deedbox.call('settings.get', undefined)));
    taken.push(performance.now() - started);
  }
  return taken;
}

interface Door {
  call(operation: string, input: unknown): Promise<unknown>;
}

declare const window: Window & { readonly deedbox: Door; readonly raw: Door };

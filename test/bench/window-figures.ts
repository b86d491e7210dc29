import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { renderDocument } from '#shared/features/documents/render.ts';
import { pageLabelsByLanguage, renderPrintPage } from '#shared/features/documents/print-page.ts';
import { sampleValues } from '#shared/features/templates/seeds/samples.ts';
import { seedTemplate } from '#shared/features/templates/seeds/seed-templates.ts';
import { goTo } from '../e2e/actions/contracts.ts';
import { createVault } from '../e2e/actions/vaults.ts';
import { launch, type RunningApp } from '../e2e/launch.ts';
import { wordsIn } from '../e2e/words.ts';
import { figure, median, type Figure } from './figure.ts';

const repetitions = 7;
const words = wordsIn('en');
const unlockField = `input[type="password"]`;

/** From launching to the passphrase field, against an empty window of the same Electron, started the same way. */
export async function measureStart(): Promise<Figure> {
  const ours: number[] = [];
  const peer: number[] = [];
  await withLockedProfile(async (profile) => {
    for (let run = 0; run < repetitions; run += 1) {
      peer.push(await startMilliseconds(() => launchEmpty(), (page) => page.waitForSelector('h1')));
      ours.push(await startMilliseconds(() => launch(profile).then(({ electron }) => electron), (page) => page.waitForSelector(unlockField)));
    }
  });
  return figure({ name: 'start to usable unlock screen', unit: 'ms', ours: median(ours), peer: median(peer), against: 'an empty window', aim: { atMost: 1.3 } });
}

/** Memory of all processes on the idle unlock screen (proportional set size), against an empty window. */
export async function measureMemory(): Promise<Figure> {
  const ours: number[] = [];
  const peer: number[] = [];
  await withLockedProfile(async (profile) => {
    for (let run = 0; run < 3; run += 1) {
      const empty = await launchEmpty();
      await (await empty.firstWindow()).waitForSelector('h1');
      peer.push(await idleMegabytes(empty));
      await empty.close();
      const app = await launch(profile);
      await app.page.waitForSelector(unlockField);
      ours.push(await idleMegabytes(app.electron));
      await app.electron.close();
    }
  });
  return figure({ name: 'idle memory of all processes', unit: 'MB', ours: median(ours), peer: median(peer), against: 'an empty window', aim: { atMost: 1.4 } });
}

/** A signed bilingual PDF through the whole application, against Chromium's bare print of the same page. */
export async function measureExport(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'deedbox-bench-'));
  const app = await launch(folder);
  const ours: number[] = [];
  const peer: number[] = [];
  try {
    await app.setSettings({ language: 'en' });
    await app.page.getByText(words('vault.welcome.sample')).first().click();
    await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
    await ask(app, 'signing.createIdentity', { commonName: 'Bench', organisation: '' });
    const contractId = await bilingualContract(app);
    const html = printedPage();
    for (let run = 0; run < repetitions; run += 1) {
      peer.push(await barePrintMilliseconds(app.electron, html));
      await app.answerDialogs(join(folder, `export-${run}.pdf`));
      const started = performance.now();
      await ask(app, 'signing.exportSigned', { contractId, taskId: crypto.randomUUID() });
      ours.push(performance.now() - started);
    }
  } finally {
    await app.close();
  }
  return figure({ name: 'signed bilingual sales contract (15 pages)', unit: 'ms', ours: median(ours), peer: median(peer), against: 'bare printToPDF', aim: { atMost: 1.5 } });
}

async function withLockedProfile(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'deedbox-bench-'));
  try {
    const app = await launch(folder);
    await app.setSettings({ language: 'en' });
    await createVault(app, words);
    await app.electron.close();
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startMilliseconds(start: () => Promise<ElectronApplication>, usable: (page: Page) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  const electron = await start();
  await usable(await electron.firstWindow());
  const elapsed = performance.now() - started;
  await electron.close();
  return elapsed;
}

/** The smallest Electron application: one window, one heading. */
async function launchEmpty(): Promise<ElectronApplication> {
  const folder = mkdtempSync(join(tmpdir(), 'deedbox-empty-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', type: 'module', main: 'main.js' }));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>empty</title><h1>empty</h1>');
  writeFileSync(
    join(folder, 'main.js'),
    `import { app, BrowserWindow } from 'electron';
     app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } }).loadFile('index.html'));`,
  );
  const executablePath = process.env['ELECTRON_EXEC_PATH'];
  return _electron.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    cwd: folder,
    args: ['.', `--user-data-dir=${join(folder, 'profile')}`, '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

async function idleMegabytes(electron: ElectronApplication): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const pids = await electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  const kilobytes = pids.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

function barePrintMilliseconds(electron: ElectronApplication, html: string): Promise<number> {
  return electron.evaluate(async ({ BrowserWindow, session }, page) => {
    const own = session.fromPartition(`bare-${Math.random()}`);
    const { readFileSync } = process.getBuiltinModule('node:fs');
    own.protocol.handle('app', ({ url }) =>
      url.endsWith('.ttf')
        ? new Response(new Uint8Array(readFileSync(`out/fonts/${url.split('/').at(-1) ?? ''}`)), { headers: { 'Content-Type': 'font/ttf', 'Access-Control-Allow-Origin': '*' } })
        : new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
    );
    const started = performance.now();
    const window = new BrowserWindow({ show: false, webPreferences: { session: own, sandbox: true, javascript: false, enableBlinkFeatures: 'PageMarginBoxes' } });
    await window.loadURL('app://print/page.html');
    await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true });
    const elapsed = performance.now() - started;
    window.destroy();
    return elapsed;
  }, html);
}

/** The page that the export prints, fetching the same fonts. */
function printedPage(): string {
  const { bodyZh, bodyEn, variables } = seedTemplate('sales');
  const html = renderDocument({ bodyZh, bodyEn, variables, language: 'bilingual', values: sampleValues('sales'), withheldKeys: [], number: 'HT-2026-0001', mode: 'print' });
  const fontUrls = { regular: 'app://print/regular.ttf', bold: 'app://print/bold.ttf' };
  return renderPrintPage({ html, title: 'Bench', number: 'HT-2026-0001', language: 'bilingual', fontUrls, pageLabels: pageLabelsByLanguage.bilingual, signatureAnchor: 'signature-a' });
}

async function bilingualContract(app: RunningApp): Promise<string> {
  const list = (await ask(app, 'contracts.list', { search: '', sort: 'number', offset: 0, limit: 50 })) as { contracts: { id: string; language: string }[] };
  const contract = list.contracts.find(({ language }) => language === 'bilingual');
  if (contract === undefined) throw new Error('the sample vault has no bilingual contract');
  await goTo(app.page, `/contracts/${contract.id}`);
  return contract.id;
}

async function ask({ page }: RunningApp, operation: string, input: unknown): Promise<unknown> {
  const reply = (await page.evaluate(([name, given]) => window.deedbox.call(String(name), given), [operation, input] as const)) as { ok: boolean; value: unknown };
  if (!reply.ok) throw new Error(`${operation} failed: ${JSON.stringify(reply)}`);
  return reply.value;
}

declare const window: Window & { readonly deedbox: { call(operation: string, input: unknown): Promise<unknown> } };

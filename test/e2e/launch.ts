import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Settings } from '#shared/features/settings/model.ts';

const root = join(import.meta.dirname, '../..');

/** Deedbox in a real window, with a profile folder of its own. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Where vaults and exported files of this run go. */
  readonly folder: string;
  /** Errors that main wrote to its log. */
  readonly log: readonly string[];
  /** What the system's next dialogs answer: a path, or null for cancelled. */
  answerDialogs(...answers: readonly (string | null)[]): Promise<void>;
  setSettings(settings: Partial<Settings>): Promise<void>;
  setSize(width: number, height: number): Promise<void>;
  /** Ends the application and starts it again on the same profile. */
  restart(): Promise<RunningApp>;
  close(): Promise<void>;
}

/** Starts the built application. The path of Electron comes from set-up through the environment. */
export async function launch(folder = mkdtempSync(join(tmpdir(), 'deedbox-e2e-'))): Promise<RunningApp> {
  mkdirSync(join(folder, 'profile'), { recursive: true });
  const executablePath = process.env['ELECTRON_EXEC_PATH'];
  const electron = await _electron.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    cwd: root,
    args: [
      '.',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--disable-gpu',
      // The shipped application keeps the sandbox; Chromium refuses it to root, whom CI is.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const log: string[] = [];
  electron.process().stderr?.on('data', (chunk: Buffer) => {
    log.push(...chunk.toString().split('\n').filter((line) => line.startsWith('{"level":"error"')));
  });
  const page = await electron.firstWindow();
  page.setDefaultTimeout(15_000);
  await page.waitForLoadState('domcontentloaded');
  const close = async (): Promise<void> => {
    await electron.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    electron,
    page,
    folder,
    log,
    answerDialogs: (...answers) => answerDialogs(electron, answers),
    setSettings: async (settings) => {
      await page.evaluate((change) => window.deedbox.call('settings.update', change), settings);
    },
    setSize: async (width, height) => {
      await electron.evaluate(({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      }, { width, height });
      await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, { width, height });
    },
    restart: async () => {
      await electron.close();
      return launch(folder);
    },
    close,
  };
}

/** Lets the dialogs of the system, which no test can click, answer from a list. Everything around them stays real. */
async function answerDialogs(electron: ElectronApplication, answers: readonly (string | null)[]): Promise<void> {
  await electron.evaluate(({ dialog }, given) => {
    const queue = [...given];
    dialog.showOpenDialog = () => {
      const path = queue.shift() ?? null;
      return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
    };
    dialog.showSaveDialog = () => {
      const path = queue.shift() ?? null;
      return Promise.resolve({ canceled: path === null, filePath: path ?? '' });
    };
  }, answers);
}

declare const window: Window & { readonly deedbox: { call(operation: string, input: unknown): Promise<unknown> } };

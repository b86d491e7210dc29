import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Settings } from '#shared/features/settings/model.ts';
import { ask } from './actions/ask.ts';
import { haveOwnScreen } from './screen.ts';

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

/** Starts the built application. Where Electron lies, the environment says, which set-up made. */
export async function launch(folder = mkdtempSync(join(tmpdir(), 'deedbox-e2e-'))): Promise<RunningApp> {
  mkdirSync(join(folder, 'profile'), { recursive: true });
  await haveOwnScreen();
  const { electron, page } = await startUntilAnswering(folder);
  const log: string[] = [];
  electron.process().stderr?.on('data', (chunk: Buffer) => {
    log.push(...chunk.toString().split('\n').filter((line) => line.startsWith('{"level":"error"')));
  });
  const close = async (): Promise<void> => {
    await end(electron);
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    electron,
    page,
    folder,
    log,
    answerDialogs: (...answers) => answerDialogs(electron, answers),
    setSettings: async (settings) => {
      await ask({ page }, 'settings.update', settings);
    },
    setSize: async (width, height) => {
      await untilAnswered(() =>
        electron.evaluate(({ BrowserWindow }, size) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
        }, { width, height }),
      );
      await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, { width, height });
    },
    restart: async () => {
      await end(electron);
      return launch(folder);
    },
    close,
  };
}

interface Started {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

const patienceMs = 20_000;

/**
 * A start that shows no window in time is ended, said aloud and made again: what is tested begins once it answers.
 */
async function startUntilAnswering(folder: string): Promise<Started> {
  for (let attempt = 1; ; attempt += 1) {
    let electron: ElectronApplication | undefined;
    const starting = startElectron(folder).then(async (started) => {
      electron = started;
      const page = await started.firstWindow();
      page.setDefaultTimeout(15_000);
      await page.waitForLoadState('domcontentloaded');
      await ask({ page }, 'settings.get');
      return { electron: started, page };
    });
    const answering = await Promise.race([starting, lapse(patienceMs)]);
    if (answering !== null) return answering;
    process.stderr.write(`  Electron showed no window within ${patienceMs / 1000} s (start ${attempt})\n`);
    starting.catch(() => undefined);
    electron?.process().kill('SIGKILL');
    if (attempt === 3) throw new Error('Electron did not start in three tries');
  }
}

function startElectron(folder: string): Promise<ElectronApplication> {
  // Without a path of its own Playwright asks the electron package, and only then holds back `ready` until it is attached.
  return _electron.launch({
    cwd: root,
    timeout: patienceMs,
    args: [
      '.',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--disable-gpu',
      // As whoever asks for less motion sees it: a menu that still grows moves away from under the pointer on a busy machine.
      '--force-prefers-reduced-motion',
      // The shipped application keeps the sandbox; Chromium refuses it to root, whom CI is.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

/**
 * Ends the application as a person would. One that has not gone in time is ended by force and said aloud: what was tested
 * is over by then.
 */
async function end(electron: ElectronApplication): Promise<void> {
  const child = electron.process();
  const gone = await Promise.race([electron.close().then(() => true), lapse(patienceMs)]);
  if (gone !== null) return;
  process.stderr.write(`  Electron did not end within ${patienceMs / 1000} s and was killed\n`);
  child.kill('SIGKILL');
}

function lapse(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, null).unref());
}

/** Lets the dialogs of the system, which no test can click, answer from a list. Everything around them stays real. */
async function answerDialogs(electron: ElectronApplication, answers: readonly (string | null)[]): Promise<void> {
  await untilAnswered(() =>
    electron.evaluate(({ dialog }, given) => {
      const queue = [...given];
      dialog.showOpenDialog = () => {
        const path = queue.shift() ?? null;
        return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
      };
      dialog.showSaveDialog = () => {
        const path = queue.shift() ?? null;
        return Promise.resolve({ canceled: path === null, filePath: path ?? '' });
      };
    }, answers),
  );
}

/**
 * Arranges something in the main process that may be arranged twice. What the driver waits for there can be collected as
 * garbage before it answers: then it says so, whatever was done, and it is asked anew, aloud.
 */
async function untilAnswered(arrange: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await arrange();
      return;
    } catch (error) {
      if (attempt === 3 || !String(error).includes('garbage collected')) throw error;
      process.stderr.write('  an answer of the main process was lost and is asked for anew\n');
    }
  }
}

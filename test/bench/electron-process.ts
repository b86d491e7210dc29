import { spawn, type ChildProcess } from 'node:child_process';
import { connectDevtools, type DevtoolsPage } from './devtools.ts';

/** An Electron started as a person would start it, with nothing between us and its page but the debugging port. */
export interface ElectronProcess {
  readonly pid: number;
  /** Milliseconds since the epoch, on the clock that pages use too, just before the process was made. */
  readonly spawnedAt: number;
  readonly page: DevtoolsPage;
  close(): Promise<void>;
}

export interface ElectronStart {
  /** The application's folder, which becomes the working folder. */
  readonly app: string;
  readonly profile: string;
}

const patienceMs = 20_000;

/**
 * Starts an application in the runtime that set-up chose. Every application of a ratio is started by this. On a screen
 * in memory Electron now and then never shows a window: such a start is ended, said aloud, and made again.
 */
export async function startElectron(start: ElectronStart): Promise<ElectronProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(start);
    } catch (error) {
      if (attempt === 3) throw error;
      process.stderr.write(`  a start was abandoned and is not counted: ${String(error)}\n`);
    }
  }
}

async function startOnce({ app, profile }: ElectronStart): Promise<ElectronProcess> {
  const executable = process.env['ELECTRON_EXEC_PATH'];
  if (executable === undefined) throw new Error('ELECTRON_EXEC_PATH is missing: start with npm run bench');
  const spawnedAt = performance.timeOrigin + performance.now();
  const child = spawn(executable, ['.', '--remote-debugging-port=0', ...switches(profile)], {
    cwd: app,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const noWindow = ended.then(() => Promise.reject(new Error(`no window within ${patienceMs / 1000} s, or the process ended`)));
  try {
    const page = await Promise.race([debuggingUrl(child).then(connectDevtools), noWindow]);
    return { pid: child.pid ?? 0, spawnedAt, page, close: () => close(child, page, ended) };
  } finally {
    clearTimeout(impatience);
    noWindow.catch(() => undefined);
  }
}

async function close(child: ChildProcess, page: DevtoolsPage, ended: Promise<void>): Promise<void> {
  page.quit();
  const giveUp = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(giveUp);
}

function switches(profile: string): readonly string[] {
  // The shipped application keeps the sandbox; Chromium refuses it to root, whom CI is.
  return [`--user-data-dir=${profile}`, '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
}

function debuggingUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      const url = /DevTools listening on (ws:\S+)/.exec(told)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('close', () => reject(new Error(`Electron ended before it listened: ${told.slice(-2000)}`)));
  });
}

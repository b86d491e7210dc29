import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { haveOwnScreen } from '../screen.ts';
import { wordsIn } from '../words.ts';
import { ask } from '../actions/ask.ts';

// The program as people get it: packed, with its fuses flipped. The inspector that Playwright's Electron driver needs
// is switched off in it, so it is driven over Chromium's own debugging port.

const root = join(import.meta.dirname, '../../..');
const executable = join(root, 'dist/linux-unpacked/deedbox');
const words = wordsIn('en');

let profile: string;
let program: ChildProcess;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await haveOwnScreen();
  // Built anew, the application would vanish under the journeys beside this one.
  const packed = spawnSync('node', [join(root, 'scripts/package.mjs'), '--built'], { cwd: root, encoding: 'utf8' });
  expect(packed.status, packed.stdout + packed.stderr).toBe(0);
  expect(packed.stdout).toContain('ok  OnlyLoadAppFromAsar on');
  browser = await startUntilAnswering();
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the packaged program opened no window');
  page = context.pages()[0] ?? (await context.waitForEvent('page'));
});

test.afterAll(async () => {
  await (browser as Browser | undefined)?.close();
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill();
  await ended;
  rmSync(profile, { recursive: true, force: true });
});

test('the packaged program opens the sample vault and shows a contract’s text', async () => {
  await ask({ page }, 'settings.update', { language: 'en' });
  await page.getByText(words('vault.welcome.sample')).first().click();
  await page.getByRole('button', { name: words('app.lock') }).waitFor();
  await page.evaluate(() => {
    location.hash = '#/contracts';
  });
  await page.getByRole('searchbox', { name: words('contracts.searchLabel') }).fill('买卖');
  await page.getByText('买卖合同').first().click();
  await expect(page.getByText('中华人民共和国民法典').first()).toBeVisible();
});

test('it signs with a worker and a native module out of the archive', async () => {
  expect(await ask({ page }, 'signing.createIdentity', { commonName: 'Packaged', organisation: '' })).toMatchObject({ commonName: 'Packaged' });
});

test('it takes no file from outside its archive', async () => {
  const about = await ask({ page }, 'settings.about');
  expect(about.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(page.url()).toMatch(/^app:\/\/deedbox\//);
});

/**
 * A start that does not answer, as happens on a busy machine without a screen, is ended with all its processes and made
 * again in a fresh profile: what a killed one left there must not hold up the next.
 */
async function startUntilAnswering(): Promise<Browser> {
  for (let attempt = 1; ; attempt += 1) {
    profile = mkdtempSync(join(tmpdir(), 'deedbox-packaged-'));
    program = spawn(
      executable,
      ['--remote-debugging-port=0', `--user-data-dir=${profile}`, '--disable-gpu', '--lang=en-US', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      // Were the fuses not flipped, each of these would turn the program into something else.
      { stdio: 'ignore', detached: true, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require /nonexistent.js' } },
    );
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
      const port = openedPort();
      const connected = port === null ? null : await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 10_000 }).catch(() => null);
      if (connected !== null) return connected;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    process.stderr.write(`  the packaged program did not answer within 20 s (start ${attempt})\n`);
    if (program.pid !== undefined) process.kill(-program.pid, 'SIGKILL');
    rmSync(profile, { recursive: true, force: true });
    if (attempt === 5) throw new Error('the packaged program did not start in five tries');
  }
}

/**
 * The port that the program opened, once it said so. A port chosen before and knocked at until somebody opens it may
 * answer by itself: the knock is given that very port to come from, and then nobody else can open it.
 */
function openedPort(): number | null {
  const file = join(profile, 'DevToolsActivePort');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator } from 'playwright-core';
import { mainRoutes, openPage } from '../actions/pages.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Twice the size in a window of 1280 by 800 leaves a page of 640 by 400: nothing is lost (WCAG 1.4.4), and nobody has to
// scroll to the side to read a line (1.4.10; tables and boards scroll in themselves).

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'en', theme: 'light' });
  await app.setSize(1280, 800);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await app.page.waitForFunction(() => innerWidth === 640);
  await photograph('welcome');
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await app.page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
});
test.afterAll(() => app.close());

const words = wordsIn('en');

test('at twice the size every page keeps its buttons and asks for no scrolling to the side', async () => {
  const found: string[] = [];
  for (const route of await mainRoutes(app)) {
    await openPage(app, route);
    found.push(...(await losses()).map((loss) => `${route}: ${loss}`));
    await photograph(route.replace(/[0-9a-f]{8}-[0-9a-f-]+/, 'one').replace(/\W+/g, '-'));
  }
  expect(found).toEqual([]);
});

test('at twice the size the navigation folds and leads on, and a dialog shows its last button', async () => {
  const { page } = app;
  await openPage(app, '/contracts');
  const navigation = page.getByRole('navigation', { name: words('app.rail.label') });
  expect((await navigation.boundingBox())?.width ?? 640).toBeLessThan(80);
  await navigation.getByRole('link', { name: words('app.place.settings') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words('settings.title') })).toBeVisible();
  await openPage(app, '/clauses');
  await page.getByRole('button', { name: words('clauses.add'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await isReachable(dialog.getByRole('button').last());
  await photograph('dialog');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await isReachable(page.getByRole('dialog').getByRole('combobox'));
  await photograph('palette');
});

/** What of this page is wider than the window, and which of its main buttons can't be brought into view. */
async function losses(): Promise<string[]> {
  return app.page.evaluate(() => {
    const main = document.querySelector('main');
    const found: string[] = [];
    for (const element of [document.documentElement, main, document.querySelector('header')]) {
      if (element !== null && element.scrollWidth > element.clientWidth + 1) found.push(`${element.tagName} is ${element.scrollWidth} wide in ${element.clientWidth}`);
    }
    for (const button of document.querySelectorAll<HTMLElement>('main .MuiButton-contained, header button, header a')) {
      if (!button.checkVisibility()) continue;
      button.scrollIntoView({ block: 'center', inline: 'nearest' });
      const { left, top, width, height } = button.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      // One that can't be pressed lets what lies behind it answer.
      const isThere = there !== null && (button.contains(there) || there.contains(button));
      if (!isThere) found.push(`“${(button.textContent ?? '').trim() || (button.getAttribute('aria-label') ?? '')}” can’t be reached`);
    }
    main?.scrollTo({ top: 0 });
    return found;
  });
}

/** As `shoot`, which sees but a quarter of a window that is zoomed. */
async function photograph(name: string): Promise<void> {
  const folder = process.env['DEEDBOX_SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await app.page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  const picture = await app.electron.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64') ?? '');
  writeFileSync(join(folder, `zoom-${name}.png`), Buffer.from(picture, 'base64'));
}

async function isReachable(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  await expect(target).toBeInViewport({ ratio: 1 });
}

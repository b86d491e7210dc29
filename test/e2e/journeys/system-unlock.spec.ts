import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { createVault } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// The machine that this runs on has no keychain: the settings say so, offer nothing, and nothing is kept.

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

test('where the system has no keychain, system unlock is said not to be available, and only the passphrase is asked for', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, wordsIn('zh-CN'));
  for (const [language, theme] of [['zh-CN', 'light'], ['en', 'dark']] as const) {
    const words = wordsIn(language);
    await app.setSettings({ language, theme });
    await goTo(page, '/settings');
    const section = page.getByRole('region', { name: words('vault.system.title') });
    await section.scrollIntoViewIfNeeded();
    await expect(section.getByText(words('vault.system.unavailable'))).toBeVisible();
    await expect(section.getByRole('button')).toHaveCount(0);
    await shoot(app, `system-unlock-${language}`);
  }
  const english = wordsIn('en');
  await page.getByRole('banner').getByRole('button', { name: english('app.lock') }).click();
  await expect(page.getByRole('button', { name: english('vault.unlock.submit'), exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: english('vault.system.open') })).toHaveCount(0);
  const place = join(app.folder, 'profile', 'system-unlock');
  expect(existsSync(place) ? readdirSync(place) : []).toEqual([]);
});

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { createVault, passphrase, unlock } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// The machine that this runs on has no keychain: the settings say so, offer nothing, and nothing is kept. Then Electron is
// told that there is one, which is all that is not real here.

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

test('where it has one, it is switched on with the passphrase, opens the vault, and is withdrawn in one click', async () => {
  const { page } = app;
  await pretendKeychain();
  const chinese = wordsIn('zh-CN');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await unlock(app, chinese);
  await goTo(page, '/settings');
  const section = page.getByRole('region', { name: chinese('vault.system.title') });
  await section.scrollIntoViewIfNeeded();
  await section.getByRole('button', { name: chinese('vault.system.on') }).click();
  const dialog = page.getByRole('dialog', { name: chinese('vault.system.dialogTitle') });
  await dialog.getByLabel(chinese('vault.system.passphrase'), { exact: true }).fill('not the passphrase');
  await dialog.getByRole('button', { name: chinese('vault.system.submit') }).click();
  await expect(dialog.getByText(chinese('errorsOf.vault.enableSystemUnlock.WRONG_CREDENTIALS'))).toBeVisible();
  await shoot(app, 'system-unlock-dialog-zh-CN');
  await dialog.getByLabel(chinese('vault.system.passphrase'), { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: chinese('vault.system.submit') }).click();
  await expect(section.getByText(chinese('vault.system.isOn'))).toBeVisible();
  await shoot(app, 'system-unlock-on-zh-CN');
  await page.getByRole('banner').getByRole('button', { name: chinese('app.lock') }).click();
  await app.setSettings({ language: 'en', theme: 'dark' });
  const english = wordsIn('en');
  const open = page.getByRole('button', { name: english('vault.system.open') });
  await expect(open).toBeVisible();
  await shoot(app, 'system-unlock-lock-en');
  await open.click();
  await expect(page.getByRole('banner').getByRole('button', { name: english('app.lock') })).toBeVisible();
  await goTo(page, '/settings');
  const englishSection = page.getByRole('region', { name: english('vault.system.title') });
  await englishSection.getByRole('button', { name: english('vault.system.off') }).click();
  await expect(englishSection.getByText(english('vault.system.isOn'))).toHaveCount(0);
  expect(readdirSync(join(app.folder, 'profile', 'system-unlock'))).toEqual([]);
});

/** Lets Electron's safe storage say that a keychain stands behind it; it goes on sealing as it does without one. */
async function pretendKeychain(): Promise<void> {
  await app.electron.evaluate(({ safeStorage }) => {
    safeStorage.setUsePlainTextEncryption(true);
    safeStorage.isEncryptionAvailable = () => true;
    safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret';
  });
}

import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createParty, goTo } from '../actions/contracts.ts';
import { createVault, labelled, passphrase, person } from '../actions/vaults.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A laptop may be lost: what was backed up is rehearsed, restored into another folder and opened there; and the log
// tells who did what.

const words = wordsIn('zh-CN');
const what = (feature: string, operation: string) => `${words(`features.${feature}`)} · ${words(`operations.${feature}.${operation}`)}`;
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

test('a vault is backed up, its restore rehearsed, and the restored vault opened with the same passphrase', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  await createParty(app, words, 0);
  const [stick, restored] = [join(app.folder, 'stick'), join(app.folder, 'restored')];
  mkdirSync(stick);
  mkdirSync(restored);

  await goTo(page, '/backups');
  await expect(page.getByText(words('backups.empty.title'))).toBeVisible();
  await shoot(app, 'backups-empty-zh');
  await app.answerDialogs(stick, restored);
  await page.getByRole('button', { name: words('backups.place.choose') }).click();
  await expect(page.getByText(stick)).toBeVisible();
  await page.getByRole('button', { name: words('backups.run') }).click();
  await expect(page.getByText(words('backups.done'))).toBeVisible({ timeout: 30_000 });
  expect(readdirSync(stick)).toHaveLength(1);

  await page.getByRole('button', { name: words('backups.drill.run') }).click();
  await expect(page.getByText(words('backups.drill.passed'), { exact: true })).toBeVisible({ timeout: 30_000 });
  await shoot(app, 'backups-zh');
  await app.setSettings({ language: 'en', theme: 'dark' });
  await shoot(app, 'backups-en-dark');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });

  // A disk that was pulled out is not one without backups.
  renameSync(stick, `${stick}-away`);
  await goTo(page, '/settings');
  await expect(page.getByText(words('errors.BACKUP_FOLDER_MISSING'))).toBeVisible();
  await goTo(page, '/backups');
  await expect(page.getByText(words('errors.BACKUP_FOLDER_MISSING')).first()).toBeVisible();
  await expect(page.getByText(words('backups.empty.title'))).toHaveCount(0);
  renameSync(`${stick}-away`, stick);
  await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));

  await page.getByRole('table').getByRole('button', { name: /恢复/ }).click();
  await expect(page.getByText(restored)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: words('backups.openRestored') }).click();
  await labelled(page, words('vault.userName.label')).fill(person);
  await labelled(page, words('vault.passphrase.label')).fill(passphrase);
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).click();
  await page.getByRole('button', { name: words('app.lock') }).waitFor();
  await goTo(page, '/parties');
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('the log names who did what, finds one thing’s events, and is found whole', async () => {
  const { page } = app;
  await goTo(page, '/audit');
  await expect(page.getByRole('cell', { name: what('parties', 'create') }).first()).toBeVisible();
  await page.getByRole('button', { name: words('audit.chain.check') }).click();
  await expect(page.getByText(/记录完好/)).toBeVisible();
  await shoot(app, 'audit-zh');
  await app.setSettings({ language: 'en', theme: 'dark' });
  await shoot(app, 'audit-en-dark');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await page.getByRole('button', { name: new RegExp(`只看${words('audit.kind.party')}`) }).first().click();
  await expect(page.getByRole('cell', { name: what('vault', 'finishCreate') })).toHaveCount(0);
  const target = join(app.folder, 'log.csv');
  await app.answerDialogs(target);
  await page.getByRole('button', { name: words('audit.export'), exact: true }).click();
  await expect(page.getByText('log.csv')).toBeVisible();
  await page.getByRole('button', { name: words('audit.showAll') }).click();
  await expect(page.getByRole('cell', { name: what('audit', 'exportList') })).toBeVisible();
});

test('a colleague is removed, and the keys that they held are changed at once', async () => {
  const { page } = app;
  await goTo(page, '/settings');
  await page.getByRole('button', { name: words('users.invite') }).click();
  const dialog = page.getByRole('dialog');
  await labelled(page, words('users.name')).fill('李法务');
  await dialog.getByRole('button', { name: words('users.add'), exact: true }).click();
  await dialog.getByRole('button', { name: words('users.handedOver') }).click();
  await page.getByRole('button', { name: words('users.removeOne', { name: '李法务' }) }).click();
  await page.getByRole('alertdialog').or(dialog).getByRole('button', { name: words('users.remove'), exact: true }).click();
  await expect(page.getByText(/已更换密钥：/)).toBeVisible({ timeout: 30_000 });
  await page.getByText(/已更换密钥：/).scrollIntoViewIfNeeded();
  await shoot(app, 'keys-zh');
  await goTo(page, '/permissions');
  await expect(page.getByRole('columnheader', { name: new RegExp(words('vault.role.drafter')) })).toBeVisible();
  await shoot(app, 'permissions-zh');
  await app.setSettings({ language: 'en', theme: 'dark' });
  await shoot(app, 'permissions-en-dark');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await page.getByRole('button', { name: words('app.lock') }).click();
  await labelled(page, words('vault.userName.label')).fill(person);
  await labelled(page, words('vault.passphrase.label')).fill(passphrase);
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).click();
  await goTo(page, '/audit');
  await expect(page.getByRole('cell', { name: what('users', 'rotateKeys') }).first()).toBeVisible();
});

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo } from '../actions/contracts.ts';
import { createVault, labelled, passphrase, person, unlock } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

const words = wordsIn('en');
let app: RunningApp;
test.beforeEach(async () => {
  app = await launch();
  await app.setSettings({ language: 'en' });
});
test.afterEach(() => app.close());

const passphraseField = () => labelled(app.page, words('vault.passphrase.label'));

test('the vault locks by button, by menu, when the laptop sleeps and when its screen locks', async () => {
  await createVault(app, words);
  const ways: readonly (() => Promise<unknown>)[] = [
    () => app.page.getByRole('button', { name: words('app.lock') }).click(),
    () =>
      app.electron.evaluate(({ Menu }) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
        items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+L')?.click();
      }),
    () => app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
    () => app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')),
  ];
  for (const lock of ways) {
    await lock();
    await expect(passphraseField()).toBeVisible();
    await unlock(app, words);
  }
});

test('no text of a contract stays on the page once the vault is locked', async () => {
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
  await goTo(app.page, '/contracts');
  await app.page.getByText('HT-2026-0001').or(app.page.getByText(/HT-\d{4}-0001/)).first().waitFor();
  await app.page.getByRole('button', { name: words('app.lock') }).click();
  await app.page.getByText(words('vault.sample.open')).first().waitFor();
  expect(await app.page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/HT-\d{4}-000\d|云帆|Yunfan/);
});

test('a wrong passphrase gives one sentence, the third makes the person wait', async () => {
  await createVault(app, words);
  await app.page.getByRole('button', { name: words('app.lock') }).click();
  const submit = app.page.getByRole('button', { name: words('vault.unlock.submit'), exact: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await passphraseField().fill('not the passphrase');
    await submit.click();
    await app.page.getByRole('alert').first().waitFor();
    await expect(passphraseField()).toHaveValue(/.*/);
  }
  const waiting = words('vault.unlock.wait', { seconds: '' }).split(' ')[0] ?? '';
  await expect(app.page.getByRole('button', { name: new RegExp(waiting) })).toBeDisabled();
});

test('a second vault is made, and each opens with its own content', async () => {
  const first = await createVault(app, words);
  await app.page.getByRole('button', { name: words('app.lock') }).click();
  const other = join(app.folder, 'second');
  mkdirSync(other);
  await app.page.getByText(words('vault.unlock.chooseOther')).click();
  await app.page.getByRole('button', { name: words('vault.others.create') }).click();
  await app.answerDialogs(other);
  await app.page.getByRole('button', { name: words('vault.create.folder.choose') }).click();
  await app.page.getByText(other).waitFor();
  expect(first).not.toBe(other);
});

test('language, theme and the window’s place outlive a restart', async () => {
  await createVault(app, words);
  await app.setSettings({ language: 'zh-CN', theme: 'dark' });
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1100, height: 700 }));
  app = await app.restart();
  await expect(app.page.getByRole('button', { name: wordsIn('zh-CN')('vault.unlock.submit'), exact: true })).toBeVisible();
  const bounds = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  expect(bounds).toMatchObject({ width: 1100, height: 700 });
  expect(await app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await unlock(app, wordsIn('zh-CN'));
});

test('the sample vault is marked, and deleting it leaves nothing', async () => {
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await expect(app.page.getByText(words('app.sample.text'))).toBeVisible();
  await app.page.getByRole('button', { name: words('app.sample.delete') }).click();
  const question = app.page.getByRole('alertdialog').or(app.page.getByRole('dialog'));
  await question.getByRole('button').last().click();
  await expect(app.page.getByText(words('vault.welcome.title'))).toBeVisible();
});

test('the passphrase is changed in the settings, and the old one opens nothing', async () => {
  await createVault(app, words);
  const changed = await app.page.evaluate(
    (given) => window.deedbox.call('vault.changePassphrase', given),
    { current: passphrase, next: 'brass kettle rain 91 bamboo grove' },
  );
  expect(changed).toMatchObject({ ok: true });
  await app.page.getByRole('button', { name: words('app.lock') }).click();
  const old = await app.page.evaluate((given) => window.deedbox.call('vault.unlock', given), { userName: person, passphrase, takeOver: false });
  expect(old).toMatchObject({ ok: false, error: { code: 'WRONG_CREDENTIALS' } });
});

declare const window: Window & { readonly deedbox: { call(operation: string, input: unknown): Promise<unknown> } };

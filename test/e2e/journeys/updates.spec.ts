import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeReleaseKey, makeUpdate } from '../../harness/update-files.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A newer version comes on a USB stick: a changed file and an older version are refused with a sentence; the genuine one
// is shown, the vault is backed up, and the installer is laid in a folder and handed to the system.

const key = makeReleaseKey();
const system = { platform: process.platform, arch: process.arch };
const ending = { win32: '-setup.exe', darwin: '.dmg' }[process.platform as string] ?? '.AppImage';
let app: RunningApp;
test.beforeAll(async () => {
  process.env['DEEDBOX_TEST_RELEASE_KEY'] = key.publicKey;
  app = await launch();
  delete process.env['DEEDBOX_TEST_RELEASE_KEY'];
});
test.afterAll(() => app.close());

test('an update is taken from a signed file only, after a backup, and opened by the system', async () => {
  const { page } = app;
  const chinese = wordsIn('zh-CN');
  const [stick, target] = [join(app.folder, 'stick'), join(app.folder, 'target')];
  mkdirSync(stick);
  mkdirSync(target);
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openPath = (path) => {
      opened.push(path);
      return Promise.resolve('');
    };
  });
  const opened = () => app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  const fileName = `Deedbox-9.0.0-${process.arch}${ending}`;
  const update = await makeUpdate(stick, 'new', key, system, fileName);
  const old = await makeUpdate(stick, 'old', key, { ...system, version: '0.0.1' }, fileName);
  const changed = join(stick, 'changed.deedbox-update');
  const bytes = readFileSync(update.path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  writeFileSync(changed, bytes);

  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await page.getByText(chinese('vault.welcome.sample')).first().click();
  await page.getByRole('banner').getByRole('button', { name: chinese('app.lock') }).waitFor();
  await goTo(page, '/settings');
  const section = (words: typeof chinese) => page.getByRole('region', { name: words('updates.title') });
  const choose = async (words: typeof chinese, path: string) => {
    await app.answerDialogs(path, target);
    await section(words).getByRole('button', { name: words('updates.open') }).click();
  };
  await choose(chinese, changed);
  await expect(section(chinese).getByRole('alert')).toHaveText(chinese('errors.UPDATE_DAMAGED'));
  await section(chinese).scrollIntoViewIfNeeded();
  await shoot(app, 'updates-refused-zh-CN');
  await choose(chinese, old.path);
  await expect(section(chinese).getByRole('alert')).toContainText('0.0.1');
  await choose(chinese, update.path);
  await expect(page.getByRole('dialog', { name: chinese('updates.dialog.title', { version: '9.0.0' }) }).getByText('更快的合同台账。')).toBeVisible();
  await shoot(app, 'updates-dialog-zh-CN');
  await page.getByRole('dialog').getByRole('button', { name: chinese('ui.cancel') }).click();

  const english = wordsIn('en');
  await app.setSettings({ language: 'en', theme: 'dark' });
  await choose(english, update.path);
  const dialog = page.getByRole('dialog', { name: english('updates.dialog.title', { version: '9.0.0' }) });
  await expect(dialog.getByText('A faster contract book.')).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: english('updates.dialog.backup') })).toBeChecked();
  await shoot(app, 'updates-dialog-en');
  await dialog.getByRole('button', { name: english('updates.dialog.go') }).click();
  await expect(section(english).getByText(english('updates.opened', { path: join(target, fileName) }))).toBeVisible({ timeout: 30_000 });
  await section(english).scrollIntoViewIfNeeded();
  await shoot(app, 'updates-opened-en');
  expect(readdirSync(target)).toEqual([fileName]);
  expect(readFileSync(join(target, fileName)).equals(update.installer)).toBe(true);
  expect(await opened()).toEqual([join(target, fileName)]);
  expect((await ask(app, 'backups.overview')).backups.length).toBeGreaterThan(0);
});

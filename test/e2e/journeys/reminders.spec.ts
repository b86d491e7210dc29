import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { addDays } from '#shared/kernel/day.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { todayHere } from '../actions/record.ts';
import { createVault, unlock } from '../actions/vaults.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { startNotificationDaemon, type NotificationDaemon } from '../notifications.ts';
import { wordsIn } from '../words.ts';

// What falls due is told by the system's own notifications, once; a click leads to the contract, after the vault is open.

test.describe.configure({ mode: 'serial' });

const words = wordsIn('zh-CN');
const today = todayHere();
let app: RunningApp;
let daemon: NotificationDaemon;
test.beforeAll(async () => {
  daemon = await startNotificationDaemon();
  app = await launch();
});
test.afterEach(({}, info) => {
  if (info.status !== info.expectedStatus) process.stderr.write(daemon.log().slice(-4000));
});
test.afterAll(async () => {
  await app.close();
  daemon.close();
});

/** A signed contract that ends so many days from today; gives its id. */
async function register(title: string, days: number): Promise<string> {
  const record = {
    ...{ recordKind: 'standalone', parentId: null, direction: 'none', parties: [], confidentiality: 'internal', ownerName: '', department: '', tags: [], renewalType: 'none', details: {} },
    ...{ signedOn: addDays(today, -300), effectiveOn: addDays(today, -300), expiresOn: addDays(today, days) },
  };
  const contract = await ask(app, 'contracts.register', { title, contractType: 'services', number: '', language: 'zh', stage: 'signed', record, amount: null });
  return contract.summary.id;
}

const notified = () => daemon.notified().map(({ title }) => title);

test('a contract that ends is told by the system, once, and the click opens it', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  // At any hour at which the test runs.
  const policy = await ask(app, 'reminders.policy');
  await ask(app, 'reminders.savePolicy', { policy: { ...policy, remindAt: 0, quiet: null } });

  const id = await register('浮标维护合同', 7);
  await expect.poll(notified).toEqual(['合同到期：还有 7 天']);
  expect(daemon.notified()[0]?.body).toContain('浮标维护合同');
  await goTo(page, '/reminders');
  const row = page.locator('[data-reminder="expiry"]');
  await expect(row).toContainText('浮标维护合同');
  await expect(page.getByRole('banner').getByRole('link', { name: words('reminders.bell.some_other', { count: '1' }) })).toBeVisible();
  await shoot(app, 'reminders-now-zh');
  // The daemon hands a click on only once it has drawn the notification, which it does in its own time.
  await expect(async () => {
    if (!page.url().includes(id)) await daemon.click();
    await page.waitForURL(new RegExp(`#/contracts/${id}`), { timeout: 4000 });
  }).toPass({ timeout: 20_000 });

  // Neither a restart of the vault nor of the application tells it again.
  await page.getByRole('button', { name: words('app.lock') }).click();
  await unlock(app, words);
  await goTo(page, '/reminders');
  await expect(row).toHaveCount(1);

  // Put off, taken back, acknowledged by key.
  await row.getByRole('button', { name: new RegExp(`^${words('reminders.snooze')}`) }).click();
  await page.getByRole('menuitem', { name: words('reminders.until.tomorrow') }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('tab', { name: words('reminders.view.snoozed') }).click();
  await expect(row).toHaveCount(1);
  await shoot(app, 'reminders-snoozed-zh');
  await row.focus();
  await page.keyboard.press('a');
  await expect(row).toHaveCount(0);
  await page.getByRole('tab', { name: words('reminders.view.history') }).click();
  await expect(row).toHaveCount(1);
  await shoot(app, 'reminders-history-zh');
  expect(notified()).toHaveLength(1);
});

test('a click while the vault is locked opens the contract after it was unlocked', async () => {
  const { page } = app;
  const id = await register('仓库租赁合同', 30);
  await expect.poll(notified).toHaveLength(2);
  await page.getByRole('button', { name: words('app.lock') }).click();
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).waitFor();
  await daemon.click();
  await unlock(app, words);
  await page.waitForURL(new RegExp(`#/contracts/${id}`));
});

test('many at once are one message, what is past is listed, and the calendar holds what is to come', async () => {
  const { page } = app;
  await goTo(page, '/reminders');
  await register('旧服务合同', -12);
  for (const number of [1, 2, 3, 4, 5]) await register(`批量合同 ${number}`, 60);
  await expect.poll(async () => (await ask(app, 'reminders.count')).waiting).toBeGreaterThanOrEqual(6);
  expect(notified().length).toBeLessThanOrEqual(7);
  await page.getByRole('tab', { name: new RegExp(words('reminders.view.overdue')) }).click();
  await expect(page.locator('[data-due="expiry"]')).toContainText('旧服务合同');
  await shoot(app, 'reminders-overdue-zh');
  await page.getByRole('tab', { name: words('reminders.view.coming') }).click();
  await shoot(app, 'reminders-coming-zh');
  const target = join(app.folder, 'due.ics');
  await app.answerDialogs(target);
  await page.getByRole('button', { name: words('reminders.calendar.export') }).click();
  await page.getByRole('menuitem', { name: words('reminders.calendar.withNames') }).click();
  await expect.poll(() => existsSync(target)).toBe(true);
  expect(readFileSync(target, 'utf8')).toContain('BEGIN:VEVENT');
});

test('in the background the window closes into the tray, and the settings say what works here', async () => {
  const { page } = app;
  await goTo(page, '/settings');
  const section = page.getByRole('region', { name: words('reminders.settings.title') });
  await section.getByRole('button', { name: words('reminders.settings.test') }).click();
  await expect(section.getByText(words('reminders.settings.state.shown'))).toBeVisible();
  await section.scrollIntoViewIfNeeded();
  await shoot(app, 'reminders-settings-zh');
  await section.getByRole('checkbox', { name: words('reminders.settings.backgroundOn') }).or(section.getByRole('switch', { name: words('reminders.settings.backgroundOn') })).click();
  await expect.poll(() => existsSync(join(app.folder, 'profile', 'reminders', 'locked-schedule.json'))).toBe(true);
  const isVisible = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(isVisible).toBe(false);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  await ask(app, 'reminders.setDevice', { background: false });
  await app.setSettings({ language: 'en', theme: 'dark' });
  await goTo(page, '/reminders?view=coming');
  await shoot(app, 'reminders-coming-en-dark');
  await app.setSize(1920, 1080);
  await goTo(page, '/reminders');
  await shoot(app, 'reminders-now-en-dark-1920');
});

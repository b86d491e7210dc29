import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { createVault, labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Once a quarter an administrator looks at who may open the vault: confirms, withdraws, and files the report.

const words = wordsIn('zh-CN');
const shots = process.env['DEEDBOX_SHOTS'];
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

async function shoot(name: string): Promise<void> {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await app.page.waitForTimeout(500);
  await app.page.screenshot({ path: join(shots, `${name}.png`) });
}

test('people are reviewed, one is withdrawn and cannot open the vault until enabled again', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  const invited: Record<string, string> = {};
  for (const [name, role] of [['李法务', 'legal'], ['王财务', 'finance']] as const) {
    invited[name] = (await ask(app, 'users.invite', { name, roles: [role] })).passphrase;
  }

  await goTo(page, '/access');
  await shoot('access-zh');
  await page.getByRole('button', { name: words('access.review.start') }).click();
  const finish = page.getByRole('button', { name: words('access.review.finish') });
  await expect(finish).toBeDisabled();
  await page.getByRole('button', { name: words('access.withdrawOne', { name: '李法务' }) }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('access.withdraw') }).click();
  await expect(page.getByText(words('access.decision.withdrawn', { name: '陈静 Chen Jing' }))).toBeVisible();
  await expect(page.getByText(/已更换密钥/)).toBeVisible({ timeout: 30_000 });
  await shoot('access-running-zh');
  await app.setSettings({ language: 'en', theme: 'dark' });
  await shoot('access-running-en-dark');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  for (const name of ['王财务', '陈静 Chen Jing']) await page.getByRole('button', { name: words('access.confirmOne', { name }) }).click();
  await finish.click();
  await expect(page.getByText(words('access.review.finished'))).toBeVisible();
  const target = join(app.folder, 'review.pdf');
  await app.answerDialogs(target);
  await page.getByRole('button', { name: /PDF/ }).click();
  await expect(page.getByText(words('access.review.saved', { fileName: 'review.pdf' }))).toBeVisible({ timeout: 30_000 });
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
  await shoot('access-done-zh');

  await ask(app, 'users.invite', { name: '周工', roles: ['finance'] });
  await goTo(page, '/settings');
  await expect(page.getByText(words('users.disabled'))).toBeVisible();
  await shoot('people-zh');
  await page.getByRole('button', { name: words('users.renewOne', { name: '周工' }) }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('users.renew') }).click();
  await expect(page.locator('[data-passphrase]')).toHaveText(/[A-Z0-9]{4,}/u);
  await shoot('first-passphrase-zh');
  await page.getByRole('button', { name: words('users.handedOver') }).click();
  await page.getByRole('button', { name: words('users.changeOne', { name: '周工' }) }).click();
  for (const role of ['legal', 'finance']) await page.getByRole('dialog').getByRole('checkbox', { name: words(`vault.role.${role}`) }).click();
  await page.getByRole('dialog').getByRole('button', { name: words('users.saveRoles') }).click();
  await expect(page.getByText(/已更换密钥/)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await page.getByRole('button', { name: words('users.enableOne', { name: '李法务' }) }).click();
  await expect(page.getByText(words('users.enabled', { name: '李法务' }))).toBeVisible();
  await page.getByRole('button', { name: words('users.disableOne', { name: '李法务' }) }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('users.disable') }).click();
  // The keys that they held are changed at once.
  await expect(page.getByText(/已更换密钥/)).toBeVisible({ timeout: 30_000 });
  await goTo(page, '/contracts');
  await page.getByRole('searchbox', { name: words('contracts.searchLabel') }).fill('并购');
  await expect(page.getByText(words('contracts.noneFound.title'))).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).click();
  await labelled(page, words('vault.userName.label')).fill('李法务');
  await labelled(page, words('vault.passphrase.label')).fill(invited['李法务'] ?? '');
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).click();
  await expect(page.getByText(words('errors.USER_DISABLED'))).toBeVisible();
  await shoot('disabled-zh');
  // Who has no key to texts is told what was looked through.
  await labelled(page, words('vault.userName.label')).fill('王财务');
  await labelled(page, words('vault.passphrase.label')).fill(invited['王财务'] ?? '');
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).click();
  await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
  // What somebody else looked for, and where, is not theirs.
  await expect(page).toHaveURL(/#\/$/);
  await goTo(page, '/contracts');
  await expect(page.getByRole('searchbox', { name: words('contracts.searchLabel') })).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: words('app.palette.placeholder') }).fill('违约');
  await expect(page.getByRole('note')).toHaveText(words('ui.searchNote.textsWithheld'));
  await shoot('palette-withheld-zh');
});

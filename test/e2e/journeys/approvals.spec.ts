import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createParty, fillContract, goTo } from '../actions/contracts.ts';
import { createVault, labelled, passphrase, person } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Two people share a laptop: the one drafts, the other sends back and approves, and nothing is signed before that.

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

async function become(name: string, secret: string): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: words('app.lock') }).click();
  await labelled(page, words('vault.userName.label')).fill(name);
  await labelled(page, words('vault.passphrase.label')).fill(secret);
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).click();
  await page.getByRole('button', { name: words('app.lock') }).waitFor();
}

test('a contract is sent back, mended, approved by a colleague and only then signed', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  await createParty(app, words, 0);
  await createParty(app, words, 1);

  await goTo(page, '/settings');
  await page.getByRole('button', { name: words('users.invite') }).click();
  const dialog = page.getByRole('dialog');
  await labelled(page, words('users.name')).fill('李法务');
  await shoot('invite-zh');
  await dialog.getByRole('button', { name: words('users.add'), exact: true }).click();
  const secret = await dialog.locator('[data-passphrase]').innerText();
  await dialog.getByRole('button', { name: words('users.handedOver') }).click();
  await expect(page.getByText('李法务').first()).toBeVisible();
  await shoot('people-zh');

  await goTo(page, '/approvals/flows');
  await page.getByRole('button', { name: words('approvals.flows.add') }).click();
  await labelled(page, words('approvals.flows.name')).fill('标准审批');
  await expect(dialog.getByText('李法务')).toBeVisible();
  await shoot('flow-zh');
  await dialog.getByRole('button', { name: words('approvals.flows.save') }).click();
  await expect(page.getByRole('heading', { name: '标准审批' })).toBeVisible();
  await shoot('flows-zh');

  await goTo(page, '/templates');
  await page.getByRole('link', { name: words('templates.use') }).or(page.getByRole('button', { name: words('templates.use') })).first().click();
  await fillContract(app, 'sales', 'zh');
  await page.getByRole('button', { name: words('contracts.form.submitNew') }).click();
  await page.waitForURL(/#\/contracts\/[0-9a-f-]{36}/);
  const contract = new URL(page.url()).hash.slice(1);
  const card = page.getByRole('region', { name: words('approvals.card') });
  const target = join(app.folder, 'signed.pdf');

  // Not before it was approved.
  await page.getByRole('button', { name: words('signing.export.createAndExport') }).click();
  await expect(page.getByText(words('errors.APPROVAL_NEEDED')).first()).toBeVisible();

  await labelled(page, words('approvals.note')).fill('请审付款条款');
  await card.getByRole('button', { name: words('approvals.submit') }).click();
  await expect(card.locator('[data-task="pending"]')).toContainText('李法务');
  await shoot('submitted-zh');

  await become('李法务', secret);
  await goTo(page, '/');
  await shoot('home-zh');
  await page.getByRole('link', { name: words('approvals.waiting.open') }).click();
  await shoot('inbox-zh');
  await page.getByRole('tabpanel').getByRole('link').first().click();
  await card.getByRole('button', { name: words('approvals.return') }).click();
  await expect(card.getByText(words('approvals.reasonNeeded'))).toBeVisible();
  await labelled(page, words('approvals.comment')).fill('第八条请写明开票时间');
  await card.getByRole('button', { name: words('approvals.return') }).click();
  await expect(card.getByText(words('approvals.state.returned')).first()).toBeVisible();

  await become(person, passphrase);
  await goTo(page, contract);
  await expect(card.getByText('第八条请写明开票时间')).toBeVisible();
  await card.getByRole('button', { name: words('approvals.submit') }).click();
  await expect(card.locator('[data-task="pending"]')).toHaveCount(1);

  await become('李法务', secret);
  await goTo(page, contract);
  await card.getByRole('button', { name: words('approvals.approve'), exact: true }).click();
  await expect(card.getByText(words('approvals.state.approved')).first()).toBeVisible();

  await become(person, passphrase);
  await goTo(page, contract);
  await shoot('approved-zh');
  await app.answerDialogs(target);
  await page.getByRole('button', { name: new RegExp(`${words('signing.export.createAndExport')}|${words('signing.export.submit')}`) }).click();
  await expect(page.getByText('signed.pdf').first()).toBeVisible({ timeout: 60_000 });
  expect(statSync(target).size).toBeGreaterThan(50_000);

  await goTo(page, '/approvals');
  await page.getByRole('tab', { name: words('approvals.tab.figures') }).click();
  await expect(page.getByRole('cell', { name: '李法务' })).toBeVisible();
  await app.setSettings({ language: 'en', theme: 'dark' });
  await shoot('figures-en-dark');
});

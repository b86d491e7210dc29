import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createParty, fillContract, goTo } from '../actions/contracts.ts';
import { createVault, labelled, passphrase, person } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A template is written anew, looked at by a second person and published; an older contract is on superseded text, and a
// new one shows the fallback that was put in from the library.

const words = wordsIn('zh-CN');
const shots = process.env['DEEDBOX_SHOTS'];
const fallback = '本合同以纸质文件签署并加盖公章；电子文本仅供存档。';
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

async function makeContract(): Promise<string> {
  const { page } = app;
  await goTo(page, '/templates');
  await page.getByRole('link', { name: words('templates.use') }).or(page.getByRole('button', { name: words('templates.use') })).first().click();
  await fillContract(app, 'sales', 'zh');
  await page.getByRole('button', { name: words('contracts.form.submitNew') }).click();
  await page.waitForURL(/#\/contracts\/[0-9a-f-]{36}/);
  return new URL(page.url()).hash.slice(1);
}

test('a template is drafted, reviewed and published, and contracts tell the difference', async () => {
  const { page } = app;
  const dialog = page.getByRole('dialog');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  await createParty(app, words, 0);
  await createParty(app, words, 1);
  await goTo(page, '/settings');
  await page.getByRole('button', { name: words('users.invite') }).click();
  await labelled(page, words('users.name')).fill('李法务');
  await dialog.getByRole('button', { name: words('users.add'), exact: true }).click();
  const secret = await dialog.locator('[data-passphrase]').innerText();
  await dialog.getByRole('button', { name: words('users.handedOver') }).click();
  const older = await makeContract();

  await goTo(page, '/templates/manage');
  await page.getByRole('button', { name: words('templates.keeping.newVersionOf', { title: '买卖合同' }), exact: true }).click();
  await page.waitForURL(/#\/templates\/versions\//);
  const version = new URL(page.url()).hash.slice(1);
  await labelled(page, words('templates.text.zh', { number: '1' })).fill('货物买卖合同');
  const insert = page.getByRole('button', { name: /后插入条款库的条款$/ });
  const place = insert.nth((await insert.count()) - 2);
  const number = Number(/\d+/.exec((await place.getAttribute('aria-label')) ?? '')?.[0]);
  await place.click();
  await dialog.getByText('约定的电子签名方式').click();
  await labelled(page, words('templates.text.zh', { number: String(number + 2) })).fill(fallback);
  await labelled(page, words('templates.text.en', { number: String(number + 2) })).fill('This contract is signed and sealed on paper; electronic copies are for the file only.');
  await page.getByRole('button', { name: words('templates.text.remove', { number: String(number + 3) }), exact: true }).click();
  await shoot('template-text-zh');
  await page.getByRole('tab', { name: words('templates.versionPage.tryOut') }).click();
  await expect(page.getByRole('region', { name: words('templates.trial.findings') })).toBeVisible();
  await shoot('template-try-zh');
  await page.getByRole('tab', { name: words('templates.versionPage.variables') }).click();
  await shoot('template-variables-zh');
  await page.getByRole('tab', { name: words('templates.versionPage.compare') }).click();
  await expect(page.getByText(fallback)).toBeVisible();
  await shoot('template-compare-zh');
  await page.getByRole('button', { name: words('templates.step.submit') }).click();
  await expect(page.getByText(words('templates.status.in_review')).first()).toBeVisible();

  await become('李法务', secret);
  await goTo(page, '/');
  await expect(page.getByText(words('templates.due.waiting', { count: '1' }))).toBeVisible();
  await goTo(page, version);
  await page.getByRole('button', { name: words('templates.step.publish') }).click();
  await dialog.getByRole('button', { name: words('templates.step.publish') }).click();
  await expect(page.getByText(words('templates.status.published')).first()).toBeVisible();

  await become(person, passphrase);
  await goTo(page, older);
  await expect(page.getByText(words('templates.superseded.note', { version: '1', present: '2' }))).toBeVisible();
  await shoot('contract-superseded-zh');
  await goTo(page, '/templates/manage');
  await expect(page.getByRole('region', { name: words('templates.superseded.title') }).getByRole('link')).toHaveCount(1);
  await shoot('templates-manage-zh');

  await makeContract();
  const card = page.getByRole('region', { name: words('clauses.card.title') });
  await expect(card.locator('[data-deviation="fallback"]')).toContainText(words('clauses.state.fallback', { number: '1' }));
  await card.scrollIntoViewIfNeeded();
  await shoot('contract-deviations-zh');

  await goTo(page, '/clauses');
  await expect(page.getByRole('heading', { name: words('clauses.title') })).toBeVisible();
  await shoot('clauses-zh');
  await app.setSettings({ language: 'en', theme: 'dark' });
  await shoot('clauses-en-dark');
  await goTo(page, '/templates/manage');
  await shoot('templates-manage-en-dark');
});

import { expect, test } from '@playwright/test';
import { sampleEntry } from '../../harness/entries.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { createVault, labelled, unlock } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What is changed of a draft, its sums too, outlasts a lock, until it is saved as a version or given up.

const words = wordsIn('en');
let app: RunningApp;
let page: RunningApp['page'];
let contractId: string;
const left = () => page.getByRole('note').filter({ hasText: `“${words('contracts.unfinished.dialog.revision')}”` });
const title = () => labelled(page, words('contracts.form.titleField'));
const amount = () => page.getByRole('textbox', { name: 'Contract price' });
const lockAndUnlock = async () => {
  await page.evaluate(() => globalThis.dispatchEvent(new Event('beforelock')));
  await ask(app, 'vault.lock', undefined);
  await unlock(app, words);
};

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launch();
  page = app.page;
  await app.setSettings({ language: 'en', theme: 'light' });
  await createVault(app, words);
  await app.setSize(1280, 800);
  contractId = (await ask(app, 'contracts.create', await sampleEntry({ must: (name, input) => ask(app, name, input) }, { titles: 'Sounders' }))).summary.id;
});
test.afterAll(() => app.close());

test('a revision is gone on with from its contract, and saved as a version', async () => {
  await goTo(page, `/contracts/${contractId}/revise`);
  await title().fill('Sounders, second lot');
  await amount().fill('98765');
  await lockAndUnlock();
  await expect(title()).toHaveValue('Sounders, second lot');
  await expect(amount()).toHaveValue(/^98,?765/u);
  await goTo(page, `/contracts/${contractId}`);
  await left().getByRole('link', { name: words('contracts.unfinished.goOn') }).click();
  await expect(title()).toHaveValue('Sounders, second lot');
  await expect(amount()).toHaveValue(/^98,?765/u);
  for (const [language, theme] of [['zh-CN', 'light'], ['en', 'dark']] as const) {
    await app.setSettings({ language, theme });
    await shoot(app, `resumed-revision-${language}-${theme}`);
  }
  await page.getByRole('button', { name: words('contracts.form.submitRevise') }).click();
  await expect(page.getByText(words('contracts.form.revised', { version: '2' }))).toBeVisible();
  await expect(left()).toHaveCount(0);
});

test('a revision that is given up is no more', async () => {
  await goTo(page, `/contracts/${contractId}/revise`);
  await expect(title()).toHaveValue('Sounders, second lot');
  await title().fill('Sounders, third lot');
  await lockAndUnlock();
  await page.locator('a[href="#/"]').first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('leaveGuard.discard') }).click();
  await expect(title()).toHaveCount(0);
  await goTo(page, `/contracts/${contractId}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sounders, second lot' })).toBeVisible();
  await expect(left()).toHaveCount(0);
  await page.getByRole('link', { name: words('contracts.page.revise') }).click();
  await expect(title()).toHaveValue('Sounders, second lot');
  expect(app.log).toEqual([]);
});

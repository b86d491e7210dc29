import { expect, test } from '@playwright/test';
import { sampleEntry } from '../../harness/entries.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shootIn } from '../actions/shoot.ts';
import { unfinishedForms } from '../actions/unfinished.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What is changed of a draft, its sums too, outlasts a lock, until it is saved as a version or given up.

const words = wordsIn('en');
let app: RunningApp;
let page: RunningApp['page'];
const { leftOf, lockAndUnlock } = unfinishedForms(() => app, words);
let contractId: string;
const left = () => leftOf('revision');
const title = () => labelled(page, words('contracts.form.titleField'));
const amount = () => page.getByRole('textbox', { name: 'Contract price' });

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWithVault(words);
  page = app.page;
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
  await shootIn(app, 'resumed-revision', [['zh-CN', 'light'], ['en', 'dark']]);
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

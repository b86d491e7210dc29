import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { signedRecord } from '../actions/record.ts';
import { createVault, labelled, passphrase, person } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Another program opens a link to a contract, as a second start of Deedbox with the link as its argument.

const words = wordsIn('en');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

const openLink = (link: string) =>
  app.electron.evaluate(({ app: running }, argument) => void running.emit('second-instance', {}, ['deedbox', argument], '/'), link);

const record = signedRecord();

test('a link opens its contract once the vault is open, and says so when there is none of that number', async () => {
  const { page } = app;
  await app.setSettings({ language: 'en', theme: 'light' });
  await createVault(app, words);
  await ask(app, 'contracts.register', { title: 'Bearings', contractType: 'purchase', language: 'en', stage: 'signed', number: '采购-7', record, amount: null });
  await page.getByRole('button', { name: words('app.lock') }).click();
  await openLink('deedbox://contract/%E9%87%87%E8%B4%AD-7');
  await labelled(page, words('vault.userName.label')).fill(person);
  await labelled(page, words('vault.passphrase.label')).fill(passphrase);
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bearings' })).toBeVisible();

  await openLink('deedbox://contract/NO-SUCH');
  await expect(page.getByText(words('app.link.unknown', { number: 'NO-SUCH' }))).toBeVisible();
  await openLink('deedbox://settings/../../etc/passwd');
  await expect(page.getByRole('heading', { level: 1, name: 'Bearings' })).toBeVisible();
});

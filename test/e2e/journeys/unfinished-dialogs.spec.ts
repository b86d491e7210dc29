import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { signedRecord } from '../actions/record.ts';
import { shoot } from '../actions/shoot.ts';
import { unfinishedForms } from '../actions/unfinished.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What is typed into a dialog of a contract outlasts a lock of the vault: the contract offers it again, and it is gone on
// with until it is saved or given up.

const words = wordsIn('en');
const record = signedRecord();
const amount = { inclusive: { minor: 12_000_000, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' };
let app: RunningApp;
let page: RunningApp['page'];
const { left, lockAndUnlock } = unfinishedForms(() => app, words);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWithVault(words);
  page = app.page;
  const { id } = (await ask(app, 'contracts.register', { title: 'Plant lease', contractType: 'lease', language: 'en', stage: 'signed', number: 'L-1', record, amount })).summary;
  await goTo(page, `/contracts/${id}`);
});
test.afterAll(() => app.close());

test('an amendment is offered again after a lock, and recorded from where it was left', async () => {
  await page.getByRole('tab', { name: words('amendments.tab') }).click();
  await page.getByRole('button', { name: words('amendments.add') }).click();
  await labelled(page, words('amendments.form.newAmount')).fill('150000');
  await page.getByRole('button', { name: words('amendments.form.addClause') }).click();
  await labelled(page, words('amendments.form.clause.after')).fill('Rent is paid monthly.');
  await labelled(page, words('amendments.form.rationale')).fill('A second line is built');
  await lockAndUnlock();
  await page.getByRole('tab', { name: words('contracts.page.tab') }).click();
  await expect(left(words('contracts.unfinished.dialog.amendment'))).toBeVisible();
  await shoot(app, 'unfinished-en');
  await left(words('contracts.unfinished.dialog.amendment')).getByRole('link', { name: words('contracts.unfinished.goOn') }).click();
  await expect(labelled(page, words('amendments.form.newAmount'))).toHaveValue('150,000.00');
  await expect(labelled(page, words('amendments.form.clause.after'))).toHaveValue('Rent is paid monthly.');
  await expect(labelled(page, words('amendments.form.rationale'))).toHaveValue('A second line is built');
  await shoot(app, 'resumed-amendment-en');
  await page.getByRole('dialog').getByRole('button', { name: words('amendments.form.submit') }).click();
  await expect(page.getByText(words('amendments.recorded'))).toBeVisible();
  await expect(left(words('contracts.unfinished.dialog.amendment'))).toHaveCount(0);
});

test('a termination that is left by Escape asks first, and stays offered until it is given up', async () => {
  const name = words('contracts.lifecycle.move.terminated');
  await page.getByRole('button', { name: words('contracts.lifecycle.moveTo') }).click();
  await page.getByRole('menuitem', { name }).click();
  await labelled(page, words('contracts.lifecycle.field.reason')).fill('The plant moves away');
  await lockAndUnlock();
  await left(name).getByRole('link', { name: words('contracts.unfinished.goOn') }).click();
  const reason = labelled(page, words('contracts.lifecycle.field.reason'));
  await expect(reason).toHaveValue('The plant moves away');
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').getByRole('button', { name: words('leaveGuard.stay') }).click();
  await expect(reason).toHaveValue('The plant moves away');
  await page.getByRole('dialog').getByRole('button', { name: words('ui.cancel') }).click();
  await expect(left(name)).toHaveCount(0);
  await page.getByRole('button', { name: words('contracts.lifecycle.moveTo') }).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(labelled(page, words('contracts.lifecycle.field.reason'))).toHaveValue('');
  await page.getByRole('dialog').getByRole('button', { name: words('ui.cancel') }).click();
});

test('a note of a call is found again on its tab', async () => {
  await page.getByRole('tab', { name: words('fulfilment.tab') }).click();
  await page.getByRole('button', { name: words('problems.log.add') }).click();
  await labelled(page, words('problems.log.body')).fill('They ask for two more weeks');
  await lockAndUnlock();
  await left(words('contracts.unfinished.dialog.communication')).getByRole('link').click();
  await expect(labelled(page, words('problems.log.body'))).toHaveValue('They ask for two more weeks');
  expect(app.log).toEqual([]);
});

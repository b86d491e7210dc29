import { expect, test } from '@playwright/test';
import { addDays } from '#shared/kernel/day.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { signedRecord, todayHere } from '../actions/record.ts';
import { createVault, labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Words with characters that nobody sees are refused at their field, which keeps them and has the focus.

const words = wordsIn('en');
const today = todayHere();
const hidden = 'recorded\u200b twice';
const record = signedRecord({ expiresOn: addDays(today, 400), renewalType: 'auto', details: { renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } } });
let app: RunningApp;
let page: RunningApp['page'];
let contractId: string;

test.beforeAll(async () => {
  app = await launch();
  page = app.page;
  await app.setSettings({ language: 'en', theme: 'light' });
  await createVault(app, words);
  contractId = (await ask(app, 'contracts.register', { title: 'Crane hire', contractType: 'services', language: 'en', stage: 'signed', number: 'C-1', record, amount: null })).summary.id;
  await ask(app, 'contracts.addNotice', { id: contractId, notice: { kind: 'other', sentOn: today, receivedOn: null, method: 'ems', trackingNumber: '', termIndex: null } });
  await goTo(page, `/contracts/${contractId}`);
});
test.afterAll(() => app.close());

async function isRefusedAt(label: string, submit: string, within = page.getByRole('dialog')): Promise<void> {
  const field = labelled(page, label);
  await field.fill(hidden);
  await within.getByRole('button', { name: submit, exact: true }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(words('ui.invisibleCharacters'));
  await expect(field).toHaveValue(hidden);
  await field.fill('recorded twice');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
}

test('the reason for taking back a notice', async () => {
  await page.getByRole('button', { name: words('contracts.term.notice.withdraw'), exact: true }).click();
  await isRefusedAt(words('contracts.term.notice.withdrawReason'), words('contracts.term.notice.withdraw'));
  await page.getByRole('dialog').getByRole('button', { name: words('contracts.term.notice.withdraw'), exact: true }).click();
  await expect(page.getByText(words('contracts.term.notice.withdrawn'))).toBeVisible();
});

test('the name of a problem, which main refuses', async () => {
  await page.getByRole('tab', { name: words('fulfilment.tab') }).click();
  await page.getByRole('button', { name: words('problems.add') }).click();
  await isRefusedAt(words('problems.name'), words('problems.save'));
  await page.getByRole('dialog').getByRole('button', { name: words('problems.save'), exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the number of an invoice, on the page itself', async () => {
  await ask(app, 'fulfilment.savePayment', { contractId, id: null, revision: 0, entry: { direction: 'pay', due: { kind: 'none' }, ownerId: null, condition: '', shareBasisPoints: null, amount: { minor: 5000, currency: 'CNY' } } });
  await page.getByRole('button', { name: words('fulfilment.detailsOf', { title: words('fulfilment.paymentOf.pay', { sequence: '1' }) }) }).click();
  await page.getByRole('button', { name: words('fulfilment.addInvoice') }).click();
  await isRefusedAt(words('fulfilment.invoiceNumber'), words('fulfilment.save'), page.getByRole('main'));
  await page.getByRole('button', { name: words('fulfilment.save'), exact: true }).click();
  await expect(page.getByText('Invoice recorded twice')).toBeVisible();
});

test('who signs for a party, in the record', async () => {
  await goTo(page, '/contracts/register');
  const signatory = labelled(page, words('contracts.record.field.signatory')).first();
  await signatory.fill(hidden);
  await expect(signatory).toHaveAttribute('aria-invalid', 'true');
  await expect(signatory).toHaveAccessibleDescription(words('ui.invisibleCharacters'));
});

test('the words of a clause in the library', async () => {
  await goTo(page, '/clauses');
  await page.getByRole('button', { name: words('clauses.add') }).click();
  await labelled(page, words('clauses.field.titleZh')).fill('交付');
  await labelled(page, words('clauses.field.preferredEn')).fill('Within ten days.');
  await isRefusedAt(words('clauses.field.titleEn'), words('clauses.save'));
  expect(app.log).toEqual([]);
});

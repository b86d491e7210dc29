import { expect, test } from '@playwright/test';
import { addDays, dayAt } from '#shared/kernel/day.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { createVault, labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Words with characters that nobody sees are refused at their field, which keeps them and has the focus.

const words = wordsIn('en');
const today = dayAt(Date.now(), -new Date().getTimezoneOffset());
const hidden = 'recorded\u200b twice';
const record = {
  ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: '2026-01-10', effectiveOn: '2026-01-10', expiresOn: addDays(today, 400) },
  ...{ renewalType: 'auto', ownerName: '', department: '', confidentiality: 'internal', tags: [], details: { renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } } },
};
let app: RunningApp;
let page: RunningApp['page'];

test.beforeAll(async () => {
  app = await launch();
  page = app.page;
  await app.setSettings({ language: 'en', theme: 'light' });
  await createVault(app, words);
  const { id } = (await ask(app, 'contracts.register', { title: 'Crane hire', contractType: 'services', language: 'en', stage: 'signed', number: 'C-1', record, amount: null })).summary;
  await ask(app, 'contracts.addNotice', { id, notice: { kind: 'other', sentOn: today, receivedOn: null, method: 'ems', trackingNumber: '', termIndex: null } });
  await goTo(page, `/contracts/${id}`);
});
test.afterAll(() => app.close());

async function isRefusedAt(label: string, submit: string): Promise<void> {
  const field = labelled(page, label);
  await field.fill(hidden);
  await page.getByRole('dialog').getByRole('button', { name: submit, exact: true }).click();
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
  expect(app.log).toEqual([]);
});

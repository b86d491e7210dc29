import { expect, test, type Locator } from '@playwright/test';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { ask } from '../actions/ask.ts';
import { fillContract } from '../actions/contracts.ts';
import { openPage } from '../actions/pages.ts';
import { labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Many people click twice on everything. What they send so is sent once: in dialogs that fade, and on pages whose next has to be
// loaded first.

const words = wordsIn('zh-CN');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
  await app.page.emulateMedia({ reducedMotion: 'no-preference' });
  await app.setSettings({ language: 'zh-CN' });
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
});
test.afterAll(() => app.close());

/** Two presses in the same place, as far apart as fingers make them, and time for whatever comes of them. */
async function clickTwice(button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (box === null) throw new Error('there is no button');
  await app.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await app.page.waitForTimeout(90);
  await app.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await app.page.waitForTimeout(600);
}

test('a problem that is reported by a double click is reported once', async () => {
  const { page } = app;
  await openPage(app, '/improvement');
  await page.getByRole('button', { name: words('improvement.report.open') }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words('improvement.report.what')).fill('印章借用没有登记');
  await clickTwice(dialog.getByRole('button', { name: words('improvement.report.send') }));
  await expect(dialog).toHaveCount(0);
  const items = await ask(app, 'improvement.list', { show: 'open', mine: false });
  expect(items.filter(({ title }) => title === '印章借用没有登记')).toHaveLength(1);
});

test('a contract and a counterparty that are made by a double click are made once', async () => {
  const { page } = app;
  const templates = await ask(app, 'templates.list');
  const nda = templates.find(({ contractType }) => contractType === 'nda');
  if (nda === undefined) throw new Error('there is no template');
  const count = async () => (await ask(app, 'contracts.list', { search: '', sort: 'number', limit: 50 })).contracts.length;
  const before = await count();
  await openPage(app, `/contracts/new/${nda.versionId}`);
  await fillContract(app, 'nda', 'zh');
  await clickTwice(page.getByRole('button', { name: words('contracts.form.submitNew') }));
  await expect(page.getByRole('main').getByRole('document')).toBeVisible();
  expect(await count()).toBe(before + 1);

  await openPage(app, '/parties/new');
  await labelled(page, words('parties.field.nameZh')).fill('宁波双桅船舶有限公司');
  await clickTwice(page.getByRole('button', { name: words('parties.form.save') }));
  await expect(page.getByText(words('parties.form.created', { name: '宁波双桅船舶有限公司' })).first()).toBeVisible();
  const { parties } = await ask(app, 'parties.list', { search: '双桅', archived: false, sort: 'name', offset: 0, limit: 9 });
  expect(parties).toHaveLength(1);
});

test('what was removed comes back once, however often undo is pressed', async () => {
  const { page } = app;
  const { contracts } = await ask(app, 'contracts.list', { search: 'Annual buoy maintenance', sort: 'number', limit: 1 });
  const contractId = contracts[0]?.id ?? '';
  const paid = async () => {
    const { payments } = await ask(app, 'fulfilment.ofContract', { contractId });
    return payments.map(({ money }) => (isWithheld(money) ? 0 : money.records.length));
  };
  expect(await paid()).toEqual([1, 1, 0]);
  await openPage(app, `/contracts/${contractId}?tab=fulfilment`);
  await page.getByRole('button', { name: words('fulfilment.detailsOf', { title: words('fulfilment.paymentOf.receive', { sequence: '2' }) }) }).click();
  await page.getByRole('button', { name: /^删除“收款.*¥25,000\.00”$/ }).click();
  await expect.poll(paid).toEqual([1, 0, 0]);
  await clickTwice(page.getByRole('button', { name: words('ui.undo') }));
  expect(await paid()).toEqual([1, 1, 0]);
});

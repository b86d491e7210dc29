import { expect, test } from '@playwright/test';
import { fillContract, goTo } from '../actions/contracts.ts';
import { createVault, labelled, unlock } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What is typed isn't lost, what is missing is named, and what was made is revised and found again.

const words = wordsIn('en');
const lockButton = (app: RunningApp) => app.page.getByRole('banner').getByRole('button', { name: words('app.lock') });

async function beginContract({ page }: RunningApp, place = 0): Promise<void> {
  await goTo(page, '/templates');
  await page.getByText(words('templates.use')).nth(place).click();
  await page.locator('[data-field]').first().waitFor();
}

test.describe('In a vault of one’s own', () => {
  let app: RunningApp;
  test.beforeAll(async () => {
    app = await launch();
    await app.setSettings({ language: 'en' });
    await createVault(app, words);
  });
  test.afterAll(() => app.close());

  test('a half-filled form survives a lock and a restart, wrong input included', async () => {
    const fields = { goodsName: '海洋浮标 <b>buoys</b>', totalPrice: 'not an amount' } as const;
    const field = (key: string) => app.page.locator(`#variable-${key}`);
    await beginContract(app);
    for (const [key, text] of Object.entries(fields)) await field(key).fill(text);
    await app.page.getByText(words('contracts.form.keptAt', { time: '' }).trim()).waitFor();

    await lockButton(app).click();
    await unlock(app, words);
    for (const [key, text] of Object.entries(fields)) await expect(field(key)).toHaveValue(text);
    await expect(app.page.getByText(words('contracts.form.resumed', { time: '' }).split(/ {2}| \./)[0] ?? '')).toBeVisible();

    app = await app.restart();
    await unlock(app, words);
    await beginContract(app);
    for (const [key, text] of Object.entries(fields)) await expect(field(key)).toHaveValue(text);
  });

  for (const [way, lock] of [
    ['the button', () => lockButton(app).click()],
    ['Ctrl+L', () => app.page.keyboard.press('ControlOrMeta+l')],
    ['sleep', () => app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))],
  ] as const) {
    test(`the last words typed before the vault is locked by ${way} are kept too`, async () => {
      const text = `typed a moment before ${way}`;
      await beginContract(app);
      const field = app.page.locator('#variable-goodsName');
      await field.fill(text);
      await expect(app.page.getByRole('main').getByRole('document')).toContainText(text);
      await lock();
      await unlock(app, words);
      await beginContract(app);
      await expect(field).toHaveValue(text);
    });
  }

  test('what was kept is thrown away only after a question', async () => {
    await beginContract(app);
    const field = app.page.locator('#variable-goodsName');
    await field.fill('to be thrown away');
    const startOver = app.page.getByRole('button', { name: words('contracts.form.startOver'), exact: true });
    const question = app.page.getByRole('alertdialog', { name: words('contracts.form.startOverConfirm.title') });
    await startOver.click();
    await question.getByRole('button', { name: words('ui.cancel') }).click();
    await expect(field).toHaveValue('to be thrown away');
    await startOver.click();
    await question.getByRole('button', { name: words('contracts.form.startOverConfirm.confirm') }).click();
    await expect(field).toHaveValue('');
  });

  test('missing values are named at their fields and in a summary that leads to them, and nothing typed is lost', async () => {
    await beginContract(app);
    await app.page.locator('#variable-goodsName').fill('buoys');
    await app.page.locator('#variable-totalPrice').fill('12,8x');
    await app.page.getByRole('button', { name: words('contracts.form.submitNew') }).click();
    const summary = app.page.getByRole('main').getByRole('alert').filter({ has: app.page.getByRole('list') });
    await expect(summary).toBeVisible();
    const lines = await summary.getByRole('listitem').allInnerTexts();
    expect(lines.length).toBeGreaterThan(3);
    await expect(summary).toContainText(words('contracts.form.problems', { count: String(lines.length) }));
    await expect(app.page.locator('[data-field] .Mui-error.MuiFormHelperText-root')).toHaveCount(lines.length);
    await expect(app.page.locator('[data-field="totalPrice"]')).toContainText(words('contracts.problem.NOT_AN_AMOUNT'));
    await summary.getByRole('button').filter({ hasText: words('contracts.problem.NOT_AN_AMOUNT') }).click();
    await expect(app.page.locator('#variable-totalPrice')).toBeFocused();
    await expect(app.page.locator('#variable-goodsName')).toHaveValue('buoys');
    expect(app.log).toEqual([]);
  });
});

test.describe('In the sample vault', () => {
  let app: RunningApp;
  test.beforeAll(async () => {
    app = await launch();
    await app.setSettings({ language: 'en' });
    await app.page.getByText(words('vault.welcome.sample')).first().click();
    await lockButton(app).waitFor();
  });
  test.afterAll(() => app.close());

  test('a revised draft becomes version 2, and one saved without a change doesn’t become version 3', async () => {
    await goTo(app.page, '/contracts');
    await app.page.getByRole('searchbox', { name: words('contracts.searchLabel') }).fill('买卖');
    await app.page.getByText('买卖合同').first().click();
    await app.page.getByText(words('contracts.page.revise'), { exact: true }).click();
    await labelled(app.page, words('contracts.form.titleField')).fill('Buoys, second wording');
    await app.page.locator('#variable-goodsName').fill('sturdier buoys');
    await app.page.getByRole('button', { name: words('contracts.form.submitRevise') }).click();
    await expect(app.page.getByText(words('contracts.form.revised', { version: '2' }))).toBeVisible();
    await expect(app.page.getByRole('heading', { level: 1, name: 'Buoys, second wording' })).toBeVisible();
    await expect(app.page.getByText('v2', { exact: true }).first()).toBeVisible();
    await expect(app.page.getByText('v1', { exact: true })).toBeVisible();
    await expect(app.page.getByRole('main').getByRole('document')).toContainText('sturdier buoys');
    await app.page.getByText(words('contracts.page.revise'), { exact: true }).click();
    await app.page.getByRole('button', { name: words('contracts.form.submitRevise') }).click();
    await expect(app.page.getByText(words('contracts.form.unchanged'))).toBeVisible();
    await expect(app.page.getByText('v3', { exact: true })).toHaveCount(0);
  });

  test('the palette finds a contract by its number and by its party, and opens it without the mouse', async () => {
    const box = app.page.getByRole('combobox', { name: words('app.palette.placeholder') });
    const options = app.page.getByRole('dialog').getByRole('option');
    for (const typed of [`HT-${new Date().getFullYear()}-0002`, '蓝港']) {
      await goTo(app.page, '/');
      await app.page.getByRole('main').getByRole('document').waitFor({ state: 'detached' });
      await app.page.keyboard.press('ControlOrMeta+k');
      await box.fill(typed);
      await expect(options.filter({ hasText: /HT-\d{4}-000\d/ }).first()).toBeVisible();
      await app.page.keyboard.press('Enter');
      await expect(app.page).toHaveURL(/#\/contracts\/[0-9a-f-]{36}$/);
      await expect(app.page.getByText(typed).first()).toBeVisible();
    }
  });

  test('the palette switches the language there and back', async () => {
    const zh = wordsIn('zh-CN');
    for (const [from, to] of [[words, zh], [zh, words]] as const) {
      await app.page.keyboard.press('ControlOrMeta+k');
      await app.page.getByRole('combobox', { name: from('app.palette.placeholder') }).fill(from('app.palette.switchLanguage'));
      const first = app.page.getByRole('option').first();
      await expect(first).toContainText(from('app.palette.switchLanguage'));
      await expect(first).toHaveAttribute('aria-selected', 'true');
      await app.page.keyboard.press('Enter');
      await expect(app.page.getByRole('banner').getByRole('button', { name: to('app.lock') })).toBeVisible();
    }
  });

  test('a services contract and a non-disclosure agreement are drafted from their templates too', async () => {
    for (const [type, place] of [['services', 1], ['nda', 2]] as const) {
      await beginContract(app, place);
      await fillContract(app, type, 'en');
      await app.page.getByRole('button', { name: words('contracts.form.submitNew') }).click();
      await app.page.getByRole('button', { name: words('signing.export.createAndExport') }).waitFor();
    }
    expect(app.log).toEqual([]);
  });
});

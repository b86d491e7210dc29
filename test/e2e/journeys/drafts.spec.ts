import { expect, test } from '@playwright/test';
import { fillContract, goTo } from '../actions/contracts.ts';
import { createVault, labelled, unlock } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

const words = wordsIn('en');
let app: RunningApp;
test.beforeEach(async () => {
  app = await launch();
  await app.setSettings({ language: 'en' });
});
test.afterEach(() => app.close());

async function beginContract(): Promise<void> {
  await goTo(app.page, '/templates');
  await app.page.getByText(words('templates.use')).first().click();
  await app.page.locator('#variable-goodsName').waitFor();
}

test('a half-filled form survives a lock and a restart, wrong input included', async () => {
  await createVault(app, words);
  await beginContract();
  await app.page.locator('#variable-goodsName').fill('海洋浮标 <b>buoys</b>');
  await app.page.locator('#variable-totalPrice').fill('not an amount');
  await app.page.getByText(/^Kept at/).waitFor();
  await app.page.getByRole('button', { name: words('app.lock') }).click();
  app = await app.restart();
  await unlock(app, words);
  await beginContract();
  await expect(app.page.locator('#variable-goodsName')).toHaveValue('海洋浮标 <b>buoys</b>');
  await expect(app.page.locator('#variable-totalPrice')).toHaveValue('not an amount');
});

test('markup typed or pasted into a field is shown as text and never becomes an element', async () => {
  await createVault(app, words);
  await beginContract();
  await app.page.locator('#variable-goodsName').fill('<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>');
  await app.page.getByText('<img src=x').first().waitFor();
  const elements = await app.page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap((element) => (element.shadowRoot === null ? [] : [element.shadowRoot]));
    return { inside: roots.flatMap((root) => [...root.querySelectorAll('img, script, [onerror]')]).length, hacked: 'hacked' in window };
  });
  expect(elements).toEqual({ inside: 0, hacked: false });
});

test('missing values are named, and nothing that was typed is lost', async () => {
  await createVault(app, words);
  await beginContract();
  await app.page.locator('#variable-goodsName').fill('buoys');
  await app.page.getByRole('button', { name: words('contracts.form.submitNew') }).click();
  await expect(app.page.locator('[data-field="seller"] .Mui-error').first()).toBeVisible();
  await expect(app.page.locator('#variable-goodsName')).toHaveValue('buoys');
});

test('a revised draft becomes version 2, and the palette finds it by its number', async () => {
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
  await goTo(app.page, '/contracts');
  await app.page.getByText('买卖合同').first().click();
  await app.page.getByText(words('contracts.page.revise'), { exact: true }).first().click();
  await labelled(app.page, words('contracts.form.titleField')).fill('Buoys, second wording');
  await app.page.getByRole('button', { name: words('contracts.form.submitRevise') }).click();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Buoys, second wording' })).toBeVisible();
  await expect(app.page.getByText('v2', { exact: true }).first()).toBeVisible();
  await app.page.keyboard.press('Control+k');
  await app.page.getByRole('combobox').or(app.page.getByRole('dialog').getByRole('textbox')).first().fill('second wording');
  await expect(app.page.getByRole('option').filter({ hasText: 'Buoys, second wording' })).toBeVisible();
});

test('a services contract and a non-disclosure agreement are drafted from their templates too', async () => {
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
  for (const [type, place] of [['services', 1], ['nda', 2]] as const) {
    await goTo(app.page, '/templates');
    await app.page.getByText(words('templates.use')).nth(place).click();
    await fillContract(app, type, 'en');
    await app.page.getByRole('button', { name: words('contracts.form.submitNew') }).click();
    await app.page.getByRole('button', { name: words('signing.export.createAndExport') }).waitFor();
  }
});

import { expect, test } from '@playwright/test';
import { goTo } from '../actions/contracts.ts';
import { become } from '../actions/people.ts';
import { shoot } from '../actions/shoot.ts';
import { createVault, labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// An administrator makes a role that no shipped one fits, gives it to somebody, and narrows it later.

const [chinese, english] = [wordsIn('zh-CN'), wordsIn('en')];
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

test('a role is made, given, narrowed with its keys changed, and retired once nobody holds it', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, chinese);
  await goTo(page, '/permissions');
  await expect(page.getByText(chinese('users.own.none'))).toBeVisible();
  await page.getByRole('button', { name: chinese('users.own.add') }).click();
  const dialog = page.getByRole('dialog');
  await labelled(page, chinese('users.own.nameZh')).fill('采购专员');
  await labelled(page, chinese('users.own.nameEn')).fill('Buyer');
  // Without the key of the amounts nobody keeps payments.
  await expect(dialog.getByRole('checkbox', { name: new RegExp(chinese('users.own.permission.payments.write')) })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: chinese('vault.info.compartment.finance'), exact: true }).check();
  await dialog.getByRole('checkbox', { name: chinese('users.own.permission.payments.write'), exact: true }).check();
  await shoot(app, 'custom-role-dialog-zh');
  await dialog.getByRole('button', { name: chinese('users.own.save') }).click();
  await expect(page.getByRole('columnheader', { name: /采购专员/ })).toBeVisible();
  await shoot(app, 'custom-role-matrix-zh');

  await goTo(page, '/settings');
  await page.getByRole('button', { name: chinese('users.invite') }).click();
  await labelled(page, chinese('users.name')).fill('孙采购');
  await dialog.getByRole('checkbox', { name: /^法务/ }).uncheck();
  await dialog.getByRole('checkbox', { name: /^采购专员/ }).check();
  await shoot(app, 'custom-role-invite-zh');
  await dialog.getByRole('button', { name: chinese('users.add') }).click();
  const passphrase = (await page.locator('[data-passphrase]').textContent()) ?? '';
  await dialog.getByRole('button', { name: chinese('users.handedOver') }).click();

  await app.setSettings({ language: 'en', theme: 'dark' });
  await goTo(page, '/permissions');
  await page.getByRole('button', { name: english('users.own.editOne', { name: 'Buyer' }) }).click();
  await dialog.getByRole('checkbox', { name: english('vault.info.compartment.finance'), exact: true }).uncheck();
  await shoot(app, 'custom-role-narrowed-en-dark');
  await dialog.getByRole('button', { name: english('users.own.save') }).click();
  await expect(page.getByText(/Keys were withdrawn/)).toBeVisible();
  await shoot(app, 'custom-role-matrix-en-dark');
  await page.getByRole('button', { name: english('users.own.retireOne', { name: 'Buyer' }) }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: english('users.own.retire') }).click();
  await expect(page.getByText(/was not retired/)).toBeVisible();

  await goTo(page, '/settings');
  await expect(page.getByText(english('users.keys.due', { what: english('ui.compartment.finance') }))).toBeHidden();
  await goTo(page, '/');
  await become(app, english, '孙采购', passphrase);
  await goTo(page, '/settings');
  await expect(page.getByText('Buyer')).toBeVisible();
  await shoot(app, 'custom-role-holder-en-dark');
});

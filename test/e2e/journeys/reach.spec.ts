import { expect, test, type Page } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { become } from '../actions/people.ts';
import { shoot } from '../actions/shoot.ts';
import { createVault, labelled, passphrase as administratorsSecret, person } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// An administrator keeps somebody to a department's contracts, and later to their own.

const [chinese, english] = [wordsIn('zh-CN'), wordsIn('en')];
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

/** A contract as it was signed on paper. */
async function register(page: Page, title: string, department: string): Promise<void> {
  const record = { recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: '2026-09-01', effectiveOn: '2026-09-01', expiresOn: '2027-08-31', renewalType: 'none', ownerName: '李雷', department, confidentiality: 'internal', tags: [], details: {} };
  await ask({ page }, 'contracts.register', { title, contractType: 'purchase', language: 'zh', stage: 'signed', number: '', record, amount: null });
}

test('a person sees the contracts of their department, and is told so, and then only their own', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, chinese);
  await register(page, '水质监测浮标采购合同', '采购部');
  await register(page, '年度设备销售合同', '销售部');
  await register(page, '办公场地租赁合同', '行政部');
  await goTo(page, '/contracts');
  await expect(page.locator('[role=row][data-id]')).toHaveCount(3);
  await shoot(app, 'reach-all-zh');

  await goTo(page, '/settings');
  await page.getByRole('button', { name: chinese('users.invite') }).click();
  const dialog = page.getByRole('dialog');
  await labelled(page, chinese('users.name')).fill('孙采购');
  await dialog.getByRole('checkbox', { name: /^管理员/ }).check();
  await expect(dialog.getByRole('radio', { name: chinese('users.reach.own') })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /^管理员/ }).uncheck();
  await dialog.getByRole('checkbox', { name: /^法务/ }).uncheck();
  await dialog.getByRole('checkbox', { name: /^合同经理/ }).check();
  await dialog.getByRole('radio', { name: chinese('users.reach.department') }).check();
  await expect(dialog.getByRole('button', { name: chinese('users.add') })).toBeDisabled();
  await labelled(page, chinese('users.reach.departments')).fill('采购');
  await page.getByRole('option').first().click();
  await shoot(app, 'reach-invite-zh');
  await dialog.getByRole('button', { name: chinese('users.add') }).click();
  const passphrase = (await page.locator('[data-passphrase]').textContent()) ?? '';
  await dialog.getByRole('button', { name: chinese('users.handedOver') }).click();
  await shoot(app, 'reach-people-zh');

  await become(app, chinese, '孙采购', passphrase);
  await goTo(page, '/contracts');
  await expect(page.getByText(/^仅显示采购部/)).toBeVisible();
  await expect(page.getByText('水质监测浮标采购合同')).toBeVisible();
  await expect(page.locator('[role=row][data-id]')).toHaveCount(1);
  await shoot(app, 'reach-department-zh');
  // What acts on the whole book isn't there.
  await expect(page.getByRole('link', { name: chinese('contracts.importShort') })).toHaveCount(0);
  for (const place of ['backups.title', 'exchange.title', 'app.place.audit'] as const) await expect(page.getByRole('navigation').getByText(chinese(place))).toHaveCount(0);
  await goTo(page, '/');
  await shoot(app, 'reach-home-zh');

  await app.setSettings({ language: 'en', theme: 'dark' });
  await become(app, english, person, administratorsSecret);
  await goTo(page, '/settings');
  await page.getByRole('button', { name: english('users.changeOne', { name: '孙采购' }) }).click();
  await dialog.getByRole('radio', { name: english('users.reach.own') }).check();
  await shoot(app, 'reach-change-en-dark');
  await dialog.getByRole('button', { name: english('users.saveRoles') }).click();
  await expect(page.getByText(english('users.reach.sees', { what: english('users.reach.ownLine') }))).toBeVisible();
  await become(app, english, '孙采购', passphrase);
  await goTo(page, '/contracts');
  await expect(page.getByText(english('users.reach.youOwn'))).toBeVisible();
  await expect(page.getByText('水质监测浮标采购合同')).toHaveCount(0);
  await shoot(app, 'reach-own-en-dark');
});

import { expect, test } from '@playwright/test';
import { createParty, goTo, makeContract } from '../actions/contracts.ts';
import { become } from '../actions/people.ts';
import { shoot } from '../actions/shoot.ts';
import { createVault, labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

const words = wordsIn('zh-CN');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

test('who is asked at two steps decides on the one whose row they opened', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  await createParty(app, words, 0);
  await createParty(app, words, 1);
  const dialog = page.getByRole('dialog');
  await goTo(page, '/settings');
  await page.getByRole('button', { name: words('users.invite') }).click();
  await labelled(page, words('users.name')).fill('王法务');
  await dialog.getByRole('button', { name: words('users.add'), exact: true }).click();
  const secret = await dialog.locator('[data-passphrase]').innerText();
  await dialog.getByRole('button', { name: words('users.handedOver') }).click();

  await goTo(page, '/approvals/flows');
  await page.getByRole('button', { name: words('approvals.flows.add') }).click();
  await labelled(page, words('approvals.flows.name')).fill('标准审批');
  await dialog.getByRole('button', { name: words('approvals.flows.addStep') }).click();
  await dialog.getByRole('textbox', { name: words('approvals.flows.stepName') }).last().fill('管理');
  await dialog.getByRole('textbox', { name: words('approvals.flows.order') }).last().fill('1');
  for (const [language, theme] of [['en', 'dark'], ['zh-CN', 'light']] as const) {
    await app.setSettings({ language, theme });
    await shoot(app, `two-steps-${language}-${theme}`);
  }
  await dialog.getByRole('button', { name: words('approvals.flows.save') }).click();
  await expect(dialog).toHaveCount(0);

  const contract = await makeContract(app, words);
  const card = page.getByRole('region', { name: words('approvals.card') });
  await card.getByRole('button', { name: words('approvals.submit') }).click();
  await expect(card.locator('[data-task="pending"]')).toHaveCount(2);

  await become(app, words, '王法务', secret);
  await goTo(page, '/approvals');
  await page.getByRole('row').filter({ hasText: '管理' }).locator('[data-review]').click();
  await expect(dialog.getByRole('heading', { name: /（管理）$/ })).toBeVisible();
  await labelled(page, words('approvals.comment')).fill('管理意见');
  for (const [language, theme] of [['en', 'dark'], ['zh-CN', 'light']] as const) {
    await app.setSettings({ language, theme });
    await shoot(app, `one-of-two-${language}-${theme}`);
  }
  await dialog.getByRole('button', { name: words('approvals.approve'), exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await goTo(page, contract);
  await expect(card.locator('[data-task="approved"]')).toContainText('管理');
  await expect(card.locator('[data-task="approved"]')).toContainText('管理意见');
});

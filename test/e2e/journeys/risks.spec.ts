import { expect, test } from '@playwright/test';
import { addDays } from '#shared/kernel/day.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { todayHere } from '../actions/record.ts';
import { createVault, labelled } from '../actions/vaults.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A risk is registered and found in the matrix; a rule is built, tried on the past, switched on, warns and is judged.

test.describe.configure({ mode: 'serial' });

const words = wordsIn('en');
const today = todayHere();
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

async function register(title: string, stage: 'signed' | 'draft'): Promise<string> {
  const record = {
    ...{ recordKind: 'standalone', parentId: null, direction: 'none', parties: [], confidentiality: 'internal', ownerName: '', department: '', tags: [], renewalType: 'none', details: {} },
    ...{ signedOn: addDays(today, -300), effectiveOn: addDays(today, -300), expiresOn: addDays(today, 200) },
  };
  return (await ask(app, 'contracts.register', { title, contractType: 'services', number: '', language: 'en', stage, record, amount: null })).summary.id;
}

test('a risk is registered, found in the matrix, and shown on its contract with the score', async () => {
  const { page } = app;
  await app.setSettings({ language: 'en', theme: 'light' });
  await createVault(app, words);
  const contract = await register('Buoy maintenance', 'signed');
  await goTo(page, `/contracts/${contract}?tab=risk`);
  await expect(page.locator('[data-part="paper"]')).toContainText(words('risks.reason.foreignPaper'));
  await page.getByRole('button', { name: words('risks.add') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: words('risks.field.title') }).fill('Sole supplier of spare parts');
  await dialog.getByRole('combobox', { name: words('risks.field.likelihood') }).click();
  await page.getByRole('option', { name: words('risks.likelihood.4') }).click();
  await shoot(app, 'risk-dialog-en');
  await dialog.getByRole('button', { name: words('risks.save'), exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await shoot(app, 'contract-risk-en');

  await goTo(page, '/risks');
  // The contract's page has a matrix too, and stays in view until the next one is loaded.
  await page.getByRole('heading', { level: 1, name: words('risks.title'), exact: true }).waitFor();
  const cell = page.getByRole('button', { name: words('risks.matrix.cell', { likelihood: '4', impact: '3', count: '1' }) });
  await expect(cell).toBeVisible();
  // By keyboard: from the corner to the place, and in.
  const steps = [['5-1', 'ArrowDown'], ['4-1', 'ArrowRight'], ['4-2', 'ArrowRight'], ['4-3', 'Enter']] as const;
  for (const [place, key] of steps) {
    const at = page.locator(`[data-cell="${place}"]`);
    if (place !== '5-1') await expect(at).toBeFocused();
    await at.press(key);
  }
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-risk]')).toHaveCount(1);
  await shoot(app, 'risks-register-en');
});

test('a rule is tried, switched on, warns of a change, and is judged', async () => {
  const { page } = app;
  await register('Warehouse lease', 'draft');
  await goTo(page, '/risks?view=rules');
  await page.getByRole('button', { name: words('risks.rules.addShipped') }).click();
  await expect(page.getByRole('heading', { name: words('risks.shipped.textChanged') })).toBeVisible();
  await page.getByRole('button', { name: words('risks.rules.add') }).click();
  const dialog = page.getByRole('dialog');
  await labelled(page, words('risks.rules.name')).fill('Lies in draft');
  await dialog.getByRole('combobox', { name: words('risks.rules.when') }).click();
  await page.getByRole('option', { name: words('risks.triggerKind.stage_stays') }).click();
  await dialog.getByRole('combobox', { name: words('risks.number.stage') }).click();
  await page.getByRole('option', { name: words('contracts.stage.draft') }).click();
  await labelled(page, words('risks.number.days')).fill('0');
  await expect(dialog.locator('[data-dry-run="1"]')).toContainText('Warehouse lease');
  await shoot(app, 'rule-dialog-en');
  await dialog.getByRole('switch', { name: words('risks.rules.isOn') }).or(dialog.getByRole('checkbox', { name: words('risks.rules.isOn') })).click();
  await dialog.getByRole('button', { name: words('risks.save'), exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Lies in draft' })).toBeVisible();
  const name = words('risks.rules.switch', { name: 'Lies in draft' });
  const toggle = page.getByRole('switch', { name }).or(page.getByRole('checkbox', { name }));
  await toggle.click();
  await expect(toggle).toBeChecked();
  await shoot(app, 'rules-en');

  // What happened before it was switched on does not warn; what happens now does.
  await register('Crane rental', 'draft');
  await goTo(page, '/risks?view=alerts');
  const alert = page.locator('[data-alert]').first();
  await expect(alert).toContainText('Crane rental', { timeout: 20_000 });
  await expect(page.locator('[data-alert]')).toHaveCount(1);
  await shoot(app, 'alerts-en');
  await alert.getByRole('button', { name: words('risks.alerts.useful'), exact: true }).click();
  await expect(alert.getByRole('button', { name: words('risks.alerts.useful'), exact: true })).toHaveAttribute('aria-pressed', 'true');
  await alert.getByRole('button', { name: new RegExp(`^${words('risks.alerts.acknowledge')}`) }).click();
  await expect(page.getByText(words('risks.alerts.none.title'))).toBeVisible();
  await goTo(page, '/risks?view=scores');
  await page.getByRole('button', { name: words('risks.scores.all') }).click();
  await expect(page.getByRole('link', { name: 'Buoy maintenance' })).toBeVisible({ timeout: 20_000 });
  await app.setSettings({ language: 'zh-CN', theme: 'dark' });
  await shoot(app, 'scores-zh-dark');
  await goTo(page, '/risks');
  await shoot(app, 'risks-register-zh-dark');
});

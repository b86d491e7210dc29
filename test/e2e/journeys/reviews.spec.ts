import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { createVault, labelled } from '../actions/vaults.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A contract through two reviews: something fails and is followed up, the next review carries it over, and each leaves a report.

const words = wordsIn('zh-CN');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

/** A contract that was signed elsewhere, entered as main would from the form. */
async function registerSigned(): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const record = { recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: today, effectiveOn: today, expiresOn: null, renewalType: 'none', ownerName: '陈静', department: '', confidentiality: 'internal', tags: [], details: {} };
  const defaults = { signingPlace: '', effectiveCondition: null, initialTermMonths: 12, renewalTermMonths: null, maxRenewals: null, optOutOn: null, optOutPeriod: null, noticeMethod: 'ems', exitNotice: null, exitAnchor: 'none', governingLaw: '', disputeMode: null, disputeForum: '', seat: '', warrantyUntil: null, continuingAfterExpiry: false, physicalCopyLocation: '', copies: null, notes: '', custom: [] };
  return (await ask(app, 'contracts.register', { title: '机房维护合同', contractType: 'services', record: { ...record, details: defaults }, amount: null, number: '', language: 'zh', stage: 'signed' })).summary.id;
}

/** A service level of the contract that was missed once. */
async function measureLevel(contractId: string): Promise<void> {
  const entry = { name: '可用率', comparison: 'atLeast', target: 99.9, unit: '%', period: 'month', credit: { minor: 500_00, currency: 'CNY' } };
  await ask(app, 'fulfilment.saveMetric', { contractId, id: null, revision: 0, entry });
  const { metrics } = await ask(app, 'fulfilment.ofContract', { contractId });
  for (const [periodStart, value] of [['2026-08-01', 99.95], ['2026-09-01', 99.97], ['2026-10-01', 99.2]] as const) await ask(app, 'fulfilment.measure', { id: metrics[0]?.id, periodStart, value });
}

/** Answers every question of the review on the page; those named fail. */
async function answerAll(failing: readonly string[]): Promise<void> {
  const { page } = app;
  const items = page.locator('[data-item]');
  await items.first().waitFor();
  for (let index = 0; index < (await items.count()); index += 1) {
    const item = items.nth(index);
    const key = (await item.getAttribute('data-item')) ?? '';
    const fails = failing.includes(key);
    if (key === 'evidence') await item.getByLabel(words('reviews.item.notApplicable')).check();
    else if ((await item.locator('[role="radiogroup"]').count()) > 0) await item.getByLabel(words(fails ? 'reviews.item.no' : 'reviews.item.yes'), { exact: true }).check();
    else if ((await item.locator('input[inputmode="decimal"]').count()) > 0) await answerNumber(item.locator('input[inputmode="decimal"]'));
    else if ((await item.locator('input[type="radio"]').count()) > 0) await item.locator(`label[for="${(await item.locator('input[type="radio"][value="4"]').getAttribute('id')) ?? ''}"]`).click();
    else await item.locator('textarea').first().fill('无');
  }
  await expect(page.getByText(words('reviews.saved')).first()).toBeVisible();
}

/** As an input method leaves it, and then scrolled over. */
async function answerNumber(field: Locator): Promise<void> {
  await field.fill('９６．５');
  await field.hover();
  await app.page.mouse.wheel(0, 60);
  await expect(field).toHaveValue('９６．５');
  await field.blur();
  await expect(field).toHaveValue('96.5');
}

test('a contract goes through two reviews with a failed question, its follow-up and the report', async () => {
  test.setTimeout(120_000);
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  const contract = await registerSigned();
  await measureLevel(contract);

  await goTo(page, `/contracts/${contract}?tab=reviews`);
  await page.locator('[data-review="scheduled"]').getByRole('link').first().click();
  await page.getByRole('button', { name: words('reviews.start.go') }).click();
  await page.getByRole('button', { name: words('reviews.complete.next') }).click();
  await expect(page.locator('[data-item]').first().getByRole('radio').first()).toBeFocused();
  await answerAll(['licences']);
  await expect(page.getByRole('region', { name: words('reviews.levels.title') })).toContainText('¥500.00');
  await page.getByRole('region', { name: words('reviews.levels.title') }).scrollIntoViewIfNeeded();
  await shoot(app, 'review-levels-zh');
  await shoot(app, 'review-zh');
  await page.getByRole('button', { name: words('reviews.complete.open') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: words('reviews.result.pass'), exact: true })).toBeDisabled();
  await dialog.locator('[data-followup="licences"]').getByRole('textbox').first().fill('请对方补交有效的许可证');
  await shoot(app, 'complete-zh');
  await dialog.getByRole('button', { name: words('reviews.complete.go') }).click();
  await expect(page.getByText(words('reviews.report.title')).first()).toBeVisible({ timeout: 30_000 });
  // Another page as far as a reader goes: it begins at its top, with the report in sight.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('button', { name: words('reviews.reports.show'), exact: true })).toBeInViewport();
  await shoot(app, 'report-zh');
  await page.getByRole('button', { name: words('reviews.reports.show'), exact: true }).click();
  await expect(dialog.locator('canvas[data-drawn="1"]')).toBeVisible({ timeout: 20_000 });
  await shoot(app, 'report-shown-zh');
  await dialog.getByRole('button', { name: words('ui.close') }).click();
  await expect(dialog).toHaveCount(0);
  const target = join(app.folder, '审核报告.pdf');
  await app.answerDialogs(target);
  await page.getByRole('button', { name: words('reviews.reports.saveAs') }).click();
  await expect(page.getByText(words('reviews.reports.saved', { name: '审核报告.pdf' }))).toBeVisible();
  expect(statSync(target).size).toBeGreaterThan(10_000);

  // The contract's list may for a moment still show the review that was just held as one to come.
  const held = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? 'none';
  await goTo(page, '/reviews?tab=findings');
  await expect(page.locator('[data-finding="open"]')).toContainText('请对方补交有效的许可证');
  await shoot(app, 'findings-zh');

  await goTo(page, `/contracts/${contract}?tab=reviews`);
  await page.locator(`[data-review="scheduled"] a:not([href*="${held}"])`).first().click();
  const carried = page.getByRole('region', { name: words('reviews.carried.title') });
  await expect(carried).toContainText('请对方补交有效的许可证');
  await page.getByRole('button', { name: words('reviews.start.go') }).click();
  await answerAll([]);
  await carried.getByRole('button', { name: words('reviews.findings.update') }).click();
  await dialog.getByRole('combobox', { name: words('reviews.column.state') }).click();
  await page.getByRole('option', { name: words('reviews.findingState.closed') }).click();
  await labelled(page, words('reviews.findings.resolution')).fill('许可证已收到');
  await dialog.getByRole('button', { name: words('reviews.save') }).click();
  await expect(carried).toHaveCount(0);
  await page.getByRole('button', { name: words('reviews.complete.open') }).click();
  await dialog.getByRole('button', { name: words('reviews.complete.go') }).click();
  await expect(page.getByText(words('reviews.result.pass')).first()).toBeVisible({ timeout: 30_000 });

  await goTo(page, '/reviews?tab=done');
  await expect(page.locator('[data-review="completed"]')).toHaveCount(2);
  await goTo(page, '/reviews?tab=plan');
  await expect(page.getByRole('cell', { name: words('reviews.plan.held') }).or(page.getByRole('rowheader', { name: words('reviews.plan.held') }))).toBeVisible();
  await shoot(app, 'plan-zh');
  await app.setSettings({ language: 'en', theme: 'dark' });
  await goTo(page, '/reviews/settings?tab=laws');
  await expect(page.getByRole('cell', { name: /Contract Law/ }).first()).toBeVisible();
  await shoot(app, 'laws-en-dark');
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { badContract } from '../../harness/bad-contract.ts';
import { draftIn, goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A text written badly on purpose: what is wrong is shown at the words, held against signing, waived with a reason.

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

for (const language of ['en', 'zh-CN'] as const) {
  test(`a bad text is found out, word for word (${language})`, async () => {
    const words = wordsIn(language);
    const { page } = app;
    await app.setSettings({ language, theme: language === 'en' ? 'light' : 'dark' });
    if (language === 'en') {
      await page.getByText(words('vault.welcome.sample')).first().click();
      await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
    }
    const id = await draftIn(page);
    const round = join(app.folder, `bad-${language}.txt`);
    writeFileSync(round, language === 'en' ? badContract.en : badContract.zh);
    await goTo(page, `/contracts/${id}/versions`);
    await app.answerDialogs(round);
    await page.getByRole('button', { name: words('versions.import') }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: words('versions.importRun') }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await goTo(page, `/contracts/${id}`);
    const card = page.getByRole('region', { name: words('checker.title') });
    await card.getByRole('link', { name: words('checker.open') }).click();
    await page.getByRole('heading', { level: 1, name: words('checker.title') }).waitFor();
    const blank = page.locator('[data-finding="X01"]').first();
    await expect(blank).toContainText('____');
    await expect(page.locator('[data-finding="D02"]')).toHaveCount(1);
    await blank.getByRole('button').first().click();
    const mark = page.locator('article mark[aria-pressed="true"]');
    await expect(mark).toHaveText('____');
    await expect(mark).toBeInViewport();
    await shoot(app, `check-${language}`);
    await expectPrinted(page);

    const before = await page.locator('[data-finding]').count();
    await blank.getByRole('button', { name: words('checker.waive') }).click();
    await page.getByRole('dialog').getByLabel(words('checker.waiveReason')).fill('地点以采购订单为准 / as in the order');
    await page.getByRole('dialog').getByRole('button', { name: words('checker.waive') }).click();
    await expect(page.locator('[data-finding]')).toHaveCount(before - 1);
    await page.getByRole('switch', { name: words(language === 'en' ? 'checker.showWaived_one' : 'checker.showWaived_other', { count: '1' }) }).click();
    await expect(page.locator('[data-finding]')).toHaveCount(before);
    await page.getByRole('button', { name: words('checker.withdraw') }).click();
    await expect(page.getByRole('button', { name: words('checker.withdraw') })).toHaveCount(0);
  });
}

/** The report on paper has the text and the findings without the window around them, in light colours. */
async function expectPrinted(page: Page): Promise<void> {
  const scheme = () => page.evaluate(() => document.documentElement.dataset['scheme']);
  const shown = await scheme();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => globalThis.dispatchEvent(new Event('beforeprint')));
  for (const part of ['navigation', 'banner'] as const) await expect(page.getByRole(part)).toHaveCount(0);
  await expect(page.locator('article')).toBeVisible();
  await expect(page.locator('[data-finding="X01"]').first()).toBeVisible();
  expect(await scheme()).toBe('light');
  await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  expect(await scheme()).toBe(shown);
}

test('a rule is tuned for the vault and set back as shipped', async () => {
  const words = wordsIn('zh-CN');
  const { page } = app;
  await goTo(page, '/settings');
  await page.getByRole('link', { name: words('checker.settings.open') }).click();
  await page.getByRole('heading', { level: 1, name: words('checker.rules.title') }).waitFor();
  await shoot(app, 'rules-zh');
  const search = page.getByRole('searchbox', { name: words('checker.rules.search') });
  await search.fill('R99');
  await expect(page.getByRole('heading', { name: words('checker.rules.noneTitle') })).toBeVisible();
  await search.fill('');
  const rule = page.getByRole('listitem').filter({ hasText: 'R02' });
  await rule.getByRole('button').click();
  await page.getByRole('dialog').getByRole('switch').click();
  await shoot(app, 'tune-zh');
  await page.getByRole('dialog').getByRole('button', { name: words('checker.rules.save') }).click();
  await expect(rule).toContainText(words('checker.rules.off'));
  await rule.getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: words('checker.rules.asShipped') }).click();
  await page.getByRole('dialog').getByRole('button', { name: words('checker.rules.save') }).click();
  await expect(rule).not.toContainText(words('checker.rules.off'));
});

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createParty, fillContract, goTo } from '../actions/contracts.ts';
import { createVault, unlock } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// The short way, in the real window: from an empty folder to a signed PDF, in both languages.

for (const language of ['zh-CN', 'en'] as const) {
  test(`a person goes from an empty folder to a signed PDF in ${language}`, async () => {
    const words = wordsIn(language);
    const app = await launch();
    const { page } = app;
    const errors = watchErrors(app);
    try {
      await app.setSettings({ language });
      await createVault(app, words);
      await createParty(app, words, 0);
      await createParty(app, words, 1);

      await goTo(page, '/templates');
      await page.getByRole('link', { name: words('templates.use') }).or(page.getByRole('button', { name: words('templates.use') })).first().click();
      await fillContract(app, 'sales');
      await page.getByRole('button', { name: words('contracts.form.submitNew') }).click();
      await page.waitForURL(/#\/contracts\/[0-9a-f-]{36}/);
      const year = String(new Date().getFullYear());
      await expect(page.getByText(`HT-${year}-0001`).first()).toBeVisible();

      const target = join(app.folder, 'signed.pdf');
      await app.answerDialogs(target);
      await page.getByRole('button', { name: words('signing.export.createAndExport') }).click();
      await expect(page.getByText('signed.pdf').first()).toBeVisible({ timeout: 60_000 });
      expect(statSync(target).size).toBeGreaterThan(50_000);
      expectSigned(target);

      await goTo(page, '/verify');
      await app.answerDialogs(target);
      await page.getByRole('button', { name: words('verification.choose') }).first().click();
      await expect(page.getByText(words('verification.verdict.intact.title'))).toBeVisible();

      await page.getByRole('button', { name: words('app.lock') }).click();
      await unlock(app, words);
      expect(errors).toEqual([]);
      expect(app.log).toEqual([]);
    } catch (error) {
      console.log(app.log);
      await page.screenshot({ path: `artifacts/e2e/failed-${language}.png` });
      throw error;
    } finally {
      await app.close();
    }
  });
}

function watchErrors({ page }: RunningApp): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

function expectSigned(path: string): void {
  const pdf = readFileSync(path).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).toContain('ETSI.CAdES.detached');
}

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createParty, fillContract, goTo } from '../actions/contracts.ts';
import { createVault, unlock } from '../actions/vaults.ts';
import {
  certificatesInSignature,
  extractText,
  hasRadicals,
  judgeWithOpenssl,
  judgeWithPdfsig,
  judgeWithQpdf,
  listFonts,
} from '../../harness/pdf-judges.ts';
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
      await fillContract(app, 'sales', language === 'en' ? 'en' : 'zh');
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

/** What programs that share no code with us say of the exported file. */
function expectSigned(path: string): void {
  const pdf = readFileSync(path);
  expect(judgeWithPdfsig(pdf)).toMatchObject([{ isValid: true, coversAll: true }]);
  const certificate = certificatesInSignature(pdf, 0);
  expect(judgeWithOpenssl(pdf, 0, certificate, { isCades: true, at: Date.now() }).text).toMatch(/Verification successful/i);
  expect(judgeWithQpdf(pdf).status).toBe(0);
  expect(listFonts(pdf).every(({ isEmbedded }) => isEmbedded)).toBe(true);
  const text = extractText(pdf);
  expect(hasRadicals(text)).toBe(false);
  // A character that the file can't name can't be searched or copied, nor read by the other side's programs.
  expect(text.match(/.{0,20}\ufffd.{0,20}/g)).toBeNull();
  expect(text).toMatch(/甲方|Party A/);
  const flipped = Buffer.from(pdf);
  flipped[1000] = (flipped[1000] ?? 0) ^ 1;
  expect(judgeWithPdfsig(flipped).every(({ isValid }) => isValid)).toBe(false);
}

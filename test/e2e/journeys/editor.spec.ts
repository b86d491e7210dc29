import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { draftIn, goTo } from '../actions/contracts.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// The text of a contract is edited, kept while it is typed, and saved as the next version.

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

const shots = process.env['DEEDBOX_SHOTS'];
async function shoot(name: string): Promise<void> {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await app.page.waitForTimeout(500);
  await app.page.screenshot({ path: join(shots, `${name}.png`) });
}

test('a text made from a template is edited with its numbers and values, kept, and saved as a version', async () => {
  const words = wordsIn('en');
  const { page } = app;
  await app.setSettings({ language: 'en', theme: 'light' });
  await page.getByText(words('vault.welcome.sample')).first().click();
  await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
  const id = await draftIn(page);
  await goTo(page, `/contracts/${id}`);
  await page.getByRole('link', { name: words('editor.edit') }).click();
  const text = page.getByRole('textbox', { name: /^(Chinese|English) text of the contract$/ });
  await text.waitFor();
  await shoot('editor-en-light');

  // A new clause goes in; the numbers after it follow.
  const headings = text.locator('h2');
  const before = await headings.nth(1).getAttribute('data-number');
  await headings.nth(1).click();
  await page.keyboard.press('Home');
  await page.keyboard.type('新条款 New clause');
  await page.keyboard.press('Enter');
  await expect(headings.nth(1)).toHaveAttribute('data-number', before ?? '');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await page.getByRole('menu').waitFor();
  await shoot('editor-slash');
  await page.keyboard.press('Escape');
  await page.getByText(/^Saved at/).waitFor();
});

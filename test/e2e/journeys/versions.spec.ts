import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { extractText } from '../../harness/pdf-judges.ts';
import { ask } from '../actions/ask.ts';
import { draftIn, goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// The other side’s file comes in as a round; what changed is seen, walked through, exported; the old text comes back.

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

const shots = process.env['DEEDBOX_SHOTS'];
test('a round from the other side is imported, compared, exported and undone by restoring the first version', async () => {
  const words = wordsIn('en');
  const { page } = app;
  await app.setSettings({ language: 'en', theme: 'light' });
  await page.getByText(words('vault.welcome.sample')).first().click();
  await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
  const id = await draftIn(page);
  await goTo(page, `/contracts/${id}/versions`);
  await page.getByText(words('versions.single')).waitFor();

  // Our own text goes out as Word and comes back with one sentence more.
  const folder = app.folder;
  const [word, round, redline] = ['ours.docx', 'round.txt', 'redline.pdf'].map((name) => join(folder, name)) as [string, string, string];
  await app.answerDialogs(word);
  await page.getByRole('button', { name: words('versions.export') }).click();
  await page.getByRole('menuitem', { name: words('versions.exportDocx') }).click();
  await page.getByText(words('versions.exported', { name: 'ours.docx' })).waitFor();
  expect(readFileSync(word).subarray(0, 2).toString()).toBe('PK');

  writeFileSync(round, `${await plainText(id)}\n\n争议由上海仲裁委员会仲裁。 Disputes go to arbitration.`);
  await app.answerDialogs(round);
  await page.getByRole('button', { name: words('versions.import') }).click();
  await page.getByRole('dialog').getByLabel(words('versions.label')).fill('Their first round');
  await page.getByRole('dialog').getByRole('button', { name: words('versions.importRun') }).click();
  await page.getByText(words('versions.imported', { version: '2' })).waitFor();
  await expect(page.locator('ins', { hasText: 'arbitration' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.locator('[aria-current="true"][data-change]')).toHaveCount(1);
  await shoot(app, 'side-en-light');

  await page.getByRole('button', { name: words('versions.inline') }).click();
  await page.getByLabel(words('versions.onlyChanges')).click();
  await expect(page.locator('[data-change="same"]')).toHaveCount(0);
  await app.answerDialogs(redline);
  await page.getByRole('button', { name: words('versions.export') }).click();
  await page.getByRole('menuitem', { name: words('versions.exportRedline') }).click();
  await page.getByText(words('versions.exported', { name: 'redline.pdf' })).waitFor();
  const printed = extractText(readFileSync(redline));
  expect(printed).toContain('Disputes go to arbitration.');
  expect(printed).not.toContain('\ufffd');

  await app.setSettings({ language: 'zh-CN', theme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await page.getByRole('heading', { level: 1, name: wordsIn('zh-CN')('versions.title') }).waitFor();
  await page.waitForTimeout(shots === undefined ? 0 : 600);
  await shoot(app, 'inline-zh-dark');
  await app.setSettings({ language: 'en' });

  await page.getByRole('button', { name: words('versions.restore'), exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('versions.restore') }).click();
  await page.getByText(words('versions.restoredDone', { version: '3' })).waitFor();
});

async function plainText(contractId: string): Promise<string> {
  const { blocks } = await ask(app, 'versions.text', { contractId, versionNumber: 1 });
  return blocks.map(({ number, text }) => `${number === null ? '' : `${number} `}${text}`).join('\n\n');
}

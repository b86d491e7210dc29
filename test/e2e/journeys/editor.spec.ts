import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { badContract } from '../../harness/bad-contract.ts';
import { draftIn, goTo } from '../actions/contracts.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// The text of a contract is edited, kept while it is typed, checked, mended by one click, and saved as the next version.

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

const textOf = () => app.page.getByRole('textbox', { name: /text of the contract$|^合同(中文|英文)正文$/ });

test('a text made from a template is edited with its numbers and values, and is there again after a lock', async () => {
  const words = wordsIn('en');
  const { page } = app;
  await app.setSettings({ language: 'en', theme: 'light' });
  await page.getByText(words('vault.welcome.sample')).first().click();
  await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
  const id = await draftIn(page);
  await goTo(page, `/contracts/${id}`);
  await page.getByRole('link', { name: words('editor.edit') }).click();
  const text = textOf();
  await text.waitFor();
  await expect(text.locator('.variable.filled').first()).toBeVisible();

  // A new clause goes in; the numbers after it follow, and so do references to them.
  const headings = text.locator('h2');
  const second = (await headings.nth(1).getAttribute('data-number')) ?? '';
  const reference = text.locator('.reference').first();
  const before = await reference.textContent();
  await headings.nth(1).click();
  await page.keyboard.press('Home');
  await page.keyboard.type('New clause');
  await page.keyboard.press('Enter');
  await expect(headings.nth(1)).toHaveText('New clause');
  await expect(headings.nth(1)).toHaveAttribute('data-number', second);
  await expect(reference).not.toHaveText(before ?? '');
  await headings.nth(1).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await page.getByRole('menu', { name: words('documentEditor.insert.title') }).waitFor();
  await shoot('editor-slash-en');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('The buyer pays within 30 days.');

  // Suggested, commented, found.
  await page.keyboard.press('Control+Shift+E');
  await page.keyboard.type(' Late payment bears interest.');
  await page.getByRole('tab', { name: words('editor.panel.suggestions', { count: '1' }) }).click();
  await expect(page.locator('[data-suggestion]')).toContainText('Late payment bears interest.');
  await page.keyboard.press('Control+Alt+m');
  await page.getByRole('textbox', { name: words('documentEditor.comment.text') }).fill('At which rate?');
  await page.getByRole('button', { name: words('documentEditor.comment.save'), exact: true }).last().click();
  await expect(page.locator('[data-comment]')).toContainText('At which rate?');
  await shoot('editor-comments-en');
  await page.getByText(/^Saved at \d/).waitFor();

  await page.reload();
  await textOf().waitFor();
  await expect(textOf().locator('ins')).toHaveText('Late payment bears interest.', { useInnerText: true });
  await expect(textOf().locator('.comment').first()).toBeVisible();
  await page.getByRole('tab', { name: words('editor.panel.comments', { count: '1' }) }).click();
  await expect(page.locator('[data-comment]')).toContainText('At which rate?');
  await page.getByRole('button', { name: words('editor.discard') }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('editor.discard') }).click();
  await page.getByRole('link', { name: words('editor.edit') }).waitFor();
});

for (const language of ['en'] as const) {
  test(`a text written badly on purpose is found out and mended by one click (${language})`, async () => {
    const words = wordsIn(language);
    const { page } = app;
    await app.setSettings({ language, theme: 'light' });
    const id = await draftIn(page);
    const round = join(app.folder, `bad-${language}.txt`);
    writeFileSync(round, badContract[language]);
    await goTo(page, `/contracts/${id}/versions`);
    await app.answerDialogs(round);
    await page.getByRole('button', { name: words('versions.import') }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: words('versions.importRun') }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // An imported round, which had no blanks to fill in, is edited too.
    await goTo(page, `/contracts/${id}`);
    await page.getByRole('link', { name: words('editor.edit') }).click();
    await textOf().waitFor();
    const findings = page.locator('[data-finding]');
    await findings.first().waitFor();
    const before = await findings.count();
    expect(await textOf().locator('.text-mark').count()).toBeGreaterThan(5);
    await shoot(`editor-findings-${language}`);

    // One click puts the wording in as a suggestion, and the second check finds nothing there any more.
    const fixable = page.locator('[data-finding]').filter({ has: page.getByRole('button', { name: words('checker.apply.replace') }) });
    const rule = (await fixable.first().getAttribute('data-finding')) ?? '';
    const ofRule = page.locator(`[data-finding="${rule}"]`);
    const had = await ofRule.count();
    await fixable.first().getByRole('button', { name: words('checker.apply.replace') }).click();
    await expect(textOf().locator('del').first()).toBeVisible();
    await expect(textOf().locator('ins').first()).toBeVisible();
    await expect(ofRule).toHaveCount(had - 1);
    await page.locator('[data-finding]').getByRole('button', { name: words('checker.apply.insertAfter') }).first().click();
    await expect.poll(() => findings.count()).toBeLessThan(before - 1);
  });
}

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

for (const language of ['en', 'zh-CN'] as const) {
  test(`a text written badly on purpose is found out, mended and saved as a version (${language})`, async () => {
    const words = wordsIn(language);
    const { page } = app;
    await app.setSettings({ language, theme: language === 'en' ? 'light' : 'dark' });
    const id = await draftIn(page);
    const round = join(app.folder, `bad-${language}.txt`);
    writeFileSync(round, language === 'en' ? badContract.en : badContract.zh);
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

    // A new fault is found while it is typed.
    await textOf().locator('p').last().click();
    await page.keyboard.press('End');
    await page.keyboard.type(language === 'en' ? ' Delivery date: TBD' : ' 交货日期：待定');
    await expect(textOf().locator('.text-mark').last()).toHaveText(language === 'en' ? 'TBD' : '待定');
    await page.keyboard.press('Control+z');
    await page.getByRole('tab', { name: /^(Suggestions|修订)/ }).click();
    await expect(page.locator('[data-suggestion]').first()).toBeVisible();
    await shoot(`editor-suggestions-${language}`);

    await page.getByRole('button', { name: words('editor.save') }).click();
    await page.getByRole('dialog').getByLabel(words('editor.label')).fill(language === 'en' ? 'Mended' : '已修改');
    await shoot(`editor-save-${language}`);
    await page.getByRole('dialog').getByRole('button', { name: words('editor.save') }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('link', { name: words('editor.edit') }).waitFor();
    await goTo(page, `/contracts/${id}/versions`);
    await expect(page.getByText(language === 'en' ? 'Mended' : '已修改').first()).toBeVisible();
    await expect(page.locator('ins').first()).toBeVisible();
    await shoot(`editor-compared-${language}`);
  });
}

test('a contract of a hundred pages is typed in without lag', async () => {
  const words = wordsIn('zh-CN');
  const { page } = app;
  const id = await draftIn(page);
  const round = join(app.folder, 'long.txt');
  const paragraph = '乙方应于收到甲方书面通知后5个工作日内完成整改，并将整改结果以书面形式报送甲方；甲方应在收到整改结果后3个工作日内完成复核并出具书面意见。';
  // A page of A4 at 10.5 pt holds about nine hundred characters.
  const lines = Array.from({ length: 1300 }, (_, index) => (index % 13 === 0 ? `${index / 13 + 1}. 履行与验收` : `${Math.floor(index / 13) + 1}.${index % 13} ${paragraph}`));
  writeFileSync(round, ['设备采购合同', ...lines].join('\n\n'));
  await goTo(page, `/contracts/${id}/versions`);
  await app.answerDialogs(round);
  await page.getByRole('button', { name: words('versions.import') }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: words('versions.importRun') }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await goTo(page, `/contracts/${id}/edit`);
  await textOf().waitFor();
  await page.locator('[data-finding]').first().waitFor();
  await textOf().locator('p').nth(640).click();
  const latencies = await page.evaluate(async () => {
    const measured: number[] = [];
    const editable = document.querySelector('.ProseMirror');
    for (let count = 0; count < 60; count += 1) {
      const from = performance.now();
      document.execCommand('insertText', false, '整');
      // Until the next picture is ready, as the eye has it.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      measured.push(performance.now() - from);
    }
    if (editable === null) throw new Error('no editor');
    return measured.toSorted((one, other) => one - other);
  });
  const [median, p95] = [latencies[30] ?? 0, latencies[57] ?? 0];
  const characters = lines.join('').length;
  console.log(`  a keystroke in ${characters} characters, until the next frame: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
  expect(median).toBeLessThan(100);
});

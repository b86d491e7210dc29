import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { badContract } from '../../harness/bad-contract.ts';
import { ask } from '../actions/ask.ts';
import { draftIn, goTo } from '../actions/contracts.ts';
import { standAtEndOf } from '../actions/keyboard.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// The text of a contract is edited, kept while it is typed, checked, mended by one click, and saved as the next version.

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
  const words = wordsIn('en');
  await app.setSettings({ language: 'en', theme: 'light' });
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await app.page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
});
test.afterAll(() => app.close());

const textOf = () => app.page.getByRole('textbox', { name: /text of the contract$|^合同(中文|英文)正文$/ });

test('a text made from a template is edited with its numbers and values, and is there again after a lock', async () => {
  const words = wordsIn('en');
  const { page } = app;
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
  await standAtEndOf(page, headings.nth(1));
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await page.getByRole('menu', { name: words('documentEditor.insert.title') }).waitFor();
  await shoot(app, 'editor-slash-en');
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
  await shoot(app, 'editor-comments-en');
  await page.getByText(/^Saved at \d/).waitFor();

  // An answer that is half written when the vault is locked is gone on with.
  await page.locator('[data-comment]').getByRole('button', { name: words('documentEditor.comment.reply') }).click();
  const answer = page.getByRole('textbox', { name: words('documentEditor.comment.reply') });
  await answer.fill('0.05% a day, as in');
  await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).click();
  await page.getByRole('button', { name: words('vault.sample.open') }).click();
  await page.getByRole('link', { name: words('contracts.unfinished.goOn') }).click();
  await expect(answer).toHaveValue('0.05% a day, as in');
  await shoot(app, 'editor-comment-resumed');
  await answer.fill('0.05% a day, as in our last contract.');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-comment]')).toContainText('as in our last contract.');
  await expect(page.getByRole('link', { name: words('contracts.unfinished.goOn') })).toHaveCount(0);

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

test('undo reaches back over a visit to another page, and not over a lock', async () => {
  const words = wordsIn('en');
  const { page } = app;
  const undo = page.getByRole('button', { name: words('documentEditor.undo') });
  const id = await draftIn(page);
  await goTo(page, `/contracts/${id}/edit`);
  await standAtEndOf(page, textOf().locator('h2').first());
  await page.keyboard.type(' before the visit');
  await expect(textOf()).toContainText('before the visit');
  // Left at once, before the pause after which it would be kept.
  await goTo(page, `/contracts/${id}/versions`);
  await page.getByRole('heading', { level: 1, name: words('versions.title') }).waitFor();
  await goTo(page, '/parties');
  await page.getByRole('heading', { level: 1, name: words('parties.title'), exact: true }).waitFor();
  await goTo(page, `/contracts/${id}/edit`);
  await expect(textOf()).toContainText('before the visit');
  await undo.click();
  await expect(textOf()).not.toContainText('before the visit');
  await page.keyboard.press('Control+Shift+z');
  await expect(textOf()).toContainText('before the visit');
  await page.getByText(/^Saved at \d/).waitFor();

  // The text is there again after a lock; how it came about is not kept in the open.
  await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).click();
  await page.getByRole('button', { name: words('vault.sample.open') }).click();
  await expect(textOf()).toContainText('before the visit');
  await expect(undo).toBeDisabled();
  await page.getByRole('button', { name: words('editor.discard') }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('editor.discard') }).click();
  await page.getByRole('link', { name: words('editor.edit') }).waitFor();
});

test('a misspelt word is marked and mended by keys alone, and a word of one’s own stays known', async () => {
  const words = wordsIn('en');
  const { page } = app;
  const misspelt = textOf().locator('.misspelt');
  const menuOf = (word: string) => page.getByRole('menu', { name: words('documentEditor.spelling.menu', { word }) });
  const id = await draftIn(page);
  await goTo(page, `/contracts/${id}/edit`);
  await standAtEndOf(page, textOf().locator('h2').first());
  await page.keyboard.press('Enter');
  await page.keyboard.type('Zorblat shall recieve the goods. ');
  await expect(misspelt).toHaveText(['Zorblat', 'recieve']);
  await shoot(app, 'spelling-marked-en');
  // The thread with the dictionary reaches nothing, not even the program's own files.
  const reached = await Promise.all(page.workers().map((thread) => thread.evaluate(() => new Promise((resolve) => setTimeout(() => void fetch('app://deedbox/index.html').then(() => resolve('fetched'), () => resolve('blocked')))))));
  expect(reached).toEqual(['blocked']);

  // The next one, and the one after it; what is meant stands first, and one undo takes it back.
  await page.keyboard.press('Alt+F7');
  await expect(menuOf('Zorblat')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menuOf('Zorblat')).toHaveCount(0);
  await expect(textOf()).toBeFocused();
  await page.keyboard.press('Alt+F7');
  await expect(menuOf('recieve').getByRole('menuitem').first()).toHaveText('receive');
  await shoot(app, 'spelling-menu-en');
  await expect(menuOf('recieve').getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(textOf()).toContainText('Zorblat shall receive the goods.');
  await expect(misspelt).toHaveText(['Zorblat']);
  await expect(textOf()).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(textOf()).toContainText('Zorblat shall recieve the goods.');

  // While suggesting, it is a suggestion.
  await page.keyboard.press('Control+Shift+E');
  await expect(misspelt).toHaveText(['Zorblat', 'recieve']);
  await page.keyboard.press('Shift+F10');
  await expect(menuOf('recieve').getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(textOf().locator('del')).toHaveText('recieve');
  await expect(textOf().locator('ins')).toHaveText('receive');
  await page.keyboard.press('Control+Shift+E');

  // Where the cursor stands, by the menu key; a word is let pass in this contract, or for good.
  await expect(textOf()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('Qwertbl, delivary.');
  await expect(misspelt).toHaveText(['Zorblat', 'Qwertbl', 'delivary']);
  for (let count = 0; count < 'l, delivary.'.length; count += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+F10');
  await expect(menuOf('Qwertbl')).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: words('documentEditor.spelling.ignore') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(misspelt).toHaveText(['Zorblat', 'delivary']);
  await misspelt.first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: words('documentEditor.spelling.add') }).click();
  await expect(misspelt).toHaveText(['delivary']);
  await expect.poll(async () => JSON.stringify(await ask(app, 'editor.copy', { contractId: id }))).toContain('delivary');

  // Known again after reopening, until it is taken out of the person's words.
  await page.reload();
  await expect(misspelt).toHaveText(['delivary']);
  await goTo(page, '/settings');
  const own = page.getByRole('button', { name: words('spelling.remove', { word: 'Zorblat' }) });
  await own.scrollIntoViewIfNeeded();
  await shoot(app, 'spelling-settings-en');
  await own.click();
  await expect(own).toHaveCount(0);
  await goTo(page, `/contracts/${id}/edit`);
  await expect(misspelt).toHaveText(['Zorblat', 'delivary']);
  const check = page.getByRole('button', { name: words('documentEditor.spelling.check') });
  await check.click();
  await expect(misspelt).toHaveCount(0);
  await check.click();
  await expect(misspelt).toHaveText(['Zorblat', 'delivary']);

  // What this contract ignores is listed below its text, and marked again on demand; that can be taken back.
  await page.getByRole('button', { name: words('spelling.ignoredCount_one', { count: '1' }) }).click();
  const listed = page.getByRole('dialog', { name: words('spelling.ignoredTitle') });
  await shoot(app, 'spelling-ignored-en');
  await listed.getByRole('button', { name: words('spelling.heed', { word: 'Qwertbl' }) }).click();
  await expect(listed.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(listed).toHaveCount(0);
  await expect(misspelt).toHaveText(['Zorblat', 'Qwertbl', 'delivary']);
  await page.getByText(words('ui.undo'), { exact: true }).click();
  await expect(misspelt).toHaveText(['Zorblat', 'delivary']);

  await app.setSettings({ language: 'zh-CN', theme: 'dark' });
  await textOf().locator('.misspelt').last().click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'delivery' })).toBeVisible();
  await shoot(app, 'spelling-menu-zh-dark');
  await page.keyboard.press('Escape');
  await goTo(page, '/settings');
  await page.getByText(wordsIn('zh-CN')('spelling.lead')).scrollIntoViewIfNeeded();
  await shoot(app, 'spelling-settings-zh-dark');
  await app.setSettings({ language: 'en', theme: 'light' });
  await goTo(page, `/contracts/${id}/edit`);
  await page.getByRole('button', { name: words('editor.discard') }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('editor.discard') }).click();
  await page.getByRole('link', { name: words('editor.edit') }).waitFor();
});

for (const language of ['en', 'zh-CN'] as const) {
  test(`a text written badly on purpose is found out, mended by one click, saved and compared (${language})`, async () => {
    const words = wordsIn(language);
    const { page } = app;
    const [body, fault] = language === 'en' ? ([badContract.en, 'Delivery date: TBD.'] as const) : ([badContract.zh, '交付日期：待定。'] as const);
    await app.setSettings({ language, theme: 'light' });
    const id = await draftIn(page);
    const round = join(app.folder, `bad-${language}.txt`);
    writeFileSync(round, body);
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
    const imported = await findings.count();
    for (const rule of ['R02', 'P01', 'P04', 'X01', 'X08', 'D02']) await expect(page.locator(`[data-finding="${rule}"]`).first()).toBeAttached();
    expect(await textOf().locator('.text-mark').count()).toBeGreaterThan(5);

    // A fault that is typed now is underlined and listed once the hand rests.
    const blanks = page.locator('[data-finding="X01"]');
    await expect(blanks).toHaveCount(1);
    await textOf().getByText('____').click();
    await endBehind(page, '____');
    await page.keyboard.press('Enter');
    await page.keyboard.type(fault);
    await expect(blanks).toHaveCount(2);
    await expect(blanks.last()).toContainText(language === 'en' ? 'TBD' : '待定');
    await expect(textOf().locator('.text-mark', { hasText: language === 'en' ? 'TBD' : '待定' })).toBeVisible();
    await app.setSize(1280, 800);
    await shoot(app, `editor-findings-${language}`);

    // Typed over, it is gone.
    await page.keyboard.press('Shift+Home');
    await page.keyboard.type(language === 'en' ? 'Delivery date: 1 March 2027.' : '交付日期：2027年3月1日。');
    await expect(blanks).toHaveCount(1);

    // One click puts the wording in as a suggestion, and the second check finds nothing there any more.
    for (const kind of ['replace', 'insertAfter'] as const) {
      const offer = findings.filter({ has: page.getByRole('button', { name: words(`checker.apply.${kind}`) }) }).first();
      const rule = (await offer.getAttribute('data-finding')) ?? '';
      const ofRule = page.locator(`[data-finding="${rule}"]`);
      const had = await ofRule.count();
      await offer.getByRole('button', { name: words(`checker.apply.${kind}`) }).click();
      await expect(ofRule).toHaveCount(had - 1);
      if (kind === 'insertAfter') continue;
      // What one click did, one undo takes back.
      const standing = await textOf().locator('ins').count();
      await page.keyboard.press('Control+z');
      await expect(ofRule).toHaveCount(had);
      await expect(textOf().locator('ins, del')).toHaveCount(0);
      await page.keyboard.press('Control+Shift+z');
      await expect(ofRule).toHaveCount(had - 1);
      await expect(textOf().locator('ins')).toHaveCount(standing);
    }
    await expect(textOf().locator('del').first()).toBeVisible();
    const wording = (await textOf().locator('ins').first().textContent()) ?? '';
    expect(wording).not.toBe('');
    expect(await findings.count()).toBeLessThan(imported);
    if (language === 'en') await app.setSettings({ theme: 'dark' });
    await shoot(app, `editor-mended-${language}`);

    // Saved with every suggestion accepted, it is the next version; the one before is beside it, word for word.
    await page.getByRole('button', { name: words('editor.save') }).click();
    const dialog = page.getByRole('dialog');
    const label = language === 'en' ? 'Mended' : '已修改';
    await dialog.getByRole('textbox', { name: words('editor.label') }).fill(label);
    await expect(dialog.getByRole('radio', { name: words('editor.acceptAll') })).toBeChecked();
    await dialog.getByRole('button', { name: words('editor.save') }).click();
    await page.getByRole('link', { name: words('editor.edit') }).waitFor();
    await goTo(page, `/contracts/${id}/versions`);
    const compared = page.getByRole('region', { name: new RegExp(words('versions.compared', { left: '.+', right: `.+${label}` })) });
    await expect(compared).toBeVisible();
    await expect(compared.locator('ins', { hasText: '2027' }).first()).toBeVisible();
    await expect(compared).toContainText(wording);
    await expect(compared.locator('del').first()).toBeVisible();
    await shoot(app, `editor-compared-${language}`);

    // The third check is of the saved version: what was mended stays mended.
    await goTo(page, `/contracts/${id}/check`);
    await findings.first().waitFor();
    await expect(blanks).toHaveCount(1);
    expect(await findings.count()).toBeLessThan(imported);
  });
}

/**
 * Brings the caret behind the words that were clicked, and lets the editor hear of it: the browser moves it at once and
 * tells later, and a key that comes in between would part the words in their middle.
 */
async function endBehind(page: Page, words: string): Promise<void> {
  const sides = (): Promise<readonly string[]> =>
    page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const selection = getSelection();
      const block = selection?.anchorNode?.parentElement?.closest('p, td, h1, h2, h3, li');
      if (selection === null || selection.rangeCount === 0 || block === null || block === undefined) return ['', ''];
      const caret = selection.getRangeAt(0);
      const [before, behind] = [document.createRange(), document.createRange()];
      before.selectNodeContents(block);
      before.setEnd(caret.startContainer, caret.startOffset);
      behind.selectNodeContents(block);
      behind.setStart(caret.startContainer, caret.startOffset);
      return [before.toString(), behind.toString()];
    });
  await expect.poll(async () => (await sides()).join('')).toContain(words);
  await page.keyboard.press('End');
  await expect.poll(async () => (await sides())[0]).toContain(words);
}

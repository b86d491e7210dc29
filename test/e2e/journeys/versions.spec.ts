import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { CommentRangeEnd, CommentRangeStart, CommentReference, Document, Header, Packer, Paragraph, TextRun } from 'docx';
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
  await goTo(page, `/contracts/${id}`);
  await expectCloseApostrophes();
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

test('comments and headers of the other side’s Word file are told when it is imported, in both languages', async () => {
  const { page } = app;
  for (const [language, theme, size] of [['zh-CN', 'light', [1280, 800]], ['en', 'dark', [1920, 1080]]] as const) {
    const words = wordsIn(language);
    await app.setSettings({ language, theme });
    await app.setSize(size[0], size[1]);
    const id = await draftIn(page);
    const version = String((await ask(app, 'contracts.get', { id })).summary.versionNumber + 1);
    await goTo(page, `/contracts/${id}/versions`);
    const file = join(app.folder, `${language}.docx`);
    writeFileSync(file, await Packer.toBuffer(commentedFile()));
    await app.answerDialogs(file);
    await page.getByRole('button', { name: words('versions.import') }).click();
    await page.getByRole('dialog').getByRole('button', { name: words('versions.importRun') }).click();
    const told = page.getByRole('dialog', { name: words('versions.imported', { version }) });
    await expect(told.getByText(words('versions.asides.comments_other', { count: '2' }))).toBeVisible();
    await expect(told.getByText('远岸公司采购合同范本 V3')).toBeVisible();
    const comments = told.getByRole('listitem').filter({ hasText: '王律师' });
    await expect(comments).toHaveCount(2);
    await expect(comments.first()).toContainText('改为收到发票后三十日');
    await expect(comments.first()).toContainText(words('versions.asides.about', { text: '甲方应于验收合格后十日内付款。' }));
    await shoot(app, `asides-${language}`);
    await told.getByRole('button', { name: words('ui.close') }).click();
    await expect(told).toBeHidden();
    if (language === 'zh-CN') await expectRowsWithoutStrokes();
    // The version has the text alone.
    const { blocks } = await ask(app, 'versions.text', { contractId: id, versionNumber: Number(version) });
    expect(blocks.map(({ text }) => text)).toEqual(['甲方应于验收合格后十日内付款。', '争议由北京仲裁委员会仲裁。']);
  }
});

/** The rows of the parties went out with all of the text: between their cells stands room and not a stroke. */
async function expectRowsWithoutStrokes(): Promise<void> {
  const gone = app.page.locator('[data-change="removed"] del');
  await expect(gone.filter({ hasText: /\u2003\u2003/ }).first()).toBeVisible();
  await expect(gone.filter({ hasText: ' | ' })).toHaveCount(0);
  await gone.first().scrollIntoViewIfNeeded();
  await shoot(app, 'removed-rows-zh');
}

function commentedFile(): Document {
  const commented = (id: number, text: string) => new Paragraph({ children: [new CommentRangeStart(id), new TextRun(text), new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })] });
  const comment = (id: number, text: string) => ({ id, author: '王律师', date: new Date(0), children: [new Paragraph(text)] });
  return new Document({
    comments: { children: [comment(0, '改为收到发票后三十日。'), comment(1, '建议改为上海仲裁委员会。')] },
    sections: [{ headers: { default: new Header({ children: [new Paragraph('远岸公司采购合同范本 V3')] }) }, children: [commented(0, '甲方应于验收合格后十日内付款。'), commented(1, '争议由北京仲裁委员会仲裁。')] }],
  });
}

/** The Chinese type, in which an English text is set too, has its apostrophes close to the letters. */
async function expectCloseApostrophes(): Promise<void> {
  const text = app.page.getByRole('main').getByRole('document');
  await expect(text).toContainText('People’s Republic');
  const widths = await text.evaluate((host) => {
    const ems: number[] = [];
    const walker = document.createTreeWalker(host.shadowRoot ?? host, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf('’') ?? -1;
      if (at < 0 || node.parentElement === null) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      ems.push(range.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(node.parentElement).fontSize));
    }
    return ems;
  });
  expect(widths.length).toBeGreaterThan(0);
  expect(Math.max(...widths)).toBeLessThan(0.35);
}

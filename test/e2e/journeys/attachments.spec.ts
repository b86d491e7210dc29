import { closeSync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Document, Packer, Paragraph } from 'docx';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { largestAttachmentBytes } from '#shared/features/attachments/model.ts';
import { draftIn, goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Files go into a contract, are looked at, found by their words, renamed, saved, taken away and had back.

const words = wordsIn('zh-CN');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

test('files of a contract are added, shown, found, renamed, saved and had back', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await page.getByText(words('vault.welcome.sample')).first().click();
  await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
  await goTo(page, `/contracts/${await draftIn(page)}`);
  const card = page.getByRole('region', { name: words('attachments.title') });
  await expect(card.getByText(words('attachments.empty'))).toBeVisible();

  const note = join(app.folder, '验收单.txt');
  writeFileSync(note, '设备已于现场完成紫铜垫片更换，验收合格。');
  await app.answerDialogs(note);
  await card.getByRole('button', { name: words('attachments.add') }).click();
  await expect(card.getByRole('button', { name: '验收单.txt', exact: true })).toBeVisible();
  const printed = join(app.folder, '报价单.pdf');
  writeFileSync(printed, readFileSync(new URL('../../fixtures/pdf/printed-contract.pdf', import.meta.url)));
  await app.answerDialogs(printed);
  await card.getByRole('button', { name: words('attachments.add') }).click();
  await expect(card.getByRole('listitem')).toHaveCount(2);
  await expect(card.getByText(words('attachments.text.done'))).toHaveCount(2);
  await shoot(app, 'card-zh');

  await card.getByRole('button', { name: '验收单.txt', exact: true }).click();
  await expect(page.getByRole('dialog').locator('[data-preview-text]')).toContainText('紫铜垫片');
  await page.keyboard.press('Escape');
  await card.getByRole('button', { name: '报价单.pdf', exact: true }).click();
  await expect(page.getByRole('dialog').locator('canvas[data-drawn="1"]')).toBeVisible();
  await shoot(app, 'pdf-zh');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('紫铜垫片');
  await expect(page.getByRole('option').filter({ hasText: '验收单.txt' })).toBeVisible();
  await page.getByRole('combobox').fill('报价单');
  const byName = page.getByRole('option').filter({ hasText: '报价单.pdf' });
  await expect(byName).toContainText(words('contracts.inFileName'));
  await expect(byName.locator('mark')).toHaveText('报价单');
  await shoot(app, 'palette-file-name-zh');
  await page.keyboard.press('Escape');

  const menu = card.getByRole('button', { name: words('attachments.menu', { name: '验收单.txt' }) });
  await menu.click();
  const saved = join(app.folder, 'saved.txt');
  await app.answerDialogs(saved);
  await page.getByRole('menuitem', { name: words('attachments.saveAs') }).click();
  await expect(page.getByText(words('attachments.saved', { name: 'saved.txt' }))).toBeVisible();
  expect(readFileSync(saved, 'utf8')).toBe(readFileSync(note, 'utf8'));

  await menu.click();
  await page.getByRole('menuitem', { name: words('attachments.remove') }).click();
  await expect(card.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: words('ui.undo') }).click();
  await expect(card.getByRole('listitem')).toHaveCount(2);

  await menu.click();
  await page.getByRole('menuitem', { name: words('attachments.rename') }).click();
  const name = page.getByRole('dialog').getByLabel(words('attachments.name'));
  await expect(name).toHaveValue('验收单.txt');
  // What is typed takes the place of the name and leaves its ending.
  await page.keyboard.type('验收/单');
  await expect(name).toHaveValue('验收/单.txt');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText(words('attachments.badName'))).toBeVisible();
  await expect(name).toHaveValue('验收/单.txt');
  await name.fill('验收单（正本）.txt');
  await page.getByRole('dialog').getByRole('button', { name: words('attachments.rename') }).click();
  await expect(card.getByRole('button', { name: '验收单（正本）.txt', exact: true })).toBeVisible();
  expect(app.log).toEqual([]);
});

test('files that are dropped on the card are added, and a picture and a Word file are shown', async () => {
  const { page } = app;
  const card = page.getByRole('region', { name: words('attachments.title') });
  const [picture, letter] = ['现场.png', '验收报告.docx'].map((name) => join(app.folder, name)) as [string, string];
  writeFileSync(picture, onePixel);
  writeFileSync(letter, await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('本次验收合格，质保期自即日起算。')] }] })));
  await dropOn(page, card, [picture, letter]);
  await expect(card.getByRole('listitem')).toHaveCount(4);
  await card.getByRole('button', { name: '现场.png', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('img', { name: '现场.png' })).toBeVisible();
  await page.keyboard.press('Escape');
  await card.getByRole('button', { name: '验收报告.docx', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('质保期自即日起算');
  await shoot(app, 'dropped-zh');
  await page.keyboard.press('Escape');
  expect(app.log).toEqual([]);
});

test('a PDF behind a password says so where it would be shown, and is saved from there', async () => {
  const { page } = app;
  const card = page.getByRole('region', { name: words('attachments.title') });
  const locked = join(app.folder, '加密报价单.pdf');
  const pdf = await PDFDocument.create();
  pdf.addPage().drawText('Offer');
  pdf.encrypt({ userPassword: 'for their eyes', ownerPassword: 'for ours' });
  writeFileSync(locked, await pdf.save());
  await app.answerDialogs(locked);
  await card.getByRole('button', { name: words('attachments.add') }).click();
  const row = card.getByRole('listitem').filter({ hasText: '加密报价单.pdf' });
  await expect(row).toContainText(words('attachments.note.ENCRYPTED_FILE'));
  await row.getByRole('button', { name: '加密报价单.pdf', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText(words('ui.pdf.locked'));
  await shoot(app, 'locked-pdf-zh');
  await app.answerDialogs(join(app.folder, 'offer.pdf'));
  await page.getByRole('dialog').getByRole('button', { name: words('attachments.saveAs') }).click();
  await expect(page.getByText(words('attachments.saved', { name: 'offer.pdf' }))).toBeVisible();
  expect(readFileSync(join(app.folder, 'offer.pdf')).equals(readFileSync(locked))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(row.getByRole('button', { name: '加密报价单.pdf', exact: true })).toBeFocused();
});

test('a file is found in the list by its name, which is told where the contract stands', async () => {
  const { page } = app;
  await goTo(page, '/contracts');
  const search = page.getByRole('searchbox', { name: words('contracts.searchLabel') });
  await search.fill('现场.png');
  const row = page.getByRole('row').filter({ hasText: words('contracts.inFileName') });
  await expect(row).toHaveCount(1);
  await expect(row.locator('mark')).toHaveText('现场.png');
  await shoot(app, 'list-file-name-zh');
  await row.getByRole('link').first().click();
});

test('the reading of a long file tells its per cent, and is stopped beside it', async () => {
  const { page } = app;
  const english = wordsIn('en');
  await app.setSettings({ language: 'en', theme: 'dark' });
  const long = join(app.folder, 'drawings.pdf');
  writeFileSync(long, await manyPages(6_000));
  const card = page.getByRole('region', { name: english('attachments.title') });
  await app.answerDialogs(long);
  await card.getByRole('button', { name: english('attachments.add') }).click();
  const row = card.getByRole('listitem').filter({ hasText: 'drawings.pdf' });
  const bar = row.getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-valuenow', /^([1-9]|[1-9]\d)$/, { timeout: 30_000 });
  await expect(row).toContainText(/Reading its text, \d+% done/);
  await row.getByRole('button', { name: english('ui.cancel') }).click();
  await expect(row).toContainText(english('attachments.note.STOPPED'));
  await expect(bar).toHaveCount(0);
  expect(app.log).toEqual([]);
});

/** A PDF with so many pages of text. */
async function manyPages(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= count; number += 1) {
    const sheet = pdf.addPage([595, 842]);
    for (let line = 0; line < 12; line += 1) sheet.drawText(`Drawing ${number}, line ${line}: pump and flange`, { font, size: 10, x: 72, y: 770 - line * 16 });
  }
  return pdf.save();
}

/** Drops files as the system's file manager does; a file that a script makes has no path and is refused. */
async function dropOn(page: Page, target: Locator, files: readonly string[]): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('there is nothing to drop on');
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data: { items: [], files: [...files], dragOperationsMask: 1 } });
  }
  await session.detach();
}

const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('a file that is too large is told in the language that is shown, until it is closed; a notice of the other language goes', async () => {
  const { page } = app;
  const english = wordsIn('en');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  const large = join(app.folder, '全套图纸.zip');
  closeSync(openSync(large, 'w'));
  truncateSync(large, largestAttachmentBytes + 1);
  await goTo(page, `/contracts/${await draftIn(page)}`);
  const card = page.locator('[data-drop-zone]');
  const small = join(app.folder, '说明.txt');
  writeFileSync(small, '见附图。');
  await app.answerDialogs(large);
  await card.getByRole('button', { name: words('attachments.add') }).click();
  const told = card.getByRole('note');
  await expect(told).toHaveCount(1);
  await shoot(app, 'too-large-zh');
  await app.setSettings({ language: 'en', theme: 'dark' });
  await expect(told).toContainText(english('attachments.failed.FILE_TOO_LARGE', { name: '全套图纸.zip' }));
  await shoot(app, 'too-large-en-dark');
  await told.getByRole('button', { name: english('ui.close') }).click();
  await expect(told).toHaveCount(0);

  await app.answerDialogs(small);
  await card.getByRole('button', { name: english('attachments.add') }).click();
  const notice = page.getByText(english('attachments.added_one', { count: '1' }));
  await expect(notice).toBeVisible();
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await expect(notice).toBeHidden({ timeout: 2_000 });
});

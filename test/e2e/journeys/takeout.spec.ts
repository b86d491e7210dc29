import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { draftIn, goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Nobody is locked in, and one mistake costs one contract at most: a changed obligation comes back from a backup and is
// undone, the drill is filed as a PDF, and everything is taken out in open formats.

const zh = wordsIn('zh-CN');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

test('one contract comes back from a backup, the drill is filed, and everything is taken out', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await page.getByText(zh('vault.welcome.sample')).first().click();
  await page.getByRole('banner').getByRole('button', { name: zh('app.lock') }).waitFor();
  const [stick, out, pdf] = [join(app.folder, 'stick'), join(app.folder, 'out'), join(app.folder, 'drill.pdf')];
  mkdirSync(stick);
  mkdirSync(out);

  const contractId = await draftIn(page);
  const add = async (title: string, id: string | null, revision: number) => {
    const entry = { title, obligor: 'them', type: 'delivery', due: { kind: 'fixed', on: '2027-01-15' }, graceDays: 0, ownerId: null, evidenceRequired: false, dependsOn: [], milestoneId: null };
    await ask(app, 'fulfilment.saveObligation', { contractId, id, revision, entry });
    return (await ask(app, 'fulfilment.ofContract', { contractId })).obligations.find((one) => one.title === title);
  };
  const made = await add('交付样机', null, 0);
  const { number } = (await ask(app, 'contracts.get', { id: contractId })).summary;

  await goTo(page, '/backups');
  await app.answerDialogs(stick);
  await page.getByRole('button', { name: zh('backups.place.choose') }).click();
  await expect(page.getByText(stick)).toBeVisible();
  await page.getByRole('button', { name: zh('backups.run') }).click();
  await expect(page.getByText(zh('backups.done'))).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: zh('backups.drill.run') }).click();
  await expect(page.getByText(zh('backups.drill.passed'), { exact: true })).toBeVisible({ timeout: 30_000 });
  await app.answerDialogs(pdf);
  await page.getByRole('button', { name: /演练报告 PDF/ }).click();
  await expect(page.getByText('drill.pdf')).toBeVisible({ timeout: 20_000 });
  expect(statSync(pdf).size).toBeGreaterThan(10_000);
  await shoot(app, 'backups-zh');

  await add('改错了', made?.id ?? null, made?.revision ?? 0);
  await page.getByRole('link', { name: /恢复一份合同/ }).first().click();
  await page.getByRole('list', { name: zh('backups.one.contractList') }).getByText(number).click();
  await expect(page.locator('[data-part="obligations"]')).toBeVisible();
  await shoot(app, 'compare-zh');
  await page.getByRole('button', { name: zh('backups.one.bringBack') }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: zh('backups.one.bringBack') }).click();
  await expect(page.getByText(zh('backups.one.same'))).toBeVisible();
  await app.setSettings({ language: 'en', theme: 'dark' });
  await shoot(app, 'restored-en-dark');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await page.getByRole('button', { name: zh('backups.restorations.undo') }).click();
  await expect(page.getByText(zh('backups.restorations.undone'))).toBeVisible();

  await goTo(page, '/backups');
  await page.getByRole('button', { name: zh('takeout.run') }).click();
  await shoot(app, 'takeout-question-zh');
  await app.answerDialogs(out);
  await page.getByRole('alertdialog').getByRole('button', { name: zh('takeout.choose') }).click();
  await expect(page.getByText(/已写到/)).toBeVisible({ timeout: 50_000 });
  await shoot(app, 'takeout-zh');
  expect(readdirSync(out).toSorted()).toEqual(['README.txt', 'contracts', 'index.csv', 'parties.json']);
  expect(existsSync(join(out, 'contracts', number, 'text.pdf'))).toBe(true);
});
